import type { Command } from '../commands/index.ts';
import type { Logger } from '../log.ts';
import type { Answer } from './answer.ts';
import type { CallerOptions } from './incoming.ts';
import { postLate } from './late-answer.ts';
import type { Post } from './post.ts';
import { type CommandUse, type ProducerOptions, produceMessage } from './produce-message.ts';
import { asPrivate } from './render-reply.ts';

/** How long a command may run before its answer is deferred, in ms. Discord waits 3,000. */
export const DEFER_AFTER_MS = 1500;

/** What answering a use of a command needs. */
export interface RespondOptions extends ProducerOptions, CallerOptions {
  readonly commands: readonly Command[];
  readonly post: Post;
}

/**
 * Runs a command and sends what it replies; deferred first where it takes longer. What comes too late
 * for that is posted in the channel, in few words, where the command is one that may take so long.
 */
export async function respond(
  use: CommandUse,
  answer: Answer,
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

function deferNow(answer: Answer): () => void {
  void answer.defer();
  return () => {};
}
