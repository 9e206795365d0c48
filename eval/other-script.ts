import { Converter } from 'opencc-js';

/** Taiwan's characters; words stay as they are, as for a person who changes the keyboard only. */
const toTraditional = Converter({ from: 'cn', to: 'tw' });
const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Whether a text has a character that only traditional Chinese writes. */
export function isTraditional(text: string): boolean {
  return toSimplified(text) !== text;
}

/** Traditional Chinese in simplified characters, and simplified in traditional ones. */
export function inOtherScript(text: string): string {
  return isTraditional(text) ? toSimplified(text) : toTraditional(text);
}
