import { RateLimitError } from 'discord.js';
import type { Logger } from '../../shared/log.ts';
import { isPrivateMessage, type RenderedMessage } from '../render/render-reply.ts';
import {
  isAlreadyAcknowledged,
  isMessageGone,
  isRejection,
  isTokenOver,
  isTooLate,
} from './discord-errors.ts';

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
export interface InteractionResponse {
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
   * @returns whether it came too late, because the interaction was over before or while it was
   * deferred.
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
export function createInteractionResponse(
  responder: Responder,
  isPrivate: boolean,
  log: Logger,
): InteractionResponse {
  let state: 'open' | 'deferred' | 'expired' | 'sent' | 'lost' = 'open';
  let deferring: Promise<void> | null = null;
  let deferFailure: unknown = null;

  async function requestDefer(): Promise<void> {
    try {
      await responder.defer(isPrivate);
      state = 'deferred';
    } catch (error) {
      if (isAlreadyAcknowledged(error)) state = 'deferred';
      else if (isTooLate(error)) {
        // Nothing that follows can be delivered, nor need be told again.
        state = 'lost';
        log.error({ err: error }, explainLoss(error));
      } else deferFailure = error;
    }
  }

  async function sendFirst(message: RenderedMessage): Promise<void> {
    try {
      await responder.reply(message);
    } catch (error) {
      if (!isAlreadyAcknowledged(error)) throw error;
      // Either the deferral went through unheard, or it was this reply whose confirmation got lost.
      if (deferFailure !== null && !isRejection(deferFailure)) await sendDeferred(message);
    }
  }

  async function sendDeferred(message: RenderedMessage): Promise<void> {
    if (isPrivateMessage(message) && !isPrivate) {
      // A public "thinking" cannot become private. It has to go first: a follow-up would replace it.
      await remove();
      await responder.followUp(message);
    } else {
      await responder.edit(message);
    }
  }

  async function show(message: RenderedMessage): Promise<void> {
    try {
      await responder.edit(message);
    } catch (error) {
      if (isTokenOver(error) && state !== 'sent') state = 'expired';
      else log.warn({ err: error }, 'could not show progress');
    }
  }

  async function remove(): Promise<void> {
    try {
      await responder.remove();
    } catch (error) {
      if (!isMessageGone(error)) throw error;
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
      if (state === 'lost') return { isTooLate: true };
      if (state === 'sent') {
        log.error('an interaction was answered twice; dropped the second answer');
        return { isTooLate: false };
      }
      const before = state;
      state = 'sent';
      if (before === 'expired') return { isTooLate: true };
      try {
        await (before === 'deferred' ? sendDeferred(message) : sendFirst(message));
      } catch (error) {
        log.error({ err: error }, explainLoss(error));
        return { isTooLate: isTokenOver(error) };
      }
      if (deferFailure !== null) {
        log.warn({ err: deferFailure }, 'could not defer an answer, which was in time anyway');
      }
      return { isTooLate: false };
    },
  };
}

function explainLoss(error: unknown): string {
  if (isTooLate(error)) {
    return 'an answer came too late: Discord waits 3 seconds for the first response';
  }
  if (isTokenOver(error)) {
    return 'an answer came too late: the 15 minutes of its interaction are over';
  }
  if (error instanceof RateLimitError) {
    return 'an answer could not be delivered: Discord asked for a pause that it would have been late after';
  }
  return 'an answer could not be delivered';
}
