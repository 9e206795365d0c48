import type { Command } from '../../commands/index.ts';
import type { Logger } from '../../shared/log.ts';
import type { OpenAttachment } from '../interactions/attachments.ts';
import type { CallerOptions } from '../interactions/incoming.ts';
import type { RateLimit } from '../interactions/rate-limit.ts';
import { tooFastLine } from '../messages.ts';
import { asPrivate, renderNotice } from '../render/render-reply.ts';
import type { Answer } from './answer.ts';
import { postLate } from './late-answer.ts';
import type { Post } from './post.ts';
import { type CommandUse, type ProducerOptions, produceMessage } from './produce-message.ts';

/** How long a command may run before its answer is deferred, in ms. Discord waits 3,000. */
export const DEFER_AFTER_MS = 1500;

/** What answering a use of a command needs. */
export interface RespondOptions extends ProducerOptions, CallerOptions {
  readonly commands: readonly Command[];
  readonly post: Post;
  /** How often each person may use commands and controls; moderators' commands do not count. */
  readonly questionLimit: RateLimit;
  readonly openAttachment: OpenAttachment;
}

/**
 * Runs a command and sends what it replies; deferred first where it takes longer. What comes too late
 * for that is posted in the channel, in few words, where the command is one that may take so long.
 * Who uses commands too fast is told when to try again instead.
 */
export async function respond(
  use: CommandUse,
  answer: Answer,
  isPrivate: boolean,
  options: RespondOptions,
  log: Logger,
): Promise<void> {
  const waitMs = waitOf(use, options);
  if (waitMs > 0) {
    const { name } = use.command.definition;
    options.telemetry.onCommand({ command: name, outcome: 'refused', durationMs: 0 });
    await answer.send(renderNotice(tooFastLine(use.call.locale, waitMs)));
    return;
  }
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

function waitOf({ command, call }: CommandUse, { questionLimit }: RespondOptions): number {
  const isFree = command.definition.access === 'moderators' && call.isModerator;
  return isFree || !call.person ? 0 : questionLimit.take(call.person.id);
}

function deferNow(answer: Answer): () => void {
  void answer.defer();
  return () => {};
}
