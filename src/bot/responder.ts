import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Responder } from './answer.ts';

/** The requests about one interaction, by discord.js. */
export function createResponder(interaction: RepliableInteraction): Responder {
  // Not `editReply` and its like: they refuse after a first answer whose confirmation got lost.
  const { webhook } = interaction;
  return {
    defer: (isPrivate) =>
      interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
    reply: (message) => interaction.reply({ ...message }),
    edit: ({ components, allowedMentions }) =>
      // Privacy cannot change any more, and its flag is refused here.
      webhook.editMessage('@original', {
        components,
        allowedMentions,
        flags: MessageFlags.IsComponentsV2,
      }),
    remove: () => webhook.deleteMessage('@original'),
    followUp: (message) => webhook.send({ ...message }),
  };
}
