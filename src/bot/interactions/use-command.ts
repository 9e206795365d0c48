import type { ChatInputCommandInteraction } from 'discord.js';
import { ZodError } from 'zod';
import type { Logger } from '../../shared/log.ts';
import { createAnswer } from '../response/answer.ts';
import { notify } from '../response/notify.ts';
import { type RespondOptions, respond } from '../response/respond.ts';
import { createResponder } from '../response/responder.ts';
import {
  attachmentsOf,
  callerOf,
  canAttachFiles,
  findCommand,
  isAmongOthers,
  parseCommand,
} from './incoming.ts';

/** Answers a slash command. */
export async function useCommand(
  interaction: ChatInputCommandInteraction,
  options: RespondOptions,
  parentLog: Logger,
): Promise<void> {
  const log = parentLog.child({ command: interaction.commandName });
  const incoming = parseOrNull(interaction, log);
  const command = incoming && findCommand(options.commands, incoming);
  if (!incoming || !command) {
    log.warn('an unknown command was used; are the registered commands up to date?');
    await notify(interaction, options.defaultLocale, log, (messages) =>
      messages.unknownCommand(interaction.commandName),
    );
    return;
  }
  const isPrivate =
    command.definition.access === 'moderators' || incoming.options['private'] === true;
  const { subcommand, options: given } = incoming;
  const call = {
    subcommand,
    options: given,
    attachments: attachmentsOf(interaction, options.openAttachment),
    isPrivate: isPrivate && isAmongOthers(interaction),
    ...callerOf(interaction, options),
  };
  const answer = createAnswer(createResponder(interaction), isPrivate, log);
  const canAttach = canAttachFiles(interaction);
  const { channelId } = interaction;
  const use = { command, call, shownGenerationId: null, canAttach, channelId };
  await respond(use, answer, isPrivate, options, log);
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
