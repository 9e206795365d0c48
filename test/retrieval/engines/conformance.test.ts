import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../src/language/analyser.ts';
import { miniSearchEngine } from '../../../src/retrieval/engines/minisearch.ts';
import type {
  EngineQuery,
  PassageDocument,
  SearchEngine,
  SearchEngineFactory,
} from '../../../src/retrieval/engines/search-engine.ts';
import { referenceEngine } from './reference-engine.ts';

const { analyse } = createAnalyser();

/** The terms of a text, as documents and questions have them. */
function termsOf(text: string): string[] {
  return analyse(text)
    .filter(({ kind }) => kind !== 'part')
    .map(({ term }) => term);
}

interface Words {
  readonly text: string;
  readonly heading?: string;
  readonly title?: string;
  readonly articleId?: string;
  readonly language?: PassageDocument['language'];
}

function documentsOf(passages: readonly Words[]): PassageDocument[] {
  return passages.map(({ text, heading = '', title = '', articleId, language = 'en' }, id) => ({
    id,
    articleId: articleId ?? `article-${id}`,
    language,
    fields: { text: termsOf(text), heading: termsOf(heading), title: termsOf(title) },
  }));
}

async function* inBatches<Item>(items: readonly Item[], size = 64): AsyncGenerator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

async function engineOf(
  factory: SearchEngineFactory,
  passages: readonly Words[],
): Promise<{ find: (question: string, query?: Partial<EngineQuery>) => Promise<number[]> }> {
  const engine = await factory.build(inBatches(documentsOf(passages)));
  return { find: (question, query = {}) => find(engine, termsOf(question), query) };
}

async function find(
  engine: SearchEngine,
  terms: readonly string[],
  query: Partial<EngineQuery> = {},
): Promise<number[]> {
  const distinct = [...new Set(terms)].map((term) => ({ term, weight: 1 }));
  const whole = { terms: distinct, within: null, language: null, limit: 10, ...query };
  return [...(await engine.search(whole))];
}

