/**
 * A seed from a text (FNV-1a, 32 bits), so that the variant of a question stays as it is when other
 * questions come and go.
 */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
