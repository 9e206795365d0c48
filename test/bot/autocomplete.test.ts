import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CATALOGUE_WITHIN_MS,
  SUGGESTIONS_WITHIN_MS,
} from '../../src/bot/interactions/autocomplete.ts';
import { commands } from '../../src/commands/index.ts';
import type { Generation, Library } from '../../src/library/index.ts';
import type { SuggestionIndex } from '../../src/retrieval/index.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';
import { deferred } from './support/fakes.ts';
import { hostileText } from './support/hostile-text.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const articles = [
  storyArticle('a', 'The mayor met Anna Berg. Critics fear harbour fees.', {
    title: 'Harbour fees double',
    publisher: 'The Coast Post',
  }),
  storyArticle('b', 'Nobody told Anna Berg.', { title: '渡輪公司停航', published: '2024-04-30' }),
];

let suggestions: Generation['suggestions'];
let catalogue: Generation['catalogue'];
let running: RunningBot;

beforeEach(async () => {
  const still = fakeLibrary(articles).library;
  ({ suggestions, catalogue } = still.current());
  const current = () => ({
    ...still.current(),
    suggestions: () => suggestions(),
    catalogue: () => catalogue(),
  });
  const library: Library = { ...still, current };
  running = await startBot(commands, { library });
});

afterEach(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

async function type(name: string, option: string, value: string, others: object = {}) {
  const options = { ...others, [option]: value };
  const typed = running.discord.autocomplete({ name, options, focused: option });
  await typed.response();
  return typed.choices.map((choice) => choice.value);
}

describe('an option that is typed into', () => {
  test('is completed from the articles', async () => {
    expect(await type('ask', 'question', 'who is ann')).toEqual(['who is ann', 'who is Anna Berg']);
    expect(await type('ask', 'source', 'coast')).toEqual(['The Coast Post']);
    expect(await type('ask', 'from', '2024-04', { question: 'Who?' })).toEqual([
      '2024-04',
      '2024-04-30',
    ]);
    expect(await type('ask', 'to', '', { question: 'Who?', from: '2024-05' })).toEqual([
      '2024-05-03',
    ]);
    expect(await type('timeline', 'topic', 'berg')).toEqual(['berg', 'Anna Berg']);
    expect(await type('timeline', 'source', '渡轮')).toEqual(['渡輪公司停航']);
    expect(await type('sources', 'query', 'fees')).toEqual(['Harbour fees double']);
    running.discord.assertNoViolations();
  });

  test('shows dates in the language of the person', async () => {
    const typed = running.discord.autocomplete({
      name: 'timeline',
      options: { from: '2024-04-30' },
      focused: 'from',
      locale: 'zh-CN',
    });
    await typed.response();
    expect(typed.choices).toEqual([]);
    const month = running.discord.autocomplete({
      name: 'timeline',
      options: { from: '2024-04-' },
      focused: 'from',
      locale: 'zh-CN',
    });
    await month.response();
    expect(month.choices).toContainEqual({
      name: '2024-04-30 · 2024年4月30日',
      value: '2024-04-30',
    });
  });

  test('is completed from headlines, publishers and days until the rest is there', async () => {
    const { promise, resolve } = deferred<SuggestionIndex>();
    const real = suggestions;
    suggestions = () => promise;
    const typeEarly = async (name: string, option: string, value: string) => {
      const choices = type(name, option, value);
      await running.timers.set(SUGGESTIONS_WITHIN_MS);
      running.timers.fire(SUGGESTIONS_WITHIN_MS);
      return choices;
    };
    expect(await typeEarly('sources', 'query', 'fees')).toEqual(['Harbour fees double']);
    expect(await typeEarly('timeline', 'source', 'coast')).toEqual(['The Coast Post']);
    expect(await typeEarly('timeline', 'from', '2024-04-')).toEqual(['2024-04', '2024-04-30']);
    expect(await typeEarly('timeline', 'topic', 'berg')).toEqual([]);
    resolve(await real());
    expect(await type('timeline', 'topic', 'berg')).toEqual(['berg', 'Anna Berg']);
    expect(running.timers.fire(SUGGESTIONS_WITHIN_MS)).toBe(0);
    expect(running.timers.fire(CATALOGUE_WITHIN_MS)).toBe(0);
    running.discord.assertNoViolations();
  });

  test('is answered with nothing while not even headlines are there', async () => {
    suggestions = () => deferred<SuggestionIndex>().promise;
    catalogue = () => deferred<SuggestionIndex>().promise;
    const choices = type('sources', 'query', 'fees');
    for (const ms of [SUGGESTIONS_WITHIN_MS, CATALOGUE_WITHIN_MS]) {
      await running.timers.set(ms);
      running.timers.fire(ms);
    }
    expect(await choices).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('is completed from headlines when the rest fails, which is in the log', async () => {
    suggestions = async () => {
      throw new Error('the thread ended');
    };
    expect(await type('sources', 'query', 'fees')).toEqual(['Harbour fees double']);
    expect(running.logged.map(({ msg }) => msg)).toContain('could not collect the suggestions');
    running.discord.assertNoViolations();
  });

  test('is answered with nothing when all that fails, which is in the log', async () => {
    suggestions = async () => {
      throw new Error('the thread ended');
    };
    catalogue = suggestions;
    expect(await type('sources', 'query', 'fees')).toEqual([]);
    expect(running.logged.map(({ msg }) => msg)).toContain('could not complete an option');
    running.discord.assertNoViolations();
  });

  test('that Discord no longer wants an answer for harms nothing', async () => {
    running.discord.failNext('POST /interactions/*', {
      status: 404,
      body: { code: 10_062, message: 'Unknown interaction' },
    });
    running.discord.autocomplete({ name: 'sources', options: { query: 'x' }, focused: 'query' });
    await running.discord.request('POST /interactions/*');
    expect(await type('sources', 'query', 'fees')).toEqual(['Harbour fees double']);
  });

  test('is answered with nothing while the bot leaves', async () => {
    const { promise, resolve } = deferred<SuggestionIndex>();
    const real = suggestions;
    suggestions = () => promise;
    const { discord, bot, timers } = running;
    const first = discord.autocomplete({
      name: 'sources',
      options: { query: 'f' },
      focused: 'query',
    });
    await timers.set(SUGGESTIONS_WITHIN_MS);
    const stopped = bot.stop();
    const late = discord.autocomplete({
      name: 'sources',
      options: { query: 'fees' },
      focused: 'query',
    });
    await late.response();
    expect(late.choices).toEqual([]);
    resolve(await real());
    await first.response();
    await stopped;
    discord.assertNoViolations();
  });
});

test('whatever is typed, Discord gets choices that it takes', async () => {
  const focusable = [
    ['ask', 'question'],
    ['ask', 'source'],
    ['ask', 'from'],
    ['timeline', 'topic'],
  ] as const;
  await fc.assert(
    fc.asyncProperty(hostileText, fc.constantFrom(...focusable), async (text, [name, option]) => {
      const values = await type(name, option, text.slice(0, 1000));
      expect(values.length).toBeLessThanOrEqual(25);
      running.discord.assertNoViolations();
    }),
    { numRuns: 60 },
  );
});
