import { describe, expect, test } from 'vitest';
import { type CommandCall, verifyReply } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { createLibrary } from '../../src/library/index.ts';
import { type Answer, matchesFilter, type Quote } from '../../src/retrieval/index.ts';
import { itemsOf, quotesOf, run, textsOf, userErrorOf } from '../support/command-calls.ts';
import { fakeLibrary, quoteOf, storyArticle } from '../support/fake-library.ts';
import { hostOver } from '../support/folder.ts';
import { answerShape, printed } from '../support/json-shapes.ts';

const opening = storyArticle(
  'opening',
  'The harbour bridge opened again on Thursday. Mayor Ines Calloway cut the ribbon. Nobody had slept.\n\nThe repairs cost 14 million pounds, the council said.',
  { url: 'https://example.org/opening', title: 'The Bridge Is Back' },
);
const wire = storyArticle(
  'wire',
  'The repairs cost 14 million pounds, the council said on Friday.',
  { publisher: 'unknown', published: null, title: 'Council names the price' },
);

function answerOf(...quotes: readonly Quote[]): Partial<Answer> {
  return {
    verdict: 'answered',
    confidence: 0.912_345_6,
    quotes: quotes.map((quote) => ({ quote, language: 'en', score: 2.000_049, duplicates: [] })),
    quoteCount: quotes.length,
  };
}

const cost = quoteOf(opening, 'The repairs cost 14 million pounds, the council said.', [
  '14 million pounds',
]);
const costNearDuplicate = quoteOf(
  wire,
  'The repairs cost 14 million pounds, the council said on Friday.',
);
const found: Partial<Answer> = {
  verdict: 'answered',
  confidence: 0.912_345_6,
  quotes: [{ quote: cost, language: 'en', score: 2.000_049, duplicates: [costNearDuplicate] }],
  quoteCount: 1,
};

describe('an answer', () => {
  test.each([
    ['en-US', 'Earlier articles give 9 and 12,000,000.'],
    ['zh-CN', '较早的文章给出的数字是9和12,000,000。'],
  ] as const)(
    'says under its first quote alone what earlier articles give: %s',
    async (locale, note) => {
      const { library } = fakeLibrary([opening, wire], {
        ...answerOf(cost, costNearDuplicate),
        earlierFigures: ['9', '12000000'],
      });
      const shown = await run('ask', library, { question: 'cost?' }, { locale });
      expect(quotesOf(shown).map((block) => block.note)).toEqual([note, undefined]);
    },
  );

  test('is the question, a block for each quote, and the counts with the day of the index', async () => {
    const { library } = fakeLibrary([opening, wire], found);
    const { reply } = await run('ask', library, { question: '  What did it cost? ' });
    expect(reply).toEqual({
      locale: 'en-US',
      visibility: 'public',
      heading: 'What did it cost?',
      blocks: [
        {
          type: 'quote',
          quote: cost,
          source: {
            articleId: 'opening',
            publisher: 'The Harbour Gazette',
            title: 'The Bridge Is Back',
            published: '2024-05-03',
            url: 'https://example.org/opening',
          },
          alsoIn: [
            {
              articleId: 'wire',
              publisher: 'unknown publisher',
              title: 'Council names the price',
              published: null,
              url: null,
            },
          ],
          cutBefore: false,
          cutAfter: false,
        },
      ],
      footer: '1 of 1 · 2 articles · indexed May 3, 2024',
      actions: [
        { label: 'Previous', call: null, isSpare: true },
        { label: 'More quotes', call: null, isSpare: true },
        {
          label: 'In context',
          call: { command: 'ask', options: { question: 'What did it cost?', show: 'context' } },
          target: 'privately',
        },
        {
          label: 'Compare sources',
          call: { command: 'ask', options: { question: 'What did it cost?', show: 'sources' } },
          target: 'privately',
        },
        {
          label: 'Ask about this',
          call: { command: 'ask', options: { question: 'What did it cost?' } },
          target: 'form',
        },
      ],
    });
  });

  test.each([
    ['en-GB', '1 of 1 · 1 article · indexed 3 May 2024'],
    ['zh-CN', '显示 1 条，共 1 条 · 1 篇文章 · 索引建于 2024年5月3日'],
    ['zh-TW', '顯示 1 則，共 1 則 · 1 篇文章 · 索引建於 2024年5月3日'],
  ] as const)('has its labels in %s, and the quote as it is', async (locale, footer) => {
    const { library } = fakeLibrary([opening], answerOf(cost));
    const result = await run('ask', library, { question: 'Cost?' }, { locale });
    expect(result.reply).toMatchObject({ locale, footer });
    expect(quotesOf(result).map(({ quote }) => quote)).toEqual([cost]);
  });

  test('marks words inside its quote', async () => {
    const { library } = fakeLibrary([opening, wire], found);
    const { reply } = await run('ask', library, { question: 'What did it cost?' });
    const { byId } = library.current().corpus;
    const verified = verifyReply(reply, byId, (error) => {
      throw error;
    });
    const [block] = verified.blocks;
    if (block?.type !== 'quote') throw new Error('expected a quote');
    expect(block.text).toBe('The repairs cost 14 million pounds, the council said.');
    expect(block.marks.map(({ start, end }) => block.text.slice(start, end))).toEqual([
      '14 million pounds',
    ]);
  });

  test('is for the asker alone when it was asked for so', async () => {
    const { library } = fakeLibrary([opening], answerOf(cost));
    const { reply } = await run('ask', library, { question: 'Cost?', private: 'true' });
    expect(reply.visibility).toBe('private');
  });

  test('holds three quotes unless another number is asked for', async () => {
    const { library, asked } = fakeLibrary([opening], answerOf(cost));
    await run('ask', library, { question: 'Cost?' });
    await run('ask', library, { question: 'Cost?', limit: '9' });
    expect(asked.map(({ limit }) => limit)).toEqual([3, 9]);
  });

  test('comes from the generation that was asked, although another one came meanwhile', async () => {
    const { library } = fakeLibrary([opening], answerOf(cost));
    const other = fakeLibrary([]).library.current();
    let generation = library.current();
    const changing = { ...library, current: () => generation };
    const result = run('ask', changing, { question: 'Cost?' });
    generation = other;
    expect((await result).reply.footer).toContain('1 article ');
    expect((await result).json()).toMatchObject({ quotes: [{ article: 'opening' }] });
  });
});

