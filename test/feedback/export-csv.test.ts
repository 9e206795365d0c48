import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell } from '../../src/shared/csv.ts';
import { recordOf, someRecords, withStore } from './support.ts';

const HEADER =
  'kind,time,question,language,result,confidence,generation,filter,article,start,end,hash';

/** A reader of RFC 4180, written from its grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (text.startsWith('\r\n', at)) {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += character;
  }
  expect([row, cell]).toEqual([[], '']);
  return rows;
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('the exported file', () => {
  test('has a line for each record, latest first, which a CSV reader reads back', () => {
    fc.assert(
      fc.property(someRecords, (records) =>
        withStore((store) => {
          for (const record of records) store.record(record);
          const { csv, rows, omitted } = store.exportCsv(1e6);
          expect([rows, omitted]).toEqual([records.length, 0]);
          const text = textOf(csv);
          expect(text.startsWith(`\ufeff${HEADER}\r\n`)).toBe(true);
          const lines = readCsv(text.slice(1)).slice(1);
          expect(lines.map((line) => line.length)).toEqual(lines.map(() => 12));
          const times = lines.map(([, time = '']) => time);
          expect(times).toEqual(times.toSorted().toReversed());
          expect(
            lines.map(([, , question = '']) => question.replace(/^'/u, '')).toSorted(),
          ).toEqual(records.map(({ question }) => question.replace(/^'/u, '')).toSorted());
        }),
      ),
      { numRuns: 25 },
    );
  });

  test('says what became of each', () => {
    withStore((store) => {
      store.record(recordOf({ filter: { source: 'Gazette', from: '2024-01-01' } }));
      store.record(
        recordOf({ id: 'two', at: 0, isAnswered: false, passage: null, question: '=1+1' }),
      );
      store.vote({
        questionId: 'question-1',
        personId: 'ben',
        isRight: false,
        at: Date.UTC(2025, 0),
      });
      const [feedback, answered, unanswered] = readCsv(textOf(store.exportCsv(1e6).csv)).slice(1);
      const passage = ['opening', '3', '40', 'f'.repeat(64)];
      const question = 'When did the bridge open?';
      expect(feedback).toEqual([
        'feedback',
        '2025-01-01T00:00:00.000Z',
        question,
        'en',
        'wrong',
        '',
        '0123456789ab',
        '',
        ...passage,
      ]);
      expect(answered).toEqual([
        'question',
        '2024-05-03T12:00:00.000Z',
        question,
        'en',
        'answered',
        '0.75',
        '0123456789ab',
        '{"source":"Gazette","from":"2024-01-01"}',
        ...passage,
      ]);
      expect(unanswered?.slice(2, 5)).toEqual(["'=1+1", 'en', 'nothing']);
    });
  });

  test('holds the latest that fit, and counts the others', () => {
    fc.assert(
      fc.property(someRecords, fc.integer({ min: 100, max: 4000 }), (records, maxBytes) =>
        withStore((store) => {
          for (const record of records) store.record(record);
          const whole = readCsv(textOf(store.exportCsv(1e6).csv));
          const { csv, rows, omitted } = store.exportCsv(maxBytes);
          expect(csv.length).toBeLessThanOrEqual(maxBytes);
          expect(rows + omitted).toBe(records.length);
          expect(readCsv(textOf(csv))).toEqual(whole.slice(0, 1 + rows));
        }),
      ),
      { numRuns: 25 },
    );
  });
});

describe('a cell', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', ' =1', '\r=1', '\n@a', '|cmd'])(
    'is no formula: %j',
    (text) => {
      const read = readCsv(`${csvCell(text)}\r\n`)[0]?.[0];
      expect(read).toBe(`'${text}`);
    },
  );

  test.each(['When?', '大橋', 'a=b', '3-4', "it's"])(
    'is left as it is where it is harmless: %j',
    (text) => {
      expect(csvCell(text)).toBe(text);
    },
  );
});
