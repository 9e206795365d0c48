import type { Localised } from '../i18n/index.ts';
import { UserError } from '../shared/errors.ts';
import type { Command, CommandCall, CommandDefinition, OptionDefinition } from './command.ts';
import { commandMessages } from './messages.ts';

/** A part of a moderators' command: how it is offered, and what it does. */
interface Subcommand {
  readonly description: Localised;
  readonly options?: readonly OptionDefinition[];
  readonly run: Command['run'];
}

/** A command for moderators that is all subcommands, by their names. */
export function moderatorCommand(
  definition: Pick<CommandDefinition, 'name' | 'description' | 'feature'>,
  subcommands: Readonly<Record<string, Subcommand>>,
): Command {
  const byName = new Map(Object.entries(subcommands));
  return {
    definition: {
      ...definition,
      access: 'moderators',
      options: [],
      subcommands: Array.from(byName, ([name, { description, options = [] }]) => {
        return { name, description, options };
      }),
    },
    run: async (call, services) => {
      requireModerator(call);
      const subcommand = byName.get(call.subcommand ?? '');
      if (subcommand) return subcommand.run(call, services);
      const { unknownSubcommand, listSeparator } = commandMessages[call.locale];
      const known = [...byName.keys()].join(listSeparator);
      throw new UserError('unknown-subcommand', unknownSubcommand(definition.name, known));
    },
  };
}

/** @throws UserError when the person may not use moderators' commands. */
export function requireModerator({ isModerator, locale }: CommandCall): void {
  if (!isModerator) {
    throw new UserError('moderators-only', commandMessages[locale].moderatorsOnly);
  }
}
