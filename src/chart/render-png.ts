import { initWasm, Resvg } from '@resvg/resvg-wasm';

/**
 * Makes pixels of SVG, one for each unit of its view box. Gives a function from an SVG document to a
 * PNG file; what lies outside of the drawing is transparent. That function throws when the document
 * is not SVG.
 *
 * Resvg can be set up once in a thread: a second call rejects.
 */
export async function createPngRenderer(
  resvg: WebAssembly.Module,
): Promise<(svg: string) => Uint8Array> {
  await initWasm(resvg);
  return (svg) => {
    const drawing = new Resvg(svg);
    try {
      const image = drawing.render();
      try {
        return image.asPng();
      } finally {
        image.free();
      }
    } finally {
      drawing.free();
    }
  };
}
