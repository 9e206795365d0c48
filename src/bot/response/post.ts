import { MessageFlags, type REST, Routes, SnowflakeUtil } from 'discord.js';
import type { RenderedMessage } from '../render/render-reply.ts';

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
