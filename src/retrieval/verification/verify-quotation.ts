import type { Article } from '../../corpus/index.ts';
import { languageOf } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import { createQuote } from '../quotes/quote.ts';
import { type Nearest, nearestPassages } from './nearest-passage.ts';
import type { PhraseIndex, Run } from './phrase-index.ts';
import {
  kindOfChange,
  type QuotationCheck,
  type QuotationMatch,
  type QuotationVerdict,
  type WordChange,
} from './quotation-check.ts';
import { isNamedIn, isSamePerson, speakerAt } from './speakers.ts';
import {
  compareTypography,
  type ReadText,
  sameSign,
  signsIn,
  type TypographyReport,
} from './typography.ts';
import { isCharacter, type Unit } from './units.ts';

/** What is claimed: the words, and who is said to have said them. */
export interface ClaimedQuotation {
  readonly text: string;
  readonly speaker: string | null;
}

/** What was found; without what only the search for passages can tell. */
export type FoundQuotation = Omit<QuotationCheck, 'closest'>;

/** A quotation of fewer code points could stand anywhere. */
export const FEWEST_CHARACTERS = 12;

/** More places than anybody looks at. */
const MOST_MATCHES = 50;

/** Of a quotation with other words, this share of its units has to stand in one passage. */
const SHARE_NEEDED = 0.6;

/** A stitched quotation has so many parts at most, each as long as a quotation. */
const MOST_PARTS = 6;

/** Less runs together by chance. A word weighs as much as two characters of Chinese. */
const LEAST_WEIGHT = 4;

/** So many words may be exchanged for as many others. */
const LONGEST_EXCHANGE = 2;

/** So many words may be left out inside of a quotation; two parts farther apart are two. */
const LONGEST_GAP = { en: 10, zh: 20 } as const;

const ENCLOSED = /^(?:“[^“”]*”|"[^"]*"|「[^「」]*」|『[^『』]*』|«[^«»]*»|„[^„“”]*[“”]|‘[^‘]*’)$/u;

/** One ends and another begins. */
const TWO_QUOTATIONS = /[”」』»][^]*[“「『«]|"[^]*"/u;

const SENTENCE_END = /[.!?。！？\n”」』]/u;

const MARK_OF_OMISSION = /(?:\[|［|\(|（)?(?:…+|\.{3,}|(?:\. ){2,}\.)(?:\]|］|\)|）)?/gu;

/** Compares a quotation with the articles, word for word. */
export function verifyQuotation(claimed: ClaimedQuotation, index: PhraseIndex): FoundQuotation {
  const text = claimed.text.trim();
  const found = (
    verdict: QuotationVerdict,
    fields: Partial<FoundQuotation> = {},
  ): FoundQuotation => ({
    ...claimed,
    verdict,
    matches: [],
    differences: [],
    typography: [],
    ...fields,
  });
  if (Array.from(text).length < FEWEST_CHARACTERS) return found('too-short');
  const read: ReadText = { text, units: index.read(text) };
  const numbers = index.numbersOf(read.units);
  const unitsOf = createUnitsReader(index);

  const whole = findWhole(read, numbers, index, unitsOf);
  if (whole) {
    const { places, report, all } = whole;
    const isOther = isByOther(claimed.speaker, all);
    const same = report.kinds.length === 0 ? 'exact' : 'typography-only';
    return found(isOther ? 'other-speaker' : same, {
      matches: (isOther ? all : places).map((place) => toMatch(place)),
      differences: report.differences,
      typography: report.kinds,
    });
  }
  const stitched = (parts: readonly Run[]) =>
    found('stitched', { matches: parts.map((run) => toMatch(placeOf(run, index, unitsOf))) });
  const shortened = partsAtOmissions(read, index);
  if (shortened) return stitched(shortened);
  const passages = nearestPassages(numbers, index);
  const parts = partsOf(numbers, read, index);
  const gapped = passages.find((each) => isOneGap(each, numbers.length, read, unitsOf));
  if (parts && !gapped) return stitched(parts);
  const nearest = (parts && gapped) ?? passages[0];
  if (!nearest || nearest.alignment.matchCount < SHARE_NEEDED * numbers.length) {
    return found('absent');
  }
  const { article, units, changes, place } = describe(nearest, numbers.length, unitsOf);
  const differences = changes.map((change): WordChange => {
    const from = cut(article.text, units, change.articleStart, change.articleEnd);
    const to = cut(text, read.units, change.textStart, change.textEnd);
    return { from, to, kind: kindOfChange(from, to) };
  });
  const marks = changes.flatMap(({ articleStart, articleEnd }) =>
    articleStart === articleEnd ? [] : [rangeOf(units, articleStart, articleEnd)],
  );
  return found('altered', {
    matches: [toMatch({ article, ...place }, marks)],
    differences: differences.toSorted((one, other) => ORDER[one.kind] - ORDER[other.kind]),
  });
}

