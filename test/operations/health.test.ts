import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHealth } from '../../src/operations/health.ts';

const FIGURES = { articles: 5, passages: 40, generation: 'abc', builtAt: 0 };

test('a bot that starts lacks its index and the gateway', () => {
  const health = createHealth(() => null);
  expect(health.readiness()).toEqual({
    ready: false,
    missing: ['index', 'gateway'],
    shards: {},
    articles: 0,
  });
});

test('a bot is not ready while only the first of its shards is connected', () => {
  const health = createHealth(() => FIGURES);
  health.onShard(0, 'ready');
  expect(health.readiness()).toMatchObject({ ready: false, missing: ['gateway'] });
  health.onShard(1, 'ready');
  health.onBot('ready');
  expect(health.readiness()).toEqual({
    ready: true,
    missing: [],
    shards: { 0: 'ready', 1: 'ready' },
    articles: 5,
  });
});

test('a bot is not ready while one of its shards is away, and names it', () => {
  const health = createHealth(() => FIGURES);
  health.onBot('ready');
  health.onShard(0, 'ready');
  health.onShard(3, 'connecting');
  expect(health.readiness()).toMatchObject({ ready: false, missing: ['shard 3'] });
  health.onShard(3, 'ready');
  expect(health.readiness().ready).toBe(true);
});

test('an index without articles is none', () => {
  const health = createHealth(() => ({ ...FIGURES, articles: 0 }));
  health.onBot('ready');
  expect(health.readiness().missing).toEqual(['index']);
});

test('a bot that stops says so', () => {
  const health = createHealth(() => FIGURES);
  health.onBot('ready');
  health.onBot('stopping');
  expect(health.readiness()).toMatchObject({ ready: false, missing: ['stopping'] });
});

test('it is ready exactly when nothing is missing, whatever happened before', () => {
  const event = fc.oneof(
    fc.record({
      shard: fc.nat({ max: 3 }),
      state: fc.constantFrom('connecting', 'ready', 'closed'),
    }),
    fc.constantFrom('ready', 'stopping'),
  );
  fc.assert(
    fc.property(fc.array(event), fc.boolean(), (events, hasIndex) => {
      const health = createHealth(() => (hasIndex ? FIGURES : null));
      for (const each of events) {
        if (typeof each === 'string') health.onBot(each);
        else health.onShard(each.shard, each.state);
      }
      const { ready, missing, shards } = health.readiness();
      const isBotReady = events.findLast((each) => typeof each === 'string') === 'ready';
      const areShardsReady = Object.values(shards).every((state) => state === 'ready');
      expect(ready).toBe(hasIndex && isBotReady && areShardsReady);
      expect(missing.length === 0).toBe(ready);
    }),
  );
});
