import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

/**
 * Builds `dist/` once before any test, so that tests of the real processes never meet an old build.
 * What `npm run check:types` checks is not checked here again: that takes three times as long.
 */
export default function buildFirst(): void {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--noCheck'], {
    stdio: 'inherit',
  });
}
