/** Where words stand in a text, or what is wrong when they do not stand there exactly once. */
export function locateWords(
  text: string,
  words: string,
): { readonly start: number; readonly end: number } | 'is not' | 'is more than once' {
  const start = text.indexOf(words);
  if (start === -1) return 'is not';
  if (text.includes(words, start + 1)) return 'is more than once';
  return { start, end: start + words.length };
}
