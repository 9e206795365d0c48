import { describe, expect, test } from 'vitest';
import { load } from './temp-corpus.ts';

const HEADLINE = 'Lakeside library to close on Sundays';
const STORY = [
  'The library at the lake will stay closed on Sundays from October, the town council decided on Thursday evening.',
  'Head librarian Tom Weller said the town saves 48,000 francs a year, and that no one loses a job.',
  'A group of parents has handed in 1,200 signatures against the decision and asks for a vote in spring.',
];
const BODY = STORY.map((paragraph) => `<p>${paragraph}</p>`).join('');
const TEXT = STORY.join('\n\n');

async function page(html: string) {
  const corpus = await load({ 'page.html': html });
  const [article] = corpus.articles;
  if (article === undefined) throw new Error(JSON.stringify(corpus.problems));
  return { ...article, problems: corpus.problems };
}

async function bodyOf(html: string): Promise<string> {
  const { text, bodyStart } = await page(html);
  return text.slice(bodyStart);
}

const COMMENT =
  'I do not believe a word of this: it will cost the town at least 90,000 francs, and in two years they will open it again, as they did with the swimming pool. Shame on all of them!';

test('a cookie box is no part of a story that is hardly longer', async () => {
  const story = '图书馆十月起周日闭馆，镇议会周四晚间决定。家长收集了一千二百个签名反对。';
  const box = '我们使用Cookie来改善您的浏览体验，继续浏览即表示您同意我们的政策和条款。';
  const html = (name: string) =>
    `<title>图书馆</title><div class="${name}"><p>${box}</p></div><div><h1>图书馆</h1><p>${story}</p></div>`;
  expect(await bodyOf(html('cookie-banner'))).toBe(story);
  expect(await bodyOf(html('story'))).toContain(box);
});

test('captions under a sign and the headline of the original are not in the text', async () => {
  const [first = '', ...others] = STORY.map((paragraph) => `<p>${paragraph}</p>`);
  const html = `<article><p>（原标题：图书馆周日闭馆，家长反对）</p>${first}<p>▲图书馆正门。来自视频截图。</p>${others.join('')}</article>`;
  expect(await bodyOf(html)).toBe(TEXT);
});

test('words that are struck out are not in the text', async () => {
  const struck = BODY.replace('48,000', '<del>480,000</del> <s>80,000</s> 48,000');
  expect(await bodyOf(`<article>${struck}</article>`)).toBe(TEXT);
});

