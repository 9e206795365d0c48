import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createVerifier,
  type QuoteBlock,
  type Reply,
  verifyReply,
} from '../../src/commands/index.ts';
import type { Article } from '../../src/corpus/index.ts';
import { LOCALES, type Locale } from '../../src/i18n/index.ts';
import { createQuote, type Quote, QuoteError } from '../../src/retrieval/index.ts';
import { corpusOf, quoteOf, storyArticle } from '../support/fake-library.ts';

const article = storyArticle('toll', 'There is no toll. The mayor promised it.');
const promise = quoteOf(article, 'The mayor promised it.', ['mayor']);

function block(quote: Quote): QuoteBlock {
  const source = { articleId: 'toll', publisher: 'P', title: 'T', published: null, url: null };
  return { type: 'quote', quote, source, alsoIn: [source], cutBefore: true, cutAfter: false };
}

function replyWith(blocks: Reply['blocks'], locale: Locale = 'en-US'): Reply {
  return { locale, visibility: 'private', heading: 'A toll?', blocks, footer: '1 of 1' };
}

function verify(reply: Reply, articles: readonly Article[]) {
  const refused: QuoteError[] = [];
  const verified = verifyReply(reply, corpusOf(articles).byId, (error) => refused.push(error));
  return { verified, refused };
}

describe('a quote that is in its article', () => {
  test('gets its words, and its marks as offsets into them; the rest of the reply stays', () => {
    const { quote: _, ...rest } = block(promise);
    const { verified, refused } = verify(replyWith([block(promise)]), [article]);
    expect(verified).toEqual({
      locale: 'en-US',
      visibility: 'private',
      heading: 'A toll?',
      blocks: [
        {
          ...rest,
          text: 'The mayor promised it.',
          marks: [{ start: 4, end: 9 }],
          directive: null,
        },
      ],
      footer: '1 of 1',
    });
    expect(refused).toEqual([]);
  });

  test('is cut to the code unit, whatever the text holds', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), (words, numbers) => {
        const below = (limit: number) => numbers.next().value % limit;
        const start = below(words.length);
        const end = start + 1 + below(words.length - start);
        const markStart = start + below(end - start);
        const mark = { start: markStart, end: markStart + 1 + below(end - markStart) };
        const said = storyArticle('any', words);
        const quote = createQuote(said, { start, end }, [mark]);
        const { verified, refused } = verify(replyWith([block(quote)]), [said]);
        const [shown] = verified.blocks;
        expect(refused).toEqual([]);
        if (shown?.type !== 'quote') throw new Error('expected a quote');
        expect(shown.text).toBe(words.slice(start, end));
        expect(shown.marks.map((range) => shown.text.slice(range.start, range.end))).toEqual([
          words.slice(mark.start, mark.end),
        ]);
      }),
    );
  });
});

describe('a quote that is not in its article', () => {
  test.each([
    ['en-US', 'One quote was left out: its article no longer contains these words.'],
    ['en-GB', 'One quote was left out: its article no longer contains these words.'],
    ['zh-CN', '有一条引文未显示：文章中已没有这段原文。'],
    ['zh-TW', '有一則引文未顯示：文章中已沒有這段原文。'],
  ] as const)('gives way to a warning (%s), is reported, and the others stay', (locale, text) => {
    const changed = { ...promise, hash: quoteOf(article, 'The mayor').hash };
    const blocks = [block(promise), block(changed), block(promise)];
    const { verified, refused } = verify(replyWith(blocks, locale), [article]);
    expect(verified.blocks.map(({ type }) => type)).toEqual(['quote', 'text', 'quote']);
    expect(verified.blocks[1]).toEqual({ type: 'text', style: 'warning', text });
    expect(refused.map(({ code }) => code)).toEqual(['text-changed']);
  });

  test.each<[string, Partial<Quote>, readonly Article[]]>([
    ['text-changed', {}, [storyArticle('toll', article.text.replace('mayor', 'major'))]],
    ['article-missing', {}, []],
    ['article-missing', { articleId: 'constructor' }, [article]],
    ['out-of-range', { end: article.text.length + 1 }, [article]],
    ['out-of-range', { start: -1 }, [article]],
    ['out-of-range', { start: 5, end: 5 }, [article]],
    ['out-of-range', { start: Number.NaN }, [article]],
    ['text-changed', { start: promise.start + 1 }, [article]],
  ])('is refused with the reason: %s for %j', (code, fields, articles) => {
    const { verified, refused } = verify(replyWith([block({ ...promise, ...fields })]), articles);
    expect(refused.map((error) => error.code)).toEqual([code]);
    expect(verified.blocks).toMatchObject([{ type: 'text', style: 'warning' }]);
  });

  test('does not hide another error', () => {
    const unforeseen = new Error('unforeseen');
    const broken = new Map<string, Article>();
    broken.get = () => {
      throw unforeseen;
    };
    const verifying = () => verifyReply(replyWith([block(promise)]), broken, () => {});
    expect(verifying).toThrow(unforeseen);
  });
});

test('text and lists pass as they are, in every language', () => {
  const blocks: Reply['blocks'] = [
    { type: 'text', style: 'subtle', text: '**Not** markup' },
    { type: 'list', items: [{ text: 'T', detail: null, url: null }] },
  ];
  for (const locale of LOCALES) {
    expect(verify(replyWith(blocks, locale), []).verified.blocks).toEqual(blocks);
  }
});

test('a quote that several replies have is looked up once, and refused once', () => {
  const looked: string[] = [];
  const articles = new Map([[article.id, article]]);
  const counting = new Proxy(articles, {
    get: (map, key) => {
      looked.push(String(key));
      const value: unknown = Reflect.get(map, key);
      return typeof value === 'function' ? value.bind(map) : value;
    },
  });
  const refused: QuoteError[] = [];
  const verifyOnce = createVerifier(counting, (error) => refused.push(error));
  const good = block(promise);
  const bad = block({ ...promise, hash: 'another' });
  const first = verifyOnce(replyWith([good, bad]));
  const lookUps = looked.length;
  const second = verifyOnce(replyWith([bad, good, good]));
  expect(second.blocks).toEqual([first.blocks[1], first.blocks[0], first.blocks[0]]);
  expect(second.blocks[1]).toBe(first.blocks[0]);
  expect(looked).toHaveLength(lookUps);
  expect(refused).toHaveLength(1);
});
