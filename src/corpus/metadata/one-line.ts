import { graphemesOf } from '../../shared/graphemes.ts';

/**
 * Control characters, halves of surrogate pairs and invisible marks that reverse or hide text.
 * The zero-width joiner stays: emoji and several scripts need it.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** `text` on a single line: white space collapsed and trimmed, control characters left out. */
export function toOneLine(text: string): string {
  return text
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}

// The rules of the locale hardly matter: Chinese and Japanese words are told by script.
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The beginning of one line of text, at most `maxLength` UTF-16 units with the "…" that then ends
 * it. Cut between words, or between graphemes where the first word alone is too long.
 */
export function cutAtWord(line: string, maxLength: number): string {
  if (line.length <= maxLength) return line;
  // A window suffices, and keeps the cost independent of the line's length.
  const window = line.slice(0, maxLength * 2);
  const words = takeSegments(WORDS.segment(window), maxLength - 1);
  const kept = words.replace(/[\s,;:，；：、(（[“‘–—-]+$/u, '');
  if (kept !== '') return `${kept}…`;
  return `${takeSegments(graphemesOf(window), maxLength - 1)}…`;
}

function takeSegments(segments: Intl.Segments, maxLength: number): string {
  let taken = '';
  for (const { segment } of segments) {
    if (taken.length + segment.length > maxLength) break;
    taken += segment;
  }
  return taken;
}
