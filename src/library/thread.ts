import { Worker } from 'node:worker_threads';
import { MEMORY_LIMIT_CODE } from './serve-generation.ts';
import {
  type FromThread,
  type Notice,
  type Reply,
  type Request,
  type ThreadSettings,
  type ToThread,
  toError,
} from './worker-messages.ts';

/** A thread has ended before it answered. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
  /** `ended` for a thread that ended by itself; the reason, where there is one, is the cause. */
  readonly code: 'time-limit' | 'memory-limit' | 'ended';

  constructor(code: ThreadError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A running thread, seen from the one that started it. */
export interface Thread {
  /**
   * Asks for something, and gives the reply of the expected type.
   *
   * @param limitMs after which the thread counts as dead, and is ended.
   * @throws ThreadError when the thread ends before it replies; what it failed with, as it was there.
   */
  call<Type extends Reply['type']>(
    request: Request,
    expected: Type,
    limitMs?: number,
  ): Promise<Extract<Reply, { readonly type: Type }>>;
  /** Ends it at once; calls that are not answered yet are rejected with the reason. */
  kill(reason: ThreadError): void;
  /** Resolves with the reason when the thread is gone or going. */
  readonly ended: Promise<ThreadError>;
}

/** What {@link startThread} needs. */
export interface ThreadOptions {
  /** The worker's file. */
  readonly url: URL;
  readonly settings: ThreadSettings;
  readonly onNotice: (notice: Notice) => void;
}

interface PendingCall {
  readonly settle: (reply: Reply) => void;
  readonly fail: (error: ThreadError) => void;
}

/** Starts a thread that makes one generation. Its heap is limited; what goes above ends it. */
export function startThread({ url, settings, onNotice }: ThreadOptions): Thread {
  const pending = new Map<number, PendingCall>();
  let lastId = 0;
  let failure: ThreadError | null = null;
  let tellEnd: (reason: ThreadError) => void = () => {};
  const ended = new Promise<ThreadError>((resolve) => {
    tellEnd = resolve;
  });
  const isCompiled = !url.pathname.endsWith('.ts');
  const worker = new Worker(isCompiled ? url : uncompiledProgram(url), {
    eval: !isCompiled,
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: settings.memoryLimitMb },
  });

  function end(reason: ThreadError): void {
    if (failure) return;
    failure = reason;
    for (const { fail } of pending.values()) fail(reason);
    pending.clear();
    tellEnd(reason);
  }

  function kill(reason: ThreadError): void {
    end(reason);
    void worker.terminate();
  }

  /** Thrown out of here, an error of whoever follows the progress would end the process. */
  function hear(notice: Notice): void {
    try {
      onNotice(notice);
    } catch (error) {
      kill(new ThreadError('ended', 'its progress could not be followed', { cause: error }));
    }
  }

  worker.on('message', (message: FromThread) => {
    // A thread that was ended can have messages under way.
    if (failure) return;
    if (message.kind === 'notice') {
      hear(message.notice);
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    call?.settle(message.reply);
  });
  worker.on('messageerror', (error) =>
    kill(new ThreadError('ended', 'a message of the thread cannot be read', { cause: error })),
  );
  worker.on('error', (error) => end(endingFor(error, settings)));
  worker.on('exit', (exitCode) =>
    end(new ThreadError('ended', `the thread ended with exit code ${exitCode}`)),
  );

  return {
    ended,
    kill,
    call: (request, expected, limitMs) =>
      new Promise((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        lastId += 1;
        const id = lastId;
        const overTime = () =>
          kill(new ThreadError('time-limit', `"${request.type}" took more than ${limitMs} ms`));
        const timer = limitMs === undefined ? undefined : setTimeout(overTime, limitMs);
        pending.set(id, {
          settle: (reply) => {
            clearTimeout(timer);
            if (isReply(reply, expected)) resolve(reply);
            else if (reply.type === 'failed') reject(toFailure(toError(reply.error)));
            else reject(new TypeError(`"${request.type}" was answered with "${reply.type}"`));
          },
          fail: (error) => {
            clearTimeout(timer);
            reject(error);
          },
        });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
        worker.postMessage({ id, request } satisfies ToThread);
      }),
  };
}

/** What lets the program itself run uncompiled does not reach its threads by itself. */
function uncompiledProgram(url: URL): string {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(url.href);
  return `import(${tsx}).then(({ register }) => { register(); return import(${file}); });`;
}

function isReply<Type extends Reply['type']>(
  reply: Reply,
  type: Type,
): reply is Extract<Reply, { readonly type: Type }> {
  return reply.type === type;
}

function endingFor(error: unknown, { memoryLimitMb }: ThreadSettings): ThreadError {
  return codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ThreadError('memory-limit', `the thread needs more than ${memoryLimitMb} MB`)
    : new ThreadError('ended', 'the thread failed', { cause: error });
}

/** An error that the thread told of: it lives on, but has given up what it was asked for. */
function toFailure(error: Error): Error {
  return codeOf(error) === MEMORY_LIMIT_CODE
    ? new ThreadError('memory-limit', error.message)
    : error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
