import { readFileSync } from 'node:fs';
import path from 'node:path';
import { register } from 'prom-client';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/operations/metrics.ts';

const FIGURES = { articles: 5, passages: 40, generation: 'abc', builtAt: 1_600_000_000_500 };

/** The values of one metric by their labels, as they are written. */
async function valuesOf(metrics: ReturnType<typeof createMetrics>, name: string) {
  const lines = (await metrics.render()).split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .map((line) => [
        line.slice(name.length, line.lastIndexOf(' ')),
        Number(line.split(' ').at(-1)),
      ]),
  );
}

test('commands are counted by how they ended, and timed', async () => {
  const metrics = createMetrics({ version: '1.2.3', figures: () => null });
  metrics.onCommand({ command: 'ask', outcome: 'answered', durationMs: 40 });
  metrics.onCommand({ command: 'ask', outcome: 'answered', durationMs: 2000 });
  metrics.onCommand({ command: 'ask', outcome: 'nothing', durationMs: 60 });
  metrics.onCommand({ command: 'reindex', outcome: 'refused', durationMs: 1 });
  expect(await valuesOf(metrics, 'verbatim_commands_total')).toEqual({
    '{command="ask",outcome="answered"}': 2,
    '{command="ask",outcome="nothing"}': 1,
    '{command="reindex",outcome="refused"}': 1,
  });
  const buckets = await valuesOf(metrics, 'verbatim_command_duration_seconds_bucket');
  expect(buckets['{le="0.05",command="ask"}']).toBe(1);
  expect(buckets['{le="0.1",command="ask"}']).toBe(2);
  expect(buckets['{le="+Inf",command="ask"}']).toBe(3);
});

test('the index in use is told by its figures, and only by those in use', async () => {
  let figures: typeof FIGURES | null = null;
  const metrics = createMetrics({ version: '1.2.3', figures: () => figures });
  expect(await valuesOf(metrics, 'verbatim_articles')).toEqual({ '': 0 });
  expect(await valuesOf(metrics, 'verbatim_index_info')).toEqual({});
  figures = FIGURES;
  expect(await valuesOf(metrics, 'verbatim_articles')).toEqual({ '': 5 });
  expect(await valuesOf(metrics, 'verbatim_passages')).toEqual({ '': 40 });
  const builtAt = await valuesOf(metrics, 'verbatim_index_built_timestamp_seconds');
  expect(builtAt).toEqual({ '': 1_600_000_000.5 });
  expect(await valuesOf(metrics, 'verbatim_index_info')).toEqual({ '{generation="abc"}': 1 });
  figures = { ...FIGURES, generation: 'def' };
  expect(await valuesOf(metrics, 'verbatim_index_info')).toEqual({ '{generation="def"}': 1 });
});

test('reindexes are counted by how they ended, and timed', async () => {
  const metrics = createMetrics({ version: '1.2.3', figures: () => null });
  metrics.onReindex({ outcome: 'applied', durationMs: 700 });
  metrics.onReindex({ outcome: 'no-articles', durationMs: 10 });
  expect(await valuesOf(metrics, 'verbatim_reindexes_total')).toEqual({
    '{outcome="applied"}': 1,
    '{outcome="no-articles"}': 1,
  });
  const sum = await valuesOf(metrics, 'verbatim_reindex_duration_seconds_sum');
  expect(sum).toEqual({ '': 0.71 });
});

test('each shard is ready or not, and its reconnects are counted', async () => {
  const metrics = createMetrics({ version: '1.2.3', figures: () => null });
  metrics.onShard(0, 'ready');
  metrics.onShard(1, 'ready');
  metrics.onShard(1, 'connecting');
  expect(await valuesOf(metrics, 'verbatim_gateway_ready')).toEqual({
    '{shard="0"}': 1,
    '{shard="1"}': 0,
  });
  metrics.onShard(1, 'ready');
  expect(await valuesOf(metrics, 'verbatim_gateway_reconnects_total')).toEqual({
    '{shard="1"}': 1,
  });
});

test('the delay of the event loop and the memory of the process are among them', async () => {
  const metrics = createMetrics({ version: '1.2.3', figures: () => null });
  const text = await metrics.render();
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/mu);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu);
  expect(text).toMatch(/^verbatim_build_info\{version="1\.2\.3"\} 1$/mu);
  metrics.onAutocomplete(20);
  const count = await valuesOf(metrics, 'verbatim_autocomplete_duration_seconds_count');
  expect(count).toEqual({ '': 1 });
});

test('two of them do not meet, and the registry of the whole process stays empty', async () => {
  const one = createMetrics({ version: '1', figures: () => null });
  const other = createMetrics({ version: '2', figures: () => null });
  one.onReindex({ outcome: 'applied', durationMs: 1 });
  expect(await valuesOf(other, 'verbatim_reindexes_total')).toEqual({});
  expect(register.getMetricsAsArray()).toEqual([]);
});

test('the documentation has each of our metrics with its kind and labels, and no other', async () => {
  const metrics = createMetrics({ version: '1.2.3', figures: () => FIGURES });
  metrics.onCommand({ command: 'ask', outcome: 'answered', durationMs: 40 });
  metrics.onReindex({ outcome: 'applied', durationMs: 1 });
  metrics.onShard(0, 'connecting');
  const text = await metrics.render();
  const kinds = [...text.matchAll(/^# TYPE (verbatim_\w+) (\w+)$/gmu)].map(([, name, kind]) => {
    const labels = new RegExp(`^${name}(?:_count)?\\{(.*)\\}`, 'mu').exec(text)?.[1] ?? '';
    const names = [...labels.matchAll(/(\w+)="/gu)].map(([, label]) => label);
    return [names.length > 0 ? `${name}{${names.join()}}` : name, kind];
  });
  const file = path.resolve(import.meta.dirname, '../../docs/operations.md');
  const documented = [
    ...readFileSync(file, 'utf8').matchAll(/^\| `(verbatim_[^`]+)` \| (\w+) \|/gmu),
  ].map(([, name, kind]) => [name, kind]);
  expect(new Map(documented.map(([name, kind]) => [name, kind]))).toEqual(
    new Map(kinds.map(([name, kind]) => [name, kind])),
  );
});
