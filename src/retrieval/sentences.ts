import { widenToGraphemes } from './analysis/graphemes.ts';
import type { PassageLanguage } from './answer.ts';
import { trimRange } from './paragraphs.ts';
import type { Range } from './quote.ts';

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

/** Words with which a sentence often begins and a name does not. */
const STARTERS =
  /^["'“‘(]*(?:The|A|An|It|He|She|They|We|I|You|But|And|In|On|At|As|If|When|While|After|Before|However|Meanwhile|This|That|These|Those|There|His|Her|Its|Their|Our|Last|Earlier|Later|What|Who|Why|How)\b/u;

const ONLY_CLOSING = /^[\s"'”’」』》）)\]】.!?。！？…]+$/u;
const BEGINS_LOWER_CASE = /^["'“‘(]*\p{Ll}/u;

/**
 * The sentences of one paragraph, trimmed, in order. `Intl.Segmenter` finds them; pieces that it
 * cuts at an abbreviation, before a closing quotation mark or before a word in lower case are put
 * together again. No edge splits a grapheme. Offsets are UTF-16 offsets into `text`.
 */
export function splitSentences(text: string, paragraph: Range, language: PassageLanguage): Range[] {
  const source = text.slice(paragraph.start, paragraph.end);
  const pieces: Range[] = [];
  for (const { index, segment } of SEGMENTERS[language].segment(source)) {
    const previous = pieces.at(-1);
    if (previous && belongsTo(source.slice(previous.start, previous.end), segment)) {
      pieces[pieces.length - 1] = { start: previous.start, end: index + segment.length };
    } else {
      pieces.push({ start: index, end: index + segment.length });
    }
  }
  return pieces
    .map(({ start, end }) =>
      trimRange(text, { start: paragraph.start + start, end: paragraph.start + end }),
    )
    .filter(({ start, end }) => start < end)
    .map((range) => widenToGraphemes(text, range));
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
