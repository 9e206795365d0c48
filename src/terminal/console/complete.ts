import type { CommandDefinition, OptionDefinition } from '../../commands/index.ts';
import { CONSOLE_COMMANDS } from './parse-line.ts';

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
    return completeOption(typed, before, [...options, ...buttonOptions]);
  }
  const subcommand = definition.subcommands.find((each) => each.name === words[0]);
  if (subcommand) return completeOption(typed, before, subcommand.options);
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

function completeOption(
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