describe('a quote', () => {
  test.each([
    [false, true],
    [true, false],
    [false, false],
  ])('is shown as cut where it is cut: before %s, after %s', async (cutBefore, cutAfter) => {
    const quote = { ...quoteOf(opening, 'The'), cutBefore, cutAfter };
    const ranked = { quote, language: 'en', score: 1, duplicates: [] } as const;
    const { library } = fakeLibrary([opening], { verdict: 'answered', quotes: [ranked] });
    const { reply } = await run('ask', library, { question: 'When?' });
    expect(reply.blocks).toContainEqual(expect.objectContaining({ cutBefore, cutAfter }));
  });

  test('is found by a word that was typed wrong, and the reply says so', async () => {
    const corrections = [{ from: 'brigde', to: 'bridge' }];
    const { library } = fakeLibrary([opening], { corrections });
    const result = await run('ask', library, { question: 'Is the brigde open?' });
    expect(textsOf(result)).toContain('Showing results for “bridge” instead of “brigde”');
  });
});

describe('when the articles do not answer', () => {
  const declined: Partial<Answer> = {
    terms: { found: ['bridge', 'harbour'], missing: ['toll'] },
    headlines: {
      are: 'near',
      items: [
        { articleId: 'opening', title: 'The Bridge Is Back' },
        { articleId: 'wire', title: 'Council names the price' },
      ],
    },
  };

  test('the reply says so, with the terms found and missing and the nearest headlines', async () => {
    const { library } = fakeLibrary([opening, wire], declined);
    const result = await run('ask', library, { question: 'What is the toll?' });
    expect(result.reply).toEqual({
      locale: 'en-US',
      visibility: 'public',
      heading: 'What is the toll?',
      blocks: [
        { type: 'text', style: 'normal', text: 'I couldn’t find an answer in these articles.' },
        {
          type: 'text',
          style: 'subtle',
          text: 'These words occur, but no passage answers the question: bridge · harbour',
        },
        { type: 'text', style: 'subtle', text: 'Not in any article: toll' },
        { type: 'text', style: 'heading', text: 'Closest headlines' },
        {
          type: 'list',
          items: [
            { text: 'The Bridge Is Back', detail: null, url: 'https://example.org/opening' },
            { text: 'Council names the price', detail: null, url: null },
          ],
        },
      ],
      footer: '2 articles · indexed May 3, 2024',
    });
  });

  test('a question that names nothing is told what can be asked, and the latest headlines', async () => {
    const items = [{ articleId: 'wire', title: 'Council names the price' }];
    const { library } = fakeLibrary([wire], { headlines: { are: 'latest', items } });
    const result = await run('ask', library, { question: '?' });
    expect(textsOf(result)).toEqual([
      'Ask me about the story: who, what, when, where, why, how many. “tldr” shows what is new.',
      'Latest headlines',
    ]);
  });

  test.each([
    ['en-US', 'No article contains this exact phrase: “toll road”, “fair price”'],
    ['zh-CN', '没有文章包含这句原话：“toll road”、“fair price”'],
    ['zh-TW', '沒有文章包含這句原話：「toll road」、「fair price」'],
  ] as const)('phrases that no article holds are named, in %s', async (locale, expected) => {
    const absentPhrases = ['toll road', 'fair price'];
    const { library } = fakeLibrary([opening], { absentPhrases });
    const question = '"toll road" "fair price"';
    const result = await run('ask', library, { question }, { locale });
    expect(textsOf(result)).toContain(expected);
  });

  test('what there is nothing of is left out', async () => {
    const { library } = fakeLibrary([opening]);
    const result = await run('ask', library, { question: '?' }, { locale: 'zh-TW' });
    expect(textsOf(result)).toEqual([
      '可以問這則新聞裡的人、事、時間、地點、原因和數字；問「怎麼回事」可看最新內容。',
    ]);
    expect(itemsOf(result)).toEqual([]);
  });

  test('because no article fits the filter, the reply says that', async () => {
    const { library } = fakeLibrary([opening, wire], declined);
    for (const options of [{ source: 'nobody' }, { from: '2031' }, { to: '1999-01' }]) {
      const result = await run('ask', library, { question: 'What is the toll?', ...options });
      expect(textsOf(result)).toEqual([expect.stringMatching(/^No article has/u)]);
    }
  });

  test('because there are none, the reply says that, to the asker alone', async () => {
    const { library } = fakeLibrary([]);
    const { reply } = await run('ask', library, { question: '谁？' }, { locale: 'zh-CN' });
    expect(reply).toEqual({
      locale: 'zh-CN',
      visibility: 'private',
      heading: '谁？',
      blocks: [{ type: 'text', style: 'warning', text: '目前还没有可引用的文章。' }],
      footer: null,
    });
  });
});

