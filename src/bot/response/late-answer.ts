import type { Reply } from '../../commands/index.ts';
import type { Logger } from '../../shared/log.ts';
import { botMessages } from '../messages.ts';
import type { RenderedMessage } from '../render/render-reply.ts';
import type { Post } from './post.ts';

/** A reply of one line. */
export function lineReply(text: string, locale: Reply['locale']): Reply {
  return {
    locale,
    visibility: 'public',
    heading: '',
    blocks: [{ type: 'text', style: 'normal', text }],
    footer: null,
  };
}

/**
 * What everyone sees of an answer that came too late for its person alone.
 *
 * @param name of the person, who is not pinged.
 */
export function lateReply(summary: Reply, name: string): Reply {
  const text = botMessages(summary.locale).lateAnswer(name);
  const note = { type: 'text', style: 'subtle', text } as const;
  return { ...summary, visibility: 'public', blocks: [note, ...summary.blocks] };
}

/** Posts an answer that came too late. Never rejects: what cannot be posted is in the log. */
export async function postLate(
  message: RenderedMessage,
  channelId: string | null,
  post: Post,
  log: Logger,
): Promise<void> {
  try {
    if (channelId === null) throw new Error('the channel is not known');
    await post(channelId, message);
    log.info({ channel: channelId }, 'an answer came too late and was posted in its channel');
  } catch (error) {
    log.error(
      { err: error, channel: channelId },
      'an answer came too late and could not be posted in its channel either; there the bot needs View Channel and Send Messages',
    );
  }
}
