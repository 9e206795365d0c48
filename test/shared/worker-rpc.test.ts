import { describe, expect, onTestFinished, test } from 'vitest';
import { startThread, ThreadError, type ThreadOptions } from '../../src/shared/worker-rpc.ts';
import { RPC } from '../support/worker-url.ts';

interface Api {
  double(value: number): number;
  later(value: string): Promise<string>;
  count(to: number): AsyncIterable<number>;
  brokenCount(to: number): AsyncIterable<number>;
  fail(kind: 'own' | 'text' | 'uncloneable'): never;
  wait(): Promise<never>;
  hang(): never;
  fill(): never;
  exit(code: number): never;
  throwOutside(): Promise<never>;
  tell(what: string): void;
}

const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { notify, serveThread } from ${JSON.stringify(RPC.href)};
    class OwnError extends RangeError {
      constructor(message, options) {
        super(message, options);
        this.name = 'OwnError';
        this.code = 'own-code';
      }
    }
    serveThread({
      double: (value) => 2 * value,
      later: async (value) => value,
      async *count(to) {
        for (let number = 1; number <= to; number += 1) {
          notify(number);
          yield number;
        }
      },
      async *brokenCount(to) {
        for (let number = 1; number <= to; number += 1) yield number;
        throw new OwnError('no more');
      },
      fail(kind) {
        if (kind === 'own') throw new OwnError('as asked', { cause: new TypeError('the cause') });
        if (kind === 'text') throw 'a text';
        return () => {};
      },
      wait: () => new Promise(() => {}),
      hang() { for (;;); },
      fill() { const all = []; for (;;) all.push(Array.from({ length: 10_000 }, () => ({}))); },
      exit: (code) => process.exit(code),
      throwOutside() {
        setImmediate(() => { throw new OwnError('outside') });
        return new Promise(() => {});
      },
      tell: (what) => notify(what),
    });
  `)}`,
);

function start(options: Partial<ThreadOptions<unknown>> = {}) {
  const thread = startThread<Api, unknown>({ program: PROGRAM, ...options });
  onTestFinished(() => thread.kill(new ThreadError('ended', 'the test is over')));
  return thread;
}

/** What a promise is rejected with. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const nothing = Symbol('nothing');
  const failure = await promise.then(
    () => nothing,
    (error: unknown) => error,
  );
  expect(failure).not.toBe(nothing);
  return failure;
}

describe('calling a thread', () => {
  test('gives what its functions give, whatever the order of the answers', async () => {
    const thread = start();
    const answers = [
      thread.call('later', 'a'),
      thread.call('double', 21),
      thread.call('later', 'b'),
    ];
    expect(await Promise.all(answers)).toEqual(['a', 42, 'b']);
  });

  test('carries what is thrown, with its name, code, stack and cause', async () => {
    const error = await failureOf(start().call('fail', 'own'));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'OwnError',
      message: 'as asked',
      code: 'own-code',
      stack: expect.stringContaining('data:text/javascript'),
      cause: { name: 'TypeError', message: 'the cause' },
    });
  });

  test('makes an error of what is thrown and is none, or cannot be handed over', async () => {
    const thread = start();
    expect(await failureOf(thread.call('fail', 'text'))).toMatchObject({ message: 'a text' });
    expect(await failureOf(thread.call('fail', 'uncloneable'))).toMatchObject({
      name: 'DataCloneError',
    });
    // @ts-expect-error -- there is no such function
    const unknown: Promise<unknown> = thread.call('toString', 1);
    expect(await failureOf(unknown)).toMatchObject({ name: 'TypeError' });
    expect(await thread.call('double', 1)).toBe(2);
  });

  test('rejects what cannot be handed over, and goes on', async () => {
    const thread = start();
    expect(
      await failureOf(
        thread.call(
          'double',
          Object(() => {}),
        ),
      ),
    ).toMatchObject({
      name: 'DataCloneError',
    });
    expect(await thread.call('double', 1)).toBe(2);
  });
});

describe('a stream of a thread', () => {
  test('makes each item when it is asked for', async () => {
    const made: unknown[] = [];
    const thread = start({ onNotice: (number) => made.push(number) });
    const read: number[] = [];
    for await (const number of thread.stream('count', 3)) {
      read.push(number);
      // Answered after all that the thread has told so far.
      await thread.call('double', 0);
      expect(made).toEqual(read);
    }
    expect(read).toEqual([1, 2, 3]);
  });

  test('can have no items, and can fail after some', async () => {
    const thread = start();
    for await (const _ of thread.stream('count', 0)) expect.unreachable();
    const read: number[] = [];
    const reading = async () => {
      for await (const number of thread.stream('brokenCount', 2)) read.push(number);
    };
    expect(await failureOf(reading())).toMatchObject({ name: 'OwnError', message: 'no more' });
    expect(read).toEqual([1, 2]);
  });
});

describe('a thread that ends', () => {
  test.each([
    ['exit', 3, { code: 'ended', message: 'the thread ended with exit code 3' }],
    ['throwOutside', undefined, { code: 'ended', cause: { message: 'outside' } }],
    ['fill', undefined, { code: 'memory-limit', message: 'the thread needs more than 32 MB' }],
  ] as const)(
    'by itself (%s) fails all calls that wait, and all later ones',
    async (name, input, failure) => {
      const thread = start({ heapLimitMb: 32 });
      const waiting = failureOf(thread.call('wait', undefined));
      expect(await failureOf(thread.call(name, input))).toMatchObject(failure);
      const reason = await thread.ended;
      expect(reason).toBeInstanceOf(ThreadError);
      expect(await waiting).toBe(reason);
      expect(await failureOf(thread.call('double', 1))).toBe(reason);
    },
  );

  test('because a call takes too long, and not because of one that has a limit and is quick', async () => {
    const thread = start();
    expect(await thread.call('double', 1, 60_000)).toBe(2);
    expect(await failureOf(thread.call('hang', undefined, 50))).toMatchObject({
      code: 'time-limit',
      message: '"hang" took more than 50 ms',
    });
  });

  test('because it is killed, at once and however busy it is', async () => {
    const thread = start();
    const hanging = failureOf(thread.call('hang', undefined));
    const reason = new ThreadError('ended', 'not needed any more');
    thread.kill(reason);
    expect(await hanging).toBe(reason);
    expect(await thread.ended).toBe(reason);
  });

  test('because whoever listens fails, while the process goes on', async () => {
    const failure = new Error('deaf');
    const thread = start({
      onNotice: () => {
        throw failure;
      },
    });
    await thread.call('tell', 'anything').catch(() => {});
    expect(await thread.ended).toMatchObject({ code: 'ended', cause: failure });
  });

  test('tells nothing more', async () => {
    const told: unknown[] = [];
    const thread = start({ onNotice: (what) => told.push(what) });
    await thread.call('tell', 'first');
    const last = failureOf(thread.call('tell', 'second'));
    thread.kill(new ThreadError('ended', 'not needed any more'));
    await last;
    // By the time another thread has started and answered, it would have been heard.
    await start().call('double', 1);
    expect(told).toEqual(['first']);
  });
});
