import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  RepliableInteraction,
} from 'discord.js';
import { ZodError } from 'zod';
import type { Command } from '../commands/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { Logger } from '../log.ts';
import { type Answer, createAnswer } from './answer.ts';
import { canAttachFiles, findCommand, isModerator, localeOf, parseCommand } from './incoming.ts';
import { isByAsker, parseControl } from './incoming-control.ts';
import { botMessages } from './messages.ts';
import { type CommandUse, type ProducerOptions, produceMessage } from './produce-message.ts';
import { asPrivate, renderNotice } from './render-reply.ts';
import { createResponder, createUpdater } from './responder.ts';

/** How long a command may run before its answer is deferred, in ms. Discord waits 3,000. */
export const DEFER_AFTER_MS = 1500;

/** What the dispatcher is given. */
export interface DispatchOptions extends ProducerOptions {
  readonly commands: readonly Command[];
  readonly log: Logger;
  readonly moderatorRoleIds: readonly string[];
  readonly defaultLocale: Locale | null;
}

/** Answers interactions. */
export interface Dispatcher {
  /** Answers one interaction. Never rejects: this is the one error boundary. */
  readonly handle: (interaction: Interaction) => Promise<void>;
  /** From now on every interaction is told that the bot restarts. Resolves when what runs has ended. */
  readonly drain: () => Promise<void>;
}

/** The dispatcher of every interaction there is. */
export function createDispatcher(options: DispatchOptions): Dispatcher {
  const running = new Set<Promise<void>>();
  let isDraining = false;

  async function route(interaction: Interaction): Promise<void> {
    const log = options.log.child({ interaction: interaction.id });
    try {
      if (interaction.isAutocomplete()) await respondNothing(interaction, log);
      else if (isDraining) await notify(interaction, (messages) => messages.restarting);
      else if (interaction.isChatInputCommand()) await runCommand(interaction, log);
      else if (interaction.isButton()) await useControl(interaction, log);
      else if (interaction.isCommand()) {
        const { commandName } = interaction;
        await notify(interaction, (messages) => messages.unknownCommand(commandName));
      } else await notify(interaction, (messages) => messages.unknownControl);
    } catch (error) {
      log.error({ err: error }, 'an interaction could not be handled');
    }
  }

  async function notify(
    interaction: RepliableInteraction,
    choose: (messages: ReturnType<typeof botMessages>) => string,
  ): Promise<void> {
    const messages = botMessages(localeOf(interaction, options.defaultLocale));
    const answer = createAnswer(createResponder(interaction), true, options.log);
    await answer.send(renderNotice(choose(messages)));
  }

  async function runCommand(
    interaction: ChatInputCommandInteraction,
    parentLog: Logger,
  ): Promise<void> {
    const log = parentLog.child({ command: interaction.commandName });
    const incoming = parseOrNull(interaction, log);
    const command = incoming && findCommand(options.commands, incoming);
    if (!incoming || !command) {
      log.warn('an unknown command was used; are the registered commands up to date?');
      await notify(interaction, (messages) => messages.unknownCommand(interaction.commandName));
      return;
    }
    const isPrivate =
      command.definition.access === 'moderators' || incoming.options['private'] === true;
    const { subcommand, options: given } = incoming;
    const call = { subcommand, options: given, ...callerOf(interaction) };
    const answer = createAnswer(createResponder(interaction), isPrivate, log);
    const canAttach = canAttachFiles(interaction);
    await respond({ command, call, shownGenerationId: null, canAttach }, answer, isPrivate, log);
  }

  /** The asker's own message turns to what was asked for; other people get a message of their own. */
  async function useControl(interaction: ButtonInteraction, parentLog: Logger): Promise<void> {
    const control = parseControl(interaction);
    const incoming = control && { ...control, name: control.command, subcommand: null };
    const command = incoming && findCommand(options.commands, incoming);
    if (!control || !command) {
      await notify(interaction, (messages) => messages.unknownControl);
      return;
    }
    const log = parentLog.child({ command: control.command, control: true });
    const call = { subcommand: null, options: control.options, ...callerOf(interaction) };
    const canAttach = canAttachFiles(interaction);
    const use = { command, call, shownGenerationId: control.generationId, canAttach };
    const isPrivate = !isByAsker(interaction);
    const responder = isPrivate ? createResponder(interaction) : createUpdater(interaction);
    await respond(use, createAnswer(responder, isPrivate, log), isPrivate, log);
  }

  async function respond(
    use: CommandUse,
    answer: Answer,
    isPrivate: boolean,
    log: Logger,
  ): Promise<void> {
    const cancelDefer =
      use.command.definition.access === 'moderators'
        ? deferNow(answer)
        : options.timers.after(DEFER_AFTER_MS, () => void answer.defer());
    const message = await produceMessage(use, options, answer, log);
    cancelDefer();
    await answer.send(isPrivate ? asPrivate(message) : message);
  }

  function callerOf(interaction: Interaction): Pick<CommandUse['call'], 'locale' | 'isModerator'> {
    return {
      locale: localeOf(interaction, options.defaultLocale),
      isModerator: isModerator(interaction, options.moderatorRoleIds),
    };
  }

  return {
    async handle(interaction) {
      const work = route(interaction);
      running.add(work);
      await work;
      running.delete(work);
    },
    async drain() {
      isDraining = true;
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function deferNow(answer: Answer): () => void {
  void answer.defer();
  return () => {};
}

function parseOrNull(interaction: ChatInputCommandInteraction, log: Logger) {
  try {
    return parseCommand(interaction);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    log.warn({ err: error }, 'a command came in a shape that is not offered');
    return null;
  }
}

/** Nothing is completed as one types, yet; without an answer the client would show an error. */
async function respondNothing(interaction: AutocompleteInteraction, log: Logger): Promise<void> {
  try {
    await interaction.respond([]);
  } catch (error) {
    log.warn({ err: error }, 'could not answer an autocomplete');
  }
}
