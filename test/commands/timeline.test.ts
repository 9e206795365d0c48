import { describe, expect, test } from 'vitest';
import type { CommandCall } from '../../src/commands/index.ts';
import { TimelineError } from '../../src/library/index.ts';
import { itemsOf, quotesOf, run, textsOf, userErrorOf } from '../support/command-calls.ts';
import { fakeLibrary, quoteOf, storyArticle } from '../support/fake-library.ts';
import { printed, timelineShape } from '../support/json-shapes.ts';

const opening = storyArticle(
  'opening',
  'The harbour bridge opened again on 2 May 2024. Ferries must stop running by 30 June 2024.\n\nThe mayor was pleased.',
);
const history = storyArticle(
  'history',
  'Storms broke the old harbour bridge on 4 March 2024.\n\nThe harbour bridge opened again on 2 May 2024.',
  { publisher: 'The Courier' },
);
const { library } = fakeLibrary([opening, history]);

function headingsOf(result: Awaited<ReturnType<typeof run>>): readonly string[] {
  return result.reply.blocks.flatMap((block) => (block.type === 'date' ? [block.text] : []));
}

function labelsOf(result: Awaited<ReturnType<typeof run>>) {
  return quotesOf(result).map(({ label }) => label);
}

async function wordsOf(options: CommandCall['options']): Promise<readonly string[]> {
  const { entries } = timelineShape.parse(
    printed((await run('timeline', library, options)).json()),
  );
  return entries.flatMap(({ quotes }) => quotes.map(({ text }) => text));
}

describe('the timeline', () => {
  test('has a heading where the date changes, each above its quotes', async () => {
    const result = await run('timeline', library);
    expect(result.reply).toMatchObject({ visibility: 'public', heading: 'Timeline' });
    expect(result.reply.footer).toBe('3 entries · 2 articles · indexed May 3, 2024');
    expect(result.reply.blocks.map(({ type }) => type)).toEqual([
      'date',
      'quote',
      'date',
      'quote',
      'date',
      'quote',
    ]);
    expect(headingsOf(result)).toEqual(['March 4, 2024', 'May 2, 2024', 'June 30, 2024']);
    expect(labelsOf(result)).toEqual([undefined, undefined, 'deadline']);
  });

  test('has one heading for several entries of one date, whatever their roles', async () => {
    const day = storyArticle(
      'day',
      'The harbour bridge opened again on 2 May 2024. The toll had to be paid by 2 May 2024.',
    );
    const result = await run('timeline', fakeLibrary([day]).library);
    expect(headingsOf(result)).toEqual(['May 2, 2024']);
    expect(labelsOf(result)).toEqual([undefined, 'deadline']);
  });

  test('counts what other articles say in the same words under the quote', async () => {
    const [, bridge] = quotesOf(await run('timeline', library));
    expect(bridge?.source.articleId).toBe('history');
    expect(bridge?.alsoIn.map(({ publisher }) => publisher)).toEqual([opening.publisher]);
  });

  test.each([
    ['en-US', 'Timeline'],
    ['zh-CN', '时间线'],
    ['zh-TW', '時間軸'],
  ] as const)('without a topic is headed in %s', async (locale, heading) => {
    const { reply } = await run('timeline', library, {}, { locale });
    expect(reply.heading).toBe(heading);
  });

  test.each([
    ['en-GB', ['4 March 2024', '2 May 2024', '30 June 2024'], 'deadline'],
    ['zh-CN', ['2024年3月4日', '2024年5月2日', '2024年6月30日'], '截止日期'],
    ['zh-TW', ['2024年3月4日', '2024年5月2日', '2024年6月30日'], '截止日期'],
  ] as const)('has its dates and roles in %s', async (locale, headings, role) => {
    const result = await run('timeline', library, {}, { locale });
    expect(headingsOf(result)).toEqual(headings);
    expect(labelsOf(result)).toEqual([undefined, undefined, role]);
  });

  test('keeps to a range of dates, with whole months and years', async () => {
    expect(await wordsOf({ from: '2024-06' })).toEqual([
      'Ferries must stop running by 30 June 2024.',
    ]);
    expect(await wordsOf({ to: '2024-03' })).toEqual([
      'Storms broke the old harbour bridge on 4 March 2024.',
    ]);
    expect(await wordsOf({ from: '2024-06-30', to: '2024-06' })).toHaveLength(1);
  });

  test('keeps to a topic and to a source', async () => {
    expect(await wordsOf({ topic: 'ferries' })).toEqual([
      'Ferries must stop running by 30 June 2024.',
    ]);
    expect(await wordsOf({ source: 'COURIER', to: '2024-03' })).toHaveLength(1);
    expect(await wordsOf({ source: 'gazette', to: '2024-03' })).toEqual([]);
  });

  test('keeps to a topic in the other language too, by what a search of it finds best', async () => {
    const found = (words: string, score: number) => ({
      quote: quoteOf(opening, words),
      score,
      language: 'en' as const,
      duplicates: [],
    });
    const quotes = [found('Ferries must stop', 8), found('The harbour bridge opened', 2)];
    const { library: searched, asked } = fakeLibrary([opening, history], { quotes });
    const { json } = await run('timeline', searched, { topic: '渡轮' });
    expect(asked).toMatchObject([{ question: '渡轮', filter: { language: 'en' } }]);
    const { entries } = timelineShape.parse(printed(json()));
    expect(entries.map(({ date }) => date)).toEqual(['2024-06-30']);
  });

  test('repeats the topic as it was typed', async () => {
    const { reply } = await run('timeline', library, { topic: ' **Ferries** @everyone ' });
    expect(reply.heading).toBe('Timeline: **Ferries** @everyone');
    const traditional = await run('timeline', library, { topic: '渡輪' }, { locale: 'zh-TW' });
    expect(traditional.reply.heading).toBe('時間軸：渡輪');
  });

  test('says so when nothing fits', async () => {
    const result = await run('timeline', library, { from: '2030' }, { locale: 'zh-CN' });
    expect(textsOf(result)).toEqual(['没有找到符合条件且带日期的内容。']);
    expect(itemsOf(result)).toEqual([]);
    expect(result.json()).toEqual({ entries: [] });
  });

  test('says so when there are no articles', async () => {
    const { reply } = await run('timeline', fakeLibrary([]).library);
    expect(reply).toMatchObject({ visibility: 'private', footer: null });
    expect(reply.blocks).toEqual([
      { type: 'text', style: 'warning', text: 'There are no articles to quote from yet.' },
    ]);
  });

  test('refuses a range that ends before it begins', async () => {
    const refused = await userErrorOf(run('timeline', library, { from: '2024', to: '2023-12' }));
    expect(refused.code).toBe('from-after-to');
  });
});

