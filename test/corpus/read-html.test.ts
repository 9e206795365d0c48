import { describe, expect, test } from 'vitest';
import { load, loadOne, outline } from './temp-corpus.ts';

const page = (html: string) => loadOne(html, 'page.html');

describe('the text of a page', () => {
  test('is its article, without what surrounds it', async () => {
    const { text } = await page(`<!doctype html><html><body>
      <header><a href="/">Harbour Gazette</a></header><nav><ul><li>News<li>Sport</ul></nav>
      <main><p>Teaser.</p><article>
        <h1>Ferry   stops</h1>
        <script>var x = 1;</script><style>p {}</style>
        <p>The <b>ferry</b>
           stops<span> today</span>.</p>
        <p hidden>Secret.</p><p style="color:red; display: none">Secret.</p>
        <aside>Advertisement.</aside><div aria-hidden="true">Icon.</div>
        <form><p>Subscribe!</p></form><noscript>Enable it.</noscript>
        <ul><li>One</li><li>Two</li></ul>
      </article></main><footer>Imprint.</footer></body></html>`);
    expect(text).toBe('The ferry stops today.\n\nOne\n\nTwo');
  });

  test('breaks lines where the page does, and keeps what is preformatted', async () => {
    const { text } = await page(
      '<main><p>One<br>two <br/> three<br><br>four&nbsp;five</p><pre>  a\n\n b &lt;\n</pre><div>x<p>y</div></main>',
    );
    expect(text).toBe('One\ntwo\nthree\n\nfour\u00a0five\n\n  a\n\n b <\n\nx\n\ny');
  });

  test('is the main part where there is no article', async () => {
    expect((await page('<p>Menu.</p><main><p>The ferry stops.</p></main>')).text).toBe(
      'The ferry stops.',
    );
  });

  test('is the weightiest article of several', async () => {
    const { text } = await page(
      '<article><a href="/1">Another story with a long link that leads to it</a></article><article><p>The ferry stops at last.</p></article>',
    );
    expect(text).toBe('The ferry stops at last.');
  });

  test('is the densest block where nothing is marked', async () => {
    const story = '<p>The ferry stops, and nobody knows why.</p><p>The owner is silent.</p>';
    const links = '<li><a href="/x">A story with a long headline about something</a></li>'.repeat(
      20,
    );
    const { text } = await page(
      `<div id="page"><div class="menu"><ul>${links}</ul></div><div class="col"><div>${story}</div></div><div>Imprint</div></div>`,
    );
    expect(text).toBe('The ferry stops, and nobody knows why.\n\nThe owner is silent.');
  });

  test('is not cut down to its longest paragraph', async () => {
    const { text } = await page(
      `<div><div>Short lead.</div><div>${'A long body. '.repeat(20)}</div></div>`,
    );
    expect(text).toMatch(/^Short lead\.\n\nA long body\./u);
  });

  test('that is missing makes the page empty', async () => {
    expect(
      outline(await load({ 'a.html': '<title>T</title><nav>Menu</nav>', 'b.htm': '' })),
    ).toEqual(['empty a.html', 'empty b.htm']);
  });
});

describe('the metadata of a page', () => {
  test('is taken from its markup and counts as given', async () => {
    const article = await page(`<html lang="en-GB"><head>
      <title>Ferry stops | Harbour Gazette</title>
      <meta property="og:site_name" content="Harbour&#10; Gazette">
      <meta property="article:published_time" content="2021-03-08T23:00:00-05:00">
      <link rel="canonical" href="https://example.org/ferry">
      </head><body><article><h1>Ferry stops</h1><p>The ferry does not sail.</p></article>`);
    expect(article).toMatchObject({
      title: 'Ferry stops',
      publisher: 'Harbour Gazette',
      published: '2021-03-08',
      language: 'en-gb',
      url: 'https://example.org/ferry',
      inferred: ['id'],
    });
    expect(article.text.slice(article.bodyStart)).toBe('The ferry does not sail.');
  });

  test.each<[markup: string, published: string | null, reason: string]>([
    ['<time datetime="2021-03-08">Monday</time>', '2021-03-08', 'a time element'],
    ['<time datetime="soon"></time>', null, 'nothing that is a date'],
    ['<footer><time datetime="2021-03-08"></time></footer>', null, 'a date of something else'],
    [
      '<script type="application/ld+json">{"datePublished":"2021-03-08T01:00Z"}</script>',
      '2021-03-08',
      'JSON-LD',
    ],
    [
      '<script type="application/ld+json">{"@graph":[{},{"datePublished":"2021-03-08"}]}</script>',
      '2021-03-08',
      'a JSON-LD graph',
    ],
    ['<script type="application/ld+json">{broken</script>', null, 'broken JSON-LD'],
  ])('%s gives %s: %s', async (markup, published) => {
    expect((await page(`${markup}<p>The ferry stops.</p>`)).published).toBe(published);
  });

  test('is passed over without a word where it does not fit', async () => {
    const article = await page(
      '<html lang="English please"><link rel=canonical href="/ferry"><meta property="og:url" content="javascript:x"><meta property="og:title" content=" "><h1>Ferry stops</h1><p>The ferry stops today.</p>',
    );
    expect(article).toMatchObject({ title: 'Ferry stops', language: 'en', url: null });
  });
});

describe('hostile markup', () => {
  test.each(['<div>', '<b>', '<table><td>', '<ul><li>', '<span>', '<svg>', '<template>'])(
    '%s 10,000 and 150,000 deep is refused, and holds nothing up',
    async (tag) => {
      const corpus = await load({
        'a.html': `${tag.repeat(10_000)}text`,
        'b.html': `${tag.repeat(150_000)}text`,
        'c.txt': 'The others stay.',
      });
      expect(corpus.problems).toMatchObject([
        { code: 'html-too-deep', file: 'a.html', values: { maxDepth: 512 } },
        { code: 'html-too-deep', file: 'b.html' },
      ]);
      expect(corpus.articles).toHaveLength(1);
    },
  );

  test('on which the extractor fails is read without it', async () => {
    const corpus = await load({
      'a.html': '<template><p><script><a href=x><template>&amp;',
      'b.html': '<p>The ferry stops.</p>',
    });
    expect(outline(corpus)).toEqual(['empty a.html']);
    expect(corpus.articles).toHaveLength(1);
  });

  test('that stands for far more elements than it has bytes is refused', async () => {
    const open = Array.from({ length: 400 }, (_, n) => `<b id=${n}>`).join('');
    const corpus = await load({ 'a.html': `<p>${open}${'</p><p>x'.repeat(100_000)}` });
    expect(outline(corpus)).toEqual(['html-too-many-elements a.html']);
  });

  test.each([
    ['white space', `<pre>a${' '.repeat(1_000_000)}b</pre>`],
    ['inline elements', `<p>${'<i>a </i>'.repeat(100_000)}`],
    ['line breaks', `<p>a${'<br>'.repeat(200_000)}b`],
    ['attributes', `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}`).join(' ')}>text`],
    ['nested tables', `${'<table><tr><td>'.repeat(120)}${'<p>text</p>'.repeat(90_000)}`],
    ['headlines', '<h1>a</h1>'.repeat(100_000)],
    ['marks of notes', `<p>${'word<sup>1</sup>'.repeat(90_000)}`],
    ['links', '<a href="/x">some text</a> '.repeat(60_000)],
    ['foster-parented text', `<table>${'x<i>y</i>'.repeat(60_000)}`],
  ])('with a mass of %s is read, in time that grows with its length', async (_name, html) => {
    const corpus = await load({ 'a.html': html });
    expect(corpus.articles).toHaveLength(1);
  });
});
