import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { storeArticle } from '../../src/corpus/index.ts';
import { createArticleOpener } from '../../src/corpus/stored-article.ts';
import { createQuote, QuoteError, verifyQuote } from '../../src/retrieval/index.ts';
import { createArticle } from '../support/articles.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  // Lone surrogates, and texts on either side of what fits into one byte.
  fc.string({ unit: fc.constantFrom('a', '\0', 'ÿ', 'Ā', '\uD800', '\uDC00', '市', '\u2028') }),
);

test('a stored article is the article, to the code unit', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const article = createArticle({ text });
      const opened = createArticleOpener()(storeArticle(article));
      expect(opened).toEqual(article);
      expect({ ...opened }).toEqual(article);
      expect(opened.text).toBe(text);
    }),
  );
});

test('a text takes one byte for each code unit where that is enough', () => {
  const bytesOf = (text: string) => storeArticle(createArticle({ text })).text.bytes.byteLength;
  expect(bytesOf('Café in Saltholm')).toBe(16);
  expect(bytesOf('“Saltholm”')).toBe(20);
});

test('texts are the same whichever were looked at before', () => {
  const long = 'x'.repeat(400_000);
  const articles = ['a', 'b', 'c', 'd'].map((id) => createArticle({ id, text: `${id}${long}` }));
  const openArticle = createArticleOpener();
  const opened = articles.map((article) => openArticle(storeArticle(article)));
  fc.assert(
    fc.property(fc.array(fc.nat(3)), (order) => {
      for (const index of order) expect(opened[index]?.text === articles[index]?.text).toBe(true);
    }),
  );
});

describe('an article that was told to another thread', () => {
  /** A thread that writes over the first byte of the text that it is told. */
  const program = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ text }) => {
      new Uint8Array(text.bytes)[0] += 1;
      parentPort.postMessage(text);
    });
  `;

  test('has the same memory there, and a quote of which it changes a byte is refused', async () => {
    const text = 'The ferry sails at noon.';
    const stored = storeArticle(createArticle({ id: 'ferry', text }));
    const opened = () => new Map([['ferry', createArticleOpener()(stored)]]);
    const quote = createQuote(createArticle({ id: 'ferry', text }), { start: 0, end: 9 }, []);
    expect(verifyQuote(quote, opened())).toBe('The ferry');

    const worker = new Worker(program, { eval: true });
    onTestFinished(async () => void (await worker.terminate()));
    const told = new Promise((resolve) => worker.once('message', resolve));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(stored);
    expect(await told).toMatchObject({ encoding: 'latin1' });
    expect(String.fromCharCode(new Uint8Array(stored.text.bytes)[0] ?? 0)).toBe('U');
    expect(() => verifyQuote(quote, opened())).toThrow(QuoteError);
  });
});
