import path from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';

/**
 * What a thread can be asked for: functions of one argument, by name. What they take and give is
 * cloned. One that gives an async iterable makes each item when the other side asks for it.
 */
export type ThreadApi<Api> = { readonly [Name in keyof Api]: (input: never) => unknown };

/** What a function of a thread takes. */
export type InputOf<Call> = Call extends (input: infer Input) => unknown ? Input : never;
/** What it gives, or the promise of it. */
export type OutputOf<Call> = Call extends (input: never) => infer Output ? Awaited<Output> : never;
type ItemOf<Call> = OutputOf<Call> extends AsyncIterable<infer Item> ? Item : never;

/** A thread ended before it answered. The cause is what it died of, where that is known. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
  readonly code: 'time-limit' | 'memory-limit' | 'ended';
  /** The call that took too long, where the limit was that of a call. */
  readonly call: string | null;

  constructor(
    code: ThreadError['code'],
    message: string,
    { call = null, ...options }: ErrorOptions & { readonly call?: string | null } = {},
  ) {
    super(message, options);
    this.code = code;
    this.call = call;
  }
}

/** A running thread, seen from the one that started it. */
export interface Thread<Api extends ThreadApi<Api>> {
  /**
   * Calls a function of the thread.
   *
   * @param limitMs after which the thread counts as stuck and is ended.
   * @throws ThreadError when the thread ends before it answers; what the function threw, as an Error
   *   with its name, message, code, stack and cause.
   */
  call<Name extends keyof Api & string>(
    name: Name,
    input: InputOf<Api[Name]>,
    limitMs?: number,
  ): Promise<OutputOf<Api[Name]>>;
  /**
   * The items that a function of the thread gives; to be read to the end. Throws as {@link Thread.call}
   * does, with the same limit for each item.
   */
  stream<Name extends keyof Api & string>(
    name: Name,
    input: InputOf<Api[Name]>,
    limitMs?: number,
  ): AsyncGenerator<ItemOf<Api[Name]>, void>;
  /** Ends it at once. Calls that are not answered yet are rejected with the reason. */
  kill(reason: ThreadError): void;
  /** Resolves with the reason when the thread is gone or going. */
  readonly ended: Promise<ThreadError>;
}

/** What {@link startThread} needs. */
export interface ThreadOptions<Notice> {
  /** The thread's program; see {@link programBeside}. */
  readonly program: URL;
  /** Cloned; the thread finds it as its `workerData`. */
  readonly data?: unknown;
  /** MB of JavaScript objects, above which the thread ends; Node's own limit when left out. */
  readonly heapLimitMb?: number;
  /** Hears what the thread tells unasked; the thread is ended when it throws. */
  readonly onNotice?: (notice: Notice) => void;
}

/** `next` asks for the next item of the stream that a call has opened. */
type ToThread<Input> =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: Input }
  | { readonly kind: 'next'; readonly id: number };

/** A result, or an item of a stream; what ends a stream is no item. */
interface Answer<Value> {
  readonly value: Value;
  readonly isLast: boolean;
}

/** Cloning an error loses its code, and a name of our own. */
type FromThread<Value, Notice> =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<Value> }
  | { readonly kind: 'error'; readonly id: number; readonly error: Error; readonly own: object }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** Starts a thread. It lives until it dies or is killed, whether it is asked for anything or not. */