describe('the text of a page is the story and not', () => {
  test.each<[what: string, html: string]>([
    [
      'comments that are articles',
      `<div class="text"><h1>${HEADLINE}</h1>${BODY}</div><div id="comments"><ol class="comment-list">${`<li class="comment"><article class="comment-body"><p>${COMMENT}</p></article></li>`.repeat(4)}</ol></div>`,
    ],
    [
      'comments that are longer than it',
      `<div class="text"><h1>${HEADLINE}</h1>${BODY}</div><div id="comments"><ol class="comment-list">${`<li class="comment"><p>${COMMENT}</p></li>`.repeat(9)}</ol></div>`,
    ],
    [
      'a card of another story below it',
      `<div><h1>${HEADLINE}</h1>${BODY}</div><article><h3>New ducks on the lake</h3><p>The ducks are brown.</p></article>`,
    ],
    ['an empty article', `<div><h1>${HEADLINE}</h1>${BODY}</div><article></article>`],
    [
      'a card of another story in it',
      `<div><h1>${HEADLINE}</h1><p>${STORY[0]}</p><article class="related"><h3>New ducks on the lake</h3><p>The ducks are brown, and there are twelve of them, an expert says.</p></article><p>${STORY[1]}</p><p>${STORY[2]}</p></div>`,
    ],
    [
      'cookie, newsletter and paywall boxes',
      `<div id="cookie-banner"><p>We use cookies and similar technologies to run this website and to show you advertising.</p></div><div class="story"><h1>${HEADLINE}</h1><p>${STORY[0]}</p><div class="paywall"><p>Read on for just 1 franc a month.</p></div><p>${STORY[1]}</p><div class="newsletterSignup"><p>Get our letter every morning.</p></div><p>${STORY[2]}</p></div>`,
    ],
    [
      'menus and lists of other stories',
      `<ul><li><a href="/a">Town</a></li><li><a href="/b">Sport and leisure</a></li></ul><div><h1>${HEADLINE}</h1>${BODY}<h3>More from the region</h3><ul><li><a href="/x">New ducks on the lake, and twelve of them</a></li><li><a href="/y">Bakery opens again after the fire in March</a></li></ul></div>`,
    ],
    [
      'links to other stories between its paragraphs',
      `<article><h1>${HEADLINE}</h1><p>${STORY[0]}</p><p><a href="/x">READ ALSO: New ducks on the lake</a></p><p>${STORY[1]}</p><p>${STORY[2]}</p></article>`,
    ],
    [
      'captions',
      `<article><h1>${HEADLINE}</h1><figure><img src="a.jpg"><figcaption>The library in May. Photo: A. Person</figcaption></figure><p>${STORY[0]}</p><div class="photo"><span class="imageCaption">The lake seen from the library.</span></div><p>${STORY[1]}</p><p>${STORY[2]}</p></article>`,
    ],
    [
      'hover cards',
      `<article><h1>${HEADLINE}</h1><p>${STORY[0]}</p><p>Head librarian <span class="rollover"><a href="/w">Tom Weller</a><span class="rollover-block">Tom WellerMore stories: New ducks</span></span> said the town saves 48,000 francs a year, and that no one loses a job.</p><p>${STORY[2]}</p></article>`,
    ],
    [
      'the headline, its kicker, the date and the author',
      `<article><p>Local news</p><h1>${HEADLINE}</h1><p>17 May 2022</p><p>By Ann Author</p>${BODY}</article>`,
    ],
  ])('%s', async (_what, html) => {
    const filler = '<footer><p>Imprint and contact of the newspaper</p></footer>';
    expect(
      await bodyOf(`<html><head><title>${HEADLINE}</title></head><body>${html}${filler}`),
    ).toBe(TEXT);
  });

  test('a short Chinese story is found beside longer boxes', async () => {
    const story = '<p>湖畔图书馆十月起周日闭馆。</p><p>馆长说每年可省下四万八千元，不会裁员。</p>';
    const links = '<li><a href="/x">湖上新来了十二只鸭子，专家这样说</a></li>'.repeat(20);
    expect(
      await bodyOf(
        `<h1>湖畔图书馆周日闭馆</h1><div class="nr">${story}</div><div><ul>${links}</ul></div>`,
      ),
    ).toBe('湖畔图书馆十月起周日闭馆。\n\n馆长说每年可省下四万八千元，不会裁员。');
  });
});

describe('the text of a page keeps', () => {
  test('a page inside of one form', async () => {
    expect(
      await bodyOf(`<form id="aspnetForm"><h1>${HEADLINE}</h1><div>${BODY}</div></form>`),
    ).toBe(TEXT);
  });

  test('a lead in a block of its own', async () => {
    const lead = 'On Sundays nobody will borrow a book at the lake any more, and some are angry.';
    const html = `<div class="head"><h1>${HEADLINE}</h1><p class="lead">${lead}</p></div><div class="ad"></div><div class="article-text">${BODY}</div>`;
    expect(await bodyOf(html)).toBe(`${lead}\n\n${TEXT}`);
  });

  test('wrappers whose names have words of furniture in them', async () => {
    expect(
      await bodyOf(`<div class="page with-sidebar"><h1>${HEADLINE}</h1><div>${BODY}</div></div>`),
    ).toBe(TEXT);
  });

  test('the rows of a table, each with the heads of its columns', async () => {
    const table =
      '<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2021</td><td>45,500</td></tr><tr><td>2022</td><td>61,000</td></tr></table>';
    expect(await bodyOf(`<article><h1>${HEADLINE}</h1>${BODY}${table}</article>`)).toBe(
      `${TEXT}\n\nYear: 2021 | Visitors: 45,500\n\nYear: 2022 | Visitors: 61,000`,
    );
  });

  test('the cells of an uneven table without heads, which could be wrong', async () => {
    const table =
      '<table><tr><th>Year</th><th>Visitors</th></tr><tr><td rowspan="2">2021</td><td>45,500</td></tr><tr><td>61,000</td></tr></table>';
    expect(await bodyOf(`<article><h1>${HEADLINE}</h1>${BODY}${table}</article>`)).toContain(
      '2021 | 45,500\n\n61,000',
    );
  });

  test('lists, block quotes and the times of a live blog', async () => {
    const html = `<article><h1>${HEADLINE}</h1>${BODY}<ul><li>Open on Mondays.</li><li>Closed on Sundays.</li></ul><blockquote><p>We will miss it.</p></blockquote><p>10.45pm</p><p>The vote is over, the mayor says.</p></article>`;
    expect(await bodyOf(html)).toBe(
      `${TEXT}\n\nOpen on Mondays.\n\nClosed on Sundays.\n\nWe will miss it.\n\n10.45pm\n\nThe vote is over, the mayor says.`,
    );
  });

  test('numbers, without the marks of notes', async () => {
    const html = `<article><h1>${HEADLINE}</h1>${BODY}<p>The council<sup>1</sup> voted<sup><a href="#n2">[2]</a></sup> for 5 km<sup>2</sup> of lake.</p></article>`;
    expect(await bodyOf(html)).toContain('The council voted for 5 km2 of lake.');
  });
});

