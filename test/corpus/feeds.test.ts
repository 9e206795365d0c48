import { describe, expect, test } from 'vitest';
import { load, outline } from './temp-corpus.ts';

const FULL =
  '<p>The ferry to the island sailed again on Monday.</p><p>It had been in the dock for a <b>week</b>.</p>';
const TEXT =
  'The ferry to the island sailed again on Monday.\n\nIt had been in the dock for a week.';

const rss = (items: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour &amp; Post</title><link>https://harbour.example/</link>${items}</channel></rss>`;

const FEEDS: readonly (readonly [name: string, content: string])[] = [
  [
    'feed.rss',
    rss(`<item><title>Ferry &lt;i&gt;sails&lt;/i&gt; again</title><link>/ferry</link>
      <guid isPermaLink="false">17</guid><pubDate>Thu, 05 Mar 2026 10:00:00 GMT</pubDate>
      <description>Teaser</description><content:encoded><![CDATA[${FULL}]]></content:encoded></item>`),
  ],
  [
    'feed.atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour &amp; Post</title>
      <link href="https://harbour.example/"/><entry><id>urn:17</id><title>Ferry sails again</title>
      <link rel="alternate" href="/ferry"/><published>2026-03-05T10:00:00Z</published>
      <updated>2026-03-06T10:00:00Z</updated><summary>Teaser</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${FULL}</div></content></entry></feed>`,
  ],
  [
    'feed.xml',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Harbour &amp; Post</title><link>https://harbour.example/</link></channel>
      <item rdf:about="https://harbour.example/ferry"><title>Ferry sails again</title>
      <link>https://harbour.example/ferry</link><dc:date>2026-03-05</dc:date>
      <content:encoded><![CDATA[${FULL}]]></content:encoded></item></rdf:RDF>`,
  ],
  [
    'feed.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour & Post',
      home_page_url: 'https://harbour.example/',
      items: [
        {
          id: '17',
          url: '/ferry',
          title: 'Ferry sails again',
          date_published: '2026-03-05T10:00:00Z',
          content_html: FULL,
        },
      ],
    }),
  ],
];

