import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Corpus, loadCorpus, METADATA_KEYS } from '../../src/corpus/index.ts';
import { type Files, writeFiles } from './temp-corpus.ts';

async function loadOnce(files: Files): Promise<Corpus> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-property-'));
  try {
    await writeFiles(folder, files);
    return await loadCorpus(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function expectSound(corpus: Corpus): void {
  expect(new Set(corpus.articles.map(({ id }) => id)).size).toBe(corpus.articles.length);
  expect([...corpus.byId.values()]).toEqual(corpus.articles);
  for (const article of corpus.articles) {
    expect(METADATA_KEYS).toEqual(expect.arrayContaining([...article.inferred]));
    expect(article.title).toMatch(/\S/u);
    expect(article.title).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(article.text.slice(article.bodyStart)).toMatch(/\S/u);
  }
}

const STAMP = ' date 2020-09-14 ';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(STAMP, '# ', 'Title', '\n', '\r\n', '。', '渡轮', '…', '---\n', '\ufeff'),
    )
    .map((parts) => parts.join('')),
);

/** Whether it is no binary file, has no front matter and is more than a stamp. */
function isReadableText(text: string): boolean {
  if (text.includes('\0') || text.startsWith('---') || text.startsWith('\ufeff')) return false;
  return /\S/u.test(text.replaceAll(STAMP.trim(), ''));
}

describe('whatever is in a file', () => {
  test('a text comes back unchanged, but for a byte-order mark', async () => {
    await fc.assert(
      fc.asyncProperty(anyText.filter(isReadableText), async (text) => {
        const corpus = await loadOnce({ 'a.txt': text, 'b.txt': `\ufeff${text}` });
        expectSound(corpus);
        expect(corpus.articles.map((article) => article.text)).toEqual([text, text]);
      }),
      { numRuns: 200 },
    );
  });

  test('bytes of any kind are an article or a problem, never an exception', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom('txt', 'md', 'html', 'jsonl'),
        async (content, ext) => {
          const corpus = await loadOnce({ [`a.${ext}`]: content, 'sources.yaml': content });
          expectSound(corpus);
          expect(corpus.articles.length + corpus.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('YAML of any kind is understood or a problem, never an exception', async () => {
    const token = fc.constantFrom(
      'id',
      'title: ',
      'published: ',
      ': ',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!!x ',
      '"',
      "'",
      '|',
      '>',
      '\n',
      '\n  ',
      '\t',
      '#',
      '%',
      '@',
      '~',
      '2020-09-14',
      'a.txt:',
      ',',
      '<<: ',
    );
    const yaml = fc.array(token, { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(yaml, async (source) => {
        const corpus = await loadOnce({
          'a.txt': 'Body.',
          'b.md': `---\n${source}\n---\nBody.`,
          'sources.yaml': source,
        });
        expectSound(corpus);
        expect(corpus.byId.size).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('JSON of any kind is an article or a problem of its line', async () => {
    const value = fc.oneof(fc.jsonValue(), fc.string());
    const record = fc.dictionary(
      fc.constantFrom(
        'id',
        'title',
        'publisher',
        'published',
        'language',
        'url',
        'text',
        '__proto__',
      ),
      value,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 5 }), async (records) => {
        const lines = records.map((item) => JSON.stringify(item));
        const corpus = await loadOnce({ 'a.jsonl': lines.join('\n') });
        expectSound(corpus);
        const errors = corpus.problems.filter(({ severity }) => severity === 'error');
        const badLines = new Set(errors.map(({ line }) => line));
        // An empty file is one problem of the whole.
        expect(corpus.articles.length + badLines.size).toBe(Math.max(1, records.length));
      }),
      { numRuns: 150 },
    );
  });

  test('markup of any kind is an article or a problem', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<td>',
      '<a href=x>',
      '<article>',
      '<pre>',
      '<br>',
      '<template>',
      '<svg>',
      '<!--',
      '-->',
      '<script>',
      '&amp;',
      ' ',
      '\n',
      'text ',
      '<title>',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (parts) => {
        const corpus = await loadOnce({ 'a.html': parts.join('') });
        expectSound(corpus);
        expect(corpus.articles.length + corpus.problems.length).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
