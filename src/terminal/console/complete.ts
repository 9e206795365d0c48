import {
  type CommandDefinition,
  completeOption,
  type OptionDefinition,
} from '../../commands/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { inQuotes } from '../write-call.ts';
import { CONSOLE_COMMANDS, mainOption } from './parse-line.ts';

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
interface LineContext {
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
  return listed.map((value) => (prefix === '' ? value : `${prefix}${inQuotes(value)} `));
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

/** What can stand where the cursor is, and the part of the line that it would replace. */
export type Completion = [candidates: string[], typed: string];

/**
 * Completes a line up to the cursor from the definitions: commands, sub-commands, option names that
 * are not there yet, and the values of an option that has a closed set of them.
 */
export function complete(line: string, definitions: readonly CommandDefinition[]): Completion {
  // Not /\S*$/, which would look at a long word once for each of its characters.
  const typed = line.split(/\s/u).at(-1) ?? '';
  const before = line.slice(0, line.length - typed.length);
  const [command, ...words] = before.split(/\s+/u).filter(Boolean);
  if (command === undefined) return completeCommand(typed, definitions);
  const definition = definitions.find((each) => `/${each.name}` === command);
  if (!definition) return [[], typed];
  if (definition.subcommands.length === 0) {
    const { options, buttonOptions = [] } = definition;
    return completeNames(typed, before, [...options, ...buttonOptions]);
  }
  const subcommand = definition.subcommands.find((each) => each.name === words[0]);
  if (subcommand) return completeNames(typed, before, subcommand.options);
  const names = words.length === 0 ? definition.subcommands.map((each) => `${each.name} `) : [];
  return [startingWith(names, typed), typed];
}

function completeCommand(typed: string, definitions: readonly CommandDefinition[]): Completion {
  if (!typed.startsWith('/')) return [[], typed];
  const names = [
    ...definitions.map((each) => `/${each.name} `),
    ...CONSOLE_COMMANDS.map((name) => `/${name}`),
  ];
  return [startingWith(names, typed), typed];
}

function completeNames(
  typed: string,
  before: string,
  options: readonly OptionDefinition[],
): Completion {
  const candidates = options
    .filter((option) => !new RegExp(`(?:^|\\s)${option.name}[:：]`, 'iu').test(before))
    .flatMap((option) =>
      // The values only once the name is there, or one option would crowd out the others.
      typed.startsWith(`${option.name}:`)
        ? valuesOf(option).map((value) => `${option.name}:${value} `)
        : [`${option.name}:`],
    );
  return [startingWith(candidates, typed), typed];
}

function valuesOf(option: OptionDefinition): readonly string[] {
  if (option.type === 'boolean') return ['true', 'false'];
  return option.choices?.map((choice) => choice.value) ?? [];
}

function startingWith(candidates: readonly string[], typed: string): string[] {
  return candidates.filter((candidate) => candidate.startsWith(typed));
}
