import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, ConfigError } from '../config.ts';
import { errnoOf } from '../shared/fs.ts';
import type { Logger } from '../shared/log.ts';
import type { Telemetry } from '../shared/telemetry.ts';
import { createHealth, type Health } from './health.ts';
import { createMetrics, type Metrics, type MetricsOptions } from './metrics.ts';

/** What watching over a bot needs. */
interface OperationsOptions extends MetricsOptions {
  readonly config: Pick<Config, 'healthHost'> & { readonly healthPort: number };
  readonly log: Logger;
}

/** A bot that is watched over: what it tells, and what answers about it. */
export interface Operations extends OperationsServer {
  readonly telemetry: Telemetry;
  readonly onReindex: Metrics['onReindex'];
}

/**
 * Starts the server for `/livez`, `/readyz` and `/metrics`.
 *
 * @throws ConfigError with one line when nothing can listen at the address.
 */
export async function startOperations(options: OperationsOptions): Promise<Operations> {
  const { config, log, figures, version } = options;
  const { healthHost: host, healthPort } = config;
  const health = createHealth(figures);
  const metrics = createMetrics({ figures, version });
  const server = await startOperationsServer({
    host,
    port: healthPort,
    health,
    metrics,
    log,
  }).catch((error: unknown) => {
    throw new ConfigError(explain(error, host, healthPort), { cause: error });
  });
  log.info({ host, port: server.port }, 'serving health and metrics');
  return {
    ...server,
    onReindex: metrics.onReindex,
    telemetry: {
      onCommand: metrics.onCommand,
      onAutocomplete: metrics.onAutocomplete,
      onBot: health.onBot,
      onShard(shard, state) {
        health.onShard(shard, state);
        metrics.onShard(shard, state);
      },
    },
  };
}

function explain(error: unknown, host: string, port: number): string {
  switch (errnoOf(error)) {
    case 'EADDRINUSE':
      return `HEALTH_PORT ${port} is in use already at ${host}: choose another, or stop the program that listens there`;
    case 'EACCES':
      return `HEALTH_PORT ${port} needs rights that this process does not have: choose one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HEALTH_HOST ${host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of its addresses`;
    default:
      return `nothing can listen at HEALTH_HOST ${host}, HEALTH_PORT ${port}: ${String(error)}`;
  }
}

/** Where `/livez`, `/readyz` and `/metrics` are answered, and from what. */
interface OperationsServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly health: Health;
  readonly metrics: Pick<Metrics, 'render' | 'contentType'>;
  readonly log: Logger;
}

/** A server that listens. */
interface OperationsServer {
  /** The port that it listens at. */
  readonly port: number;
  /** Closes every connection. */
  readonly stop: () => Promise<void>;
}

/** Nobody who watches needs more at a time. */
const MAX_CONNECTIONS = 64;

/** How long a request may take to come in, in ms. */
const REQUEST_TIMEOUT_MS = 5000;

interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Listens for whoever watches over the bot.
 *
 * @throws what `listen` fails with, such as EADDRINUSE.
 */
export async function startOperationsServer(
  options: OperationsServerOptions,
): Promise<OperationsServer> {
  const { host, port, health, metrics, log } = options;
  const server = createServer(
    {
      headersTimeout: REQUEST_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 8192,
    },
    (request, response) => void respond(request, response),
  );
  server.maxConnections = MAX_CONNECTIONS;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: HttpAnswer;
    try {
      answer = await route(request);
    } catch (error) {
      log.error({ err: error, path: request.url }, 'a health request failed');
      answer = text(500, 'failed');
    }
    const isBodyUnread =
      'content-length' in request.headers || 'transfer-encoding' in request.headers;
    response.writeHead(answer.status, {
      'content-type': answer.type,
      'content-length': Buffer.byteLength(answer.body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // What is left of a body would be taken for the next request.
      ...(isBodyUnread && { connection: 'close' }),
      ...answer.headers,
    });
    response.end(request.method === 'HEAD' ? '' : answer.body);
  }

  async function route({ method, url = '' }: IncomingMessage): Promise<HttpAnswer> {
    const handle = routes.get(url.replace(/\?.*$/su, ''));
    if (!handle) return text(404, 'not found: there are /livez, /readyz and /metrics');
    if (method !== 'GET' && method !== 'HEAD') {
      return { ...text(405, 'only GET and HEAD'), headers: { allow: 'GET, HEAD' } };
    }
    return handle();
  }

  const routes = new Map<string, () => HttpAnswer | Promise<HttpAnswer>>([
    ['/livez', () => json(200, { live: true })],
    [
      '/readyz',
      () => {
        const readiness = health.readiness();
        return json(readiness.ready ? 200 : 503, readiness);
      },
    ],
    [
      '/metrics',
      async () => ({ status: 200, type: metrics.contentType, body: await metrics.render() }),
    ],
  ]);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', (error) => log.error({ err: error }, 'the health server failed'));
  return {
    port: portOf(server.address()),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('not a port');
  return address.port;
}

function text(status: number, body: string): HttpAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n` };
}

function json(status: number, value: unknown): HttpAnswer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` };
}
