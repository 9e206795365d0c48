import type { Range } from '../../language/index.ts';

/** A "first" or "second" in a text: two bids, two strikes. UTF-16 offsets. */
export interface FoundOrdinal extends Range {
  readonly ordinal: number;
}

const ENGLISH = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const CHINESE = '一二三四五六七八九十';

/** "Second-hand" and "first-quarter" count something else. */
const PATTERN = new RegExp(
  `\\b(?<english>${ENGLISH.join('|')})\\b(?!-|\\s+(?:quarter|half))|第(?<chinese>[${CHINESE}])(?![${CHINESE}季]|财季)|(?<only>首)(?=[次度轮个份起])`,
  'giu',
);

/** The ordinals from first to tenth in a text of either language. */
export function findOrdinals(text: string): FoundOrdinal[] {
  return [...text.matchAll(PATTERN)].map(({ 0: written, index, groups }) => {
    const { english, chinese } = groups ?? {};
    const place = english
      ? ENGLISH.indexOf(english.toLowerCase())
      : CHINESE.indexOf(chinese ?? '一');
    return { ordinal: place + 1, start: index, end: index + written.length };
  });
}
