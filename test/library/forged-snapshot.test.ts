import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHashOf } from '../../src/corpus/build-article.ts';
import { type Article, assembleCorpus } from '../../src/corpus/index.ts';
import {
  readSnapshot,
  readSnapshotCorpus,
  writeSnapshot,
} from '../../src/library/snapshot-file.ts';
import {
  indexArticles,
  openCollection,
  quotableSentences,
  type TokenData,
  verifyQuote,
} from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { partsOf } from '../support/folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

const VERSION = 7;
const CHECKSUM_BYTES = 32;

const ARTICLES = byId([
  createArticle({
    id: 'ferry',
    title: 'The night ferry',
    text: 'Captain Orla Byrne steers the night ferry. It sails on 30 June.\n\nNobody was hurt.',
  }),
  createArticle({
    id: 'bridge',
    text: 'Mayor Ines Calloway opened the harbour bridge. It cost 12 million crowns.',
  }),
  createArticle({ id: 'tunnel', title: '隧道', text: '市长宣布海港隧道重新开放。工程耗时三年。' }),
]);

const QUESTIONS = ['Who steers the night ferry?', 'What did the bridge cost?', '谁宣布隧道开放？'];

async function answersWith(previous: TokenData | null) {
  const made = await indexArticles(ARTICLES, { previous });
  const collection = await openCollection(ARTICLES, made);
  return Promise.all(
    QUESTIONS.map((question) => collection.ask({ question, limit: 5, filter: {} })),
  );
}

async function writtenSnapshot(): Promise<{ file: string; bytes: Buffer }> {
  const file = path.join(tempFolder(), 'index.snapshot');
  const { data } = await indexArticles(ARTICLES);
  await writeSnapshot(file, await contentsWith(data.tokens), VERSION);
  return { file, bytes: await readFile(file) };
}

/** With the content hash that belongs to it. */
const resealed = (article: Article): Article => ({
  ...article,
  contentHash: contentHashOf(article),
});

const FOLDER = '/articles';

async function contentsWith(tokens: TokenData) {
  const articles = [...ARTICLES.values()];
  const { contentHash } = (await assembleCorpus(FOLDER, partsOf(articles))).corpus;
  return { corpusHash: contentHash, tokens, folder: FOLDER, articles, synonyms: [] };
}

/** Where the articles begin, which is where the checksum of the rest ends. */
const articlesStart = (bytes: Buffer) => bytes.indexOf('{"id":"ferry"');

/** The bytes with the checksums that belong to them, as somebody writes them who means harm. */
function sealed(bytes: Buffer, middle: number): Buffer {
  const parts = [bytes.subarray(0, middle), bytes.subarray(middle)];
  return Buffer.concat(
    parts.flatMap((part) => {
      const body = part.subarray(0, part.length - CHECKSUM_BYTES);
      return [body, createHash('sha256').update(body).digest()];
    }),
  );
}

async function tokensIn(file: string): Promise<TokenData | 'refused'> {
  try {
    return (await readSnapshot(file, VERSION))?.tokens ?? 'refused';
  } catch {
    return 'refused';
  }
}

const STARTS = new Map<string, readonly { readonly start: number; readonly end: number }[]>(
  [...ARTICLES.values()].map((article) => [article.id, quotableSentences(article)]),
);

/** The same numbers, the last one changed. */
function endingAt(numbers: Uint32Array, last: number): Uint32Array {
  return numbers.with(numbers.length - 1, last);
}

