import {
  type CommandCall,
  type CommandResult,
  commands,
  fittingReply,
  type Reply,
  type Services,
  wholeReply,
} from '../../src/commands/index.ts';
import type { Library } from '../../src/library/index.ts';
import { UserError } from '../../src/shared/errors.ts';

/** What a command answered, as its front end shows it. */
export type ShownResult = Omit<CommandResult, 'shorter'> & { readonly reply: Reply };

/** How a call differs from others, and how much room its front end has: for everything when left out. */
export type CallFields = Partial<CommandCall> & { readonly fits?: (reply: Reply) => boolean };

/** A front end that has room for so many quotes. */
export function roomFor(quotes: number): CallFields {
  return {
    fits: ({ blocks }) => blocks.filter(({ type }) => type === 'quote').length <= quotes,
  };
}

/** Runs one of the real commands as a moderator who reads American English. */
export async function run(
  name: string,
  library: Library,
  options: CommandCall['options'] = {},
  { fits, ...fields }: CallFields = {},
  services: Partial<Services> = {},
): Promise<ShownResult> {
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
  const result = await command.run(call, { library, ...services });
  return { ...result, reply: fits ? fittingReply(result, fits) : wholeReply(result) };
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
export function textsOf({ reply }: Pick<ShownResult, 'reply'>): readonly string[] {
  return reply.blocks.flatMap((block) => (block.type === 'text' ? [block.text] : []));
}

/** The items of all lists of a reply, in order. */
export function itemsOf({ reply }: Pick<ShownResult, 'reply'>) {
  return reply.blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
}

/** The quote blocks of a reply, in order. */
export function quotesOf({ reply }: Pick<ShownResult, 'reply'>) {
  return reply.blocks.filter((block) => block.type === 'quote');
}
