import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type RepliableInteraction,
} from 'discord.js';
import { ZodError } from 'zod';
import { type Command, type Services, verifyReply } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../i18n/index.ts';
import type { Logger } from '../log.ts';
import { type Answer, createAnswer } from './answer.ts';
import { type IncomingCommand, isModerator, localeOf, parseCommand } from './incoming.ts';
import { botMessages } from './messages.ts';
import { createProgressReporter } from './progress.ts';
import { asPrivate, type RenderedMessage, renderNotice, renderReply } from './render-reply.ts';
import { createResponder } from './responder.ts';
import type { Timers } from './timers.ts';

/** How long a command may run before its answer is deferred, in ms. Discord waits 3,000. */
export const DEFER_AFTER_MS = 1500;

/** How long a command may run before the person is told that it failed, in ms. */
export const COMMAND_TIMEOUT_MS = 60_000;

/** The same for moderators' commands: a minute less than the life of an interaction's token. */
export const MODERATOR_COMMAND_TIMEOUT_MS = 14 * 60_000;

/** What the dispatcher is given. */
export interface DispatchOptions {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly log: Logger;
  readonly timers: Timers;
  /** A short random id by which a person's report finds its line in the log. */
  readonly newErrorId: () => string;
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
    const locale = localeOf(interaction, options.defaultLocale);
    const incoming = parseOrNull(interaction, log);
    const command = incoming && findCommand(options.commands, incoming);
    if (!incoming || !command) {
      log.warn('an unknown command was used; are the registered commands up to date?');
      await notify(interaction, (messages) => messages.unknownCommand(interaction.commandName));
      return;
    }

    const isForModerators = command.definition.access === 'moderators';
    const isPrivate = isForModerators || incoming.options['private'] === true;
    const answer = createAnswer(createResponder(interaction), isPrivate, log);
    const cancelDefer = isForModerators
      ? deferNow(answer)
      : options.timers.after(DEFER_AFTER_MS, () => void answer.defer());
    const message = await produce(command, incoming, interaction, locale, answer, log);
    cancelDefer();
    await answer.send(isPrivate ? asPrivate(message) : message);
  }

  /** The message to answer with, whatever happens. */
  async function produce(
    command: Command,
    incoming: IncomingCommand,
    interaction: ChatInputCommandInteraction,
    locale: Locale,
    answer: Answer,
    log: Logger,
  ): Promise<RenderedMessage> {
    const messages = botMessages(locale);
    const progress = createProgressReporter(
      ({ stage, done, total }) =>
        answer.update(renderNotice(messages[stage](String(done), String(total)))),
      options.timers,
    );
    // Kept, so that quotes are still found in their articles when a new generation comes meanwhile.
    const { byId } = options.services.library.current().corpus;
    const call = {
      subcommand: incoming.subcommand,
      options: incoming.options,
      locale,
      isModerator: isModerator(interaction, options.moderatorRoleIds),
      onProgress: progress.report,
    };
    try {
      const result = await withTimeout(
        async () => await command.run(call, options.services),
        command.definition.access === 'moderators'
          ? MODERATOR_COMMAND_TIMEOUT_MS
          : COMMAND_TIMEOUT_MS,
        options.timers,
      );
      const verified = verifyReply(result.reply, byId, (error) =>
        log.error({ err: error }, 'a quote was refused'),
      );
      return renderReply(verified);
    } catch (error) {
      if (error instanceof UserError) return renderNotice(error.message);
      const errorId = options.newErrorId();
      log.error({ errorId, err: error }, 'a command failed');
      const text = error instanceof CommandTimeout ? `${messages.tookTooLong} ` : '';
      return renderNotice(`${text}${messages.failed(errorId)}`);
    } finally {
      await progress.stop();
    }
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

/** A command that did not come back. It may still be running. */
class CommandTimeout extends Error {
  override readonly name = 'CommandTimeout';
}

function deferNow(answer: Answer): () => void {
  void answer.defer();
  return () => {};
}

async function withTimeout<Result>(
  run: () => Promise<Result>,
  ms: number,
  timers: Timers,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(ms, () =>
      reject(new CommandTimeout(`the command did not end within ${ms} ms`)),
    );
    run().then(resolve, reject).finally(cancel);
  });
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

function findCommand(commands: readonly Command[], incoming: IncomingCommand): Command | null {
  const command = commands.find(({ definition }) => definition.name === incoming.name);
  if (!command) return null;
  const { subcommands } = command.definition;
  const names = subcommands.map(({ name }) => name);
  if (incoming.subcommand === null) return names.length === 0 ? command : null;
  return names.includes(incoming.subcommand) ? command : null;
}

/** Nothing is completed as one types, yet; without an answer the client would show an error. */
async function respondNothing(interaction: AutocompleteInteraction, log: Logger): Promise<void> {
  try {
    await interaction.respond([]);
  } catch (error) {
    log.warn({ err: error }, 'could not answer an autocomplete');
  }
}
