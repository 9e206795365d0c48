import type { PassageLanguage } from '../../language/index.ts';
import { endsSentence } from '../../language/index.ts';

/** Markdown's own sign. */
const MARKED_HEADING = /^#{1,6}\s+\S/u;

/** The length in UTF-16 units over which a line is not taken for a heading. */
const LONGEST_MARKED_HEADING = 200;
const LONGEST_HEADING: Readonly<Record<PassageLanguage, number>> = { en: 80, zh: 30 };

/** A line that asks and nothing else: a sub-heading, or what an interviewer says. */
const ASKS = /^[^.!?。！？]*[?？]["'”’」』》）)*_]*$/u;
const LONGEST_QUESTION: Readonly<Record<PassageLanguage, number>> = { en: 200, zh: 80 };

/** How many times as long as its heading a text must be. */
const TEXT_PER_HEADING = 2;

const BEGINS_LIKE_HEADING = /^["'“‘「《(（]?[\p{Lu}\p{Lo}]/u;
const ENDS_OR_GOES_ON = /[\p{Po}\p{Pd}][\s"'”’」』》）)\]]*$/u;
const LINE_BREAK = /[\r\n\u2028\u2029]/u;

/**
 * Whether a paragraph is the heading of the paragraph that follows it: it is marked as one, it only
 * asks what the next one answers, or it is a short line without a full stop over a text of whole
 * sentences that is longer.
 */
export function isHeading(paragraph: string, next: string, language: PassageLanguage): boolean {
  if (LINE_BREAK.test(paragraph)) return false;
  if (MARKED_HEADING.test(paragraph)) return paragraph.length <= LONGEST_MARKED_HEADING;
  if (ASKS.test(paragraph))
    return paragraph.length <= LONGEST_QUESTION[language] && !ASKS.test(next);
  return (
    isShortLine(paragraph, language) &&
    BEGINS_LIKE_HEADING.test(next) &&
    endsSentence(next) &&
    next.length >= TEXT_PER_HEADING * paragraph.length
  );
}

/** Whether a paragraph is a line that may be one of two headings, the other below it. */
export function isUpperHeading(paragraph: string, language: PassageLanguage): boolean {
  if (LINE_BREAK.test(paragraph)) return false;
  return (
    isShortLine(paragraph, language) ||
    (ASKS.test(paragraph) && paragraph.length <= LONGEST_QUESTION[language])
  );
}

function isShortLine(paragraph: string, language: PassageLanguage): boolean {
  return (
    paragraph.length <= LONGEST_HEADING[language] &&
    BEGINS_LIKE_HEADING.test(paragraph) &&
    !ENDS_OR_GOES_ON.test(paragraph)
  );
}
