import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDetails, withFrontMatter } from '../../src/corpus/index.ts';
import { hostileText } from '../support/hostile-text.ts';
import { loadOne } from './temp-corpus.ts';

const TEXT = 'The bridge was closed on Monday.\n';

describe('front matter with details', () => {
  test('is what the reader reads, for text and for web pages', async () => {
    const details = { title: 'A "b": c', publisher: '海港报', published: '2024-05-03' };
    const text = withFrontMatter(Buffer.from(TEXT), 'a.md', details);
    expect(await loadOne(text ?? '')).toMatchObject({ ...details, text: TEXT });
    const page = `<title>Old</title><meta property="og:site_name" content="Old"><p>${TEXT}</p>`;
    const edited = withFrontMatter(Buffer.from(page), 'a.html', details);
    const { text: main } = await loadOne(page, 'story.html');
    expect(await loadOne(edited ?? '', 'story.html')).toMatchObject({ ...details, text: main });
  });

  test('of a page in another charset is in front of the page as it is read', async () => {
    const head = Buffer.from('<meta charset="gb2312"><title>A</title><p>');
    // 渡轮 in GB 2312.
    const page = Buffer.concat([head, Buffer.from('b6c9c2d6', 'hex'), Buffer.from(' opens.</p>')]);
    const edited = withFrontMatter(page, 'a.html', { publisher: 'Gazette' });
    expect(await loadOne(edited ?? '', 'a.html')).toMatchObject({
      publisher: 'Gazette',
      text: '渡轮 opens.',
    });
  });

  test('keeps the other keys, and states no more what is left out', async () => {
    const before = `---\nid: bridge\ntitle: Old\nlanguage: en\n---\n${TEXT}`;
    const text = withFrontMatter(Buffer.from(before), 'a.md', { publisher: 'Gazette' });
    const article = await loadOne(text ?? '');
    expect(article).toMatchObject({ id: 'bridge', language: 'en', publisher: 'Gazette' });
    expect(article.title).not.toBe('Old');
    expect(article.text).toBe(TEXT);
  });

  test('is not written where there is no text, or front matter that is broken', () => {
    expect(withFrontMatter(Buffer.from([0xff, 0x61]), 'a.md', {})).toBeNull();
    expect(withFrontMatter(Buffer.from('---\ntitle: [\n---\ntext'), 'a.md', {})).toBeNull();
  });

  test('holds any title that the rules let through, and leaves the text alone', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(6), async (typed) => {
        // A title of nothing visible is refused, and then left out.
        const { details } = checkDetails({ title: typed }, 'a.md');
        const article = await loadOne(withFrontMatter(Buffer.from(TEXT), 'a.md', details) ?? '');
        expect(article.text).toBe(TEXT);
        expect(article.title).toBe(details.title ?? (await loadOne(TEXT)).title);
      }),
      { numRuns: 25 },
    );
  });
});

test('details that do not fit are problems of their file', () => {
  const typed = { title: ' A  b ', publisher: '', published: '2024-02-30', url: 'example.org' };
  const { details, problems } = checkDetails(typed, 'a.md');
  expect(details).toEqual({ title: 'A b' });
  expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'invalid-value a.md',
    'invalid-value a.md',
  ]);
});
