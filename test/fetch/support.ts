import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createFetcher, type Fetcher } from '../../src/fetch/create-fetcher.ts';
import { FetchError } from '../../src/fetch/fetch-error.ts';
import type { Timers } from '../../src/shared/timers.ts';

/** Answers a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A clock that moves only when somebody waits: each wait is over at once, and took its time. */
export function createClock(start = Date.UTC(2026, 2, 5, 10, 20)) {
  let time = start;
  const waits: number[] = [];
  const timers: Timers = {
    after(ms, run) {
      // Limits are longer than every pause; a test that wants one to pass calls `expire`.
      if (ms > 10_000) {
        limits.add(run);
        return () => void limits.delete(run);
      }
      waits.push(ms);
      const timer = setImmediate(() => {
        time += ms;
        run();
      });
      return () => clearImmediate(timer);
    },
  };
  const limits = new Set<() => void>();
  return {
    timers,
    waits,
    now: () => time,
    pass: (ms: number) => void (time += ms),
    /** Lets every limit that runs be over. */
    expire: () => {
      const running = Array.from(limits);
      limits.clear();
      for (const run of running) run();
    },
    limits,
  };
}

/** A web of several hosts, all of which are one server on the loopback. */
export interface Web {
  readonly fetcher: Fetcher;
  readonly clock: ReturnType<typeof createClock>;
  /** What a host answers from now on, by path; `host/path`. */
  readonly serve: (place: string, handler: Handler | string) => void;
  /** `host/path` of every request but those for robots.txt, in order. */
  readonly asked: readonly string[];
  readonly askedRobots: readonly string[];
  readonly port: number;
}

/** Starts it for the running test. Hosts without a `robots.txt` forbid nothing. */
export async function startWeb(
  addresses: Readonly<Record<string, readonly string[]>> = {},
): Promise<Web> {
  const handlers = new Map<string, Handler>();
  const asked: string[] = [];
  const askedRobots: string[] = [];
  const server = createServer((request, response) => {
    const place = `${request.headers.host?.replace(/:\d+$/u, '')}${request.url}`;
    (request.url === '/robots.txt' ? askedRobots : asked).push(place);
    const handler = handlers.get(place);
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const clock = createClock();
  const fetcher = createFetcher({
    userAgent: 'Verbatim/0 (test)',
    timers: clock.timers,
    now: clock.now,
    // Every host that is not named is our own server.
    resolve: async (host) => addresses[host] ?? (/^[\d.]+$|:/u.test(host) ? [host] : ['127.0.0.1']),
    isTrusted: (address, trustedPort) => address === '127.0.0.1' && trustedPort === port,
  });
  return {
    fetcher,
    clock,
    serve: (place, handler) => {
      const answer: Handler =
        typeof handler === 'function'
          ? handler
          : (_request, response) => {
              response.setHeader('content-type', 'text/html; charset=utf-8');
              response.end(handler);
            };
      handlers.set(place, answer);
    },
    asked,
    askedRobots,
    port,
  };
}

/** The fault that fetching ends with, as `kind` or `kind: detail`. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { kind, detail } = error.fault;
    return detail === '' ? kind : `${kind}: ${detail}`;
  }
}
