import type { Command } from '../commands/index.ts';
import type { Logger } from '../log.ts';
import type { Answer } from './answer.ts';
import type { OpenAttachment } from './attachments.ts';
import type { CallerOptions } from './incoming.ts';
import { type CommandUse, type ProducerOptions, produceMessage } from './produce-message.ts';
import { asPrivate } from './render-reply.ts';

/** How long a command may run before its answer is deferred, in ms. Discord waits 3,000. */
export const DEFER_AFTER_MS = 1500;

/** What answering a use of a command needs. */
export interface RespondOptions extends ProducerOptions, CallerOptions {
  readonly commands: readonly Command[];
  readonly openAttachment: OpenAttachment;
}

/** Runs a command and sends what it replies; deferred first where it takes longer. */
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
  const message = await produceMessage(use, options, answer, log);
  cancelDefer();
  await answer.send(isPrivate ? asPrivate(message) : message);
}

function deferNow(answer: Answer): () => void {
  void answer.defer();
  return () => {};
}
