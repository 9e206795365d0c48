import type { Logger } from '../../shared/log.ts';
import type { Timers } from '../../shared/timers.ts';

/** After this many ms what still runs is left behind: service managers kill after 5 or 10 s. */
export const SHUTDOWN_LIMIT_MS = 4500;

/**
 * Signals within this many ms after the first count as the same one: on Ctrl-C under `npm start` the
 * terminal signals this process, and npm passes its own signal on as well.
 */
export const SAME_SIGNAL_MS = 250;

/** What ends the process. */
export interface ShutdownOptions {
  /** Finishes what runs. */
  readonly stop: () => Promise<void>;
  readonly exit: (code: number) => void;
  readonly timers: Timers;
  readonly log: Logger;
}

/** Returns what to do on every SIGTERM and SIGINT: the first ends in order, a second one at once. */
export function createShutdown(options: ShutdownOptions): (signal: NodeJS.Signals) => void {
  const { stop, exit, timers, log } = options;
  let phase: 'running' | 'signalled' | 'stopping' | 'ended' = 'running';

  function end(code: number): void {
    if (phase === 'ended') return;
    phase = 'ended';
    exit(code);
  }

  async function stopInOrder(): Promise<void> {
    try {
      await stop();
      log.info('stopped');
    } catch (error) {
      log.error({ err: error }, 'could not stop cleanly');
    }
    end(0);
  }

  return (signal) => {
    if (phase === 'running') {
      phase = 'signalled';
      log.info({ signal }, 'stopping');
      timers.after(SAME_SIGNAL_MS, () => {
        if (phase === 'signalled') phase = 'stopping';
      });
      timers.after(SHUTDOWN_LIMIT_MS, () => {
        log.warn('could not finish everything in time');
        end(0);
      });
      void stopInOrder();
    } else if (phase === 'stopping') {
      log.warn({ signal }, 'stopping at once');
      end(1);
    }
  };
}
