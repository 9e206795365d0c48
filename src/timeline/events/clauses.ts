import type { PassageLanguage } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';

/** Where one event of a sentence can end and the next begin, the surer signs first. */
const BOUNDARIES: Readonly<Record<PassageLanguage, readonly RegExp[]>> = {
  en: [
    /[;:–—]\s*/gu,
    /,\s+(?:and|but|while|whereas|then|after|before|when|which|giving|saying|with)\s/gu,
    /\s(?=(?:and|but|while|or|giving|allowing|ordering|telling|saying|which|that)\s)/gu,
    /,\s+/gu,
  ],
  zh: [/[；;：:]/gu, /[，,]/gu],
};

/** Fewer units than this beside the date hold no event, only an adverb such as "Earlier in". */
const SHORTEST_CLAUSE: Readonly<Record<PassageLanguage, number>> = { en: 15, zh: 4 };

/**
 * The part of a sentence that goes with each of its dates, as offsets into `text`, one for each.
 * Between two dates the sentence is cut at the surest boundary that leaves words on both sides;
 * where there is none, both have those words.
 *
 * @param dates in order, apart from each other.
 */
export function clausesOf(
  text: string,
  dates: readonly Range[],
  language: PassageLanguage,
): Range[] {
  const clauses: Range[] = [];
  let start = 0;
  for (const [index, date] of dates.entries()) {
    const next = dates[index + 1];
    if (!next) {
      clauses.push({ start, end: text.length });
      break;
    }
    const cut = cutBetween(text, start, date, next, language);
    clauses.push({ start, end: cut ?? next.start });
    if (cut !== null) start = cut;
  }
  return clauses;
}

function cutBetween(
  text: string,
  start: number,
  date: Range,
  next: Range,
  language: PassageLanguage,
): number | null {
  const shortest = SHORTEST_CLAUSE[language];
  const between = text.slice(date.end, next.start);
  for (const boundary of BOUNDARIES[language]) {
    for (const match of [...between.matchAll(boundary)].toReversed()) {
      const cut = date.end + match.index + match[0].length;
      const wordsBefore = date.start - start + match.index;
      if (wordsBefore >= shortest) return cut;
    }
  }
  return null;
}
