import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Telemetry } from '../shared/telemetry.ts';
import type { IndexGauges } from './health.ts';

/** What is counted and measured. */
export interface Metrics extends Pick<Telemetry, 'onCommand' | 'onAutocomplete' | 'onShard'> {
  /** A reindex ended: `applied`, or why it was not. */
  readonly onReindex: (run: { readonly outcome: string; readonly durationMs: number }) => void;
  /** Everything in the text format of Prometheus. */
  readonly render: () => Promise<string>;
  /** The media type of {@link render}. */
  readonly contentType: string;
}

/** What the metrics tell besides what happens. */
export interface MetricsOptions {
  /** Of Verbatim. */
  readonly version: string;
  /** Gives null until there is an index. */
  readonly figures: () => IndexGauges | null;
}

/** Seconds. An answer takes a hundredth of one; it is deferred after 1.5, and given up after 60. */
const COMMAND_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10, 30, 60];

/** Seconds. Choices that come after 3 are lost. */
const AUTOCOMPLETE_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** Seconds: from a handful of articles to a hundred thousand. */
const REINDEX_BUCKETS = [0.1, 0.5, 1, 5, 15, 60, 180, 600];

/** Metrics in a registry of their own, those of the process among them. */
export function createMetrics({ version, figures }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[], ...labelNames: string[]) =>
    new Histogram({ name, help, buckets, labelNames, registers });

  const build = gauge(
    'verbatim_build_info',
    'Always 1; the version of Verbatim is its label',
    'version',
  );
  build.set({ version }, 1);
  const commands = counter(
    'verbatim_commands_total',
    'Uses of a command, by how they ended: answered, closest, nothing, refused or failed',
    'command',
    'outcome',
  );
  const commandSeconds = histogram(
    'verbatim_command_duration_seconds',
    'Time from a use of a command until its message was there',
    COMMAND_BUCKETS,
    'command',
  );
  const autocompleteSeconds = histogram(
    'verbatim_autocomplete_duration_seconds',
    'Time until choices were delivered to someone who was typing',
    AUTOCOMPLETE_BUCKETS,
  );
  const reindexes = counter(
    'verbatim_reindexes_total',
    'Reindexes since the start, by how they ended: applied, or why not',
    'outcome',
  );
  const reindexSeconds = histogram(
    'verbatim_reindex_duration_seconds',
    'Time that a reindex took, applied or not',
    REINDEX_BUCKETS,
  );
  const shardReady = gauge(
    'verbatim_gateway_ready',
    '1 while a shard is connected to the gateway of Discord, otherwise 0',
    'shard',
  );
  const reconnects = counter(
    'verbatim_gateway_reconnects_total',
    'How often a shard lost its connection and connected again',
    'shard',
  );

  function addGauge(name: string, help: string, read: (known: IndexGauges) => number): void {
    const collected = new Gauge({
      name,
      help,
      registers: [],
      collect() {
        const known = figures();
        this.set(known ? read(known) : 0);
      },
    });
    registry.registerMetric(collected);
  }
  addGauge('verbatim_articles', 'Articles in the index in use', (known) => known.articles);
  addGauge('verbatim_passages', 'Passages in the index in use', (known) => known.passages);
  addGauge(
    'verbatim_index_built_timestamp_seconds',
    'When the index in use was built, in seconds since the epoch; 0 before there is one',
    (known) => known.builtAt / 1000,
  );
  const generation = new Gauge({
    name: 'verbatim_index_info',
    help: 'Always 1; the id of the generation in use is its label',
    labelNames: ['generation'],
    registers: [],
    collect() {
      this.reset();
      const known = figures();
      if (known) this.set({ generation: known.generation }, 1);
    },
  });
  registry.registerMetric(generation);

  return {
    onCommand({ command, outcome, durationMs }) {
      commands.inc({ command, outcome });
      commandSeconds.observe({ command }, durationMs / 1000);
    },
    onAutocomplete: (durationMs) => autocompleteSeconds.observe(durationMs / 1000),
    onShard(shard, state) {
      shardReady.set({ shard }, state === 'ready' ? 1 : 0);
      if (state === 'connecting') reconnects.inc({ shard });
    },
    onReindex({ outcome, durationMs }) {
      reindexes.inc({ outcome });
      reindexSeconds.observe(durationMs / 1000);
    },
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
