/** What stands behind a command: its options by name, and the text that belongs to none of them. */
export type ParsedArguments =
  | { readonly options: Readonly<Record<string, string>>; readonly rest: string }
  | QuoteError;

interface QuoteError {
  readonly error: 'unclosed-quote' | 'trailing-backslash';
}

/**
 * Reads `name:value` pairs as Discord writes them. A value goes on to the next name or the end, so
 * that `question:When must it be sold? source:Guardian` needs no quotation marks; in quotation marks
 * it may hold anything, with `\"` and `\\` for these two. A colon after a word that is not among
 * `names` is text. A name given twice takes the last value.
 */
export function parseArguments(text: string, names: readonly string[]): ParsedArguments {
  const options: Record<string, string> = {};
  const rest: string[] = [];
  let position = text.length - text.trimStart().length;

  // A text wholly in quotation marks is one value, whatever names stand inside.
  const whole = text[position] === '"' ? readQuoted(text, position) : null;
  if (whole && !('error' in whole) && startsWithNameOrEnd(text.slice(whole.end), names)) {
    rest.push(whole.value);
    position = whole.end;
  }
  for (;;) {
    const next = findName(text, position, names);
    rest.push(text.slice(position, next?.start).trim());
    if (!next) break;
    if (text[next.valueStart] === '"') {
      const quoted = readQuoted(text, next.valueStart);
      if ('error' in quoted) return quoted;
      options[next.name] = quoted.value;
      position = quoted.end;
    } else {
      const end = findName(text, next.valueStart, names)?.start ?? text.length;
      options[next.name] = text.slice(next.valueStart, end).trim();
      position = end;
    }
  }
  return { options, rest: rest.filter(Boolean).join(' ') };
}

interface FoundName {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
}

function findName(text: string, from: number, names: readonly string[]): FoundName | null {
  if (names.length === 0) return null;
  // A Chinese input method writes the full-width colon.
  const pattern = new RegExp(`(?<=^|\\s)(?<name>${names.join('|')})[:：](?=\\S)`, 'giu');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  const name = match?.groups?.['name'];
  if (!match || name === undefined) return null;
  return {
    name: name.toLowerCase(),
    start: match.index,
    valueStart: match.index + match[0].length,
  };
}

function startsWithNameOrEnd(text: string, names: readonly string[]): boolean {
  const start = text.length - text.trimStart().length;
  return start === text.length || (start > 0 && findName(text, start, names)?.start === start);
}

interface Quoted {
  readonly value: string;
  /** Behind the closing quotation mark. */
  readonly end: number;
}

function readQuoted(text: string, start: number): Quoted | QuoteError {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '"') {
      const value = text.slice(start + 1, index).replace(/\\(["\\])/g, '$1');
      return { value, end: index + 1 };
    }
    if (text[index] === '\\') {
      index += 1;
      if (index === text.length) return { error: 'trailing-backslash' };
    }
  }
  return { error: 'unclosed-quote' };
}
