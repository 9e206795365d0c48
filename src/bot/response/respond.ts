import {
  type Command,
  type CommandCall,
  createVerifier,
  fittingReply,
  type Progress,
  progressReply,
  type Reply,
  type Services,
  type TextBlock,
  type VerifiedReply,
} from '../../commands/index.ts';
import { QueueFullError } from '../../library/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Logger } from '../../shared/log.ts';
import type { CommandOutcome, Telemetry } from '../../shared/telemetry.ts';
import { type Timers, withTimeout } from '../../shared/timers.ts';
import { botMessages } from '../messages.ts';
import {
  asPrivate,
  createReplyRenderer,
  type RenderedMessage,
  renderNotice,
} from '../render/render-reply.ts';
import type { ChannelAudit } from './audit.ts';
import type { InteractionResponse } from './interaction-response.ts';
import type { Pictures } from './pictures.ts';
import { createProgressReporter } from './progress.ts';
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

/** How long a command may run before the person is told that it failed, in ms. */
export const COMMAND_TIMEOUT_MS = 60_000;

/** The same for moderators' commands: a minute less than the life of an interaction's token. */
export const MODERATOR_COMMAND_TIMEOUT_MS = 14 * 60_000;

/**
 * After this many ms an answer is changed no more: half a minute less than the life of an
 * interaction's token, so that the last change gets through.
 */
export const ANSWER_LIFE_MS = 14.5 * 60_000;

/** A use of a command, by its name or by a message component. */
export interface CommandUse {
  readonly command: Command;
  readonly call: CommandCall;
  /** The generation that the component's message was made of; null where there was no component. */
  readonly shownGenerationId: string | null;
  /** Whether the answer may have a file. */
  readonly canAttach: boolean;
  /** The reply replaces a message that its reader alone sees, and need not be told apart. */
  readonly staysPrivate?: boolean;
  /** Where it is used; null where Discord does not say. */
  readonly channelId: string | null;
}

/** What came of a command. */
interface ProducedMessage {
  readonly message: RenderedMessage;
  /** What everyone may see of it, for when it comes too late for its person alone. */
  readonly late: () => RenderedMessage;
}

/** What producing a message needs. */
interface ProducerOptions {
  /** But for the audit, which is made for each interaction. */
  readonly services: Services;
  readonly audit: ChannelAudit;
  readonly timers: Timers;
  /** A short random id by which a person's report finds its line in the log. */
  readonly newErrorId: () => string;
  readonly pictures: Pictures;
  readonly telemetry: Telemetry;
}

/** The message to answer with, whatever happens: never rejects. Progress is shown in `answer`. */
async function produceMessage(
  { command, call, shownGenerationId, canAttach, staysPrivate }: CommandUse,
  { services, audit, timers, newErrorId, pictures, telemetry }: ProducerOptions,
  answer: InteractionResponse,
  log: Logger,
): Promise<ProducedMessage> {
  const startedAt = performance.now();
  let outcome: CommandOutcome = 'failed';
  const { locale, person } = call;
  const messages = botMessages[locale];
  // Kept, so that quotes are still found in their articles when a new generation comes meanwhile.
  const generation = services.library.current();
  const hasChanged =
    !command.isAboutIndex && shownGenerationId !== null && shownGenerationId !== generation.id;
  const renderer = createReplyRenderer(generation.id, locale);
  const verifyOnce = createVerifier(generation.corpus.byId, (error) =>
    log.error({ err: error }, 'a quote was refused'),
  );
  const verify = (reply: Reply) => {
    const shown = canAttach ? reply : withoutFiles(reply, messages.mayNotAttach);
    return verifyOnce(
      hasChanged && !reply.isTimeless ? withWarning(shown, messages.articlesChanged) : shown,
    );
  };
  const progress = createProgressReporter((newest: Progress) => {
    const reply = progressReply(newest, locale);
    return answer.update(renderer.render(verify(reply), null));
  }, timers);
  const cancelExpiry = command.outlastsAnswer
    ? timers.after(ANSWER_LIFE_MS, () => void answer.expire(renderNotice(messages.goesOn)))
    : () => {};
  const late = (summary: Reply) => () =>
    renderer.render(verify(lateReply(summary, person?.name ?? '')), null);
  const notice = (text: string): ProducedMessage => {
    // What comes after the first line can be details that are not for everyone.
    const [line = ''] = text.split('\n', 1);
    return { message: renderNotice(text), late: late(lineReply(line, locale)) };
  };
  try {
    const run = async () =>
      await command.run(
        {
          ...call,
          isStale: hasChanged,
          onProgress: progress.report,
        },
        { ...services, audit: audit.noteIn(log) },
      );
    const result = await inTime(command, run, timers);
    const reply = fittingReply(result, (candidate) => renderer.fits(verify(candidate)));
    const verified = verify(reply);
    const png = verified.picture ? await pictures.get(verified.picture, log) : null;
    const placed: VerifiedReply = staysPrivate ? { ...verified, visibility: 'public' } : verified;
    const message = renderer.render(placed, png);
    outcome = result.outcome ?? 'answered';
    return { message, late: late(result.summary ?? lineReply(reply.heading, locale)) };
  } catch (error) {
    if (error instanceof UserError) {
      outcome = 'refused';
      return notice(error.message);
    }
    if (error instanceof QueueFullError) {
      outcome = 'refused';
      return notice(messages.tooManyWaiting);
    }
    const errorId = newErrorId();
    log.error({ errorId, err: error }, 'a command failed');
    const text = error instanceof CommandTimeout ? `${messages.tookTooLong} ` : '';
    return notice(`${text}${messages.failed(errorId)}`);
  } finally {
    cancelExpiry();
    await progress.stop();
    const { name } = command.definition;
    telemetry.onCommand({ command: name, outcome, durationMs: performance.now() - startedAt });
  }
}

/** @throws CommandTimeout where a command takes longer than it may. */
function inTime<Result>(
  { definition, outlastsAnswer }: Command,
  run: () => Promise<Result>,
  timers: Timers,
): Promise<Result> {
  if (outlastsAnswer) return run();
  return withTimeout(
    run,
    definition.access === 'moderators' ? MODERATOR_COMMAND_TIMEOUT_MS : COMMAND_TIMEOUT_MS,
    timers,
    (ms) => new CommandTimeout(`the command did not end within ${ms} ms`),
  );
}

/** A reply of one line. */
function lineReply(text: string, locale: Reply['locale']): Reply {
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
function lateReply(summary: Reply, name: string): Reply {
  const text = botMessages[summary.locale].lateAnswer(name);
  const note = { type: 'text', style: 'subtle', text } as const;
  return { ...summary, visibility: 'public', blocks: [note, ...summary.blocks] };
}

function withWarning(reply: Reply, text: string): Reply {
  const warning: TextBlock = { type: 'text', style: 'warning', text };
  return { ...reply, blocks: [warning, ...reply.blocks] };
}

/** A picture only repeats the words; a file that is missing has to be told. */
function withoutFiles({ picture: _picture, attachments, ...rest }: Reply, text: string): Reply {
  const reply = { ...rest, actions: rest.actions?.filter(({ givesFiles }) => !givesFiles) ?? [] };
  return attachments ? withWarning(reply, text) : reply;
}

/** A command that did not come back. It may still be running. */
class CommandTimeout extends Error {
  override readonly name = 'CommandTimeout';
}
