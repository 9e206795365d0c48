import { ENGLISH_NUMERAL } from '../../language/index.ts';
import type { ChangeKind } from './quotation-check.ts';

const ENGLISH_NUMBER = new RegExp(`\\b(?:${ENGLISH_NUMERAL})\\b`, 'iu');
const NUMBER = /[\p{N}〇零一二三四五六七八九十百千万萬亿億两兩]/u;

const NEGATION =
  /\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b|[不没沒无無未非别別勿莫]/giu;

const NAME = /\p{Lu}\p{M}*\p{L}/u;

/** What kind of words were changed. */
export function kindOfChange(from: string, to: string): ChangeKind {
  const has = (pattern: RegExp) => pattern.test(from) || pattern.test(to);
  if (has(NUMBER) || has(ENGLISH_NUMBER)) return 'number';
  if (countOf(from, NEGATION) !== countOf(to, NEGATION)) return 'negation';
  return has(NAME) ? 'name' : 'words';
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
