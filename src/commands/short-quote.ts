import type { Article } from '../corpus/index.ts';
import { endsSentence, languageOf, type PassageLanguage } from '../language/index.ts';
import { createQuote, type Quote } from '../retrieval/index.ts';
import { type Range } from '../shared/range.ts';

/** How long a quote may become, in UTF-16 units, by its language. */
interface QuoteLength {
  /** It ends at the last clause within so many. */
  readonly aim: Readonly<Record<PassageLanguage, number>>;
  /** Where no clause ends within them, it goes on to the next one, up to so many. */
  readonly most: Readonly<Record<PassageLanguage, number>>;
}

/** A short quote: two or three lines, in either language. */
const SHORT: QuoteLength = { aim: { en: 240, zh: 120 }, most: { en: 240, zh: 120 } };

/** A quote that is read at a glance: some four lines of a phone, as whole clauses. */
export const GLANCE: QuoteLength = { aim: { en: 170, zh: 80 }, most: SHORT.most };

/** Where a clause or a sentence ends. A full stop counts after a word that is hardly an abbreviation. */
const CLAUSE_END = /(?:[,;:!?—–]|(?<=\p{Ll}{3})\.)["'”’)\]]*(?=\s)|[，；：。！？]["'”’」』）)]*/gu;

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * A quote of about so many units out of a quote, itself a quote: its own slice of the
 * article with its own hash. What is marked stays in it, the first mark at least, with as much as
 * has room before it, else after it. It begins and ends at clauses where that leaves it half the
 * length, else between words. A quote that is short already stays as it is.
 */
export function shortenQuote(quote: Quote, article: Article, length = SHORT): Quote {
  const text = article.text.slice(quote.start, quote.end);
  const language = languageOf(text);
  const aim = length.aim[language];
  if (text.length <= aim) return quote;
  const kept = keptMark(quote, aim);
  const range = shortRange(text, kept, aim, length.most[language]);
  const start = quote.start + range.start;
  const end = quote.start + range.end;
  return createQuote(
    article,
    {
      start,
      end,
      cutBefore:
        range.start === 0 ? quote.cutBefore : !endsSentence(text.slice(0, range.start).trimEnd()),
      cutAfter:
        range.end === text.length
          ? quote.cutAfter
          : !endsSentence(text.slice(range.start, range.end)),
    },
    quote.marks.filter((mark) => mark.start >= start && mark.end <= end),
  );
}

/** What must stay, as offsets from the quote's start: all marks where they have room, else the first. */
function keptMark({ start, marks }: Quote, length: number): Range {
  const first = marks[0];
  const last = marks.at(-1);
  if (!first || !last) return { start: 0, end: 0 };
  const end = last.end - first.start <= length ? last.end : first.end;
  return { start: first.start - start, end: end - start };
}

function shortRange(text: string, kept: Range, length: number, most: number): Range {
  const cuts = cutOffsets(text);
  if (kept.end <= length) {
    const end = lastEnd(cuts, kept.end, length);
    if (most === length || end === text.length || cuts.clauses.includes(end)) {
      return { start: 0, end };
    }
    // Rather the next clause, or one far before, than a cut between words.
    const clause =
      text.length <= most
        ? text.length
        : (cuts.clauses.find((offset) => offset > length && offset <= most) ??
          cuts.clauses.findLast((offset) => offset >= kept.end && offset <= length));
    return { start: 0, end: clause ?? end };
  }
  // The clause of the mark to its end where that has room, and then as much as may stand before it.
  const end = firstEnd(cuts, kept.end, kept.start + length);
  return { start: firstStart(cuts, end - length, kept.start), end };
}

interface CutOffsets {
  readonly text: string;
  /** Behind clauses and behind words, in order; what follows begins after white space. */
  readonly clauses: readonly number[];
  readonly words: readonly number[];
}

function cutOffsets(text: string): CutOffsets {
  const words = Array.from(WORDS.segment(text), ({ index, segment }) => index + segment.length);
  // A clause may end inside of what counts as one word, such as a mark with its combining accents.
  const ends = new Set(words);
  const clauses = Array.from(text.matchAll(CLAUSE_END), ({ index, 0: end }) => index + end.length);
  return { text, words, clauses: clauses.filter((offset) => ends.has(offset)) };
}

/** The last offset in `[least, most]`: a clause in its second half, else a word, else `least`. */
function lastEnd({ text, clauses, words }: CutOffsets, least: number, most: number): number {
  const clause = clauses.findLast((offset) => offset <= most);
  if (clause !== undefined && clause >= Math.max(least, most / 2)) return clause;
  const word = words.findLast((offset) => trimmedEnd(text, offset) <= most);
  return word !== undefined && word >= least ? trimmedEnd(text, word) : least;
}

/** The first clause end in `[least, most]`, else the last word end in it, else `least`. */
function firstEnd(cuts: CutOffsets, least: number, most: number): number {
  if (cuts.text.length <= most) return cuts.text.length;
  const clause = cuts.clauses.find((offset) => offset >= least);
  return clause !== undefined && clause <= most ? clause : lastEnd(cuts, least, most);
}

/** The first beginning of a clause in `[least, most]` in its first half, else of a word, else `most`. */
function firstStart({ text, clauses, words }: CutOffsets, least: number, most: number): number {
  const starts = (offsets: readonly number[]) => offsets.map((offset) => startAfter(text, offset));
  const clause = starts(clauses).find((offset) => offset >= least);
  if (clause !== undefined && clause <= (least + most) / 2) return clause;
  const word = starts(words).find((offset) => offset >= least);
  return word !== undefined && word <= most ? word : most;
}

function startAfter(text: string, offset: number): number {
  return text.length - text.slice(offset).trimStart().length;
}

function trimmedEnd(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}
