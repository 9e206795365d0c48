import { inflateSync } from 'node:zlib';

/** The pixels of a PNG file. */
export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  /** The colour of a pixel as `#rrggbbaa`. */
  readonly colourAt: (x: number, y: number) => string;
}

const SIGNATURE = '89504e470d0a1a0a';
const BYTES_PER_PIXEL = 4;

/**
 * Reads a PNG file of 8-bit RGBA without interlacing (Portable Network Graphics, third edition).
 *
 * @throws when it is anything else.
 */
export function decodePng(file: Uint8Array): DecodedPng {
  const bytes = Buffer.from(file);
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('not a PNG file');
  const chunks = [...chunksOf(bytes)];
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header.subarray(8).toString('hex') !== '0806000000') throw new Error('not 8-bit RGBA');
  const data = chunks.flatMap(({ type, data: part }) => (type === 'IDAT' ? [part] : []));
  const pixels = unfilter(inflateSync(Buffer.concat(data)), width * BYTES_PER_PIXEL, height);
  return {
    width,
    height,
    colourAt: (x, y) => {
      const start = (y * width + x) * BYTES_PER_PIXEL;
      return `#${pixels.subarray(start, start + BYTES_PER_PIXEL).toString('hex')}`;
    },
  };
}

function* chunksOf(bytes: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let offset = 8; offset < bytes.length; ) {
    const length = bytes.readUInt32BE(offset);
    const type = bytes.toString('latin1', offset + 4, offset + 8);
    yield { type, data: bytes.subarray(offset + 8, offset + 8 + length) };
    offset += length + 12;
  }
}

/** Section 9 of the standard. */
function unfilter(filtered: Buffer, rowBytes: number, height: number): Buffer {
  if (filtered.length !== (rowBytes + 1) * height) throw new Error('not as long as its size says');
  const pixels = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x < BYTES_PER_PIXEL ? 0 : (pixels[at - BYTES_PER_PIXEL] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - rowBytes] ?? 0);
      const corner =
        y === 0 || x < BYTES_PER_PIXEL ? 0 : (pixels[at - rowBytes - BYTES_PER_PIXEL] ?? 0);
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      if (predicted === undefined) throw new Error(`filter ${filter}`);
      pixels[at] = (filtered[y * (rowBytes + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const distances = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  const nearest = Math.min(...distances);
  return [left, above, corner][distances.indexOf(nearest)] ?? 0;
}
