import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyReply } from '../../src/commands/index.ts';
import { cancelAction, progressReply, progressText } from '../../src/commands/reindex/progress.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { fitsMessage } from '../bot/support/replies.ts';

const stage = fc.constantFrom('reading' as const, 'indexing' as const);
const locale = fc.constantFrom(...LOCALES);

/** The last line in English for so many ms. */
function leftOf(leftMs: number): string | undefined {
  const progress = { stage: 'indexing' as const, done: 1, total: 2, leftMs };
  return progressText(progress, 'en-GB').split('\n')[2];
}

describe('how far a reindex is', () => {
  test.each([
    [0, 8, '░░░░░░░░░░░░░░░░░░░░ 0%'],
    [1, 8, '██░░░░░░░░░░░░░░░░░░ 12%'],
    [999, 1000, '███████████████████░ 99%'],
    [8, 8, '████████████████████ 100%'],
  ])('%i of %i is a bar that is full only at the end', (done, total, bar) => {
    expect(progressText({ stage: 'reading', done, total }, 'en-GB').split('\n')[1]).toBe(bar);
  });

  test('is no bar as long as nothing is counted, and no time as long as none can be told', () => {
    const progress = { stage: 'reading' as const, done: 0, total: 0, leftMs: null };
    expect(progressText(progress, 'en-US')).toBe('Reading files: 0 of 0');
  });

  test.each([
    [1, 'about 5 s left'],
    [5000, 'about 5 s left'],
    [5001, 'about 10 s left'],
    [55_000, 'about 55 s left'],
    [55_001, 'about 1 min left'],
    [60_001, 'about 2 min left'],
    [7_199_999, 'about 120 min left'],
    [7_200_000, 'about 2 h left'],
    [86_400_000, 'about 24 h left'],
  ])('leaves %i ms as "%s"', (leftMs, text) => {
    expect(leftOf(leftMs)).toBe(text);
  });

  test('never says less time for more', () => {
    const inMinutes = (ms: number) => {
      const [, count = '', unit = ''] = /about ([\d,]+) (\w+)/u.exec(leftOf(ms) ?? '') ?? [];
      return Number(count.replaceAll(',', '')) * ({ s: 1 / 60, min: 1, h: 60 }[unit] ?? Number.NaN);
    };
    const ms = fc.integer({ min: 1, max: 10 * 86_400_000 });
    fc.assert(
      fc.property(ms, ms, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(inMinutes(less)).toBeLessThanOrEqual(inMinutes(more));
        expect(inMinutes(less) * 60_000).toBeGreaterThanOrEqual(less);
      }),
    );
  });

  test('fits a message whatever is counted, with a bar of one width', () => {
    const progress = fc.record({
      stage,
      done: fc.nat(),
      total: fc.nat(),
      leftMs: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(progress, locale, (given, reader) => {
        const actions = [cancelAction(reader)];
        const reply = progressReply({ ...given, actions }, reader);
        const verified = verifyReply(reply, new Map(), (error) => {
          throw error;
        });
        expect(fitsMessage(verified)).toBe(true);
        const text = progressText(given, reader);
        expect(text.length).toBeLessThan(200);
        expect(given.total > 0 ? text : '\n░░░░░░░░░░░░░░░░░░░░ 0%').toMatch(
          /\n(?=[█░]{20} )█*░* \d{1,3}%/u,
        );
      }),
    );
  });
});
