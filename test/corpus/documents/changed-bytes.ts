import * as fc from 'fast-check';

/** Some bytes with up to 20 of them changed. */
export function changedBytes(whole: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  return fc.array(change, { minLength: 1, maxLength: 20 }).map((changes) => {
    const bytes = Buffer.from(whole);
    for (const [offset, value] of changes) bytes[offset] = value;
    return bytes;
  });
}
