import { type PassageLanguage, splitSentences } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import { calendarDateOf } from '../calendar-date.ts';
import { around, type TemporalExpression, type TemporalMatch } from './rule.ts';

/** What is known of the text around a paragraph. */
export interface ParagraphContext {
  readonly language: PassageLanguage;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly reference: string | null;
  /** The day of the dated attribution in the sentence before this paragraph. */
  readonly saidBefore: string | null;
}

/** A paragraph's expressions, and what the next paragraph needs of it. */
export interface AnchoredParagraph {
  readonly expressions: readonly TemporalExpression[];
  /** The day of the dated attribution in its last sentence. */
  readonly saidLast: string | null;
}

/** A day for an expression that needs none. */
const ANY_DAY = '2000-01-01';

/**
 * The expressions that the matches of one paragraph stand for, in their order. Each is counted
 * from its anchor; those whose day is not known are left out, or only tell how long.
 *
 * @param matches in order, not overlapping.
 */
export function anchorMatches(
  matches: readonly TemporalMatch[],
  text: string,
  { language, reference, saidBefore }: ParagraphContext,
): AnchoredParagraph {
  const paragraph = readParagraph(text, language);
  // A quotation may stand before the words that say when it was said: these days come first.
  const explicit = matches.flatMap((match) => daysOf(match, explicitValue(match, reference)));
  const values = new Map<TemporalMatch, string>();
  const days: Day[] = [];
  const dates: Day[] = [];
  for (const match of matches) {
    const value = valueOf(match);
    if (value === null) continue;
    values.set(match, value);
    days.push(...daysOf(match, value));
    if (match.kind === 'date') dates.push({ start: match.start, end: match.end, day: value });
  }
  // A time of day may stand before its day.
  for (const match of matches.filter(({ anchor }) => anchor === 'clock')) {
    const value = valueFrom(match, paragraph.nearestDay(match, days));
    if (value !== null) values.set(match, value);
  }
  return {
    expressions: matches.flatMap((match) => {
      const value = values.get(match);
      return value === undefined && match.isOfDay
        ? timeOfDay(match, reference)
        : expressionOf(match, value);
    }),
    saidLast: paragraph.daySaidLast(explicit),
  };

  function valueOf(match: TemporalMatch): string | null {
    switch (match.anchor) {
      case 'none':
      case 'publication':
        return explicitValue(match, reference);
      case 'speech':
        return valueFrom(match, paragraph.daySaid(match, explicit, saidBefore) ?? reference);
      case 'antecedent':
        return valueFrom(match, paragraph.lastDay(match, days, 1));
      case 'period':
        return valueFrom(match, paragraph.lastDay(match, dates, 1));
      case 'sentence':
        return valueFrom(match, paragraph.lastDay(match, days, 0) ?? reference);
      case 'clock':
        return null;
    }
  }
}

function explicitValue(match: TemporalMatch, reference: string | null): string | null {
  if (match.anchor === 'none') return match.valueFrom(reference ?? ANY_DAY);
  return match.anchor === 'publication' ? valueFrom(match, reference) : null;
}

function valueFrom(match: TemporalMatch, day: string | null): string | null {
  return day === null ? null : match.valueFrom(day);
}

function daysOf({ start, end }: TemporalMatch, value: string | null): Day[] {
  const date = value === null ? null : calendarDateOf(value);
  return date?.precision === 'day' ? [{ start, end, day: date.value }] : [];
}

function timeOfDay(match: TemporalMatch, reference: string | null): TemporalExpression[] {
  const { start, end } = match;
  const value = valueFrom(match, reference);
  return value === null ? [] : [{ start, end, kind: 'time', value, modifier: null }];
}

function expressionOf(match: TemporalMatch, value: string | undefined): TemporalExpression[] {
  const { start, end, kind, modifier, otherwise } = match;
  if (kind === 'name') return [];
  if (value !== undefined) return [{ start, end, kind, value, modifier }];
  if (otherwise === null) return [];
  return [{ start, end, kind: 'duration', value: otherwise, modifier: null }];
}

/** A day `YYYY-MM-DD`, or the value of any date, and where it is named. */
interface Day extends Range {
  readonly day: string;
}