describe.each<SearchEngineFactory>([miniSearchEngine, referenceEngine])(
  'the engine $name',
  (factory) => {
    it('puts the passage first that holds more of the rare words', async () => {
      const { find: ask } = await engineOf(factory, [
        { text: 'The ferry waits at the quay today.' },
        { text: 'The ferry captain waits at the quay.' },
        { text: 'The tower of the town is old enough.' },
      ]);
      expect(await ask('ferry captain')).toEqual([1, 0]);
    });

    it('finds by the text, by the heading and by the title, the title counting least', async () => {
      const { find: ask } = await engineOf(factory, [
        { text: 'Nobody said a thing.', title: 'A lighthouse' },
        { text: 'The lighthouse burned.' },
        { text: 'Nothing of the kind.' },
        { text: 'Nobody said a thing.', heading: 'The lighthouse' },
      ]);
      const found = await ask('lighthouse');
      expect(found.toSorted(ascending)).toEqual([0, 1, 3]);
      expect(found.at(-1)).toBe(0);
    });

    it('gives passages that are equally good in the order in which they were added', async () => {
      const same = Array.from({ length: 30 }, () => ({ text: 'The alder grows by the river.' }));
      const { find: ask } = await engineOf(factory, [{ text: 'Birch and elm.' }, ...same]);
      expect(await ask('alder river', { limit: 30 })).toEqual(same.map((_, place) => place + 1));
      expect(await ask('river alder', { limit: 4 })).toEqual([1, 2, 3, 4]);
    });

    it('weighs a term as it is told to', async () => {
      const engine = await factory.build(
        inBatches(documentsOf([{ text: 'alder' }, { text: 'birch' }])),
      );
      const terms = [
        { term: 'alder', weight: 0.5 },
        { term: 'birch', weight: 1 },
      ];
      const query = { terms, within: null, language: null, limit: 5 };
      expect(await engine.search(query)).toEqual([1, 0]);
      const [alder, birch] = terms;
      const turned = [
        { term: 'alder', weight: birch?.weight ?? 0 },
        { term: 'birch', weight: alder?.weight ?? 0 },
      ];
      expect(await engine.search({ ...query, terms: turned })).toEqual([0, 1]);
    });

    it('finds nothing for words that it does not know, for none, and among none', async () => {
      const { find: ask } = await engineOf(factory, [{ text: 'alder' }]);
      expect(await ask('larch')).toEqual([]);
      expect(await ask('')).toEqual([]);
      expect(await ask('alder larch')).toEqual([0]);
      expect(await ask('alder', { limit: 0 })).toEqual([]);
      const { find: askNothing } = await engineOf(factory, []);
      expect(await askNothing('alder')).toEqual([]);
    });

    it('reads a term that is a name of JavaScript as any other', async () => {
      const { find: ask } = await engineOf(factory, [
        { text: 'alder' },
        { text: 'constructor valueOf prototype __proto__' },
      ]);
      for (const name of ['constructor', 'valueOf', 'prototype']) {
        expect(await ask(name)).toEqual([1]);
      }
      expect(await ask('hasOwnProperty')).toEqual([]);
    });

    it('answers two questions at once, and the same one twice in the same way', async () => {
      const { find: ask } = await engineOf(factory, [
        { text: 'alder birch' },
        { text: 'birch cedar' },
      ]);
      const [both, cedar] = await Promise.all([ask('alder birch'), ask('cedar')]);
      expect(both).toEqual([0, 1]);
      expect(cedar).toEqual([1]);
      expect(await ask('alder birch')).toEqual(both);
    });

    it('keeps to the articles and the language that are asked for', async () => {
      const { find: ask } = await engineOf(factory, [
        { text: 'alder', articleId: 'a' },
        { text: 'alder alder', articleId: 'b' },
        { text: 'alder 桥梁', articleId: 'b', language: 'zh' },
      ]);
      expect((await ask('alder')).toSorted(ascending)).toEqual([0, 1, 2]);
      expect(await ask('alder', { within: new Set(['a']) })).toEqual([0]);
      expect(await ask('alder', { language: 'zh' })).toEqual([2]);
      expect(await ask('alder', { within: new Set(['b']), language: 'en' })).toEqual([1]);
      expect(await ask('alder', { within: new Set() })).toEqual([]);
    });

    it('finds what a filter leaves, however common the words and however many passages it takes away', async () => {
      const many = Array.from({ length: 9000 }, (_, place) => ({
        text: `alder birch cedar number${place % 7}`,
        articleId: place === 8999 ? 'wanted' : 'other',
      }));
      const { find: ask } = await engineOf(factory, many);
      const within = new Set(['wanted']);
      expect(await ask('alder birch cedar', { within })).toEqual([8999]);
      expect(await ask('alder birch cedar number0', { limit: 10_000 })).toHaveLength(9000);
    });

    it('knows nothing more of articles that are not there any more', async () => {
      const passages = [
        { text: 'The ferry waits.', articleId: 'kept' },
        { text: 'The ferry sank.', articleId: 'removed' },
      ];
      const { find: ask } = await engineOf(factory, passages.slice(0, 1));
      expect(await ask('ferry sank')).toEqual([0]);
      expect(await ask('sank')).toEqual([]);
    });

    it('fails where whoever sends the passages fails', async () => {
      async function* broken(): AsyncGenerator<PassageDocument[]> {
        yield documentsOf([{ text: 'alder' }]);
        throw new RangeError('no more memory');
      }
      await expect(factory.build(broken())).rejects.toThrow('no more memory');
    });

    describe('in Chinese', () => {
      const passages: readonly Words[] = [
        { text: '渡轮公司周一宣布停航三天。', language: 'zh' },
        { text: '渡輪公司週一宣布停航三天。', language: 'zh' },
        { text: '该公司没有说明原因。', language: 'zh' },
        { text: '桥。', language: 'zh' },
        { text: '船', title: '渡轮', language: 'zh' },
      ];

      it('finds one character that stands alone, and not inside a phrase', async () => {
        const { find: ask } = await engineOf(factory, passages);
        expect(await ask('桥')).toEqual([3]);
        expect(await ask('轮')).toEqual([]);
      });

      it('finds a phrase, and its parts where the whole is not there', async () => {
        const { find: ask } = await engineOf(factory, passages);
        expect((await ask('渡轮公司')).slice(0, 2)).toEqual([0, 1]);
        expect(await ask('公司没有')).toEqual([2, 0, 1]);
      });

      it('finds both scripts by either, and ranks them as equals', async () => {
        const { find: ask } = await engineOf(factory, passages);
        const simplified = await ask('渡轮停航');
        expect(simplified).toEqual([0, 1, 4]);
        expect(await ask('渡輪停航')).toEqual(simplified);
      });

      it('finds nothing where no character is known', async () => {
        const { find: ask } = await engineOf(factory, passages);
        expect(await ask('火星')).toEqual([]);
      });
    });

    it('takes a term of 32 kB like any other', async () => {
      const long = 'x'.repeat(32 * 1024);
      const engine = await factory.build(
        inBatches(
          documentsOf([{ text: 'alder' }]).map((document) => ({
            ...document,
            fields: { ...document.fields, text: ['alder', long] },
          })),
        ),
      );
      expect(await find(engine, [long])).toEqual([0]);
      expect(await find(engine, [`${long}x`])).toEqual([]);
      expect(await find(engine, ['渡'.repeat(16 * 1024)])).toEqual([]);
    });
  },
);

