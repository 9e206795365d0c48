import { shorten } from '../../shared/graphemes.ts';
import { isolateLabel } from './bidi.ts';
import { escapeText } from './escape.ts';

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
