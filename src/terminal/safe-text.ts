/** Stands for a character that may not reach a terminal and has no picture of its own. */
const REPLACEMENT = '\u{fffd}';

/**
 * What could make a terminal do something other than show a character: C0 and C1 controls (among
 * them ESC and CSI), marks that reverse the direction of text, and halves of surrogate pairs. Tab
 * and line breaks stay: they are white space to whoever wraps the text.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text with every character that could steer a terminal replaced by a visible one: `ESC` by `␛`
 * and so on. One UTF-16 unit for one, so that offsets into the text still hold, and nothing else is
 * changed.
 */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    if (code <= 0x1f) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u{2421}' : REPLACEMENT;
  });
}

/**
 * A value as JSON that is safe to show: the same value to whoever parses it, with the characters
 * that JSON would leave bare and a terminal obeys written as `\uXXXX`.
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
