import type { ActionCall, CommandDefinition, OptionDefinition } from '../commands/index.ts';

/** How a use of a command is typed. */
export type WriteCall = (call: ActionCall) => string;

/** As it is typed at the console's prompt: `/timeline all:true topic:"the ban"`. */
export function writeConsoleCall({ command, subcommand, options }: ActionCall): string {
  const written = Object.entries(options).map(([name, value]) => `${name}:${inQuotes(value)}`);
  const name = subcommand === undefined ? [`/${command}`] : [`/${command}`, subcommand];
  return [...name, ...written].join(' ');
}

/** A value as it is typed at the prompt: in quotation marks unless it is one plain word. */
export function inQuotes(value: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(value) ? value : `"${value.replace(/["\\]/gu, '\\$&')}"`;
}

/** As it is typed in a POSIX shell: `verbatim timeline --all 'the ban'`. */
export function createShellCallWriter(definitions: readonly CommandDefinition[]): WriteCall {
  return ({ command, subcommand, options }) => {
    const definition = definitions.find(({ name }) => name === command);
    const known =
      subcommand === undefined
        ? definition && [...definition.options, ...(definition.buttonOptions ?? [])]
        : definition?.subcommands.find(({ name }) => name === subcommand)?.options;
    return [
      'verbatim',
      command,
      ...(subcommand === undefined ? [] : [subcommand]),
      ...writeOptions(options, known ?? []),
    ].join(' ');
  };
}

function writeOptions(
  options: ActionCall['options'],
  known: readonly OptionDefinition[],
): readonly string[] {
  const main = known.find(({ type }) => type === 'string')?.name;
  const flags = Object.entries(options).flatMap(([name, value]) => {
    if (name === main) return [];
    const isFlag = known.some((option) => option.name === name && option.type === 'boolean');
    return isFlag ? [`--${name}`] : [`--${name} ${forShell(value)}`];
  });
  const text = main === undefined ? undefined : options[main];
  const words = text === undefined ? [] : [...(text.startsWith('-') ? ['--'] : []), forShell(text)];
  return [...flags, ...words];
}

function forShell(value: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
