import { pageLabel, type VerifiedQuoteBlock } from '../../commands/index.ts';
import { formatDate, type Locale } from '../../i18n/index.ts';
import { graphemeEnds, lastFitting, widenToGraphemes } from '../../shared/graphemes.ts';
import type { Range } from '../../shared/range.ts';
import { botMessages, readLabel } from '../messages.ts';
import { maskedLink, safeLink } from './link.ts';
import {
  bidiClosers,
  escapeLine,
  labelText,
  replaceLoneSurrogates,
  splitLines,
  subtleLines,
} from './markdown.ts';
import { TEXT_UNITS } from './message-limits.ts';

/** The words of a quote, what is marked in them, and whether an ellipsis stands beside them. */
type QuotedWords = Pick<VerifiedQuoteBlock, 'text' | 'marks' | 'cutBefore' | 'cutAfter'>;

/** The most publishers that are named after "Also in 7 more articles". */
const NAMED_SOURCES = 5;

const PUBLISHER_UNITS = 80;
const TITLE_UNITS = 200;
const NOTE_UNITS = 300;

/**
 * Quoted words as a block quote: every line with `> ` before it, marked words bold. Only escapes,
 * prefixes and invisible ends of directions are added; a reader sees exactly the words.
 */
export function renderQuotedWords(words: QuotedWords): string {
  const text = replaceLoneSurrogates(words.text);
  const marks = mergeMarks(words.marks.map((mark) => widenToGraphemes(text, mark)));
  const lines = splitLines(text).map((line) => {
    const content = text.slice(line.start, line.end);
    return `${renderMarkedLine(content, clipMarks(marks, line))}${bidiClosers(content)}`;
  });
  const body = lines.join('\n> ');
  return `> ${words.cutBefore ? '… ' : ''}${body}${words.cutAfter ? ' …' : ''}`;
}

/** The longest beginning of the words whose rendering fits, cut between a reader's characters; or null. */
export function cutQuotedWords(
  words: QuotedWords,
  fits: (rendered: string) => boolean,
): string | null {
  const ends = graphemeEnds(words.text.slice(0, TEXT_UNITS));
  // The last character may go on after the slice.
  if (words.text.length > TEXT_UNITS) ends.pop();
  const render = (end: number) => {
    const text = words.text.slice(0, end).trimEnd();
    return renderQuotedWords({
      ...words,
      text,
      marks: clipMarks(words.marks, { start: 0, end: text.length }),
      cutAfter: true,
    });
  };
  const end = lastFitting(ends, (offset) => fits(render(offset)));
  return end === null || words.text.slice(0, end).trim() === '' ? null : render(end);
}

/** The lines under a quote: where it is from, and how many others say the same. */
export function renderSourceLines(block: VerifiedQuoteBlock, locale: Locale): string {
  const { publisher, published, title, version } = block.source;
  const note = block.note === undefined ? [] : [labelText(block.note, NOTE_UNITS)];
  const link = block.isCompact || block.isBrief ? safeLink(block.source.url) : null;
  const parts = [
    labelText(publisher, PUBLISHER_UNITS),
    published === null ? '' : labelText(formatDate(published, locale), PUBLISHER_UNITS),
    block.isBrief ? '' : labelText(title, TITLE_UNITS),
    pageLabel(block.source, locale) ?? '',
    version === undefined ? '' : labelText(version, PUBLISHER_UNITS),
    link === null ? '' : maskedLink(readLabel(locale), link),
    ...(block.isBrief ? note : []),
  ];
  return subtleLines([
    parts.filter((part) => part !== '').join(' · '),
    ...(block.alsoIn.length === 0 ? [] : [alsoIn(block, locale)]),
    ...(block.isBrief ? [] : note),
  ]);
}

function alsoIn(block: VerifiedQuoteBlock, locale: Locale): string {
  const names = [
    ...new Set(block.alsoIn.map((other) => labelText(other.publisher, PUBLISHER_UNITS))),
  ];
  const listed = names.slice(0, NAMED_SOURCES).join(botMessages[locale].listSeparator);
  const rest = names.length > NAMED_SOURCES ? ' …' : '';
  return botMessages[locale].alsoIn(block.alsoIn.length, `${listed}${rest}`);
}

/** Two marks that touch would give `****`, which is no bold at all. */
function mergeMarks(marks: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && mark.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    } else if (mark.start < mark.end) {
      merged.push(mark);
    }
  }
  return merged;
}

/** The part of each mark that is inside the range, as offsets from its start. */
function clipMarks(marks: readonly Range[], range: Range): Range[] {
  return marks
    .map((mark) => ({
      start: Math.max(mark.start, range.start) - range.start,
      end: Math.min(mark.end, range.end) - range.start,
    }))
    .filter((mark) => mark.start < mark.end);
}

function renderMarkedLine(line: string, marks: readonly Range[]): string {
  let rendered = '';
  let offset = 0;
  for (const mark of marks) {
    rendered += escapeLine(line, { start: offset, end: mark.start });
    // As a line of its own: Discord may look for lists at the start of bold text, too.
    rendered += `**${escapeLine(line.slice(mark.start, mark.end))}**`;
    offset = mark.end;
  }
  return rendered + escapeLine(line, { start: offset, end: line.length });
}
