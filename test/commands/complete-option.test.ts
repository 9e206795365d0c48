import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompletionCall, commands, completeOption } from '../../src/commands/index.ts';
import type { Article } from '../../src/corpus/index.ts';
import { matchesSource } from '../../src/retrieval/index.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';
import { hostileText } from '../support/hostile-text.ts';

const LIMITS = { count: 25, units: 100 };

const articles = [
  storyArticle('a', 'The mayor met Anna Berg on Monday. Critics fear harbour fees.', {
    title: 'Harbour fees double',
    published: '2024-05-03',
  }),
  storyArticle('b', 'Reporters asked Anna Berg about harbour fees.', {
    title: 'Why the ferry stopped',
    publisher: 'The Coast Post',
    published: '2024-04-30',
  }),
  storyArticle('c', '渡輪公司停航，渡輪公司沒有說明。記者再問渡輪公司。', {
    title: '渡輪公司停航',
    publisher: '海岸日報',
    published: '2023-12-01',
    language: 'zh',
  }),
];

async function complete(
  call: Pick<CompletionCall, 'completes' | 'typed'> & Partial<CompletionCall>,
  given: readonly Article[] = articles,
) {
  const index = await fakeLibrary(given).library.current().suggestions();
  return completeOption({ options: {}, locale: 'en-GB', ...call }, index, LIMITS);
}

const valuesOf = async (...given: Parameters<typeof complete>) =>
  (await complete(...given)).map(({ value }) => value);

describe('a question', () => {
  test('comes first as it is, then with its last word completed, then headlines', async () => {
    expect(await valuesOf({ completes: 'question', typed: 'who fears harb' })).toEqual([
      'who fears harb',
      'who fears harbour fees',
    ]);
    expect(await valuesOf({ completes: 'question', typed: 'ferry' })).toEqual([
      'ferry',
      'Why the ferry stopped',
    ]);
  });

  test('is not offered alone: it is sent without being chosen', async () => {
    expect(await valuesOf({ completes: 'question', typed: 'something else' })).toEqual([]);
  });

  test('is offered headlines, the latest first, before anything is typed', async () => {
    expect(await valuesOf({ completes: 'question', typed: ' ' })).toEqual([
      'Harbour fees double',
      'Why the ferry stopped',
      '渡輪公司停航',
    ]);
  });

  test('in simplified characters finds what is written in traditional ones', async () => {
    expect(await valuesOf({ completes: 'question', typed: '为什么渡轮' })).toEqual([
      '为什么渡轮',
      '为什么渡輪公司',
      '渡輪公司停航',
    ]);
  });
});

test('a topic is completed with names and phrases, and is itself kept', async () => {
  expect(await valuesOf({ completes: 'topic', typed: 'ann' })).toEqual(['ann', 'Anna Berg']);
  expect(await valuesOf({ completes: 'topic', typed: 'fees of anna' })).toEqual([
    'fees of anna',
    'fees of Anna Berg',
  ]);
});

describe('a source', () => {
  test('is a publisher or a headline, and every value finds an article', async () => {
    expect(await valuesOf({ completes: 'source', typed: 'the' })).toEqual([
      'The Coast Post',
      'The Harbour Gazette',
      'Why the ferry stopped',
    ]);
    expect(await valuesOf({ completes: 'source', typed: '日报' })).toEqual(['海岸日報']);
    expect(await valuesOf({ completes: 'article', typed: 'the' })).toEqual([
      'Why the ferry stopped',
    ]);
  });

  test('that is too long is offered by its beginning, which finds it as well', async () => {
    const title = `Harbour ${'é👩‍👩‍👧‍👦 '.repeat(30)}end`;
    const long = storyArticle('long', 'Words.', { title });
    const [choice] = await complete({ completes: 'source', typed: 'harbour é' }, [long]);
    expect(choice?.name).toMatch(/^Harbour é.*…$/u);
    expect(title.startsWith(choice?.value ?? '-')).toBe(true);
    expect(matchesSource(long, choice?.value ?? '-')).toBe(true);
  });
});

describe('a date', () => {
  test('is the day of an article, the latest first, with its words in the language', async () => {
    const choices = await complete({ completes: 'from', typed: '', locale: 'zh-TW' });
    expect(choices).toEqual([
      { name: '2024-05-03 · 2024年5月3日', value: '2024-05-03' },
      { name: '2024-04-30 · 2024年4月30日', value: '2024-04-30' },
      { name: '2023-12-01 · 2023年12月1日', value: '2023-12-01' },
    ]);
  });

  test.each([
    ['2024', ['2024', '2024-05', '2024-04', '2024-05-03', '2024-04-30']],
    ['2024年5月', ['2024-05', '2024-05-03']],
    ['2024/4/3', ['2024-04-30']],
    ['1999', []],
    ['soon', []],
  ])('that begins with %j may be %j', async (typed, values) => {
    expect(await valuesOf({ completes: 'from', typed })).toEqual(values);
  });

  test('is in order with the other end', async () => {
    const to = { options: { to: '2024-04' } };
    expect(await valuesOf({ completes: 'from', typed: '', ...to })).toEqual([
      '2024-04-30',
      '2023-12-01',
    ]);
    const from = { options: { from: '2024-05' } };
    expect(await valuesOf({ completes: 'to', typed: '', ...from })).toEqual(['2024-05-03']);
  });
});

const KINDS = ['question', 'topic', 'source', 'article', 'from', 'to'] as const;

test('whatever is typed and whatever the articles hold, the choices are within the limits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(hostileText(), hostileText(60), hostileText(8)), { maxLength: 4 }),
      hostileText(10),
      fc.constantFrom(...KINDS),
      async (texts, typed, completes) => {
        const given = texts.map(([text, title, publisher], place) =>
          storyArticle(`a${place}`, text, { title, publisher }),
        );
        const choices = await complete({ completes, typed }, given);
        expect(choices.length).toBeLessThanOrEqual(25);
        for (const key of ['name', 'value'] as const) {
          const shown = choices.map((choice) => choice[key]);
          expect(new Set(shown).size).toBe(shown.length);
          for (const text of shown) {
            expect(text.length).toBeLessThanOrEqual(100);
            expect(text.trim()).toBe(text);
            expect(text).toMatch(/[^\s\p{Default_Ignorable_Code_Point}]/u);
            expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e]/u);
          }
        }
        if (completes !== 'source' && completes !== 'article') return;
        for (const { value } of choices) {
          expect(given.some((article) => matchesSource(article, value))).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('no option has both suggestions and choices', () => {
  const options = commands.flatMap(({ definition }) => definition.options);
  expect(options.filter(({ completes }) => completes !== undefined).length).toBeGreaterThan(0);
  expect(options.filter((each) => each.completes !== undefined && each.choices)).toEqual([]);
});
