import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { ZodError } from 'zod';
import type { Command, CommandCall } from '../../commands/index.ts';
import type { MessagesOf } from '../../i18n/index.ts';
import { UserError } from '../../shared/errors.ts';
import { shorten } from '../../shared/graphemes.ts';
import type { Logger } from '../../shared/log.ts';
import { withTimeout } from '../../shared/timers.ts';
import { botMessages } from '../messages.ts';
import { renderForm } from '../render/render-form.ts';
import { renderNotice } from '../render/render-reply.ts';
import { isAlreadyAcknowledged, isTooLate } from '../response/discord-errors.ts';
import { createInteractionResponse } from '../response/interaction-response.ts';
import type { CommandUse } from '../response/respond.ts';
import { type RespondOptions, respond } from '../response/respond.ts';
import { createResponder, createUpdater } from '../response/responder.ts';
import type { OpenAttachment } from './attachments.ts';
import {
  attachmentsOf,
  type CallerOptions,
  callerOf,
  canAttachFiles,
  findCommand,
  isAmongOthers,
  isByAsker,
  localeOf,
  parseCommand,
  parseComponent,
  parseModal,
} from './incoming.ts';
import { plainTextOf } from './plain-text.ts';
import type { RateLimit } from './rate-limit.ts';

/** How long a form may take to be made, in ms. Discord waits 3,000, and a form cannot be deferred. */
export const FORM_TIMEOUT_MS = 2000;

/** What handling an interaction needs. */
export interface HandlerOptions extends RespondOptions, CallerOptions {
  readonly commands: readonly Command[];
  /** How often each person may use commands and components; moderators' commands do not count. */
  readonly questionLimit: RateLimit;
  readonly openAttachment: OpenAttachment;
}

/** Answers a slash command. */
export async function handleCommand(
  interaction: ChatInputCommandInteraction,
  options: HandlerOptions,
  parentLog: Logger,
): Promise<void> {
  const log = parentLog.child({ command: interaction.commandName });
  const incoming = parseOrNull(interaction, log);
  const command = incoming && findCommand(options.commands, incoming);
  if (!incoming || !command) {
    log.warn('an unknown command was used; are the registered commands up to date?');
    await notify(interaction, options, log, (messages) =>
      messages.unknownCommand(interaction.commandName),
    );
    return;
  }
  const { subcommand, options: given } = incoming;
  const isPrivate = command.definition.access === 'moderators' || given['private'] === true;
  const call = {
    subcommand,
    options: given,
    attachments: attachmentsOf(interaction, options.openAttachment),
    isPrivate: isPrivate && isAmongOthers(interaction),
    ...callerOf(interaction, options),
  };
  const use = { command, call, shownGenerationId: null, ...channelOf(interaction) };
  await runCommand(use, createResponder(interaction), isPrivate, options, log);
}

function parseOrNull(interaction: ChatInputCommandInteraction, log: Logger) {
  try {
    return parseCommand(interaction);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    log.warn({ err: error }, 'received a command of an unknown shape');
    return null;
  }
}

/** Answers a command of a message's context menu, for whoever used it alone. */
export async function handleContextMenu(
  interaction: MessageContextMenuCommandInteraction,
  options: HandlerOptions,
  parentLog: Logger,
): Promise<void> {
  const { commandName, targetMessage, client } = interaction;
  const command = options.commands.find(
    ({ definition }) => definition.onMessage?.['en-US'] === commandName,
  );
  const [option] = command?.definition.options ?? [];
  if (!command || !option) {
    parentLog.warn('an unknown command was used; are the registered commands up to date?');
    await notify(interaction, options, parentLog, (messages) =>
      messages.unknownMessageCommand(commandName),
    );
    return;
  }
  const log = parentLog.child({ command: command.definition.name });
  if (targetMessage.author.id === client.user.id) {
    await notify(interaction, options, log, (messages) => messages.ownMessage);
    return;
  }
  const text = plainTextOf(targetMessage, command.definition.readsBlockQuotes);
  if (text === '') {
    await notify(interaction, options, log, (messages) => messages.noTextInMessage);
    return;
  }
  const call = {
    subcommand: null,
    options: { [option.name]: shorten(text, option.maxLength ?? text.length) },
    ...callerOf(interaction, options),
  };
  const use = { command, call, shownGenerationId: null, ...channelOf(interaction) };
  await runCommand(use, createResponder(interaction), true, options, log);
}

