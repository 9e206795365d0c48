import { DiscordAPIError, RateLimitError } from 'discord.js';
import type { Logger } from '../../shared/log.ts';
import { explainStartupError, StartupError } from '../connection/startup-error.ts';
import type { Timers } from '../timers.ts';
import type { RegistrationReport } from './registration.ts';

/** The pause before another attempt to register, in ms. Those of before stay in use meanwhile. */
export const REGISTRATION_PAUSE_MS = 5 * 60_000;

/** Attempts to register commands. */
export interface Registering {
  /**
   * The report of the first attempt, or null when it failed for a reason that passes (Discord is
   * down or asks for a pause): then there will be others.
   *
   * @throws whatever Discord refuses for good.
   */
  readonly start: () => Promise<RegistrationReport | null>;
  /** There will be no more attempts. */
  readonly stop: () => void;
}

/** Registers until it has worked once. A bot that cannot register yet can answer. */
export function createRegistering(
  register: () => Promise<RegistrationReport>,
  timers: Timers,
  log: Logger,
): Registering {
  let cancel = () => {};
  let isStopped = false;

  async function attempt(): Promise<RegistrationReport | null> {
    try {
      return await register();
    } catch (error) {
      if (isForGood(error)) throw error;
      if (isStopped) return null;
      const pauseMs = Math.max(
        REGISTRATION_PAUSE_MS,
        error instanceof RateLimitError ? error.retryAfter : 0,
      );
      log.error(
        { err: error, nextInSeconds: Math.ceil(pauseMs / 1000) },
        'the commands could not be registered; those from before stay in use',
      );
      cancel = timers.after(pauseMs, () => void attemptAgain());
      return null;
    }
  }

  async function attemptAgain(): Promise<void> {
    try {
      const report = await attempt();
      if (report) log.info({ commands: report }, 'the commands are registered');
    } catch (error) {
      log.error({ err: error }, 'the commands cannot be registered');
    }
  }

  return {
    start: attempt,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

/** Discord said no, or it is a fault of ours: another attempt would end alike. */
function isForGood(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError || !(explainStartupError(error, null) instanceof StartupError)
  );
}