describe('a page is doubted', () => {
  const furniture = `<div class="blurb"><p>${COMMENT}</p></div>`;

  test.each<[doubt: string, html: string]>([
    [
      'short',
      `<nav></nav><article><h1>${HEADLINE}</h1><p>${STORY[0]}</p><p>${STORY[1]}</p></article><div class="comments">${`<p>${COMMENT}</p>`.repeat(9)}</div>`,
    ],
    [
      'left-out',
      `<article><h1>${HEADLINE}</h1>${BODY}${BODY}</article><div id="comments">${`<p>${COMMENT}</p>`.repeat(12)}</div>`,
    ],
    [
      'title',
      `<title>Volcano erupts near harbour</title><article>${BODY}${BODY}</article>${furniture}`,
    ],
  ])('as %s', async (doubt, html) => {
    const { problems } = await page(html);
    expect(problems).toMatchObject([
      { code: 'doubtful-page', severity: 'warning', values: { doubt } },
    ]);
  });

  test('not where all is well', async () => {
    expect((await page(`<article><h1>${HEADLINE}</h1>${BODY}</article>`)).problems).toEqual([]);
  });
});

describe('the date of a page', () => {
  test.each([
    '<meta name="DC.date.issued" content="2022-05-17">',
    '<meta name="pubdate" content="20220517">',
    '<meta name="parsely-pub-date" content="2022-05-17T08:00:00Z">',
    '<meta name="sailthru.date" content="Tue, 17 May 2022 10:00:00 +0000">',
    '<meta itemprop="datePublished" content="2022-05-17">',
    '<meta name="date" content="2022-05-17">',
    '<meta property="og:published_time" content="2022-05-17">',
    '<meta property="article:published_time" content="Tue May 17 2022 10:00:00 GMT+0000">',
    '<span itemprop="datePublished" content="2022-05-17"></span>',
    '<script type="application/ld+json">{"a":[[{"@graph":[{"b":{"@type":"NewsArticle","datePublished":"2022-05-17"}}]}]]}</script>',
    '<script type="application/ld+json">{"text":"two\nlines","datePublished":"2022-05-17"}</script>',
  ])('is stated by %s', async (markup) => {
    const { published, inferred } = await page(`${markup}<article>${BODY}</article>`);
    expect({ published, isInferred: inferred.includes('published') }).toEqual({
      published: '2022-05-17',
      isInferred: false,
    });
  });

  test.each([
    ['under the headline', `<h1>${HEADLINE}</h1><p>Published 17 May 2022</p>${BODY}`],
    [
      'in a dateline',
      `<h1>${HEADLINE}</h1><p>LAKESIDE, May 17, 2022 /Wire/ -- ${STORY[0]}</p>${BODY}`,
    ],
    ['beside a source', `<h1>${HEADLINE}</h1><div>2022-05-17 10:32:27 来源：湖畔日报</div>${BODY}`],
    [
      'in the address',
      `<link rel="canonical" href="https://example.org/2022/05/17/library"><h1>${HEADLINE}</h1>${BODY}`,
    ],
  ])('is inferred from one %s', async (_where, html) => {
    const { published, inferred } = await page(html);
    expect({ published, isInferred: inferred.includes('published') }).toEqual({
      published: '2022-05-17',
      isInferred: true,
    });
  });

  test.each([
    [
      'a list of other stories',
      '<ul>Most read <li><time datetime="2019-01-01">New Year</time></li></ul>',
    ],
    ['related stories', '<div class="related-posts"><time datetime="2019-01-01"></time></div>'],
  ])('is not that of %s', async (_what, markup) => {
    const html = `${markup}<article><h1>${HEADLINE}</h1><time datetime="2022-05-17">17 May</time>${BODY}</article>`;
    expect((await page(html)).published).toBe('2022-05-17');
  });

  test.each([
    ['the line under the headline', `<h1>${HEADLINE}</h1><p>Published 16 May 2022</p>`],
    ['the address', '<link rel="canonical" href="https://a.example/2022/05/16/lake">'],
    [
      'the same instant with an offset',
      '<script type="application/ld+json">{"datePublished":"2022-05-16T21:30:00-05:00"}</script>',
    ],
  ])('is the day where it was written, by %s, and not that in UTC', async (_what, markup) => {
    const stated = '<meta property="article:published_time" content="2022-05-17T02:30:00Z">';
    expect((await page(`${stated}${markup}<div>${BODY}</div>`)).published).toBe('2022-05-16');
    // Two days earlier is another day, and no zone.
    const later = stated.replace('05-17', '05-18');
    expect((await page(`${later}${markup}<div>${BODY}</div>`)).published).toBe('2022-05-18');
  });

  test.each([
    '<script type="application/ld+json">{"dateModified":"2022-05-17"}</script>',
    '<meta property="article:modified_time" content="2022-05-17">',
    '<time itemprop="dateModified" datetime="2022-05-17"></time>',
    `<h1>${HEADLINE}</h1><p>Updated 17 May 2022</p>`,
  ])('is not the day of a change: %s', async (markup) => {
    expect((await page(`${markup}<div>${BODY}</div>`)).published).toBeNull();
  });
});

