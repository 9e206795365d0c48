import { distance } from 'fastest-levenshtein';
import type { CommandDefinition, OptionDefinition } from '../../commands/index.ts';

/** What a line typed at the prompt asks for. */
export type ConsoleLine =
  | { readonly type: 'empty' | 'help' | 'quit' }
  | {
      readonly type: 'call';
      readonly command: string;
      readonly subcommand: string | null;
      readonly options: Readonly<Record<string, string | boolean>>;
    }
  | { readonly type: 'unknown-command'; readonly name: string; readonly nearest: string | null }
  | {
      readonly type: 'subcommand-missing';
      readonly command: string;
      readonly subcommands: readonly string[];
    }
  | { readonly type: 'unclosed-quote' | 'trailing-backslash' }
  | { readonly type: 'unexpected-text'; readonly text: string };

/** The console's own commands. */
export const CONSOLE_COMMANDS = ['help', 'quit'] as const;

/** How many letters may be wrong for a command to be suggested. */
const MAX_TYPOS = 2;

/** Reads one line. A line without a slash is a question, word for word. */
export function parseLine(line: string, definitions: readonly CommandDefinition[]): ConsoleLine {
  const text = line.trim();
  if (text === '') return { type: 'empty' };
  if (!text.startsWith('/')) {
    return { type: 'call', command: 'ask', subcommand: null, options: { question: text } };
  }
  const [word, afterWord] = splitWord(text.slice(1));
  const name = word.toLowerCase();
  if (name === 'help' || name === '?') return { type: 'help' };
  if (name === 'quit' || name === 'exit') return { type: 'quit' };
  const definition = definitions.find((each) => each.name === name);
  if (!definition) {
    const names = [...definitions.map((each) => each.name), ...CONSOLE_COMMANDS];
    return { type: 'unknown-command', name: word, nearest: nearestName(name, names) };
  }
  if (definition.subcommands.length === 0) {
    const { options, buttonOptions = [] } = definition;
    return parseCall(definition.name, null, [...options, ...buttonOptions], afterWord);
  }
  const [subWord, afterSubWord] = splitWord(afterWord);
  const subcommand = definition.subcommands.find((each) => each.name === subWord.toLowerCase());
  return subcommand
    ? parseCall(definition.name, subcommand.name, subcommand.options, afterSubWord)
    : {
        type: 'subcommand-missing',
        command: definition.name,
        subcommands: definition.subcommands.map((each) => each.name),
      };
}

function parseCall(
  command: string,
  subcommand: string | null,
  definitions: readonly OptionDefinition[],
  text: string,
): ConsoleLine {
  const parsed = parseArguments(
    text,
    definitions.map((option) => option.name),
  );
  if ('error' in parsed) return { type: parsed.error };
  const options: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(parsed.options)) {
    const isBoolean = definitions.find((option) => option.name === name)?.type === 'boolean';
    options[name] = isBoolean ? toBoolean(value) : value;
  }
  if (parsed.rest !== '') {
    const main = mainOption(definitions);
    if (!main) return { type: 'unexpected-text', text: parsed.rest };
    options[main.name] = [parsed.rest, parsed.options[main.name]].filter(Boolean).join(' ');
  }
  return { type: 'call', command, subcommand, options };
}

/** The option that text without a name is for: the first one that takes text. */
export function mainOption(options: readonly OptionDefinition[]): OptionDefinition | undefined {
  return options[0]?.type === 'string' ? options[0] : undefined;
}

function toBoolean(value: string): string | boolean {
  const lower = value.toLowerCase();
  return lower === 'true' || (lower !== 'false' && value);
}

function splitWord(text: string): [string, string] {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/u.exec(text) ?? [];
  return [word, rest];
}

function nearestName(name: string, names: readonly string[]): string | null {
  const ranked = names
    .map((each) => ({ name: each, typos: distance(name, each) }))
    .toSorted((a, b) => a.typos - b.typos);
  const best = ranked[0];
  return best && best.typos <= MAX_TYPOS ? best.name : null;
}

/** What stands behind a command: its options by name, and the text that belongs to none of them. */
type ParsedArguments =
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