describe('a saved feed', () => {
  test.each(FEEDS)('gives an article an item: %s', async (name, content) => {
    const corpus = await load({ [name]: content });
    expect(corpus.problems).toEqual([]);
    expect(corpus.articles).toMatchObject([
      {
        file: name,
        id: expect.stringMatching(/^feed:[\da-f]{8}$/u),
        title: 'Ferry sails again',
        publisher: 'Harbour & Post',
        published: '2026-03-05',
        url: 'https://harbour.example/ferry',
        text: TEXT,
      },
    ]);
  });

  test('has the ids of its items from what tells them apart, not from their places', async () => {
    const item = (guid: string) =>
      `<item><guid isPermaLink="false">${guid}</guid><content:encoded><![CDATA[<p>Story ${guid}.</p>]]></content:encoded></item>`;
    const idsOf = async (items: readonly string[]) => {
      const { articles } = await load({ 'a.rss': rss(items.map(item).join('')) });
      return new Map(articles.map(({ id, text }) => [text, id]));
    };
    const before = await idsOf(['one', 'two']);
    const after = await idsOf(['three', 'two', 'one', 'one']);
    expect(after.size).toBe(3);
    expect(after.get('Story two.')).toBe(before.get('Story two.'));
  });

  test.each([
    ['a summary', '<description>The ferry sailed.</description>'],
    ['a text that is cut', '<content:encoded>&lt;p&gt;The ferry […]&lt;/p&gt;</content:encoded>'],
    ['a text that is cut', '<content:encoded>The ferry sailed ...</content:encoded>'],
  ])('tells about items that have only %s', async (_what, body) => {
    const whole = '<item><content:encoded>&lt;p&gt;It sailed.&lt;/p&gt;</content:encoded></item>';
    const corpus = await load({ 'a.rss': rss(`<item>${body}</item>${whole}`) });
    expect(corpus.articles.map(({ text }) => text)).toEqual(['It sailed.']);
    expect(corpus.problems).toMatchObject([
      { code: 'teasers-only', severity: 'warning', values: { count: 1, total: 2 } },
    ]);
  });

  test('takes a long description for the text', async () => {
    const words = 'The ferry sailed on Monday. '.repeat(60).trim();
    const { articles } = await load({
      'a.rss': rss(`<item><description>${words}</description></item>`),
    });
    expect(articles.map(({ text }) => text)).toEqual([words]);
  });

  test('is read in the charset that it declares', async () => {
    const text = `<?xml version="1.0" encoding="gb2312"?>${rss('<item><content:encoded>XX</content:encoded></item>').slice(21)}`;
    const [before = '', after = ''] = text.split('XX');
    const gbk = Buffer.from('b6c9c2d6d6dcd2bb', 'hex');
    const bytes = Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]);
    const { articles } = await load({ 'a.xml': bytes });
    expect(articles.map(({ text: words }) => words)).toEqual([new TextDecoder('gbk').decode(gbk)]);
  });

  test.each([
    ['a.xml', '<urlset><url><loc>https://a.example/</loc></url></urlset>'],
    ['a.json', '{"name": "settings"}'],
    ['a.rss', ''],
    ['a.atom', `<feed xmlns="http://www.w3.org/2005/Atom">${'<a>'.repeat(50_000)}`],
  ])('that is none is told, and no error: %s', async (name, content) => {
    const corpus = await load({ [name]: content, 'b.md': 'A story.' });
    expect(outline(corpus)).toEqual([`warning not-a-feed ${name}`]);
    expect(corpus.articles).toHaveLength(1);
  });

  test('cannot grow by its entities', async () => {
    const entities = Array.from('bcdefghi', (letter, index) => {
      const before = 'abcdefghi'[index];
      return `<!ENTITY ${letter} "${`&${before};`.repeat(10)}">`;
    });
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${entities.join('')}]>${rss(
      '<item><content:encoded>&i;</content:encoded></item>',
    ).slice(21)}`;
    const { articles } = await load({ 'a.xml': bomb });
    expect(articles.every(({ text }) => text.length < 1000)).toBe(true);
  });

  test('has a thousand items at most', async () => {
    const item = (index: number) =>
      `<item><guid>${index}</guid><content:encoded>&lt;p&gt;Story ${index}.&lt;/p&gt;</content:encoded></item>`;
    const items = Array.from({ length: 1001 }, (_, index) => item(index));
    const corpus = await load({ 'a.rss': rss(items.join('')) });
    expect(corpus.articles).toHaveLength(1000);
    expect(outline(corpus)).toEqual(['warning feed-too-long a.rss']);
  });
});

describe('feeds.yaml', () => {
  const check = async (content: string | Uint8Array) => {
    const corpus = await load({ 'feeds.yaml': content, 'a.md': 'A story.' });
    expect(corpus.articles).toHaveLength(1);
    return outline(corpus);
  };

  test('that is in order is no problem', async () => {
    expect(
      await check(
        '# Our feeds\n\nhttps://a.example/feed: 30m\n"https://b.example/": 2h # slow\nhttps://c.example/?a=b: 1d\nhttps://d.example/:\n',
      ),
    ).toEqual([]);
  });

  test('a line that cannot be used costs itself', async () => {
    expect(
      await check(
        [
          'https://a.example/: often',
          'https://b.example/: 1m',
          'news.example: 1h',
          'ftp://c.example/: 1h',
          '- https://d.example/',
          'https://e.example/: "1h',
          'https://f.example/: 1h',
          'https://f.example/: 2h',
          'https://g.example/: [1h]',
          'https://h.example/: 99d',
        ].join('\r\n'),
      ),
    ).toEqual([
      'warning invalid-value feeds.yaml:1',
      'warning invalid-value feeds.yaml:2',
      'warning invalid-value feeds.yaml:3',
      'warning invalid-value feeds.yaml:4',
      'warning invalid-value feeds.yaml:5',
      'warning invalid-yaml feeds.yaml:6',
      'warning invalid-yaml feeds.yaml:8',
      'warning invalid-value feeds.yaml:9',
      'warning invalid-value feeds.yaml:10',
    ]);
  });

  test('that is no text is one problem', async () => {
    expect(await check(Buffer.from([0, 1]))).toEqual(['binary feeds.yaml']);
  });
});
