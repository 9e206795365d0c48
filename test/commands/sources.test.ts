import { describe, expect, test } from 'vitest';
import { itemsOf, run, textsOf, userErrorOf } from '../support/command-calls.ts';
import { fakeLibrary, storyArticle } from '../support/fake-library.ts';
import { printed, sourcesShape } from '../support/json-shapes.ts';

const opening = storyArticle('opening', 'Text.', {
  title: 'The Bridge Is Back',
  publisher: 'Évening Côurier',
  published: '2024-05-03',
  url: 'https://example.org/opening',
});
const price = storyArticle('price', 'Text.', { title: 'The Price', published: '2024-06-01' });
const letter = storyArticle('letter', 'Text.', {
  title: 'A Letter to the Editor',
  publisher: 'unknown',
  published: null,
  language: 'fr',
  inferred: ['id', 'title', 'publisher', 'language'],
});
const chinese = storyArticle('zh', '正文。', {
  title: '大桥重开',
  published: '2024-05-04',
  language: 'zh',
  inferred: ['title', 'published'],
});
const { library } = fakeLibrary([letter, opening, chinese, price]);

async function titlesFor(query: string): Promise<readonly string[]> {
  return itemsOf(await run('sources', library, { query })).map(({ text }) => text);
}

describe('the sources', () => {
  test('are listed with the latest first and those without a date last', async () => {
    const { reply } = await run('sources', library);
    expect(reply).toEqual({
      locale: 'en-US',
      visibility: 'public',
      heading: '4 articles',
      blocks: [
        {
          type: 'list',
          items: [
            { text: 'The Price', detail: 'The Harbour Gazette · Jun 1, 2024 · English', url: null },
            {
              text: '大桥重开',
              detail: 'The Harbour Gazette · May 4, 2024 · Chinese · inferred: date',
              url: null,
            },
            {
              text: 'The Bridge Is Back',
              detail: 'Évening Côurier · May 3, 2024 · English',
              url: 'https://example.org/opening',
            },
            {
              text: 'A Letter to the Editor',
              detail: 'unknown publisher · undated · fr',
              url: null,
            },
          ],
        },
      ],
      footer: '4 articles · indexed May 3, 2024',
    });
  });

  test.each([
    ['en-GB', 'unknown publisher · undated · fr'],
    ['zh-CN', '出版方不详 · 日期不详 · fr'],
    ['zh-TW', '出版方不詳 · 日期不詳 · fr'],
  ] as const)('are described in %s', async (locale, detail) => {
    const items = itemsOf(await run('sources', library, {}, { locale }));
    expect(items.at(-1)).toEqual({ text: 'A Letter to the Editor', detail, url: null });
  });

  test('name the author where one is known', async () => {
    const { library: written } = fakeLibrary([{ ...opening, author: 'Ada Writer' }]);
    const [english] = itemsOf(await run('sources', written));
    expect(english?.detail).toBe('Évening Côurier · by Ada Writer · May 3, 2024 · English');
    const [chineseItem] = itemsOf(await run('sources', written, {}, { locale: 'zh-CN' }));
    expect(chineseItem?.detail).toContain(' · 作者：Ada Writer · ');
  });

  test('are one article when there is one', async () => {
    const { reply } = await run('sources', fakeLibrary([opening]).library);
    expect(reply.heading).toBe('1 article');
  });

  test('of equal dates stay in the order of the folder', async () => {
    const same = ['b', 'a', 'c'].map((id) => storyArticle(id, 'Text.', { title: id }));
    const items = itemsOf(await run('sources', fakeLibrary(same).library));
    expect(items.map(({ text }) => text)).toEqual(['b', 'a', 'c']);
  });

  test('are none when nothing was read, which the asker alone is told', async () => {
    const { reply } = await run('sources', fakeLibrary([]).library, { query: 'bridge' });
    expect(reply).toMatchObject({ visibility: 'private', footer: null });
    expect(reply.blocks).toEqual([
      { type: 'text', style: 'warning', text: 'There are no articles to quote from yet.' },
    ]);
  });
});