async function filterOf(options: CommandCall['options']) {
  const { library, asked } = fakeLibrary([opening]);
  await run('ask', library, { question: 'Who?', ...options });
  const [request] = asked;
  if (!request) throw new Error('nothing was asked');
  return request.filter;
}

function publishedOn(published: string) {
  return storyArticle('a', 'Words.', { published });
}

describe('a question is narrowed', () => {
  test('by nothing unless asked', async () => {
    expect(await filterOf({ source: ' ', language: '', from: '' })).toEqual({});
  });

  test('by source and language', async () => {
    expect(await filterOf({ source: ' gazette ', language: 'zh' })).toEqual({
      source: 'gazette',
      language: 'zh',
    });
  });

  test.each([
    [{ from: '2020-09' }, '2020-09-01', '2020-08-31'],
    [{ from: '2020' }, '2020-01-01', '2019-12-31'],
    [{ to: '2020-09' }, '2020-09-30', '2020-10-01'],
    [{ to: '2020-02' }, '2020-02-29', '2020-03-01'],
    [{ to: '2020' }, '2020-12-31', '2021-01-01'],
    [{ from: '2020-09-14', to: '2020-09-14' }, '2020-09-14', '2020-09-15'],
  ])('by %j to articles of %s and not of %s', async (options, within, outside) => {
    const filter = await filterOf(options);
    expect(matchesFilter(publishedOn(within), 'en', filter)).toBe(true);
    expect(matchesFilter(publishedOn(outside), 'en', filter)).toBe(false);
  });

  test('by a range that ends before it begins is refused in the language of the call', async () => {
    const { library, asked } = fakeLibrary([opening]);
    const options = { question: 'Who?', from: '2020-10', to: '2020-09' };
    const refused = await userErrorOf(run('ask', library, options, { locale: 'zh-CN' }));
    expect(refused).toMatchObject({ code: 'from-after-to', message: '“from”不能晚于“to”。' });
    expect(asked).toEqual([]);
  });
});

