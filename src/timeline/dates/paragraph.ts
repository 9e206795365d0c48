import { type PassageLanguage, splitSentences } from '../../language/index.ts';
import { type Range } from '../../shared/range.ts';
import { around } from './rule.ts';

/** A day `YYYY-MM-DD` and where it is named. */
export interface Day extends Range {
  readonly day: string;
}

const SAYING: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /\b(?:said|says|told|tweeted|wrote|announced|added|stated|declared|posted|confirmed|warned|insisted|disclosed|revealed|explained|noted|reported|argued|claimed|replied|admitted|statement|interview|speech)\b/iu,
  zh: /说|表示|称|指出|宣布|写道|透露|强调|告诉/u,
};

/** The sentences and quotations of a paragraph, found when they are first asked for. */
export function readParagraph(text: string, language: PassageLanguage): Paragraph {
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
    daySaid: (quoted, days, saidBefore) => {
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
    daySaidLast: (days) => {
      const last = days.findLast(isAttribution);
      return last && sentenceOf(last) === sentences().length - 1 ? last.day : null;
    },
    lastDay: (range, days, sentencesBefore) => {
      const last = days.findLast(({ end }) => end <= range.start);
      return last && sentenceOf(range) - sentenceOf(last) <= sentencesBefore ? last.day : null;
    },
    nearestDay: (range, days) => {
      const own = sentenceOf(range);
      const distance = ({ start, end }: Day) => Math.max(start - range.end, range.start - end);
      const [nearest] = days
        .filter((day) => sentenceOf(day) === own)
        .toSorted((a, b) => distance(a) - distance(b));
      return nearest?.day ?? null;
    },
  };
}

/** Where the days that a paragraph names stand to each other. */
interface Paragraph {
  /**
   * The day on which the quotation around an expression was said: that of an attribution such as
   * "he said on Sunday" in the last or first sentence of the quotation, otherwise in the one before
   * or after it. Null outside of quotations. `saidBefore` is the day of the attribution that ends the paragraph before.
   */
  readonly daySaid: (
    quoted: Range,
    days: readonly Day[],
    saidBefore: string | null,
  ) => string | null;
  /** The day of the attribution in the last sentence. */
  readonly daySaidLast: (days: readonly Day[]) => string | null;
  /** The last day named before an expression, at most so many sentences before its own. */
  readonly lastDay: (range: Range, days: readonly Day[], sentencesBefore: number) => string | null;
  /** The day named nearest to an expression in its sentence. */
  readonly nearestDay: (range: Range, days: readonly Day[]) => string | null;
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