describe('a snapshot that was changed and has the right checksum', () => {
  it('is refused, or gives whole sentences of the articles and no failure', async () => {
    const { file, bytes } = await writtenSnapshot();
    let refused = 0;
    const middle = articlesStart(bytes);
    const change = fc.record({
      at: fc.nat(middle - CHECKSUM_BYTES - 1),
      xor: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const forged = Buffer.from(bytes);
        for (const { at, xor } of changes) forged[at] = (forged[at] ?? 0) ^ xor;
        await writeFile(file, sealed(forged, middle));
        const tokens = await tokensIn(file);
        if (tokens === 'refused') {
          refused += 1;
          return;
        }
        for (const { quotes } of await answersWith(tokens)) {
          for (const { quote } of quotes) {
            verifyQuote(quote, ARTICLES);
            const sentences = STARTS.get(quote.articleId) ?? [];
            expect(sentences.map(({ start }) => start)).toContain(quote.start);
            expect(sentences.map(({ end }) => end)).toContain(quote.end);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  it('is refused, or gives the articles as they were, where their text is another', async () => {
    const { file, bytes } = await writtenSnapshot();
    const middle = articlesStart(bytes);
    const articles = [...ARTICLES.values()];
    let refused = 0;
    const change = fc.record({
      at: fc.nat({ max: bytes.length - CHECKSUM_BYTES - 1 - middle }),
      xor: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, xor }) => {
        const forged = Buffer.from(bytes);
        forged[middle + at] = (forged[middle + at] ?? 0) ^ xor;
        await writeFile(file, sealed(forged, middle));
        try {
          expect((await readSnapshotCorpus(file, FOLDER))?.corpus.articles).toEqual(articles);
        } catch (error) {
          if (error instanceof Error && error.name === 'AssertionError') throw error;
          refused += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(250);
  });

  it.each<[string, (article: Article) => Article]>([
    ['another text', (article) => ({ ...article, text: `So ${article.text}` })],
    ['another source', (article) => ({ ...article, publisher: 'The Herald' })],
    ['a beginning behind the end', (article) => resealed({ ...article, bodyStart: 10_000 })],
    ['a day that no calendar has', (article) => resealed({ ...article, published: '2024-02-30' })],
    ['an address of another kind', (article) => resealed({ ...article, url: 'file:///etc' })],
    ['another hash and text', (article) => resealed({ ...article, text: 'Nothing.' })],
    ['the id of another one', (article) => resealed({ ...article, id: 'bridge' })],
  ])('gives no articles where one has %s', async (_, forge) => {
    const { file } = await writtenSnapshot();
    const { tokens } = (await indexArticles(ARTICLES)).data;
    const contents = await contentsWith(tokens);
    const articles = contents.articles.map((one) => (one.id === 'ferry' ? forge(one) : one));
    await writeSnapshot(file, { ...contents, articles }, VERSION);
    const reasons = /its (?:hash|text|articles)|Invalid/u;
    await expect(readSnapshotCorpus(file, FOLDER)).rejects.toThrow(reasons);
  });

  it.each<[string, (tokens: TokenData) => TokenData]>([
    [
      'ends its tokens beyond their number',
      (tokens) => ({
        ...tokens,
        passageTokenFrom: endingAt(tokens.passageTokenFrom, 0xffff_ffff),
      }),
    ],
    [
      'lets its tokens descend',
      (tokens) => ({ ...tokens, passageTokenFrom: tokens.passageTokenFrom.toReversed() }),
    ],
    [
      'ends its passages beyond their number',
      (tokens) => ({
        ...tokens,
        articlePassageFrom: endingAt(tokens.articlePassageFrom, 0xffff_ffff),
      }),
    ],
    [
      'names a form that is not there',
      (tokens) => ({ ...tokens, tokenForm: tokens.tokenForm.with(0, 0xffff) }),
    ],
    [
      'names a term that is not there',
      (tokens) => ({ ...tokens, formTerm: tokens.formTerm.with(0, 0xffff) }),
    ],
    [
      'names a kind that is not there',
      (tokens) => ({ ...tokens, formKind: tokens.formKind.with(0, 200) }),
    ],
    ['has too few kinds', (tokens) => ({ ...tokens, formKind: tokens.formKind.slice(1) })],
    ['has a term twice', (tokens) => ({ ...tokens, terms: tokens.terms.map(() => 'ferri') })],
  ])('is refused where it %s', async (_, forge) => {
    const { file } = await writtenSnapshot();
    const { data } = await indexArticles(ARTICLES);
    await writeSnapshot(file, await contentsWith(forge(data.tokens)), VERSION);
    await expect(readSnapshot(file, VERSION)).rejects.toThrow(RangeError);
  });

  it.each<[string, (tokens: TokenData) => TokenData]>([
    [
      'puts tokens outside of their passage',
      (tokens) => ({ ...tokens, tokenStart: tokens.tokenStart.map((start) => start + 1000) }),
    ],
    [
      'has tokens out of order',
      (tokens) => ({ ...tokens, tokenStart: tokens.tokenStart.toReversed() }),
    ],
    [
      'gives all passages to the last article',
      (tokens) => ({
        ...tokens,
        articlePassageFrom: tokens.articlePassageFrom.map((from, place, all) =>
          place === all.length - 1 ? from : 0,
        ),
      }),
    ],
    ['is of other articles', (tokens) => ({ ...tokens, articleHashes: ['x', 'y', 'z'] })],
  ])('is analysed anew where it %s', async (_, forge) => {
    const { file } = await writtenSnapshot();
    const { data } = await indexArticles(ARTICLES);
    await writeSnapshot(file, await contentsWith(forge(data.tokens)), VERSION);
    const snapshot = await readSnapshot(file, VERSION);
    expect(await answersWith(snapshot?.tokens ?? null)).toEqual(await answersWith(null));
  });
});
