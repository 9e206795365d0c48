import type { Article } from '../corpus/index.ts';
import { languageOf } from '../language/index.ts';
import { type Range } from '../shared/range.ts';

/** The fewest and the most words of either end of a quote. Short ones may stand elsewhere on a page. */
const FEWEST_WORDS = 4;
const MOST_WORDS = 10;

/** A quote of at most so many words is named whole. */
const WORDS_NAMED_WHOLE = 10;

/** How much of either end of a quote is looked at, in UTF-16 units. */
const LOOKED_AT = 400;

const SEGMENTERS = {
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
} as const;

/**
 * What a page need not have between two words: line breaks, where another element may begin; signs of
 * Markdown; what is not seen or cannot stand in an address.
 */
const NOT_ON_PAGE = /[\r\n\v\f\u0085\u2028\u2029*_`#<>[\]|\\\p{Cc}\p{Cf}\p{Cs}\ufffd]/u;

const MARKED_HEADING = /^\s*#/u;

/** Inside what is written without spaces, such as Chinese, only a dictionary knows the words. */
const LETTER = /[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]/v;

/**
 * What an address must say behind `#:~:` so that a browser shows and marks the words of a quote:
 * `text=first%20words,last%20words` (WICG, URL Fragment Text Directives, 2.2). They are whole words,
 * as browsers want them, and the first of their kind in the article, so that nothing else is marked.
 * Null where no such words can be chosen.
 */
export function textDirective({ text }: Article, quote: Range): string | null {
  if (MARKED_HEADING.test(text.slice(quote.start, quote.end))) return null;
  const head = wordsIn(text, { ...quote, end: Math.min(quote.end, quote.start + LOOKED_AT) });
  const isShort = head.length <= WORDS_NAMED_WHOLE && quote.end - quote.start <= LOOKED_AT;
  const whole = isShort ? findable(text, 0, head, FEWEST_WORDS) : null;
  if (whole) return `text=${encode(text, whole)}`;
  const first = shortest((count) => findable(text, 0, head.slice(0, count), count));
  if (!first) return null;
  const start = Math.max(first.end, quote.end - LOOKED_AT);
  const tail = wordsIn(text, { start, end: quote.end });
  const last = shortest((count) => findable(text, first.end, tail.slice(-count), count));
  return last && `text=${encode(text, first)},${encode(text, last)}`;
}

/** Words without those that the edges of the range cut. */
function wordsIn(text: string, { start, end }: Range): readonly Range[] {
  const seen = text.slice(start, end);
  return [...SEGMENTERS[languageOf(seen)].segment(seen)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.length,
    }))
    .filter((word) => !isInWord(text, word.start) && !isInWord(text, word.end));
}

function isInWord(text: string, offset: number): boolean {
  return LETTER.test(text.charAt(offset - 1)) && LETTER.test(text.charAt(offset));
}

/** From the first to the last of some words, where a browser that looks from an offset on finds just them. */
function findable(
  text: string,
  from: number,
  words: readonly Range[],
  fewest: number,
): Range | null {
  const [start, end] = [words[0]?.start, words.at(-1)?.end];
  if (start === undefined || end === undefined || words.length < fewest) return null;
  const said = text.slice(start, end);
  if (NOT_ON_PAGE.test(said)) return null;
  const pattern = new RegExp(
    said.replace(/[$()*+./?[\\\]^{|}]/gu, '\\$&').replace(/\s+/gu, '\\s+'),
    'giu',
  );
  pattern.lastIndex = from;
  return pattern.exec(text)?.index === start ? { start, end } : null;
}

/** What the fewest words give that give anything. */
function shortest(choose: (count: number) => Range | null): Range | null {
  for (let count = FEWEST_WORDS; count <= MOST_WORDS; count += 1) {
    const chosen = choose(count);
    if (chosen) return chosen;
  }
  return null;
}

/** Browsers take a hyphen, a comma and an ampersand for signs of the directive itself. */
function encode(text: string, { start, end }: Range): string {
  const words = text.slice(start, end).replace(/[ \t\u00a0]+/gu, ' ');
  return encodeURIComponent(words).replaceAll('-', '%2D');
}
