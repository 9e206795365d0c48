import { boundaryAfter, boundaryBefore } from '../shared/graphemes.ts';
import type { Range } from '../shared/range.ts';
import { trimRange } from './paragraphs.ts';
import type { PassageLanguage } from './script-language.ts';

const SEGMENTERS: Readonly<Record<PassageLanguage, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  zh: new Intl.Segmenter('zh', { granularity: 'sentence' }),
};

/** Always followed by more of the same sentence. */
const TITLES =
  /(?:^|[\s("'“‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Adm|Cmdr|Rev|Hon|St|Messrs|No|Nos|vs|cf|e\.g|i\.e|Fig|Vol|pp|approx|ca|\p{Lu})\.$/u;

/** May end a sentence; whether one does shows in what follows. */
const ABBREVIATIONS =
  /(?:^|[\s("'“‘])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Bros|Jr|Sr|etc|Ave|Blvd|a\.m|p\.m|Ph\.D|(?:\p{Lu}\.)+\p{Lu})\.["'”’)]*$/u;

/** Whether a text ends as a sentence does: with a mark that closes it, and what may stand behind one. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？…]["'”’」』）)\]]*$/u.test(text);
}

/** Whether a text ends in a stop that may belong to its word, as in "Mr." or "p.m.". */
export function endsInAbbreviation(text: string): boolean {
  return TITLES.test(text) || ABBREVIATIONS.test(text);
}

/** Words with which a sentence often begins and a name does not. */
const STARTERS =
  /^["'“‘(]*(?:The|A|An|It|He|She|They|We|I|You|But|And|In|On|At|As|If|When|While|After|Before|However|Meanwhile|This|That|These|Those|There|His|Her|Its|Their|Our|Last|Earlier|Later|What|Who|Why|How)\b/u;

const ONLY_CLOSING = /^[\s"'”’」』》）)\]】.!?。！？…]+$/u;
const BEGINS_LOWER_CASE = /^["'“‘(]*\p{Ll}/u;

/** A sentence, or a part of one that is too long. */
export interface Sentence extends Range {
  /** The part begins or ends inside its sentence. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The length in UTF-16 units over which a sentence is cut into parts. */
const LONGEST_SENTENCE: Readonly<Record<PassageLanguage, number>> = { en: 800, zh: 400 };

/** How much is segmented at once, in UTF-16 units: `Intl.Segmenter` takes the square of it. */
const SEGMENTED_LENGTH = 4000;

/**
 * The sentences of one paragraph, trimmed, in order. `Intl.Segmenter` finds them; pieces that it
 * cuts at an abbreviation, before a closing quotation mark or before a word in lower case are put
 * together again. No edge splits a grapheme. Offsets are UTF-16 offsets into `text`.
 */
export function splitSentences(
  text: string,
  paragraph: Range,
  language: PassageLanguage,
): Sentence[] {
  const source = text.slice(paragraph.start, paragraph.end);
  const pieces: Range[] = [];
  for (const found of segments(source, language)) {
    const previous = pieces.at(-1);
    const start = previous?.end ?? 0;
    const opening = openingAtEnd(source.slice(found.start, found.end));
    const end = boundaryAfter(source, found.end - opening, start);
    if (end <= start) continue;
    const before =
      previous && source.slice(Math.max(previous.start, start - LONGEST_ENDING), start);
    if (previous && before && belongsTo(before, source.slice(start, end))) {
      pieces[pieces.length - 1] = { start: previous.start, end };
    } else {
      pieces.push({ start, end });
    }
  }
  const last = pieces.at(-1);
  if (last) pieces[pieces.length - 1] = { start: last.start, end: source.length };
  return pieces.flatMap(({ start, end }) => {
    const piece = { start: paragraph.start + start, end: paragraph.start + end };
    const trimmed = trimRange(text, piece);
    if (trimmed.start === trimmed.end) return [];
    // White space can be the base of a combining mark.
    const whole = {
      start: boundaryBefore(text, trimmed.start, piece.start),
      end: trimmed.end === piece.end ? piece.end : boundaryAfter(text, trimmed.end),
    };
    return cutLong(text, whole, LONGEST_SENTENCE[language]);
  });
}

/** What `Intl.Segmenter` finds, a stretch at a time; the last piece of a stretch begins the next. */
function segments(source: string, language: PassageLanguage): Range[] {
  const found: Range[] = [];
  let from = 0;
  while (from < source.length) {
    const to = boundaryAfter(source, Math.min(source.length, from + SEGMENTED_LENGTH), from);
    const pieces = [...SEGMENTERS[language].segment(source.slice(from, to))];
    const whole = to === source.length || pieces.length === 1 ? pieces : pieces.slice(0, -1);
    for (const { index, segment } of whole) {
      found.push({ start: from + index, end: from + index + segment.length });
    }
    from = found.at(-1)?.end ?? source.length;
  }
  return found;
}

/** Parts of at most `maxLength` where there is a place to cut: white space, a clause, any grapheme. */
function cutLong(text: string, sentence: Range, maxLength: number): Sentence[] {
  const parts: Sentence[] = [];
  let { start } = sentence;
  while (sentence.end - start > maxLength) {
    const end = boundaryAfter(text, placeToCut(text, start, start + maxLength), start);
    if (end >= sentence.end) break;
    const part = trimRange(text, { start, end });
    if (part.start < part.end) parts.push({ ...part, cutBefore: parts.length > 0, cutAfter: true });
    start = end;
  }
  const rest = trimRange(text, { start, end: sentence.end });
  const cutBefore = parts.length > 0;
  return cutBefore
    ? [...parts, { ...rest, cutBefore, cutAfter: false }]
    : [{ ...sentence, cutBefore, cutAfter: false }];
}

/** The last white space or clause end in the second half of `[start, limit)`, otherwise `limit`. */
function placeToCut(text: string, start: number, limit: number): number {
  const middle = start + Math.floor((limit - start) / 2);
  for (let offset = limit; offset > middle; offset -= 1) {
    if (/[\s,;:，；：、]/u.test(text.charAt(offset - 1))) return offset;
  }
  return limit;
}

/** So much of a piece tells how it ends, in UTF-16 units: looking at all of it each time is slow. */
const LONGEST_ENDING = 100;

/** The length of what opens the next sentence: "。“" is cut behind the quotation mark by UAX #29. */
function openingAtEnd(segment: string): number {
  return (
    /[.!?。！？…](?<opening>[“‘「『《〈（【([\s]*[“‘「『《〈（【([]\s*)$/u.exec(segment)?.groups?.[
      'opening'
    ]?.length ?? 0
  );
}

function belongsTo(before: string, next: string): boolean {
  const ended = before.trimEnd();
  if (ONLY_CLOSING.test(next) || BEGINS_LOWER_CASE.test(next)) return true;
  if (/[\r\n\u0085\u2028\u2029]\s*$/u.test(before) && !/[.!?。！？]["'”’」』）)]*$/u.test(ended)) {
    // A line break inside a paragraph that was wrapped by hand.
    return true;
  }
  if (TITLES.test(ended)) return true;
  return ABBREVIATIONS.test(ended) && !STARTERS.test(next);
}
