import {
  type CommandDefinition,
  completeOption,
  type OptionDefinition,
} from '../../commands/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { type Completion, complete } from './complete.ts';
import { mainOption } from './parse-line.ts';

/** So many values are listed; longer ones than this do not fit a line, in UTF-16 units. */
const LIMITS = { count: 25, units: 200 };

/** The value that stands at the end of a line. */
interface OpenValue {
  readonly option: OptionDefinition;
  /** Offset of the part of the line that a value replaces. */
  readonly start: number;
  readonly typed: string;
  /** What stands before the value: a name, or nothing. */
  readonly prefix: string;
}

/** What completing a line needs. */
export interface LineContext {
  readonly definitions: readonly CommandDefinition[];
  readonly generation: Generation;
  readonly locale: Locale;
}

/**
 * Completes a line up to the cursor as `complete` does, and where a value or a question stands at its
 * end, from the articles.
 */
export async function completeLine(line: string, context: LineContext): Promise<Completion> {
  const known = complete(line, context.definitions);
  const open = findOpenValue(line, context.definitions);
  // A name could be meant where text without one is typed, but not where its own name is before it.
  if (!open || (open.prefix === '' && known[0].length > 0)) return known;
  const candidates = await candidatesFor(open, context);
  return candidates.length === 0 ? known : [candidates, line.slice(open.start)];
}

async function candidatesFor(
  { option, typed, prefix }: OpenValue,
  { generation, locale }: LineContext,
): Promise<string[]> {
  if (option.completes === undefined) return [];
  const call = { completes: option.completes, typed, options: {}, locale };
  const values = completeOption(call, await generation.suggestions(), LIMITS)
    .map(({ value }) => value)
    .filter((value) => value !== typed.trim());
  const isLonger = values.every((value) => value.startsWith(typed));
  // Readline puts what all candidates have in common instead of what is typed, even where that
  // is less: with the typed text among them it only lists them.
  const listed = values.length > 1 && !isLonger ? [...values, typed] : values;
  return listed.map((value) => `${prefix}${written(value, prefix)}`);
}

function findOpenValue(line: string, definitions: readonly CommandDefinition[]): OpenValue | null {
  if (!line.startsWith('/')) {
    const option = mainOption(definitions.find(({ name }) => name === 'ask')?.options ?? []);
    return option && line.trim() !== '' ? { option, start: 0, typed: line, prefix: '' } : null;
  }
  const { name, rest = '' } = /^\/(?<name>\S+)\s(?<rest>[^]*)$/u.exec(line)?.groups ?? {};
  const options = definitions.find((definition) => definition.name === name)?.options ?? [];
  const named = lastNamed(rest, options);
  const before = line.length - rest.length;
  if (named) return { ...named, start: before + named.start };
  const main = mainOption(options);
  const hasNames = options.some((option) => rest.includes(`${option.name}:`));
  if (!main || rest.trim() === '' || hasNames) return null;
  return { option: main, start: before, typed: rest, prefix: '' };
}

/** The last `name:value` or `name:"value` that is not closed. */
function lastNamed(rest: string, options: readonly OptionDefinition[]): OpenValue | null {
  const found = options.flatMap((option) => {
    const at = rest.lastIndexOf(`${option.name}:`);
    return at === -1 || (at > 0 && !/\s/u.test(rest.charAt(at - 1))) ? [] : [{ option, at }];
  });
  const [last] = found.toSorted((a, b) => b.at - a.at);
  if (!last) return null;
  const prefix = `${last.option.name}:`;
  const value = rest.slice(last.at + prefix.length);
  const { quoted, plain } = /^(?:"(?<quoted>[^"]*)|(?<plain>[^\s"]*))$/u.exec(value)?.groups ?? {};
  const typed = quoted ?? plain;
  return typed === undefined ? null : { option: last.option, start: last.at, typed, prefix };
}

/** A value as it is typed: in quotation marks behind a name where it has spaces. */
function written(value: string, prefix: string): string {
  if (prefix === '') return value;
  return /^[\p{L}\p{N}_./-]+$/u.test(value)
    ? `${value} `
    : `"${value.replaceAll(/["\\]/gu, '\\$&')}" `;
}
