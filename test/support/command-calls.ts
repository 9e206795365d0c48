import type { CommandCall, CommandResult, Services } from '../../src/commands/index.ts';
import { commands } from '../../src/commands/index.ts';
import type { Library } from '../../src/library/index.ts';
import { UserError } from '../../src/shared/errors.ts';

/** Runs one of the real commands as a moderator who reads American English. */
export async function run(
  name: string,
  library: Library,
  options: CommandCall['options'] = {},
  fields: Partial<CommandCall> = {},
  services: Partial<Services> = {},
): Promise<CommandResult> {
  const command = commands.find(({ definition }) => definition.name === name);
  if (!command) throw new Error(`there is no command ${name}`);
  const call: CommandCall = {
    subcommand: null,
    options,
    locale: 'en-US',
    isModerator: true,
    person: null,
    ...fields,
  };
  return command.run(call, { library, ...services });
}

/** The UserError that a promise is rejected with; anything else fails the test. */
export async function userErrorOf(promise: Promise<unknown>): Promise<UserError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('expected a UserError');
}

/** The texts of a reply's text blocks, in order. */
export function textsOf({ reply }: CommandResult): readonly string[] {
  return reply.blocks.flatMap((block) => (block.type === 'text' ? [block.text] : []));
}

/** The items of all lists of a reply, in order. */
export function itemsOf({ reply }: CommandResult) {
  return reply.blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
}

/** The quote blocks of a reply, in order. */
export function quotesOf({ reply }: CommandResult) {
  return reply.blocks.filter((block) => block.type === 'quote');
}
