import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from '../log.ts';
import { isPrivateMessage, type RenderedMessage } from './render-reply.ts';

/** What can be done about one interaction. Each call is one request to Discord. */
export interface Responder {
  /** "… is thinking". Whether it is private can never change later. */
  readonly defer: (isPrivate: boolean) => Promise<unknown>;
  readonly reply: (message: RenderedMessage) => Promise<unknown>;
  readonly edit: (message: RenderedMessage) => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
  readonly followUp: (message: RenderedMessage) => Promise<unknown>;
}

/** The one answer to an interaction, whatever came before it. Nothing here throws. */
export interface Answer {
  /** Tells Discord that the answer takes longer. */
  readonly defer: () => Promise<void>;
  /**
   * Replaces what is shown meanwhile. Does nothing before {@link defer}, after {@link send} and once
   * the interaction is over.
   */
  readonly update: (message: RenderedMessage) => Promise<void>;
  /**
   * The final answer. A second one is logged and dropped.
   *
   * @returns whether it came too late, because the interaction was over while it was deferred.
   */
  readonly send: (message: RenderedMessage) => Promise<{ readonly isTooLate: boolean }>;
  /** Shows a last thing while it can: the interaction is over now, or nearly so. */
  readonly expire: (message: RenderedMessage) => Promise<void>;
}

/**
 * An answer over a responder.
 *
 * @param isPrivate whether a deferred answer is for the asker alone.
 */
export function createAnswer(responder: Responder, isPrivate: boolean, log: Logger): Answer {
  let state: 'open' | 'deferred' | 'expired' | 'sent' = 'open';
  let deferring: Promise<void> | null = null;
  // The request failed on its way, so that Discord may or may not have seen it.
  let isDeferUncertain = false;

  async function requestDefer(): Promise<void> {
    try {
      await retryOnce(() => responder.defer(isPrivate));
      state = 'deferred';
    } catch (error) {
      isDeferUncertain = !isRefusal(error);
      if (isAlreadyAcknowledged(error)) state = 'deferred';
      else log.warn({ err: error }, 'could not defer an interaction');
    }
  }

  async function sendFirst(message: RenderedMessage): Promise<void> {
    try {
      await retryOnce(() => responder.reply(message));
    } catch (error) {
      if (!isAlreadyAcknowledged(error)) throw error;
      // Otherwise it was this reply whose confirmation got lost.
      if (isDeferUncertain) await sendDeferred(message);
    }
  }

  async function sendDeferred(message: RenderedMessage): Promise<void> {
    if (isPrivateMessage(message) && !isPrivate) {
      // A public "thinking" cannot become private. It has to go first: a follow-up would replace it.
      await responder.remove();
      await responder.followUp(message);
    } else {
      await responder.edit(message);
    }
  }

  async function show(message: RenderedMessage): Promise<void> {
    try {
      await responder.edit(message);
    } catch (error) {
      if (isOver(error) && state !== 'sent') state = 'expired';
      else log.warn({ err: error }, 'could not show progress');
    }
  }

  return {
    async defer() {
      if (state === 'open') deferring ??= requestDefer();
      await deferring;
    },
    async update(message) {
      await deferring;
      if (state === 'deferred') await show(message);
    },
    async expire(message) {
      await deferring;
      if (state !== 'deferred') return;
      state = 'expired';
      await show(message);
    },
    async send(message) {
      await deferring;
      if (state === 'sent') {
        log.error('an interaction was answered twice; the second answer was dropped');
        return { isTooLate: false };
      }
      const before = state;
      state = 'sent';
      if (before === 'expired') return { isTooLate: true };
      try {
        await (before === 'deferred' ? sendDeferred(message) : sendFirst(message));
        return { isTooLate: false };
      } catch (error) {
        log.error({ err: error }, explainLoss(error));
        return { isTooLate: isOver(error) };
      }
    },
  };
}

/** The 15 minutes of an interaction are over. */
function isOver(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownWebhook ||
      error.code === RESTJSONErrorCodes.InvalidWebhookToken)
  );
}

/** Discord does not retry for us when the connection broke; the second try is safe, see 40060. */
async function retryOnce(request: () => Promise<unknown>): Promise<void> {
  try {
    await request();
  } catch (error) {
    if (isRefusal(error)) throw error;
    await request();
  }
}

/** Discord itself said no, as opposed to a request that got lost. */
function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError || error instanceof HTTPError;
}

/** The callback was processed before, and its confirmation got lost: that is success. */
function isAlreadyAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

function explainLoss(error: unknown): string {
  if (isOver(error)) return 'an answer came too late: the 15 minutes of its interaction are over';
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction) {
    return 'an answer came too late: Discord waits 3 seconds for the first response';
  }
  return 'an answer could not be delivered';
}
