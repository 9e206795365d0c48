import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  checkOrder,
  firstDayOf,
  lastDayOf,
  optionSchemas,
  parseOptions,
} from '../../src/commands/options.ts';
import { LOCALES, type Locale } from '../../src/i18n/index.ts';
import { UserError } from '../../src/shared/errors.ts';

function schemaIn(locale: Locale) {
  const schemas = optionSchemas(locale);
  return z.object({
    question: schemas.text('question'),
    source: schemas.optionalText('source'),
    language: schemas.choice('language', ['en', 'zh']),
    from: schemas.date(),
    private: schemas.boolean('private'),
    limit: schemas.limit('limit', 3),
  });
}

function parse(options: object, locale: Locale = 'en-US') {
  return parseOptions(schemaIn(locale), { question: 'Who paid?', ...options });
}

function messageOf(options: object, locale: Locale = 'en-US'): string {
  try {
    parse(options, locale);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('expected a UserError');
}

describe('options that can be used', () => {
  test('come out trimmed and as what they mean', () => {
    const typed = {
      question: '  谁付的钱？ ',
      source: ' Gazette ',
      language: 'zh',
      from: ' 2024-02-29 ',
      private: 'true',
      limit: ' 7 ',
    };
    expect(parse(typed)).toEqual({
      question: '谁付的钱？',
      source: 'Gazette',
      language: 'zh',
      from: '2024-02-29',
      private: true,
      limit: 7,
    });
  });

  test.each([
    ['', '   '],
    ['\n\t', '\u3000'],
    [undefined, null],
  ])('count as left out when they are %j or %j', (one, other) => {
    const blank = { source: one, language: other, from: one, private: other, limit: one };
    expect(parse(blank)).toEqual({ question: 'Who paid?', private: false, limit: 3 });
  });

  test.each([
    [true, true],
    ['TRUE', true],
    ['yes', true],
    [false, false],
    ['false', false],
    ['no', false],
  ])('private may be %j', (written, meant) => {
    expect(parse({ private: written }).private).toBe(meant);
  });

  test.each(['2024', '2024-12', '2024-12-31', 2024])('from may be %j', (from) => {
    expect(parse({ from }).from).toBe(String(from));
  });

  test.each([1, 50, '1', '50'])('limit may be %j', (limit) => {
    expect(parse({ limit }).limit).toBe(Number(limit));
  });

  test('may have others beside them, which are passed over', () => {
    expect(parse({ colour: 'red' })).not.toHaveProperty('colour');
  });

  test('a text may have 1,000 UTF-16 units, white space around it not counted', () => {
    const question = '💬'.repeat(500);
    expect(parse({ question: ` ${question}\n` }).question).toBe(question);
  });
});

describe('options that cannot be used', () => {
  test.each<[object, string, string, string]>([
    [{ question: ' ' }, '“question” is required.', '请填写“question”。', '請填寫「question」。'],
    [{ question: null }, '“question” is required.', '请填写“question”。', '請填寫「question」。'],
    [
      { source: 7 },
      '“source” must be text, not 7.',
      '“source”必须是文字，不能是 7。',
      '「source」必須是文字，不能是 7。',
    ],
    [
      { question: 'x'.repeat(1001) },
      '“question” is too long: at most 1,000 characters.',
      '“question”太长：最多 1,000 个字符。',
      '「question」太長：最多 1,000 個字元。',
    ],
    [
      { from: 'yesterday-ish' },
      '“yesterday-ish” is not a date. Use YYYY-MM-DD, such as 2020-09-14.',
      '“yesterday-ish”不是日期。请按 YYYY-MM-DD 填写，例如 2020-09-14。',
      '「yesterday-ish」不是日期。請按 YYYY-MM-DD 填寫，例如 2020-09-14。',
    ],
    [
      { language: 'fr' },
      '“language” must be one of en, zh, not “fr”.',
      '“language”只能是 en、zh 之一，不能是“fr”。',
      '「language」只能是 en、zh 之一，不能是「fr」。',
    ],
    [
      { private: 'maybe' },
      '“private” must be true or false, not “maybe”.',
      '“private”只能是 true 或 false，不能是“maybe”。',
      '「private」只能是 true 或 false，不能是「maybe」。',
    ],
    [
      { limit: 'many' },
      '“limit” must be a whole number from 1 to 50, not “many”.',
      '“limit”必须是 1 到 50 之间的整数，不能是“many”。',
      '「limit」必須是 1 到 50 之間的整數，不能是「many」。',
    ],
  ])('$0 is refused in each language with what to do', (options, en, zhCN, zhTW) => {
    expect(messageOf(options, 'en-US')).toBe(en);
    expect(messageOf(options, 'en-GB')).toBe(en);
    expect(messageOf(options, 'zh-CN')).toBe(zhCN);
    expect(messageOf(options, 'zh-TW')).toBe(zhTW);
  });

  test.each([
    '2020-02-30',
    '2023-02-29',
    '2020-13',
    '2020-00',
    '2020-9-14',
    '20-09-14',
    '2020-09-14T00',
  ])('%s is no date of the calendar', (from) => {
    expect(messageOf({ from })).toContain(`“${from}” is not a date.`);
  });

  test.each([
    0,
    51,
    -1,
    2.5,
    '0',
    '2.5',
    '1e3',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [5],
    {},
  ])('%j is no limit', (limit) => {
    expect(messageOf({ limit })).toMatch(
      /^“limit” must be a whole number from 1 to 50, not “.+”\.$/u,
    );
  });

  test('a text is measured in UTF-16 units, as JavaScript and the definition count', () => {
    expect(messageOf({ question: `${'💬'.repeat(500)}!` })).toContain('at most 1,000 characters');
  });

  test('are all named at once, one a line', () => {
    expect(messageOf({ question: '', from: 'x', limit: 0 }).split('\n')).toEqual([
      '“question” is required.',
      '“x” is not a date. Use YYYY-MM-DD, such as 2020-09-14.',
      '“limit” must be a whole number from 1 to 50, not “0”.',
    ]);
  });

  test('are repeated on one line, and not at full length', () => {
    expect(messageOf({ language: 'a\nb' })).toBe('“language” must be one of en, zh, not “a b”.');
    // The cut would fall between the halves of the emoji.
    const long = `${'x'.repeat(59)}💬${'y'.repeat(1e6)}`;
    expect(messageOf({ language: long })).toBe(
      `“language” must be one of en, zh, not “${'x'.repeat(59)}…”.`,
    );
  });
});

/** What is said of options that cannot be used, line by line; nothing of others. */
function complaintsAbout(options: object, locale: Locale): readonly string[] {
  try {
    const { question } = parseOptions(schemaIn(locale), options);
    return question.trim() === '' ? ['a blank question was let through'] : [];
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
}

test('whatever is given, the outcome is a result or a UserError that names an option or a date a line', () => {
  const value = fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true });
  // As it comes out of a JSON line; text cannot be made of it.
  const unprintable = fc.constant({ toString: 1, valueOf: 1 });
  const any = fc.oneof(value, unprintable, fc.string({ unit: 'binary' }));
  const options = fc.record(
    { question: any, source: any, language: any, from: any, private: any, limit: any },
    { requiredKeys: [] },
  );
  const named = /[“「](?:question|source|language|private|limit)[”」]|is not a date\.|不是日期。/u;
  fc.assert(
    fc.property(options, fc.constantFrom(...LOCALES), (given, locale) => {
      const unclear = complaintsAbout(given, locale).filter((line) => !named.test(line));
      expect(unclear).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a range of dates', () => {
  test.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-09', '2020-09-01', '2020-09-31'],
    ['2020-09-14', '2020-09-14', '2020-09-14'],
  ])('%s goes from %s to %s, compared as text', (date, first, last) => {
    expect(firstDayOf(date)).toBe(first);
    expect(lastDayOf(date)).toBe(last);
  });

  test.each([
    ['2020-09-14', '2020-09-14'],
    ['2020-09', '2020'],
    ['2020', '2020-02'],
    ['2020-09-30', '2020-09'],
    [undefined, '2020'],
    ['2020', undefined],
  ])('may be from %s to %s', (from, to) => {
    expect(() => checkOrder({ from, to }, 'en-US')).not.toThrow();
  });

  test.each([
    ['en-GB', '“from” must not be later than “to”.'],
    ['zh-CN', '“from”不能晚于“to”。'],
    ['zh-TW', '「from」不能晚於「to」。'],
  ] as const)('that ends before it begins is refused in %s', (locale, message) => {
    const refused = new UserError('from-after-to', message);
    expect(() => checkOrder({ from: '2020-10', to: '2020-09' }, locale)).toThrow(refused);
    expect(() => checkOrder({ from: '2021', to: '2020-12-31' }, locale)).toThrow(refused);
  });
});
