import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSuggestionIndex, type SuggestionKind } from '../../../src/retrieval/index.ts';
import { createMatchingKey } from '../../../src/retrieval/suggestions/suggestion.ts';
import { hostileText } from '../../support/hostile-text.ts';

const keyOf = createMatchingKey();

function indexOf(kind: SuggestionKind, ...texts: readonly string[]) {
  return createSuggestionIndex(texts.map((text) => ({ kind, text, key: keyOf(text) })));
}

const search = (index: ReturnType<typeof indexOf>, typed: string, limit = 25) =>
  index.search({ typed, kinds: ['name', 'headline'], limit }).map(({ text }) => text);

describe('search', () => {
  test('ranks the beginning of the whole before that of a word before words apart', () => {
    const index = indexOf(
      'headline',
      'New ferry, old harbour',
      'The harbour fee',
      'Harbour closes',
    );
    expect(search(index, 'harbour')).toEqual([
      'Harbour closes',
      'New ferry, old harbour',
      'The harbour fee',
    ]);
    expect(search(index, 'harb new')).toEqual(['New ferry, old harbour']);
  });

  test('keeps the order of the suggestions where they match alike', () => {
    const index = indexOf('name', 'Berg B', 'Berg A', 'Berg C');
    expect(search(index, 'ber')).toEqual(['Berg B', 'Berg A', 'Berg C']);
    expect(search(index, 'ber', 2)).toEqual(['Berg B', 'Berg A']);
    expect(search(index, '')).toEqual(['Berg B', 'Berg A', 'Berg C']);
  });

  test('takes no account of case, accents and width, and begins English words only', () => {
    const index = indexOf('name', 'José Ålund', 'Arsenal');
    expect(search(index, 'JOSE')).toEqual(['José Ålund']);
    expect(search(index, 'ａｌｕ')).toEqual(['José Ålund']);
    expect(search(index, 'nal')).toEqual([]);
  });

  test('finds Chinese anywhere, in either script', () => {
    const index = indexOf('name', '渡轮公司', '臺灣漁業署');
    expect(search(index, '公司')).toEqual(['渡轮公司']);
    expect(search(index, '渡輪')).toEqual(['渡轮公司']);
    expect(search(index, '渔业')).toEqual(['臺灣漁業署']);
  });

  test('passes over the words of a question that say nothing', () => {
    const index = indexOf('headline', 'Ferry company stops boats');
    expect(search(index, 'why did the ferry stop')).toEqual(['Ferry company stops boats']);
  });
});

describe('endings', () => {
  const endings = (index: ReturnType<typeof indexOf>, typed: string) =>
    index
      .endings({ typed, kinds: ['name'], limit: 25 })
      .map(({ start, text }) => typed.slice(0, start) + text);

  test('complete the last words, those that take up most of the text first', () => {
    const index = indexOf('name', 'Berg', 'Anna Berg', 'Harbour of Berg');
    expect(endings(index, 'who is ann')).toEqual(['who is Anna Berg']);
    expect(endings(index, 'who is anna b')).toEqual(['who is Anna Berg']);
    expect(endings(index, 'who is anna be')).toEqual(['who is Anna Berg', 'who is anna Berg']);
    expect(endings(index, 'who is Berg')).toEqual([]);
  });

  test('complete the last Chinese characters of a question', () => {
    const index = indexOf('name', '渡轮公司');
    expect(endings(index, '誰收購了渡輪')).toEqual(['誰收購了渡轮公司']);
    expect(endings(index, '为什么渡')).toEqual(['为什么渡轮公司']);
  });
});

test('any typed text is answered with at most the limit, each once', () => {
  const texts = ['Anna Berg', '渡轮公司', 'É 1', 'a  b'];
  const index = indexOf('name', ...texts);
  fc.assert(
    fc.property(hostileText(), fc.integer({ min: 1, max: 3 }), (typed, limit) => {
      for (const found of [
        index.search({ typed, kinds: ['name'], limit }),
        index.endings({ typed, kinds: ['name'], limit }),
      ]) {
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map(({ text }) => text)).size).toBe(found.length);
      }
      for (const { start } of index.endings({ typed, kinds: ['name'], limit })) {
        expect(start).toBeLessThanOrEqual(typed.length);
      }
    }),
  );
});