describe('the publisher of a page', () => {
  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Lake Courier"}}</script>',
    ],
    ['the name of the application', '<meta name="application-name" content="Lake Courier">'],
    ['the end of the title', `<title>${HEADLINE} - Lake Courier</title>`],
    ['the end of the title after a section', `<title>${HEADLINE}_Town_Lake Courier</title>`],
  ])('is inferred from %s', async (_where, markup) => {
    const { publisher, title, inferred } = await page(`${markup}<h1>${HEADLINE}</h1>${BODY}`);
    expect({ publisher, title, isInferred: inferred.includes('publisher') }).toEqual({
      publisher: 'Lake Courier',
      title: HEADLINE,
      isInferred: true,
    });
  });

  test.each([
    ['example.org', '<link rel="canonical" href="https://www.example.org/library">'],
    ['example.org', '<!-- saved from url=(0027)https://example.org/library -->'],
    ['湖畔网', '<title>湖畔图书馆十月起周日闭馆-本地频道-湖畔网</title>'],
    ['湖畔网', '<title>湖畔图书馆十月起周日闭馆_湖畔网</title>'],
    ['湖畔日报', `<h1>${HEADLINE}</h1><div>2022-05-17 10:32 来源：湖畔日报</div>`],
    ['unknown', '<meta property="og:site_name" content="@lakecourier">'],
  ])('is %s after %s', async (publisher, markup) => {
    expect((await page(`${markup}<div>${BODY}</div>`)).publisher).toBe(publisher);
  });
});

test('a language that the text contradicts is not believed', async () => {
  const html = '<html lang="en-US"><h1>湖畔图书馆</h1><p>湖畔图书馆十月起周日闭馆，馆长说。</p>';
  expect((await page(html)).language).toBe('zh');
});

describe('the pictures inside of a page', () => {
  const picture = `data:image/png;base64,${'iVBORw0KGgo/+9AA'.repeat(1000)}`;
  const options = { maxArticleBytes: 4000 };

  test.each([
    ['quoted', `<img src="${picture}" alt="">`],
    ['unquoted', `<img src=${picture} alt="">`],
    ['in a style', `<p style="background: url(${picture})">Lake</p>`],
    ['in lines', `<img alt="" src='${picture.replaceAll(/.{76}/gu, '$&\r\n')}'>`],
  ])('do not count towards its size: %s', async (_, image) => {
    const html = `<article><h1>${HEADLINE}</h1>${image}${BODY}</article>`;
    const { articles, problems } = await load({ 'page.html': html }, options);
    expect(problems).toEqual([]);
    expect(articles[0]?.text).toContain(TEXT);
  });

  test('do not excuse too much text', async () => {
    const html = `<article><img src="${picture}">${BODY.repeat(20)}</article>`;
    const { problems } = await load({ 'page.html': html }, options);
    expect(problems).toMatchObject([{ code: 'too-large', values: { maxBytes: 4000 } }]);
    const huge = await load({ 'page.html': html.repeat(10) }, options);
    expect(huge.problems).toMatchObject([{ code: 'too-large', values: { maxBytes: 4000 } }]);
  });
});
