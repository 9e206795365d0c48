import { DETAIL_KEYS, type Details } from '../formats/with-front-matter.ts';
import type { Problem } from '../problem.ts';
import { readMetadata } from './metadata.ts';

/**
 * Details as a person typed them, in their final form, by the rules for every article. Blank ones
 * are left out, and one that does not fit is a problem of `file`.
 */
export function checkDetails(
  typed: { readonly [Key in (typeof DETAIL_KEYS)[number]]?: string | undefined },
  file: string,
): { readonly details: Details; readonly problems: readonly Problem[] } {
  const entries = DETAIL_KEYS.map((key) => ({ key, value: typed[key] ?? null, line: null }));
  const { given, problems } = readMetadata(entries, file);
  return { details: given, problems };
}
