import { isolateLabel } from './bidi.ts';
import { escapeText } from './escape.ts';
import { shorten } from './graphemes.ts';

/**
 * A short text from outside (a title, a publisher, a question) for a line of ours: on one line, not
 * longer than `maxUnits` UTF-16 units, shown as plain text, and unable to reorder its neighbours.
 */
export function labelText(text: string, maxUnits: number): string {
  const line = text.replace(/[\s\u0085]+/gu, ' ').trim();
  return escapeText(isolateLabel(shorten(line, maxUnits)));
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
