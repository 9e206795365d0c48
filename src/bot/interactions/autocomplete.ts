import type { AutocompleteInteraction } from 'discord.js';
import { z } from 'zod';
import {
  type Choice,
  type Command,
  completeOption,
  type OptionDefinition,
  type Services,
} from '../../commands/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import type { SuggestionIndex } from '../../retrieval/index.ts';
import type { Logger } from '../../shared/log.ts';
import type { Timers } from '../../shared/timers.ts';
import { CHOICE_LIMITS } from '../render/message-limits.ts';
import { localeOf } from './incoming.ts';

/**
 * How long the suggestions may take to be there, in ms. Nobody waits gladly while typing, and when
 * they are not collected yet that takes seconds.
 */
export const SUGGESTIONS_WITHIN_MS = 500;

/** How long the catalogue may take instead, in ms. Discord waits 3,000 in all, and cannot be put off. */
export const CATALOGUE_WITHIN_MS = 1500;

/** What completing needs. */
export interface AutocompleteOptions {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly timers: Timers;
  readonly defaultLocale: Locale | null;
}

interface Typed {
  readonly name: string;
  readonly value?: unknown;
  readonly focused?: boolean | undefined;
  readonly options?: readonly Typed[] | undefined;
}

const TYPED: z.ZodType<Typed> = z.lazy(() =>
  z.object({
    name: z.string(),
    value: z.unknown().optional(),
    focused: z.boolean().optional(),
    options: z.array(TYPED).optional(),
  }),
);

/** Answers an autocomplete: with nothing where there is nothing to offer, or anything fails. */
export async function handleAutocomplete(
  interaction: AutocompleteInteraction,
  options: AutocompleteOptions,
  log: Logger,
): Promise<void> {
  let choices: readonly Choice[] = [];
  try {
    choices = await choicesFor(interaction, options, log);
  } catch (error) {
    log.error({ err: error, command: interaction.commandName }, 'could not complete an option');
  }
  await sendChoices(interaction, choices, log);
}

/** Answers an autocomplete; without an answer the client would show an error. */
export async function sendChoices(
  interaction: AutocompleteInteraction,
  choices: readonly Choice[],
  log: Logger,
): Promise<void> {
  try {
    await interaction.respond(choices.map(({ name, value }) => ({ name, value })));
  } catch (error) {
    // Usually the person has typed on, and Discord does not want this answer any more.
    log.debug({ err: error }, 'could not answer an autocomplete');
  }
}

async function choicesFor(
  interaction: AutocompleteInteraction,
  { commands, services, timers, defaultLocale }: AutocompleteOptions,
  log: Logger,
): Promise<readonly Choice[]> {
  const typed = z.array(TYPED).parse(interaction.options.data);
  const [first] = typed;
  const subcommand = first?.options === undefined ? null : first.name;
  const given = first?.options ?? typed;
  const focused = given.find((option) => option.focused === true);
  const definitions = optionsOf(commands, interaction.commandName, subcommand);
  const completes = definitions.find(({ name }) => name === focused?.name)?.completes;
  if (completes === undefined || typeof focused?.value !== 'string') return [];
  const generation = services.library.current();
  const index = await indexOf(generation, timers, log);
  if (index === null) return [];
  const call = {
    completes,
    typed: focused.value,
    options: Object.fromEntries(given.map(({ name, value }) => [name, value])),
    locale: localeOf(interaction, defaultLocale),
  };
  return completeOption(call, index, CHOICE_LIMITS);
}

/** All suggestions where they are there, else the catalogue; null when that takes too long as well. */
async function indexOf(
  generation: Generation,
  timers: Timers,
  log: Logger,
): Promise<SuggestionIndex | null> {
  const suggestions = generation.suggestions().catch((error: unknown) => {
    log.error({ err: error }, 'could not collect the suggestions');
    return null;
  });
  return (
    (await withinTime(suggestions, SUGGESTIONS_WITHIN_MS, timers)) ??
    (await withinTime(generation.catalogue(), CATALOGUE_WITHIN_MS, timers))
  );
}

/** Null when it takes too long; by the next letter it may be there. */
async function withinTime<Result>(
  work: Promise<Result>,
  limitMs: number,
  timers: Timers,
): Promise<Result | null> {
  let cancel = () => {};
  const expired = new Promise<null>((resolve) => {
    cancel = timers.after(limitMs, () => resolve(null));
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    cancel();
  }
}

function optionsOf(
  commands: readonly Command[],
  name: string,
  subcommand: string | null,
): readonly OptionDefinition[] {
  const definition = commands.find((command) => command.definition.name === name)?.definition;
  if (subcommand === null) return definition?.options ?? [];
  return definition?.subcommands.find((each) => each.name === subcommand)?.options ?? [];
}