describe('many sources', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    storyArticle(`a${index}`, 'Text.', { title: `Bridge ${index}`, published: '2024-05-03' }),
  );
  const { library: large } = fakeLibrary(many);

  async function page(options: Record<string, string>, most = 12) {
    const result = await run('sources', large, options, {
      fits: ({ blocks: [block] }) => block?.type === 'list' && block.items.length <= most,
    });
    const [, position, next] = result.reply.actions ?? [];
    return { titles: itemsOf(result).map(({ text }) => text), position, next };
  }

  test('come in pages of what fits, each once and in order, with the query kept', async () => {
    const seen: string[] = [];
    let options: Record<string, string> = { query: 'bridge' };
    for (let pages = 0; pages < 4; pages += 1) {
      const { titles, next, position } = await page(options);
      seen.push(...titles);
      expect(position?.label).toMatch(/^\d+–\d+ of 40$/u);
      options = { ...next?.call?.options };
    }
    expect(seen).toEqual(many.map(({ title }) => title));
    expect(options).toEqual({});
  });

  test('begin with the last page where there are no longer so many', async () => {
    const { titles, next } = await page({ start: '41' });
    expect(titles.at(-1)).toBe('Bridge 39');
    expect(next?.call).toBeNull();
  });

  test('are all at once where there is room', async () => {
    const result = await run('sources', large);
    expect(itemsOf(result)).toHaveLength(40);
    expect(result.reply.actions).toBeUndefined();
  });
});

describe('a query', () => {
  test.each([
    ['evening courier', ['The Bridge Is Back']],
    ['COURIER', ['The Bridge Is Back']],
    ['ＢＲＩＤＧＥ', ['The Bridge Is Back']],
    [' the price ', ['The Price']],
    ['大桥', ['大桥重开']],
    ['harbour gazette', ['The Price', '大桥重开']],
  ])('for %j finds publishers and titles without case and accents', async (query, titles) => {
    expect(await titlesFor(query)).toEqual(titles);
  });

  test('that is blank finds everything', async () => {
    expect(await titlesFor('  ')).toHaveLength(4);
  });

  test('says how many of how many match', async () => {
    const headings = await Promise.all(
      (['en-US', 'zh-CN', 'zh-TW'] as const).map(async (locale) => {
        const { reply } = await run('sources', library, { query: 'gazette' }, { locale });
        return reply.heading;
      }),
    );
    expect(headings).toEqual(['2 of 4 articles', '2 篇文章，共 4 篇', '2 篇文章，共 4 篇']);
  });

  test('that nothing matches is repeated, in the language of the reader', async () => {
    const result = await run('sources', library, { query: '*ferry*' }, { locale: 'zh-TW' });
    expect(textsOf(result)).toEqual([
      '沒有標題或出版方與「*ferry*」相符的文章。如需搜尋正文，請使用 /ask。',
    ]);
    expect(result.reply.footer).toBe('4 篇文章 · 索引建於 2024年5月3日');
    expect(result.json()).toEqual({ articles: [] });
  });

  test('that is too long is refused', async () => {
    const refused = await userErrorOf(run('sources', library, { query: 'x'.repeat(1001) }));
    expect(refused.message).toBe('“query” is too long: at most 1,000 characters.');
  });
});

test('the JSON holds the metadata of each article, and not its text', async () => {
  const { json } = await run('sources', library, { query: 'letter' });
  expect(sourcesShape.parse(printed(json()))).toEqual({
    articles: [
      {
        id: 'letter',
        file: 'letter.md',
        title: 'A Letter to the Editor',
        publisher: 'unknown',
        published: null,
        language: 'fr',
        url: null,
        inferred: ['id', 'title', 'publisher', 'language'],
      },
    ],
  });
});
