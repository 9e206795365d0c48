import { expect, test } from 'vitest';
import { measureBot } from '../../bench/bot/measure-bot.ts';
import { renderBotTable } from '../../bench/bot/run-bot.ts';
import { LANGUAGES } from '../../bench/texts/language.ts';

test.each(LANGUAGES)('the life of a bot is measured over files in %s', async (language) => {
  const cell = { language, passageCount: 43, questionCount: 4 };
  const figures = await measureBot(cell, () => {}, 20);
  for (const { seconds, longestPauseMs } of [
    figures.firstStart,
    figures.snapshotStart,
    figures.reindex,
    figures.asking,
    figures.rush,
    figures.collecting,
    figures.completing,
  ]) {
    expect(seconds).toBeGreaterThan(0);
    // A part of it, whatever the clock did.
    expect(longestPauseMs / 1000).toBeLessThanOrEqual(seconds);
  }
  expect(figures.asking.p99Ms).toBeGreaterThanOrEqual(figures.asking.p50Ms);
  expect(figures.completing.p99Ms).toBeGreaterThanOrEqual(figures.completing.p50Ms);
  expect(figures.peakMb).toBeGreaterThan(10);
});

test('the table has a row for every cell, also where nothing was measured', () => {
  const cell = { language: 'en' as const, passageCount: 1000, questionCount: 4 };
  const step = { seconds: 1.25, longestPauseMs: 3.4 };
  const table = renderBotTable([
    {
      cell,
      outcome: {
        status: 'measured',
        measurement: {
          firstStart: step,
          snapshotStart: step,
          reindex: step,
          asking: { ...step, p50Ms: 2, p99Ms: 8 },
          rush: step,
          collecting: step,
          completing: { ...step, p50Ms: 0.5, p99Ms: 4 },
          peakMb: 300.4,
        },
      },
    },
    { cell: { ...cell, language: 'zh' }, outcome: { status: 'timed-out', limitSeconds: 9 } },
  ]);
  const [first, second] = table.split('\n').slice(-2);
  const cells = (row = '') => row.split('|').map((text) => text.trim());
  expect(cells(first).slice(1, 10)).toEqual([
    'en, 1,000 passages',
    '1.3',
    '1.3',
    '1.3',
    '2.0',
    '8.0',
    '1.3',
    '0.5',
    '4.0',
  ]);
  expect(cells(first).slice(10, -1)).toEqual(['3', '3', '3', '3', '3', '3', '300']);
  expect(cells(second).slice(1, 4)).toEqual(['zh, 1,000 passages', '> 9 s', '-']);
});
