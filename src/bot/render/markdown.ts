import { shorten } from '../../shared/graphemes.ts';
import type { Range } from '../../shared/range.ts';

/**
 * Active anywhere in Discord's markdown. `:` is here for `:emoji:` and for the scheme of a bare
 * address, `/` for `discord.gg/…`; `(` needs nothing, since a masked link starts with its `[`.
 */
const ACTIVE_ANYWHERE = new Set('\\*_~`|<>[]:@#/');

/** The start of a list item; its last character is the one that makes it one. */
const LIST_START = /^\s*(?:[-+]|\d+[.)])/u;

/** Everything that a client, a text view or JavaScript may take for the end of a line. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The lines of a text without their breaks, in order; at least one. */
export function splitLines(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_BREAK)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/**
 * Each half of a broken surrogate pair as U+FFFD, which is what UTF-8 would make of it. The length
 * stays, so that offsets stay.
 */
export function replaceLoneSurrogates(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}

/**
 * One line of plain text as Discord markdown that shows exactly that text: no formatting, mention,
 * link, timestamp or emoji code. Everything that cannot be seen stays as well, so that a copy is
 * the original. A backslash makes any ASCII punctuation plain (measured rules: test/bot/reader).
 *
 * @param range the part to return; what stands before it decides whether it starts the line.
 */
export function escapeLine(line: string, range: Range = { start: 0, end: line.length }): string {
  const listStart = (LIST_START.exec(line)?.[0].length ?? 0) - 1;
  let escaped = '';
  for (let index = range.start; index < range.end; index += 1) {
    const unit = line.charAt(index);
    escaped += ACTIVE_ANYWHERE.has(unit) || index === listStart ? `\\${unit}` : unit;
  }
  return escaped;
}

/** Plain text of several lines as Discord markdown that shows exactly that text; see {@link escapeLine}. */
export function escapeText(text: string): string {
  const clean = replaceLoneSurrogates(text);
  return splitLines(clean)
    .map(({ start, end }) => escapeLine(clean.slice(start, end)))
    .join('\n');
}

/** Embeddings and overrides end with PDF, isolates with PDI (Unicode Standard Annex 9). */
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';
const FIRST_STRONG_ISOLATE = '\u2068';
const EMBEDDINGS = new Set('\u202A\u202B\u202D\u202E');
const ISOLATES = new Set('\u2066\u2067\u2068');
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Scripts that run from right to left, and the marks that act like them. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * What has to stand after a line of quoted text so that no direction it opened goes on into our own
 * words. The quote itself keeps its controls: it is shown as it stands in the article. The answer is
 * empty for nearly every text, and never visible.
 */
export function bidiClosers(line: string): string {
  const open: string[] = [];
  let isolateCount = 0;
  for (const unit of line) {
    if (EMBEDDINGS.has(unit)) open.push(POP_EMBEDDING);
    else if (ISOLATES.has(unit)) {
      open.push(POP_ISOLATE);
      isolateCount += 1;
    } else if (unit === POP_EMBEDDING && open.at(-1) === POP_EMBEDDING) open.pop();
    else if (unit === POP_ISOLATE && isolateCount > 0) {
      isolateCount -= 1;
      // An isolate's end closes every embedding inside of it as well.
      while (open.pop() !== POP_ISOLATE);
    }
  }
  return open.toReversed().join('');
}

/**
 * A label such as a title for a line of ours: direction controls are taken out, and a text that runs
 * from right to left is isolated, so that it cannot reorder what stands beside it.
 */
export function isolateLabel(label: string): string {
  const plain = label.replace(BIDI_CONTROLS, '');
  return RIGHT_TO_LEFT.test(plain) ? `${FIRST_STRONG_ISOLATE}${plain}${POP_ISOLATE}` : plain;
}

/**
 * A short text from outside (a title, a publisher, a name) for a line of ours, as plain text: on one
 * line, not longer than `maxUnits` UTF-16 units, and unable to reorder its neighbours.
 */
export function plainLabel(text: string, maxUnits: number): string {
  const line = text.replace(/[\s\u0085]+/gu, ' ').trim();
  return isolateLabel(shorten(line, maxUnits));
}

/** The same as Discord markdown that shows exactly that. */
export function labelText(text: string, maxUnits: number): string {
  return escapeText(plainLabel(text, maxUnits));
}

/**
 * Lines of Markdown in small print. Those that say nothing are left out: Discord may take the line
 * that follows an empty one for its content.
 */
export function subtleLines(lines: readonly string[]): string {
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => `-# ${line}`)
    .join('\n');
}
