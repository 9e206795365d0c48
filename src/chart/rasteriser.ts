import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Compiles the rasteriser, which takes longest; the threads of a process can share the result. */
export async function compileRasteriser(): Promise<WebAssembly.Module> {
  const require = createRequire(import.meta.url);
  return WebAssembly.compile(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
}