export function startThread<Api extends ThreadApi<Api>, Notice = never>({
  program,
  data,
  heapLimitMb,
  onNotice = () => {},
}: ThreadOptions<Notice>): Thread<Api> {
  interface PendingCall {
    // Only the call itself knows the type of its answer, and `never` can be any.
    readonly resolve: (answer: Answer<never>) => void;
    readonly reject: (error: Error) => void;
  }
  const pending = new Map<number, PendingCall>();
  let lastId = 0;
  let failure: ThreadError | null = null;
  let tellEnd: (reason: ThreadError) => void = () => {};
  const ended = new Promise<ThreadError>((resolve) => {
    tellEnd = resolve;
  });
  const isCompiled = !program.pathname.endsWith('.ts');
  const worker = new Worker(isCompiled ? program : uncompiled(program), {
    eval: !isCompiled,
    workerData: data,
    ...(heapLimitMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heapLimitMb } }),
  });

  function end(reason: ThreadError): void {
    if (failure) return;
    failure = reason;
    for (const { reject } of pending.values()) reject(reason);
    pending.clear();
    tellEnd(reason);
  }

  function kill(reason: ThreadError): void {
    end(reason);
    void worker.terminate();
  }

  /** Thrown out of here, an error of whoever listens would end the process. */
  function hear(notice: Notice): void {
    try {
      onNotice(notice);
    } catch (cause) {
      kill(new ThreadError('ended', 'what it told could not be followed', { cause }));
    }
  }

  worker.on('message', (message: FromThread<never, Notice>) => {
    // A thread that was ended can have messages under way.
    if (failure) return;
    if (message.kind === 'notice') {
      hear(message.notice);
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === 'answer') call?.resolve(message.answer);
    else call?.reject(Object.assign(message.error, message.own));
  });
  worker.on('messageerror', (cause) =>
    kill(new ThreadError('ended', 'a message of the thread cannot be read', { cause })),
  );
  worker.on('error', (cause) => {
    const isMemory = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    end(
      isMemory
        ? new ThreadError('memory-limit', `the thread needs more than ${heapLimitMb} MB`, { cause })
        : new ThreadError('ended', 'the thread failed', { cause }),
    );
  });
  worker.on('exit', (exitCode) =>
    end(new ThreadError('ended', `the thread ended with exit code ${exitCode}`)),
  );

  async function ask(
    message: ToThread<unknown>,
    name: string,
    limitMs: number | undefined,
  ): Promise<Answer<never>> {
    if (failure) throw failure;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(message);
    const overTime = () =>
      kill(new ThreadError('time-limit', `"${name}" took more than ${limitMs} ms`, { call: name }));
    const timer = limitMs === undefined ? undefined : setTimeout(overTime, limitMs);
    try {
      return await new Promise((resolve, reject) => {
        pending.set(message.id, { resolve, reject });
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    ended,
    kill,
    async call(name, input, limitMs) {
      lastId += 1;
      return (await ask({ kind: 'call', id: lastId, name, input }, name, limitMs)).value;
    },
    async *stream(name, input, limitMs) {
      lastId += 1;
      const id = lastId;
      let answer = await ask({ kind: 'call', id, name, input }, name, limitMs);
      while (!answer.isLast) {
        yield answer.value;
        answer = await ask({ kind: 'next', id }, name, limitMs);
      }
    },
  };
}

/** In a thread: answers the one who started it, from now on. */
export function serveThread<Api extends ThreadApi<Api>>(functions: Api): void {
  const calls = new Map<string, (input: never) => unknown>(Object.entries(functions));
  const streams = new Map<number, AsyncIterator<unknown>>();

  async function nextOf(id: number): Promise<Answer<unknown>> {
    const { value, done = false } = (await streams.get(id)?.next()) ?? { value: null, done: true };
    if (done) streams.delete(id);
    return { value, isLast: done };
  }

  async function answer(message: ToThread<never>): Promise<Answer<unknown>> {
    if (message.kind === 'next') return nextOf(message.id);
    const call = calls.get(message.name);
    if (!call) throw new TypeError(`the thread has no function "${message.name}"`);
    const value = await call(message.input);
    if (!isAsyncIterable(value)) return { value, isLast: true };
    streams.set(message.id, value[Symbol.asyncIterator]());
    return nextOf(message.id);
  }

  async function serve(message: ToThread<never>): Promise<void> {
    const { id } = message;
    try {
      send({ kind: 'answer', id, answer: await answer(message) });
    } catch (thrown) {
      streams.delete(id);
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
      send({ kind: 'error', id, error, own: { name: error.name, ...code } });
    }
  }

  portOfThread().on('message', (message: ToThread<never>) => void serve(message));
}

/** In a thread: tells the one who started it something unasked; see {@link ThreadOptions.onNotice}. */
export function notify(notice: unknown): void {
  send({ kind: 'notice', notice });
}

/**
 * The program of a thread that lies beside a module, which may be compiled or not.
 *
 * @param moduleUrl the module's `import.meta.url`.
 */
export function programBeside(moduleUrl: string, name: string): URL {
  return new URL(`${name}${path.extname(moduleUrl)}`, moduleUrl);
}

/** What lets the program itself run uncompiled does not reach its threads by itself. */
function uncompiled(program: URL): string {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(program.href);
  return `import(${tsx}).then(({ register }) => { register(); return import(${file}); });`;
}

function send(message: FromThread<unknown, unknown>): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  portOfThread().postMessage(message);
}

function portOfThread() {
  if (!parentPort) throw new Error('to be started as a worker thread');
  return parentPort;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