const ORDER = { number: 0, negation: 1, name: 2, words: 3 } as const;

/** A stretch of an article. */
interface Place extends Range {
  readonly article: Article;
}

type UnitsReader = (article: Article) => readonly Unit[];

/** Reads the units of articles, each once. */
function createUnitsReader({ read }: PhraseIndex): UnitsReader {
  const known = new Map<Article, readonly Unit[]>();
  return (article) => {
    const units = known.get(article) ?? read(article.text);
    known.set(article, units);
    return units;
  };
}

/** Where all units of a text stand. */
interface Whole {
  /** The exact places, or else those that differ in typography. */
  readonly places: readonly Place[];
  /** In what the nearest of them differs. */
  readonly report: TypographyReport;
  /** All of both, the earliest article first. */
  readonly all: readonly Place[];
}

function findWhole(
  read: ReadText,
  numbers: Uint32Array,
  index: PhraseIndex,
  unitsOf: UnitsReader,
): Whole | null {
  const exact: Place[] = [];
  const others: (Place & { readonly report: TypographyReport })[] = [];
  const lead = read.units[0]?.start ?? 0;
  const trail = read.text.length - (read.units.at(-1)?.end ?? 0);
  const isEnclosed = ENCLOSED.test(read.text);
  for (const position of index.occurrences(numbers, MOST_MATCHES)) {
    const place = placeOf({ position, length: numbers.length }, index, unitsOf);
    const { article } = place;
    const around = { article, start: place.start - lead, end: place.end + trail };
    const isSlice = article.text.slice(Math.max(0, around.start), around.end) === read.text;
    // Marks around all of it are those of whoever quotes.
    if (isSlice && !isEnclosed) {
      exact.push(around);
      continue;
    }
    const wide = withSigns(place, read);
    const { first } = index.articleAt(position);
    const units = unitsOf(article)
      .slice(position - first, position - first + numbers.length)
      .map(({ key, start, end }) => ({ key, start: start - wide.start, end: end - wide.start }));
    const text = article.text.slice(wide.start, wide.end);
    others.push({ ...wide, report: compareTypography({ text, units }, read) });
  }
  const all = [...exact, ...others].toSorted(earlierFirst);
  if (exact.length > 0) {
    const report = { kinds: [], differences: [] };
    return { places: exact.toSorted(earlierFirst), report, all };
  }
  const nearest = others.toSorted(
    (one, other) => one.report.kinds.length - other.report.kinds.length || earlierFirst(one, other),
  )[0];
  return nearest ? { places: all, report: nearest.report, all } : null;
}

/** A place with the punctuation before and behind it that the text has as well. */
function withSigns(place: Place, { text, units }: ReadText): Place {
  const { article } = place;
  const before = signsIn(text.slice(0, units[0]?.start)).toReversed();
  const behind = signsIn(text.slice(units.at(-1)?.end));
  let { start, end } = place;
  for (const sign of before) if (sameSign(article.text.charAt(start - 1)) === sign) start -= 1;
  for (const sign of behind) if (sameSign(article.text.charAt(end)) === sign) end += 1;
  return { article, start, end };
}

/** Articles without a day are last. */
function earlierFirst({ article: one }: Place, { article: other }: Place): number {
  return (one.published ?? '~').localeCompare(other.published ?? '~', 'en');
}

function toMatch({ article, start, end }: Place, marks: readonly Range[] = []): QuotationMatch {
  return {
    quote: createQuote(article, { start, end }, marks),
    speaker: speakerAt(article.text, { start, end })?.name ?? null,
  };
}

function placeOf({ position, length }: Run, index: PhraseIndex, unitsOf: UnitsReader): Place {
  const { article, first } = index.articleAt(position);
  return { article, ...rangeOf(unitsOf(article), position - first, position - first + length) };
}

/** From the first of some units to the last. */
function rangeOf(units: readonly Unit[], from: number, to: number): Range {
  return { start: units[from]?.start ?? 0, end: units[to - 1]?.end ?? 0 };
}

function cut(text: string, units: readonly Unit[], from: number, to: number): string {
  if (from === to) return '';
  const { start, end } = rangeOf(units, from, to);
  return text.slice(start, end);
}

