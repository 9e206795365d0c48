import { type ButtonInteraction, MessageFlags } from 'discord.js';
import type { Logger } from '../../shared/log.ts';
import { createAnswer } from '../response/answer.ts';
import { notify } from '../response/notify.ts';
import { type RespondOptions, respond } from '../response/respond.ts';
import { createResponder, createUpdater } from '../response/responder.ts';
import { callerOf, canAttachFiles, findCommand, isAmongOthers } from './incoming.ts';
import { isByAsker, parseControl } from './incoming-component.ts';
import { openForm } from './open-form.ts';

/** Answers a control: where its action says, but never in the place of someone else's message. */
export async function useControl(
  interaction: ButtonInteraction,
  options: RespondOptions,
  parentLog: Logger,
): Promise<void> {
  const control = parseControl(interaction);
  const subcommand = control?.subcommand ?? null;
  const command = control && findCommand(options.commands, { name: control.command, subcommand });
  if (!control || !command) {
    await notify(
      interaction,
      options.defaultLocale,
      parentLog,
      (messages) => messages.unknownControl,
    );
    return;
  }
  const log = parentLog.child({ command: control.command, control: true });
  const isHere = control.target === 'here' && isByAsker(interaction);
  // What moderators are answered is for nobody else, whatever the control says.
  const isForAll = control.target === 'publicly' && command.definition.access === 'everyone';
  const isPrivate = !isHere && !isForAll;
  const isHereAlone = isHere && interaction.message.flags.has(MessageFlags.Ephemeral);
  const call = {
    subcommand,
    options: control.options,
    isByControl: true,
    isPrivate: (isHereAlone || isPrivate) && isAmongOthers(interaction),
    ...callerOf(interaction, options),
  };
  if (control.target === 'form') {
    await openForm(interaction, command, call, options, log);
    return;
  }
  const use = {
    command,
    call,
    shownGenerationId: control.generationId,
    canAttach: canAttachFiles(interaction),
    staysPrivate: isHereAlone,
    channelId: interaction.channelId,
  };
  const responder = isHere ? createUpdater(interaction) : createResponder(interaction);
  await respond(use, createAnswer(responder, isPrivate, log), isPrivate, options, log);
}