describe('the JSON of the timeline', () => {
  test('has the shape of the design', async () => {
    const { json } = await run('timeline', library);
    const { entries } = timelineShape.parse(printed(json()));
    expect(entries.map(({ date, precision, role }) => [date, precision, role])).toEqual([
      ['2024-03-04', 'day', 'event'],
      ['2024-05-02', 'day', 'event'],
      ['2024-06-30', 'day', 'deadline'],
    ]);
    expect(entries.every(({ conflict, conflicts }) => !conflict && conflicts.length === 0)).toBe(
      true,
    );
  });

  test('has every quote as the slice of its article, and its duplicates by place', async () => {
    const { entries } = timelineShape.parse(printed((await run('timeline', library)).json()));
    const [quote] = entries[1]?.quotes ?? [];
    expect(quote).toMatchObject({
      article: 'history',
      text: 'The harbour bridge opened again on 2 May 2024.',
      score: 1,
      language: 'en',
      echoes: [{ article: 'opening', file: 'opening.md', start: 0, end: quote?.text.length }],
    });
    expect(history.text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });

  test('tells the language of a quote by its own words', async () => {
    const mixed = storyArticle('mixed', '港口大桥于2024年5月2日重新开放。', { language: 'en' });
    const { json } = await run('timeline', fakeLibrary([mixed]).library);
    const { entries } = timelineShape.parse(printed(json()));
    expect(entries.flatMap(({ quotes }) => quotes.map(({ language }) => language))).toEqual(['zh']);
  });
});

test.each([
  ['en-US', /^I can’t build a timeline of these articles/u],
  ['zh-CN', /^无法为这些文章生成时间线/u],
  ['zh-TW', /^無法為這些文章生成時間軸/u],
] as const)('a timeline that cannot be found is said to be so in %s', async (locale, message) => {
  const timeline = () => Promise.reject(new TimelineError('it took too long'));
  const { library: failing } = fakeLibrary([opening], {}, {}, { timeline });
  const error = await userErrorOf(run('timeline', failing, {}, { locale }));
  expect(error).toMatchObject({ code: 'no-timeline', cause: expect.any(TimelineError) });
  expect(error.message).toMatch(message);
});
