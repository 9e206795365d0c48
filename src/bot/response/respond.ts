import type { Logger } from '../../shared/log.ts';
import { asPrivate, type RenderedMessage } from '../render/render-reply.ts';
import type { InteractionResponse } from './interaction-response.ts';
import { type CommandUse, type ProducerOptions, produceMessage } from './produce-message.ts';
import type { Post } from './responder.ts';

/** How long a command may run before its answer is deferred, in ms. Discord waits 3,000. */
export const DEFER_AFTER_MS = 1500;

/** What answering a use of a command needs. */
export interface RespondOptions extends ProducerOptions {
  readonly post: Post;
}

/**
 * Runs a command and sends what it replies; deferred first where it takes longer. What comes too late
 * for that is posted in the channel, in few words, where the command is one that may take so long.
 */
export async function respond(
  use: CommandUse,
  answer: InteractionResponse,
  isPrivate: boolean,
  options: RespondOptions,
  log: Logger,
): Promise<void> {
  const cancelDefer =
    use.command.definition.access === 'moderators'
      ? deferNow(answer)
      : options.timers.after(DEFER_AFTER_MS, () => void answer.defer());
  const { message, late } = await produceMessage(use, options, answer, log);
  cancelDefer();
  const { isTooLate } = await answer.send(isPrivate ? asPrivate(message) : message);
  if (isTooLate && use.command.outlastsAnswer)
    await postLate(late(), use.channelId, options.post, log);
}

function deferNow(answer: InteractionResponse): () => void {
  void answer.defer();
  return () => {};
}

/** Posts an answer that came too late. Never rejects: what cannot be posted is in the log. */
async function postLate(
  message: RenderedMessage,
  channelId: string | null,
  post: Post,
  log: Logger,
): Promise<void> {
  try {
    if (channelId === null) throw new Error('the channel is not known');
    await post(channelId, message);
    log.info({ channel: channelId }, 'posted a late answer in its channel');
  } catch (error) {
    log.error(
      { err: error, channel: channelId },
      'could not post a late answer in its channel; the bot needs View Channel and Send Messages there',
    );
  }
}
