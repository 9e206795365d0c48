import { describe, expect, test } from 'vitest';
import { readEpub } from '../../../src/corpus/formats/read-epub.ts';
import { bookFiles, buildZip } from './build-archives.ts';

const MAX_TEXT = 100_000;
const STORY = 'The harbour council voted nine to two for the new ferry pier on Tuesday.';
const MORE = '市长说，码头将耗资一千四百万欧元，明年六月启用。';
const CHAPTERS = {
  'one.xhtml': `<h1>Council votes for ferry pier</h1><p>${STORY}<a id="x"/></p>`,
  'two 2.xhtml': `<p>${MORE}<sup><a href="#n1">1</a></sup></p><p><a href="one.xhtml">Chapter 1</a></p>`,
};

describe('an EPUB', () => {
  test('is one article: its chapters in their order, without contents and links', () => {
    const { drafts, problems } = readEpub(buildZip(bookFiles(CHAPTERS)), 'ferry.epub', MAX_TEXT);
    expect(problems).toEqual([]);
    expect(drafts).toMatchObject([{ given: {}, inferredId: 'ferry', text: `${STORY}\n\n${MORE}` }]);
  });

  test('states its title, publisher and date, which count as inferred', () => {
    const metadata =
      '<dc:title>Ferry &amp; pier</dc:title><dc:publisher>Harbour Press</dc:publisher><dc:creator>Ada Writer</dc:creator><dc:date>2024-03-05T00:00:00Z</dc:date><meta name="cover" content="c"/>';
    const book = bookFiles({ 'one.xhtml': `<p>${STORY}</p>` }, metadata);
    expect(readEpub(buildZip(book), 'a.epub', MAX_TEXT).drafts[0]?.inferred).toEqual({
      title: 'Ferry & pier',
      publisher: 'Harbour Press',
      author: 'Ada Writer',
      published: '2024-03-05',
    });
  });

  const files = bookFiles(CHAPTERS);
  const { 'META-INF/container.xml': _container, ...withoutContainer } = files;

  test.each([
    ['is cut off', buildZip(files).subarray(0, 700), 'damaged'],
    ['is another archive', buildZip(withoutContainer), 'damaged'],
    ['is protected', buildZip({ ...files, 'META-INF/rights.xml': '<r/>' }), 'encrypted'],
    [
      'unpacks to more than it says',
      buildZip({ ...files, 'OEBPS/z.xhtml': Buffer.alloc(20_000_000) }, { claimedBytes: 10 }),
      'too-much-text',
    ],
    [
      'has more text than an article may',
      buildZip(bookFiles({ 'a.xhtml': `<p>${STORY.repeat(2000)}</p>` })),
      'too-much-text',
    ],
    [
      'has thousands of chapters',
      buildZip(
        bookFiles(Object.fromEntries(Array.from({ length: 2001 }, (_e, i) => [`${i}.html`, '']))),
      ),
      'too-many-pages',
    ],
  ])('is told of when it %s', (_what, bytes, code) => {
    const { drafts, problems } = readEpub(bytes, 'ferry.epub', MAX_TEXT);
    expect(drafts).toEqual([]);
    expect(problems).toMatchObject([{ code, severity: 'error' }]);
  });

  test('reads nothing of a chapter that is nested without end', () => {
    const book = bookFiles({ ...CHAPTERS, 'three.xhtml': '<div>'.repeat(100_000) });
    expect(readEpub(buildZip(book), 'a.epub', MAX_TEXT).drafts[0]?.text).toBe(
      `${STORY}\n\n${MORE}`,
    );
  });
});
