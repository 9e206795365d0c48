import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFingerprinter, isEcho } from '../../src/retrieval/echoes.ts';
import { hostileText } from '../support/hostile-text.ts';

const fingerprint = createFingerprinter();
const echo = (a: string, b: string) => isEcho(fingerprint(a), fingerprint(b));

const STATEMENT =
  'Harbour officials said the old bridge must close by 15 September because its northern pillars have moved.';

describe('an echo', () => {
  it.each([
    ['the same words', STATEMENT],
    ['other quotation marks and spacing', `“${STATEMENT.replaceAll(' ', '  ')}”`],
    ['another verb of saying', STATEMENT.replace('said', 'stated')],
    [
      'the statement inside a longer text',
      `The council met on Monday. ${STATEMENT} Nobody was pleased.`,
    ],
  ])('is %s', (_, other) => expect(echo(STATEMENT, other)).toBe(true));

  it.each([
    ['another day', STATEMENT.replace('15 September', '20 September')],
    ['another month', STATEMENT.replace('September', 'October')],
    ['one "not" more', STATEMENT.replace('must close', 'must not close')],
    ['another name at the beginning', STATEMENT.replace('Harbour', 'Railway')],
    ['the opposite', STATEMENT.replace('northern', 'southern')],
    ['another number at the very end', `${STATEMENT.slice(0, -1)} by 3 metres.`],
  ])('is not %s', (_, other) => {
    const base = other.endsWith('3 metres.') ? `${STATEMENT.slice(0, -1)} by 4 metres.` : STATEMENT;
    expect(echo(base, other)).toBe(false);
  });

  it.each([
    [
      'who did it to whom',
      'Acme rejected the offer that Bolt had made to buy the harbour.',
      'Bolt rejected the offer that Acme had made to buy the harbour.',
    ],
    [
      'the direction',
      'Shares in the harbour company went up by 5 per cent on Monday.',
      'Shares in the harbour company went down by 5 per cent on Monday.',
    ],
    [
      'how sure it is',
      'The government may ban the harbour company from all public works.',
      'The government will ban the harbour company from all public works.',
    ],
    [
      'the place of "not"',
      'The mayor did not say that the harbour bridge would close in June.',
      'The mayor did say that the harbour bridge would not close in June.',
    ],
    [
      'the currency',
      'The harbour company was sold for $20 billion to a rival last week.',
      'The harbour company was sold for €20 billion to a rival last week.',
    ],
    [
      'the order of figures',
      'The fee for the harbour bridge was raised from 5 to 10 crowns.',
      'The fee for the harbour bridge was raised from 10 to 5 crowns.',
    ],
    [
      'how many',
      'The harbour company will dismiss all of the staff at its northern works.',
      'The harbour company will dismiss few of the staff at its northern works.',
    ],
    [
      'what becomes of it at the end',
      'The harbour bridge will close for repairs in June, officials said',
      'The harbour bridge will close for repairs in June, officials said, but the report was wrong',
    ],
  ])('is never another claim: %s', (_, one, other) => {
    expect(echo(one, other)).toBe(false);
  });

  it('is not a short phrase that many texts share', () => {
    expect(echo('The bridge is closed.', 'The bridge is closed.')).toBe(false);
  });

  it('is found in Chinese, in both scripts, and never with another name or a denial', () => {
    const statement = '消息人士说，公司不会把海外业务卖给东海集团。';
    expect(echo(statement, '消息人士說，公司不會把海外業務賣給東海集團。')).toBe(true);
    expect(echo(statement, statement.replace('东海', '西山'))).toBe(false);
    expect(echo(statement, statement.replace('不会', '会'))).toBe(false);
  });

  it('holds in both directions, and a long text echoes itself', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (a, b) => {
        expect(echo(a, b)).toBe(echo(b, a));
        expect(echo(a, a) && fingerprint(a).units.length < 8).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
