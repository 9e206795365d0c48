import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DateSentence, readDateSentences } from '../../eval/date-sentences.ts';
import { isTraditional } from '../../eval/other-script.ts';
import { languageOf } from '../../src/language/script-language.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../eval/dates');

function read(language: 'en' | 'zh'): DateSentence[] {
  const file = `${language}.jsonl`;
  return readDateSentences(readFileSync(path.join(FOLDER, file), 'utf8'), file);
}

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`\d{4}-(?:0[1-9]|1[0-2])`;
const PART_OF_YEAR = String.raw`\d{4}-(?:W[0-5]\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI)`;
const CALENDAR = `(?:${DAY}|${MONTH}|${PART_OF_YEAR}|\\d{4}|\\d{3}X|\\d{2})`;

/** What a value of each type looks like in TIMEX3. */
const SHAPES: Readonly<Record<DateSentence['spans'][number]['type'], RegExp>> = {
  DATE: new RegExp(`^(?:${CALENDAR}(?:/${CALENDAR})?|(?:PAST|PRESENT|FUTURE)_REF)$`),
  TIME: new RegExp(`^${DAY}(?:T(?:MO|AF|EV|NI|[0-2]\\d:[0-5]\\d))?$`),
  DURATION: /^P(?:T\d+H|\d+DE|(?:\d+(?:\.\d)?[YMWD])+)$/,
  SET: /^(?:P\d+[YMWD]|XXXX-WXX-[1-7])$/,
};

/** Sunday first, as JavaScript counts. */
const WEEKDAYS = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  zh: ['日', '一', '二', '三', '四', '五', '六'].map((day) => `(?:周|週|星期)${day}`),
} as const;

describe.each(['en', 'zh'] as const)('the dates in %s', (language) => {
  const sentences = read(language);
  const spans = sentences.flatMap((each) => each.spans.map((span) => ({ ...span, in: each })));

  test('are enough, with and without expressions of time', () => {
    const without = sentences.filter((each) => each.spans.length === 0);
    expect(sentences.length).toBeGreaterThanOrEqual(language === 'zh' ? 150 : 100);
    expect(without.length).toBeGreaterThanOrEqual(sentences.length / 6);
  });

  test('have ids and sentences of their own, in their language', () => {
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    const elsewhere = ({ lang, text }: DateSentence) =>
      lang !== language || languageOf(text) !== language;
    expect(sentences.filter(elsewhere)).toEqual([]);
  });

  test('have offsets that cut out the words', () => {
    const wrong = spans.filter((span) => span.in.text.slice(span.start, span.end) !== span.text);
    expect(wrong).toEqual([]);
  });

  test('are in order and do not overlap', () => {
    const wrong = sentences.filter((each) =>
      each.spans.some(({ start }, index) => start < (each.spans[index - 1]?.end ?? 0)),
    );
    expect(wrong).toEqual([]);
  });

  test('have values in the shape of their type, the first of several as the value', () => {
    const wrong = spans.filter(
      ({ type, value, values = [value] }) =>
        values[0] !== value || values.some((each) => !SHAPES[type].test(each)),
    );
    expect(wrong).toEqual([]);
  });

  test('fall on the weekday that their words name', () => {
    const isNamed = (text: string, day: string) => new RegExp(day).test(text);
    const named = spans.flatMap(({ text, type, value }) => {
      const weekday = WEEKDAYS[language].findIndex((day) => isNamed(text, day));
      return weekday === -1 || type === 'SET' ? [] : [{ text, value, weekday }];
    });
    expect(named.length).toBeGreaterThanOrEqual(10);
    const weekdayOf = (value: string) => new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDay();
    expect(named.filter(({ value, weekday }) => weekdayOf(value) !== weekday)).toEqual([]);
  });

  test('have every type and every kind of value', () => {
    const values = spans.map(({ value }) => value);
    expect(new Set(spans.map(({ type }) => type)).size).toBe(4);
    for (const kind of [
      /-Q\d$/,
      /-H\d$/,
      /-W\d\d$/,
      /-WE$/,
      /^\d{3}X$/,
      /\//,
      /_REF$/,
      /-S[PU]$/,
    ]) {
      expect(values.some((value) => kind.test(value))).toBe(true);
    }
  });
});

test('twenty sentences at least are in traditional characters', () => {
  const traditional = read('zh').filter(({ text }) => isTraditional(text));
  expect(traditional.length).toBeGreaterThanOrEqual(20);
});

test('a line that is not as it must be is refused, with its place', () => {
  expect(() => readDateSentences('{}', 'x.jsonl')).toThrow(/^x\.jsonl:1: /);
  expect(() => readDateSentences('[\n', 'x.jsonl')).toThrow('x.jsonl:1: not JSON');
});
