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

/**
 * The beginning of one line of text, at most `maxLength` UTF-16 units with the "…" that then ends
 * it. Cut between words, or between graphemes where the first word alone is too long.
 */
export function cutAtWord(line: string, maxLength: number, language: string): string {
  if (line.length <= maxLength) return line;
  const words = takeSegments(
    line,
    maxLength - 1,
    new Intl.Segmenter(language, { granularity: 'word' }),
  );
  const kept = words.replace(/[\s,;:，；：、(（[“‘–—-]+$/u, '');
  if (kept !== '') return `${kept}…`;
  const graphemes = new Intl.Segmenter(language, { granularity: 'grapheme' });
  return `${takeSegments(line, maxLength - 1, graphemes)}…`;
}

function takeSegments(line: string, maxLength: number, segmenter: Intl.Segmenter): string {
  // A window suffices, and keeps the cost independent of the line's length.
  const window = line.slice(0, maxLength * 2);
  let end = 0;
  for (const { index, segment } of segmenter.segment(window)) {
    if (index + segment.length > maxLength) break;
    end = index + segment.length;
  }
  return window.slice(0, end);
}