/** Answers a button or a menu: where it says, but never replaces someone else's message. */
export async function handleComponent(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  options: HandlerOptions,
  parentLog: Logger,
): Promise<void> {
  const component = parseComponent(interaction);
  const command = component && findCommand(options.commands, component);
  if (!component || !command) {
    await notify(interaction, options, parentLog, (messages) => messages.unknownComponent);
    return;
  }
  const log = parentLog.child({ command: component.command, component: true });
  const isHere = component.target === 'here' && isByAsker(interaction);
  // What moderators are answered is for nobody else, whatever the button says.
  const isForAll = component.target === 'publicly' && command.definition.access === 'everyone';
  const isPrivate = !isHere && !isForAll;
  const isHereAlone = isHere && interaction.message.flags.has(MessageFlags.Ephemeral);
  const call = {
    subcommand: component.subcommand ?? null,
    options: component.options,
    isByButton: true,
    isPrivate: (isHereAlone || isPrivate) && isAmongOthers(interaction),
    ...callerOf(interaction, options),
  };
  if (component.target === 'form') {
    await openForm(interaction, command, call, options, log);
    return;
  }
  const use = {
    command,
    call,
    shownGenerationId: component.generationId,
    staysPrivate: isHereAlone,
    ...channelOf(interaction),
  };
  const responder = isHere ? createUpdater(interaction) : createResponder(interaction);
  await runCommand(use, responder, isPrivate, options, log);
}

/** Opens the form of a command, or tells the person alone why there is none. */
async function openForm(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  command: Command,
  call: CommandCall,
  options: HandlerOptions,
  log: Logger,
): Promise<void> {
  const { services, timers, newErrorId } = options;
  try {
    const form = await withTimeout(
      async () => command.form?.(call, services),
      FORM_TIMEOUT_MS,
      timers,
      (ms) => new Error(`the form was not ready within ${ms} ms`),
    );
    if (!form) throw new Error(`the command ${command.definition.name} has no form`);
    await interaction.showModal(renderForm(form, services.library.current().id));
  } catch (error) {
    if (isTooLate(error) || isAlreadyAcknowledged(error)) {
      // There is nobody left to tell, or the form is open.
      log.warn({ err: error }, 'could not open a form');
      return;
    }
    if (error instanceof UserError) {
      await notify(interaction, options, log, () => error.message);
      return;
    }
    const errorId = newErrorId();
    log.error({ errorId, err: error }, 'could not build a form');
    await notify(interaction, options, log, (messages) => messages.failed(errorId));
  }
}

/**
 * Answers a form that was sent in: replaces the message from which it was opened, but never someone
 * else's message; or comes below it, seen by the same people.
 */
export async function handleModal(
  interaction: ModalSubmitInteraction,
  options: HandlerOptions,
  parentLog: Logger,
): Promise<void> {
  const form = parseModal(interaction);
  const command = form && findCommand(options.commands, form);
  if (!form || !command) {
    await notify(interaction, options, parentLog, (messages) => messages.unknownComponent);
    return;
  }
  const log = parentLog.child({ command: form.command, form: true });
  const opened = interaction.isFromMessage() ? interaction : null;
  const isBeside = form.target === 'publicly' && command.definition.access === 'everyone';
  const source = !isBeside && opened && isByAsker(opened) ? opened : null;
  const isPrivate = isBeside
    ? opened?.message.flags.has(MessageFlags.Ephemeral) !== false
    : source === null;
  const call = {
    subcommand: form.subcommand ?? null,
    options: form.options,
    isPrivate: isBeside && isPrivate && isAmongOthers(interaction),
    ...callerOf(interaction, options),
  };
  const use = {
    command,
    call,
    // What is asked anew is answered by the articles of today.
    shownGenerationId: isBeside ? null : form.generationId,
    ...channelOf(interaction),
  };
  const responder = source ? createUpdater(source) : createResponder(interaction);
  await runCommand(use, responder, isPrivate, options, log);
}

/** Answers an interaction with a line of ours, for its person alone. */
export async function notify(
  interaction: RepliableInteraction,
  { defaultLocale }: Pick<CallerOptions, 'defaultLocale'>,
  log: Logger,
  choose: (messages: MessagesOf<typeof botMessages>) => string,
): Promise<void> {
  const messages = botMessages[localeOf(interaction, defaultLocale)];
  const answer = createInteractionResponse(createResponder(interaction), true, log);
  await answer.send(renderNotice(choose(messages)));
}

function channelOf(interaction: RepliableInteraction): Pick<CommandUse, 'canAttach' | 'channelId'> {
  return { canAttach: canAttachFiles(interaction), channelId: interaction.channelId };
}

/** Who uses commands too fast is told when to try again instead. */
async function runCommand(
  use: CommandUse,
  responder: Parameters<typeof createInteractionResponse>[0],
  isPrivate: boolean,
  options: HandlerOptions,
  log: Logger,
): Promise<void> {
  const { command, call } = use;
  const answer = createInteractionResponse(responder, isPrivate, log);
  const isFree = command.definition.access === 'moderators' && call.isModerator;
  const waitMs = isFree || !call.person ? 0 : options.questionLimit.take(call.person.id);
  if (waitMs > 0) {
    const { name } = command.definition;
    options.telemetry.onCommand({ command: name, outcome: 'refused', durationMs: 0 });
    const seconds = Math.ceil(waitMs / 1000);
    await answer.send(renderNotice(botMessages[call.locale].tooFast(seconds)));
    return;
  }
  await respond(use, answer, isPrivate, options, log);
}
