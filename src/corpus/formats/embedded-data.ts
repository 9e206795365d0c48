/** An address that holds what it leads to (RFC 2397): pictures and fonts of a page saved as one file. */
const DATA_ADDRESS =
  /(?<=["'(=\s])data:[\w.+/-]+(?:;[\w=.+-]+)*,[^"'()<>\s]*(?:[\r\n]+[\w+/=]{4,}(?=[\r\n"')]))*/gu;

/** The bytes of a page with its data addresses empty. Whatever is ASCII in its charset is read as that. */
export function withoutEmbeddedData(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Buffer.from(view.toString('latin1').replaceAll(DATA_ADDRESS, 'data:,'), 'latin1');
}
