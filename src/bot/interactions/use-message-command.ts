import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { shorten } from '../../shared/graphemes.ts';
import type { Logger } from '../../shared/log.ts';
import { createAnswer } from '../response/answer.ts';
import { notify } from '../response/notify.ts';
import { type RespondOptions, respond } from '../response/respond.ts';
import { createResponder } from '../response/responder.ts';
import { callerOf, canAttachFiles } from './incoming.ts';
import { plainTextOf } from './incoming-message.ts';

/** Answers a command of a message's menu, for whoever used it alone. */
export async function useMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  options: RespondOptions,
  parentLog: Logger,
): Promise<void> {
  const { commandName, targetMessage, client } = interaction;
  const { commands, defaultLocale } = options;
  const command = commands.find(
    ({ definition }) => definition.onMessage?.['en-US'] === commandName,
  );
  const [option] = command?.definition.options ?? [];
  if (!command || !option) {
    parentLog.warn('an unknown command was used; are the registered commands up to date?');
    await notify(interaction, defaultLocale, parentLog, (messages) =>
      messages.unknownMessageCommand(commandName),
    );
    return;
  }
  const log = parentLog.child({ command: command.definition.name });
  if (targetMessage.author.id === client.user.id) {
    await notify(interaction, defaultLocale, log, (messages) => messages.ownMessage);
    return;
  }
  const text = plainTextOf(targetMessage);
  if (text === '') {
    await notify(interaction, defaultLocale, log, (messages) => messages.noTextInMessage);
    return;
  }
  const call = {
    subcommand: null,
    options: { [option.name]: shorten(text, option.maxLength ?? text.length) },
    ...callerOf(interaction, options),
  };
  const answer = createAnswer(createResponder(interaction), true, log);
  const canAttach = canAttachFiles(interaction);
  const { channelId } = interaction;
  const use = { command, call, shownGenerationId: null, canAttach, channelId };
  await respond(use, answer, true, options, log);
}
