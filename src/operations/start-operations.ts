import { type Config, ConfigError } from '../config.ts';
import type { Logger } from '../shared/log.ts';
import type { Telemetry } from '../shared/telemetry.ts';
import { createHealth } from './health.ts';
import { createMetrics, type Metrics, type MetricsOptions } from './metrics.ts';
import { type OperationsServer, startOperationsServer } from './operations-server.ts';

/** What watching over a bot needs. */
export interface OperationsOptions extends MetricsOptions {
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
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
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
