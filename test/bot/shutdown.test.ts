import { describe, expect, test } from 'vitest';
import {
  createShutdown,
  SAME_SIGNAL_MS,
  SHUTDOWN_LIMIT_MS,
} from '../../src/bot/connection/shutdown.ts';
import { deferred, manualTimers, memoryLog } from './support/fakes.ts';

function setUp() {
  const stopping = deferred<void>();
  const timers = manualTimers();
  const { log, lines } = memoryLog();
  const exits: number[] = [];
  let stops = 0;
  const exited = deferred<number>();
  const signal = createShutdown({
    stop: () => {
      stops += 1;
      return stopping.promise;
    },
    exit: (code) => {
      exits.push(code);
      exited.resolve(code);
    },
    timers,
    log,
  });
  return { signal, stopping, timers, exits, exited, lines, stops: () => stops };
}

describe('createShutdown', () => {
  test('exits with 0 when everything has ended', async () => {
    const { signal, stopping, exited, exits } = setUp();
    signal('SIGTERM');
    expect(exits).toEqual([]);
    stopping.resolve();
    expect(await exited.promise).toBe(0);
  });

  test('exits with 0 and says so when the time is over', () => {
    const { signal, timers, exits, lines } = setUp();
    signal('SIGTERM');
    timers.fire(SHUTDOWN_LIMIT_MS);
    expect(exits).toEqual([0]);
    expect(lines.at(-1)?.msg).toBe('could not finish everything in time');
  });

  test('stopping that fails is logged and still ends', async () => {
    const { signal, stopping, exited, lines } = setUp();
    signal('SIGINT');
    stopping.reject(new Error('gateway'));
    expect(await exited.promise).toBe(0);
    expect(lines.at(-1)?.msg).toBe('could not stop cleanly');
  });

  test('one Ctrl-C that arrives twice, by the terminal and by npm, is one signal', () => {
    const { signal, exits, stops } = setUp();
    signal('SIGINT');
    signal('SIGINT');
    expect(exits).toEqual([]);
    expect(stops()).toBe(1);
  });

  test('a second signal ends at once, and only once', async () => {
    const { signal, stopping, timers, exits } = setUp();
    signal('SIGINT');
    timers.fire(SAME_SIGNAL_MS);
    signal('SIGINT');
    stopping.resolve();
    await stopping.promise;
    timers.fire(SHUTDOWN_LIMIT_MS);
    expect(exits).toEqual([1]);
  });
});
