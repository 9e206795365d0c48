import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexArticles } from '../../../src/retrieval/collection.ts';
import {
  decodeTokenData,
  encodeTokenData,
  paddingAfter,
} from '../../../src/retrieval/index-data/encode.ts';
import type { TokenData } from '../../../src/retrieval/index-data/index-data.ts';
import { byId, createArticle } from '../../support/articles.ts';

const SENTENCES = [
  'The ferry to Port Kells was stopped on 3 May.',
  'Captain Ola Berg said the ferry would sail again.',
  'She blamed the harbour’s owner for the delay.',
  'The ferries sailed; nobody was hurt.',
  '渡轮公司周一宣布停航三天。',
  '船长表示，渡輪將於五月三日恢復航行。',
  '该公司没有说明原因。',
  'U.S. officials declined to comment 😀.',
];

const sentence = fc.constantFrom(...SENTENCES);
const body = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));
const corpus = fc.uniqueArray(
  fc
    .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: sentence, text: body })
    .map(({ id, title, text }) =>
      createArticle({ id, title, text, contentHash: `${id} ${title} ${text}` }),
    ),
  { selector: ({ id }) => id },
);

function bytesOf(data: TokenData): { bytes: Uint8Array; lengths: number[] } {
  const sections = encodeTokenData(data);
  const padded = sections.flatMap((section) => [
    section,
    new Uint8Array(paddingAfter(section.byteLength)),
  ]);
  return { bytes: Buffer.concat(padded), lengths: sections.map(({ byteLength }) => byteLength) };
}

describe('indexing', () => {
  it('gives the same data, to the byte, whatever was indexed before', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, corpus, async (before, after) => {
        const previous = (await indexArticles(byId(before))).data.tokens;
        const incremental = await indexArticles(byId(after), { previous });
        const full = await indexArticles(byId(after));
        expect(incremental.data).toEqual(full.data);
        expect(bytesOf(incremental.data.tokens)).toEqual(bytesOf(full.data.tokens));
      }),
      { numRuns: 40 },
    );
  });

  it('analyses only what is new or changed', async () => {
    const kept = createArticle({ id: 'kept', text: 'The ferry waits.', contentHash: 'k' });
    const changed = createArticle({ id: 'changed', text: 'The tide turns.', contentHash: 'c1' });
    const previous = (await indexArticles(byId([kept, changed]))).data.tokens;
    // An article with a known hash is not analysed again: this one says otherwise, and nobody notices.
    const unread = { ...kept, text: 'Never ever seen.' };
    const { data, reusedCount } = await indexArticles(
      byId([unread, createArticle({ ...changed, text: 'The wind drops.', contentHash: 'c2' })]),
      { previous },
    );
    expect(reusedCount).toBe(1);
    expect(data.tokens.terms).toContain('ferri');
    expect(data.tokens.terms).toContain('wind');
    expect(data.tokens.terms).not.toContain('tide');
    expect(data.tokens.terms).not.toContain('seen');
  });

  it('reports each article when it is done', async () => {
    const reports: unknown[] = [];
    const articles = byId([
      createArticle({ text: 'The ferry waits.' }),
      createArticle({ text: 'The tide turns.' }),
    ]);
    await indexArticles(articles, { onProgress: (progress) => reports.push(progress) });
    expect(reports).toEqual([
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
  });
});

describe('the bytes of an index', () => {
  it('give the index back, wherever in a buffer they stand', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.integer({ min: 0, max: 7 }), async (articles, shift) => {
        const data = (await indexArticles(byId(articles))).data.tokens;
        const { bytes, lengths } = bytesOf(data);
        const shifted = new Uint8Array(bytes.length + shift);
        shifted.set(bytes, shift);
        expect(decodeTokenData(shifted.subarray(shift), lengths)).toEqual(data);
      }),
      { numRuns: 50 },
    );
  });

  it('are refused when there are too few of them', async () => {
    const { data } = await indexArticles(byId([createArticle({ text: 'The ferry waits.' })]));
    const { bytes, lengths } = bytesOf(data.tokens);
    expect(() => decodeTokenData(bytes.subarray(0, -4), lengths)).toThrow(RangeError);
  });
});
