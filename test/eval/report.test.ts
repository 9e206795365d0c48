import { describe, expect, test } from 'vitest';
import type { Round } from '../../eval/evaluate.ts';
import { missesOf } from '../../eval/misses.ts';
import { parseOptions } from '../../eval/options.ts';
import { renderJson } from '../../eval/render-json.ts';
import { renderMisses } from '../../eval/render-misses.ts';
import { renderScores } from '../../eval/render-scores.ts';
import { storyArticle } from '../support/fake-library.ts';
import { judgementOf, unanswerableOf } from './judgements.ts';

const FERRY = storyArticle('ferry', 'The ferry left at 5. It was late.');
const ARTICLES = new Map([[FERRY.id, FERRY]]);

const AS_WRITTEN: Round = {
  set: 'main',
  language: 'en',
  variant: 'as-written',
  judgements: [
    judgementOf(),
    judgementOf({ rank: 2, first: { article: 'ferry', words: 'It was\nlate.' } }),
    judgementOf({ rank: null, verdict: 'nothing', first: null, confidence: 0.25 }),
    judgementOf({ rank: null }),
    unanswerableOf({ verdict: 'nothing', first: null, confidence: 0.1 }),
    unanswerableOf({ confidence: 0.6 }),
  ],
};

const ROUNDS: readonly Round[] = [
  AS_WRITTEN,
  { set: 'main', language: 'zh', variant: 'as-written', judgements: [judgementOf()] },
  {
    set: 'main',
    language: 'en',
    variant: 'typing-error',
    judgements: [judgementOf({ rank: null }), judgementOf({ rank: 3 })],
  },
  {
    set: 'cross-language',
    language: 'zh',
    variant: 'as-written',
    judgements: [judgementOf({ rank: null, verdict: 'nothing', first: null, confidence: 0 })],
  },
];

/** The cells of a table's row. */
function rowOf(table: string, label: string): string[] {
  const line = table.split('\n').find((each) => each.startsWith(`| ${label} `)) ?? '';
  return line
    .split('|')
    .map((cell) => cell.trim())
    .slice(2, -1);
}

describe('the table', () => {
  const table = renderScores(ROUNDS);

  test('has the scores of each round in per cent', () => {
    // AUROC: 0.9 three times and 0.25, against 0.1 and 0.6: 7 of 8 pairs.
    expect(rowOf(table, 'English')).toEqual([
      '4',
      '2',
      '25.0',
      '50.0',
      '50.0',
      '37.5',
      '0.0',
      '25.0',
      '50.0',
      '25.0',
      '87.5',
    ]);
    expect(rowOf(table, 'Chinese')).toEqual([
      '1',
      '0',
      '100.0',
      '100.0',
      '100.0',
      '100.0',
      '0.0',
      '0.0',
      '-',
      '100.0',
      '-',
    ]);
  });

  test('has all questions as they are written together', () => {
    expect(rowOf(table, 'All').slice(0, 3)).toEqual(['5', '2', '40.0']);
    expect(renderScores([AS_WRITTEN])).not.toContain('| All ');
  });

  test('says how many points a variant loses or gains', () => {
    const [, , hit1, hit3, , mrr, , nothing] = rowOf(table, 'English, one typing error');
    expect([hit1, hit3, mrr, nothing]).toEqual([
      '0.0 (-25.0)',
      '50.0 (+0.0)',
      '16.7 (-20.8)',
      '0.0 (-25.0)',
    ]);
  });

  test('keeps questions across languages apart, without a comparison', () => {
    expect(rowOf(table, 'Chinese about English text').slice(0, 3)).toEqual(['1', '0', '0.0']);
  });
});

describe('the misses', () => {
  test('are all but the first places and the unanswerable ones that were not answered', () => {
    const misses = missesOf(AS_WRITTEN, ARTICLES);
    expect(misses.map(({ outcome }) => outcome)).toEqual([
      'later',
      'nothing',
      'not-found',
      'answered',
    ]);
  });

  test('are listed with what was expected, what came first, and the reason', () => {
    const list = renderMisses([AS_WRITTEN, ...ROUNDS.slice(2, 3)], ARTICLES).split('\n\n');
    expect(list.slice(0, 3)).toEqual([
      '4 misses',
      `
q1  When did the ferry leave?
  in place 2, confidence 0.90
  expected: The ferry left at 5.
  first:    It was late.
  reason:   It tells the hour.`.trim(),
      `
q1  When did the ferry leave?
  nothing, although it is answered, confidence 0.25
  expected: The ferry left at 5.
  reason:   It tells the hour.`.trim(),
    ]);
    expect(list[4]).toBe(
      `
q2  When did the ferry leave?
  answered, although nothing answers it, confidence 0.60
  first:    The ferry left at 5.
  reason:   No article tells it.`.trim(),
    );
  });
});

describe('JSON', () => {
  test('has every round, with its misses when they are wanted', () => {
    const read = (withMisses: boolean): unknown =>
      JSON.parse(renderJson([AS_WRITTEN], ARTICLES, withMisses));
    expect(read(false)).toEqual({
      rounds: [expect.objectContaining({ set: 'main', language: 'en', hit1: 0.25 })],
    });
    expect(read(false)).not.toHaveProperty('rounds.0.misses');
    expect(read(true)).toHaveProperty('rounds.0.misses.length', 4);
  });
});

describe('options', () => {
  test('are off when left out', () => {
    expect(parseOptions([])).toEqual({ json: false, misses: false });
  });

  test('are read', () => {
    expect(parseOptions(['--set', 'sets/news', '--json', '--misses'])).toEqual({
      set: 'sets/news',
      json: true,
      misses: true,
    });
  });
});
