import type { ModalSubmitInteraction } from 'discord.js';
import { z } from 'zod';
import type { Logger } from '../../shared/log.ts';
import { type Control, decodeControlId } from '../render/custom-id.ts';
import { createAnswer } from '../response/answer.ts';
import { notify } from '../response/notify.ts';
import { type RespondOptions, respond } from '../response/respond.ts';
import { createResponder, createUpdater } from '../response/responder.ts';
import { callerOf, canAttachFiles, findCommand } from './incoming.ts';
import { isByAsker } from './incoming-component.ts';

const FIELDS = z.array(z.object({ customId: z.string(), value: z.string() }));

/**
 * Answers a form that was sent in: in the place of the message from which it was opened, but never in
 * the place of someone else's message.
 */
export async function useForm(
  interaction: ModalSubmitInteraction,
  options: RespondOptions,
  parentLog: Logger,
): Promise<void> {
  const { customId } = interaction;
  const form = decodeControlId(customId, [customId]);
  const subcommand = form?.subcommand ?? null;
  const command = form && findCommand(options.commands, { name: form.command, subcommand });
  const fields = FIELDS.safeParse([...interaction.fields.fields.values()]);
  if (!form || !command || !fields.success) {
    await notify(
      interaction,
      options.defaultLocale,
      parentLog,
      (messages) => messages.unknownControl,
    );
    return;
  }
  const log = parentLog.child({ command: form.command, form: true });
  const given = { ...optionsOf(fields.data), ...form.options };
  const call = { subcommand, options: given, ...callerOf(interaction, options) };
  const canAttach = canAttachFiles(interaction);
  const { channelId } = interaction;
  const use = { command, call, shownGenerationId: form.generationId, canAttach, channelId };
  const source = interaction.isFromMessage() && isByAsker(interaction) ? interaction : null;
  const responder = source ? createUpdater(source) : createResponder(interaction);
  await respond(use, createAnswer(responder, !source, log), !source, options, log);
}

function optionsOf(fields: z.infer<typeof FIELDS>): Control['options'] {
  return Object.fromEntries(fields.map(({ customId, value }) => [customId, value]));
}