/** Whether every place with a plain speaker has another one than is claimed, who is not named beside it. */
function isByOther(claimed: string | null, places: readonly Place[]): boolean {
  if (claimed === null) return false;
  const plain = places.flatMap((place) => speakerAt(place.article.text, place) ?? []);
  return (
    plain.length > 0 &&
    plain.every(
      ({ name, context }) =>
        languageOf(name) === languageOf(claimed) &&
        !isSamePerson(name, claimed) &&
        !isNamedIn(context, claimed),
    )
  );
}

/** Whether some units are a quotation by themselves. */
function isLongPart({ text, units }: ReadText): boolean {
  const length = Array.from(cut(text, units, 0, units.length)).length;
  const weight = units.reduce((sum, { key }) => sum + (isCharacter(key) ? 1 : 2), 0);
  return length >= FEWEST_CHARACTERS && weight >= LEAST_WEIGHT;
}

/** The parts between marks of omission, if each stands somewhere; null where there is no such mark. */
function partsAtOmissions({ text, units }: ReadText, index: PhraseIndex): readonly Run[] | null {
  const cuts = [...text.matchAll(MARK_OF_OMISSION)].map(({ index: at }) => at);
  if (cuts.length === 0 || cuts.length >= MOST_PARTS) return null;
  const runs: Run[] = [];
  for (const [at, start] of [0, ...cuts].entries()) {
    const end = cuts[at] ?? text.length;
    const inside = units.filter((unit) => unit.start >= start && unit.end <= end);
    if (inside.length === 0) continue;
    if (!isLongPart({ text, units: inside })) return null;
    const [position] = index.occurrences(index.numbersOf(inside), 1);
    if (position === undefined) return null;
    runs.push({ position, length: inside.length });
  }
  return runs.length > 1 ? runs : null;
}

/** The fewest runs of the articles that make up a text; null where it is not made of a few long ones. */
function partsOf(
  numbers: Uint32Array,
  { text, units }: ReadText,
  index: PhraseIndex,
): readonly Run[] | null {
  const runs: Run[] = [];
  for (let offset = 0; offset < numbers.length; ) {
    const [run] = index.longestRuns(numbers, offset);
    if (!run || runs.length === MOST_PARTS) return null;
    if (!isLongPart({ text, units: units.slice(offset, offset + run.length) })) return null;
    runs.push(run);
    offset += run.length;
  }
  return runs.length > 1 ? runs : null;
}

/** The stretch of an article that a text was made of, and what was changed. */
function describe({ article, alignment }: Nearest, length: number, unitsOf: UnitsReader) {
  const units = unitsOf(article);
  const isApart = (from: number, to: number) =>
    SENTENCE_END.test(article.text.slice(units[from]?.start, units[to]?.start));
  // A word of the sentence beside it was not exchanged for one at the edge of the text.
  const changes = alignment.changes.map((change) => {
    const { textStart, textEnd, articleStart, articleEnd } = change;
    if (textEnd === length && isApart(articleStart - 1, articleEnd - 1)) {
      return { ...change, articleEnd: articleStart };
    }
    if (textStart === 0 && isApart(articleStart, articleEnd)) {
      return { ...change, articleStart: articleEnd };
    }
    return change;
  });
  const [first, last] = [changes[0], changes.at(-1)];
  const start = first?.textStart === 0 ? first.articleStart : alignment.start;
  const end = last?.textEnd === length ? last.articleEnd : alignment.end;
  return { article, units, changes, place: rangeOf(units, start, end) };
}

/**
 * Whether a text that is made of several runs stands in one place all the same, but for some words
 * that were left out or added inside. What stands in two pairs of quotation marks is two quotations.
 */
function isOneGap(
  { article, alignment }: Nearest,
  length: number,
  { text }: ReadText,
  unitsOf: UnitsReader,
): boolean {
  const longest = LONGEST_GAP[languageOf(text)];
  const { start, end } = rangeOf(unitsOf(article), alignment.start, alignment.end);
  if (TWO_QUOTATIONS.test(article.text.slice(start, end)) && !TWO_QUOTATIONS.test(text)) {
    return false;
  }
  return alignment.changes.every(({ articleStart, articleEnd, textStart, textEnd }) => {
    const leftOut = articleEnd - articleStart;
    const added = textEnd - textStart;
    const most = leftOut > 0 && added > 0 ? LONGEST_EXCHANGE : longest;
    return textStart > 0 && textEnd < length && Math.max(leftOut, added) <= most;
  });
}
