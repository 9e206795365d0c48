import {
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type REST,
  type RepliableInteraction,
  Routes,
  SnowflakeUtil,
  type WebhookMessageEditOptions,
} from 'discord.js';
import { asPrivate, isPrivateMessage, type RenderedMessage } from '../render/render-reply.ts';
import { isMessageGone } from './discord-errors.ts';
import type { Responder } from './interaction-response.ts';

/** The requests about one interaction, by discord.js. */
export function createResponder(interaction: RepliableInteraction): Responder {
  // Not `editReply` and its like: they refuse after a first answer whose confirmation got lost.
  const { webhook } = interaction;
  return {
    defer: (isPrivate) =>
      interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
    reply: (message) => interaction.reply({ ...message }),
    edit: (message) => webhook.editMessage('@original', editOf(message)),
    remove: () => webhook.deleteMessage('@original'),
    followUp: (message) => webhook.send({ ...message }),
  };
}

/**
 * The requests about a component, or a form that it opened, whose answer replaces its message.
 * What is for the person alone (a notice, or an answer whose message has been deleted) comes as a
 * message of its own, and the component's message stays as it is.
 */
export function createUpdater(
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
): Responder {
  const { webhook } = interaction;
  return {
    defer: () => interaction.deferUpdate(),
    reply: (message) =>
      isPrivateMessage(message)
        ? interaction.reply({ ...message })
        : orElse(
            () => interaction.update(editOf(message)),
            () => interaction.reply({ ...asPrivate(message) }),
          ),
    edit: (message) =>
      orElse(
        () => webhook.editMessage('@original', editOf(message)),
        () => webhook.send({ ...asPrivate(message) }),
      ),
    remove: () => Promise.resolve(),
    followUp: (message) => webhook.send({ ...message }),
  };
}

/**
 * Privacy cannot change by an edit, and its flag is refused there. No attachment of before is kept:
 * a picture that is not shown any more would hang below the message.
 */
function editOf({
  components,
  files,
  allowedMentions,
}: RenderedMessage): WebhookMessageEditOptions & { readonly flags: MessageFlags.IsComponentsV2 } {
  const flags = MessageFlags.IsComponentsV2;
  return { components, files, attachments: [], allowedMentions, flags };
}

/** The first request, or the second where the message is gone. */
async function orElse(
  edit: () => Promise<unknown>,
  sendAnew: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await edit();
  } catch (error) {
    if (!isMessageGone(error)) throw error;
    return await sendAnew();
  }
}

/**
 * Posts a message without a file to a channel, for everyone there. Rejects as discord.js does when
 * Discord refuses it.
 */
export type Post = (channelId: string, message: RenderedMessage) => Promise<void>;

/** Posts through the bot's own REST client, not in the name of an interaction. */
export function createPost(rest: Pick<REST, 'post'>): Post {
  return async (channelId, { components, allowedMentions }) => {
    await rest.post(Routes.channelMessages(channelId), {
      body: {
        components,
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: allowedMentions,
        // A request that is sent again because its confirmation got lost makes no second message.
        nonce: SnowflakeUtil.generate().toString(),
        enforce_nonce: true,
      },
    });
  };
}