test('a question of exclusions alone is refused with an example, and nothing is asked', async () => {
  const { library, asked } = fakeLibrary([opening]);
  const refused = await userErrorOf(run('ask', library, { question: '-toll -"toll road"' }));
  expect(refused.code).toBe('only-exclusions');
  expect(refused.message).toContain('merger -airline');
  expect(asked).toEqual([]);
});

describe('the JSON of an answer', () => {
  test('has the shape of the design, with four decimals and the duplicates by place', async () => {
    const { library } = fakeLibrary([opening, wire], found);
    const result = await run('ask', library, { question: 'What did it cost?' });
    const json = answerShape.parse(printed(result.json()));
    expect(json).toEqual({
      verdict: 'answered',
      abstained: false,
      confidence: 0.9123,
      quotes: [
        {
          article: 'opening',
          file: 'opening.md',
          start: cost.start,
          end: cost.end,
          text: 'The repairs cost 14 million pounds, the council said.',
          score: 2,
          title: 'The Bridge Is Back',
          publisher: 'The Harbour Gazette',
          published: '2024-05-03',
          url: 'https://example.org/opening',
          language: 'en',
          echoes: [
            {
              article: 'wire',
              file: 'wire.md',
              start: costNearDuplicate.start,
              end: costNearDuplicate.end,
            },
          ],
        },
      ],
      nearest: [],
    });
  });

  test('of an abstention has the same keys', async () => {
    const items = [{ articleId: 'wire', title: 'Council names the price' }];
    const { library } = fakeLibrary([opening, wire], { headlines: { are: 'near', items } });
    const result = await run('ask', library, { question: 'What is the toll?' });
    expect(answerShape.parse(printed(result.json()))).toEqual({
      verdict: 'nothing',
      abstained: true,
      confidence: 0,
      quotes: [],
      nearest: [{ article: 'wire', title: 'Council names the price' }],
    });
  });

  test('is refused when a quote is no longer in its article', async () => {
    const { library } = fakeLibrary([{ ...opening, text: 'x'.repeat(500) }], answerOf(cost));
    const result = await run('ask', library, { question: 'Cost?' });
    expect(() => result.json()).toThrow('text-changed');
  });
});

test('a quote of a paged document comes with its page, any other without', async () => {
  const pages = [
    { page: 1, start: 0 },
    { page: 3, start: 43 },
  ];
  const text = 'Ferries sail until midnight on 30 June.\n\n  Captain Orla Byrne will retire then.';
  const library = await createLibrary({
    folder: '/articles',
    maxArticleBytes: 1024,
    host: hostOver([{ ...storyArticle('ferry', text), pages }]),
  });
  const result = await run('ask', library, { question: 'Will Orla Byrne retire?' });
  expect(answerShape.parse(printed(result.json())).quotes).toMatchObject([{ page: 3 }]);
  expect(quotesOf(result)).toMatchObject([{ source: { page: 3 } }]);
});

test('with the real index, every quote is the slice of its article, in every language', async () => {
  const articles = [
    opening,
    wire,
    storyArticle(
      'ferry',
      'Ferries stop at midnight on 30 June. Captain Orla Byrne will retire then.',
    ),
    storyArticle('zh', '港口大桥星期四重新开放，市长卡洛韦出席了剪彩仪式。', { language: 'zh' }),
  ];
  const library = await createLibrary({
    folder: '/articles',
    maxArticleBytes: 1024,
    now: () => 0,
    host: hostOver(articles),
  });
  for (const locale of LOCALES) {
    const options = { question: 'When do the ferries stop?', source: 'ferry' };
    const result = await run('ask', library, options, { locale });
    const { quotes } = answerShape.parse(printed(result.json()));
    expect(quotesOf(result)).toHaveLength(quotes.length);
    for (const { article, start, end, text } of quotes) {
      expect(article).toBe('ferry');
      expect(library.current().corpus.byId.get(article)?.text.slice(start, end)).toBe(text);
    }
  }
});
