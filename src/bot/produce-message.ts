import {
  type Command,
  type CommandCall,
  type Reply,
  type Services,
  type TextBlock,
  verifyReply,
} from '../commands/index.ts';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { Answer } from './answer.ts';
import { botMessages } from './messages.ts';
import type { Pictures } from './pictures.ts';
import { createProgressReporter } from './progress.ts';
import { fitsMessage, type RenderedMessage, renderNotice, renderReply } from './render-reply.ts';
import type { Timers } from './timers.ts';
import { withTimeout } from './with-timeout.ts';

/** How long a command may run before the person is told that it failed, in ms. */
export const COMMAND_TIMEOUT_MS = 60_000;

/** The same for moderators' commands: a minute less than the life of an interaction's token. */
export const MODERATOR_COMMAND_TIMEOUT_MS = 14 * 60_000;

/** A use of a command, by its name or by a control. */
export interface CommandUse {
  readonly command: Command;
  readonly call: CommandCall;
  /** The generation that the control's message was made of; null where there was no control. */
  readonly shownGenerationId: string | null;
  /** Whether the answer may have a file. */
  readonly canAttach: boolean;
}

/** What producing a message needs. */
export interface ProducerOptions {
  readonly services: Services;
  readonly timers: Timers;
  /** A short random id by which a person's report finds its line in the log. */
  readonly newErrorId: () => string;
  readonly pictures: Pictures;
}

/** The message to answer with, whatever happens: never rejects. Progress is shown in `answer`. */
export async function produceMessage(
  { command, call, shownGenerationId, canAttach }: CommandUse,
  { services, timers, newErrorId, pictures }: ProducerOptions,
  answer: Answer,
  log: Logger,
): Promise<RenderedMessage> {
  const messages = botMessages(call.locale);
  const progress = createProgressReporter(
    ({ stage, done, total }) =>
      answer.update(renderNotice(messages[stage](String(done), String(total)))),
    timers,
  );
  // Kept, so that quotes are still found in their articles when a new generation comes meanwhile.
  const generation = services.library.current();
  // Moderators' commands are about what changes the articles, and say themselves what is no more so.
  const hasChanged =
    shownGenerationId !== null &&
    shownGenerationId !== generation.id &&
    command.definition.access === 'everyone';
  const verify = (reply: Reply, onRefused: (error: Error) => void) => {
    const shown = canAttach ? reply : withoutPicture(reply);
    return verifyReply(
      hasChanged ? withWarning(shown, messages.articlesChanged) : shown,
      generation.corpus.byId,
      onRefused,
    );
  };
  try {
    const { reply } = await withTimeout(
      async () =>
        await command.run(
          {
            ...call,
            onProgress: progress.report,
            fits: (candidate) =>
              fitsMessage(
                verify(candidate, () => {}),
                generation.id,
              ),
          },
          services,
        ),
      command.definition.access === 'moderators'
        ? MODERATOR_COMMAND_TIMEOUT_MS
        : COMMAND_TIMEOUT_MS,
      timers,
      (ms) => new CommandTimeout(`the command did not end within ${ms} ms`),
    );
    const verified = verify(reply, (error) => log.error({ err: error }, 'a quote was refused'));
    const png = verified.picture ? await pictures.get(verified.picture, log) : null;
    return renderReply(verified, generation.id, png);
  } catch (error) {
    if (error instanceof UserError) return renderNotice(error.message);
    const errorId = newErrorId();
    log.error({ errorId, err: error }, 'a command failed');
    const text = error instanceof CommandTimeout ? `${messages.tookTooLong} ` : '';
    return renderNotice(`${text}${messages.failed(errorId)}`);
  } finally {
    await progress.stop();
  }
}

function withWarning(reply: Reply, text: string): Reply {
  const warning: TextBlock = { type: 'text', style: 'warning', text };
  return { ...reply, blocks: [warning, ...reply.blocks] };
}

function withoutPicture({ picture: _picture, ...rest }: Reply): Reply {
  return rest;
}

/** A command that did not come back. It may still be running. */
class CommandTimeout extends Error {
  override readonly name = 'CommandTimeout';
}
