import { describe, expect, test } from 'vitest';
import { f1, scoreDates } from '../../eval/date-metrics.ts';
import type { DateSentence } from '../../eval/date-sentences.ts';

function sentence(text: string, spans: DateSentence['spans']): DateSentence {
  return { id: 'a', lang: 'en', text, reference: '2024-05-15', spans };
}

const OPENED = 'It opened on 2 May.';
const MAY = { start: 13, end: 18, text: '2 May', type: 'DATE', value: '2024-05-02' } as const;

describe('the score of dates', () => {
  test('counts one that is read as it should be', () => {
    const { calendar, value } = scoreDates([sentence(OPENED, [MAY])]);
    expect([calendar, value]).toEqual([
      { right: 1, wrong: 0, missed: 0 },
      { right: 1, wrong: 0, missed: 0 },
    ]);
  });

  test('counts one with another value as wrong and as missed', () => {
    const { calendar } = scoreDates([sentence(OPENED, [{ ...MAY, value: '2023-05-02' }])]);
    expect(calendar).toEqual({ right: 0, wrong: 1, missed: 1 });
  });

  test('takes any of several values', () => {
    const values = ['2023-05-02', '2024-05-02'];
    expect(scoreDates([sentence(OPENED, [{ ...MAY, values }])]).value.right).toBe(1);
  });

  test('counts what nobody asked for as wrong, and what is optional not at all', () => {
    expect(scoreDates([sentence(OPENED, [])]).calendar.wrong).toBe(1);
    expect(scoreDates([sentence(OPENED, [{ ...MAY, optional: true }])]).calendar).toEqual({
      right: 0,
      wrong: 0,
      missed: 0,
    });
  });

  test('counts a duration among the values only', () => {
    const span = { start: 10, end: 19, text: 'two weeks', type: 'DURATION', value: 'P2W' } as const;
    const { calendar, value } = scoreDates([sentence('It lasted two weeks.', [span])]);
    expect([calendar.right, value.right]).toEqual([0, 1]);
  });

  test('is one with the harmonic mean', () => {
    expect(f1({ right: 3, wrong: 1, missed: 3 })).toBeCloseTo(0.6);
    expect(f1({ right: 0, wrong: 0, missed: 0 })).toBe(0);
  });
});
