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

/** A line of a text, `[start, end)` without its break. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text, in order; at least one. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
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
export function escapeLine(line: string, range: Line = { start: 0, end: line.length }): string {
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
