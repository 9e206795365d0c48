import { describe, expect, test } from 'vitest';
import { load, loadOne, outline } from './temp-corpus.ts';

const HIGHLIGHTS = [
  '- The harbour council voted nine to two for the ferry pier.',
  '- Mayor Ines Holt said the pier would cost 14 million euros.',
];

function readwise(head: string): string {
  const lines = HIGHLIGHTS.map((line) => `${line} ([View Highlight](https://read.example/1))`);
  return `${head}\n## Metadata\n- Author: [[Ada Writer]]\n- Full Title: Council votes for pier\n- Category: #articles\n- URL: https://example.org/ferry\n\n## Highlights\n${lines.join('\n')}\n`;
}

describe('highlights that Readwise exported', () => {
  test.each([
    ['a title', '# Council votes'],
    ['a title and a picture', '# Council votes\n\n![rw-book-cover](https://a.example/c.png)\n'],
    ['neither', ''],
  ])('are the text, without their links, under %s', async (_what, head) => {
    expect(await loadOne(readwise(head), 'a.md')).toMatchObject({
      title: 'Council votes for pier',
      author: 'Ada Writer',
      url: 'https://example.org/ferry',
      text: `${HIGHLIGHTS.join('\n')}\n`,
    });
  });

  test('go after what front matter states', async () => {
    const content = `---\ntitle: Stated\n---\n${readwise('# Council votes')}`;
    expect((await loadOne(content, 'a.md')).title).toBe('Stated');
  });

  test('are told from a text that only mentions metadata', async () => {
    const text = '# Files\n\n## Metadata\n\nThe council keeps it for ten years.\n';
    expect((await loadOne(text, 'a.md')).text).toBe(text);
  });
});

test('bookmarks are no article', async () => {
  const links = ['Zoo gets a panda', 'Council votes for pier', 'Ferry sails again', 'Market opens']
    .map((text, index) => `<DT><A HREF="https://example.org/${index}">${text}</A>`)
    .join('\n');
  const corpus = await load({
    'a.html': `<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p><DT><H3>News</H3><DL><p>${links}</DL></DL>`,
    'b.html': `<title>Links</title><ul>${links.replaceAll('<DT>', '<li>')}</ul>`,
  });
  expect(corpus.articles).toEqual([]);
  expect(outline(corpus)).toEqual(expect.arrayContaining(['empty a.html', 'empty b.html']));
});
