/** A text as a part of a regular expression with the flag `u` or `v` that matches it as it is. */
export function escapePattern(text: string): string {
  return text.replace(/[\^$\\.*+?()[\]{}|/]/gu, '\\$&');
}