const ascending = (a: number, b: number) => a - b;

/** Words of a made-up language, the first ones far more frequent than the last ones. */
const word = fc
  .double({ min: 0, max: 1, noNaN: true })
  .map((share) => `w${Math.floor(4000 ** share)}`);

describe('MiniSearch beside the reference', () => {
  it('finds the same passages, whatever they hold', async () => {
    const words = fc.array(word, { maxLength: 12 });
    const passage = fc.record({
      text: words,
      heading: fc.array(word, { maxLength: 2 }),
      title: words,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(passage, { maxLength: 40 }),
        fc.uniqueArray(word, { maxLength: 6 }),
        async (fields, terms) => {
          const documents = fields.map((each, id) => ({
            id,
            articleId: `article-${id}`,
            language: 'en' as const,
            fields: each,
          }));
          const [ours, reference] = await Promise.all(
            [miniSearchEngine, referenceEngine].map(async (factory) =>
              find(await factory.build(inBatches(documents)), terms, { limit: 100 }),
            ),
          );
          expect(ours?.toSorted(ascending)).toEqual(reference?.toSorted(ascending));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has the best ten of 10,000 among its first hundred', async () => {
    const passages = fc.sample(fc.array(word, { minLength: 20, maxLength: 40 }), {
      seed: 7,
      numRuns: 10_000,
    });
    const questions = fc.sample(fc.uniqueArray(word, { minLength: 4, maxLength: 9 }), {
      seed: 8,
      numRuns: 40,
    });
    const documents = passages.map((text, id) => ({
      id,
      articleId: `article-${id}`,
      language: 'en' as const,
      fields: { text, heading: [], title: [] },
    }));
    const ours = await miniSearchEngine.build(inBatches(documents));
    const reference = await referenceEngine.build(inBatches(documents));
    let held = 0;
    let wanted = 0;
    for (const terms of questions) {
      const found = new Set(await find(ours, terms, { limit: 100 }));
      const best = await find(reference, terms, { limit: 10 });
      wanted += best.length;
      held += best.filter((id) => found.has(id)).length;
    }
    expect(wanted).toBe(400);
    expect(held / wanted).toBeGreaterThan(0.95);
  }, 200_000);
});