const SAYING: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /\b(?:said|says|told|tweeted|wrote|announced|added|stated|declared|posted|confirmed|warned|insisted|disclosed|revealed|explained|noted|reported|argued|claimed|replied|admitted|statement|interview|speech)\b/iu,
  zh: /说|表示|称|指出|宣布|写道|透露|强调|告诉/u,
};

/**
 * Where the days that a paragraph names stand to each other. Its sentences and quotations are found
 * when they are first asked for.
 */
function readParagraph(text: string, language: PassageLanguage) {
  const sentences = once(() => splitSentences(text, { start: 0, end: text.length }, language));
  const quotations = once(() => findQuotations(text));
  const sentenceOf = ({ start }: Range) =>
    sentences().findLastIndex((sentence) => sentence.start <= start);
  const quotationOf = ({ start, end }: Range) =>
    quotations().find((quotation) => quotation.start < start && end < quotation.end);
  const isAttribution = (day: Day) => {
    const { before, after } = around(text, day.start, day.end);
    const saying = SAYING[language];
    return !quotationOf(day) && (saying.test(clauseEnd(before)) || saying.test(clauseStart(after)));
  };

  return {
    /**
     * The day on which the quotation around an expression was said: that of an attribution such as
     * "he said on Sunday" in the last or first sentence of the quotation, otherwise in the one before
     * (`saidBefore` in the paragraph before) or after it. Null outside of quotations.
     */
    daySaid: (quoted: Range, days: readonly Day[], saidBefore: string | null) => {
      const quotation = quotationOf(quoted);
      if (!quotation) return null;
      const attributions = days.filter(isAttribution);
      const saidIn = (sentence: number) =>
        attributions.find((day) => sentenceOf(day) === sentence)?.day;
      const first = sentenceOf(quotation);
      const last = sentenceOf({ start: quotation.end - 1, end: quotation.end });
      const before = first === 0 ? saidBefore : saidIn(first - 1);
      return saidIn(last) ?? saidIn(first) ?? before ?? saidIn(last + 1) ?? null;
    },
    /** The day of the attribution in the last sentence. */
    daySaidLast: (days: readonly Day[]) => {
      const last = days.findLast(isAttribution);
      return last && sentenceOf(last) === sentences().length - 1 ? last.day : null;
    },
    /** The last day named before an expression, at most so many sentences before its own. */
    lastDay: (range: Range, days: readonly Day[], sentencesBefore: number) => {
      const last = days.findLast(({ end }) => end <= range.start);
      return last && sentenceOf(range) - sentenceOf(last) <= sentencesBefore ? last.day : null;
    },
    /** The day named nearest to an expression in its sentence. */
    nearestDay: (range: Range, days: readonly Day[]) => {
      const own = sentenceOf(range);
      const distance = ({ start, end }: Day) => Math.max(start - range.end, range.start - end);
      const [nearest] = days
        .filter((day) => sentenceOf(day) === own)
        .toSorted((a, b) => distance(a) - distance(b));
      return nearest?.day ?? null;
    },
  };
}

/** The words of a clause before a date, and those after it. */
function clauseEnd(before: string): string {
  return before.replace(/^.*[.;:!?。；！？“”"「」]/su, '');
}
function clauseStart(after: string): string {
  return after.replace(/[.;:!?。；！？“”"「」].*$/su, '');
}

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | null = null;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** A quotation of more UTF-16 units was never closed. */
const LONGEST_QUOTATION = 1500;

/** Marks that open and close, in the ways of print, of typewriters and of Chinese. */
const QUOTATION = new RegExp(
  [
    ['“', '”'],
    ['"', '"'],
    ['「', '」'],
    ['『', '』'],
    ['``', "''"],
  ]
    .map(([open, close]) => `${open}(?:(?!${open}|${close})[^]){1,${LONGEST_QUOTATION}}${close}`)
    // An apostrophe stands between letters, a closing mark does not.
    .concat(`(?<!\\p{L})‘(?:[^‘’]|’(?=\\p{L})){1,${LONGEST_QUOTATION}}’(?!\\p{L})`)
    .join('|'),
  'gu',
);

/** The quotations in a text, with their marks. */
function findQuotations(text: string): Range[] {
  return [...text.matchAll(QUOTATION)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}
