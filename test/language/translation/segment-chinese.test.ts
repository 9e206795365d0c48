import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_CHINESE_WORDS,
  segmentChinese,
} from '../../../src/language/translation/chinese-words.ts';

function cut(text: string, words: readonly string[], empty: readonly string[] = []): string {
  const characters = Array.from(text);
  const segments = segmentChinese(characters, {
    isWord: (word) => words.includes(word),
    isEmpty: (word) => empty.includes(word),
  });
  return segments.map(({ start, end }) => characters.slice(start, end).join('')).join(' ');
}

describe('a run of characters is cut', () => {
  it('into as few words as possible', () => {
    expect(cut('国家安全局', ['国家', '安全', '国家安全', '安全局'])).toBe('国家 安全局');
    expect(cut('首席执行官', ['首席', '执行', '官', '首席执行官'])).toBe('首席执行官');
  });

  it('with function words by themselves, rather than as the end of a rare word', () => {
    expect(cut('拒绝了', ['拒绝', '拒', '绝了'], ['了'])).toBe('拒绝 了');
    expect(cut('算法会', ['算法', '算', '法会'], [...EMPTY_CHINESE_WORDS])).toBe('算法 会');
  });

  it('into characters where there is no word', () => {
    expect(cut('维修克朗', ['维修'])).toBe('维修 克 朗');
  });

  it('without losing or repeating a character, whatever the words are', () => {
    const text = fc.stringMatching(/^[甲乙丙丁]{0,20}$/u);
    const words = fc.array(fc.stringMatching(/^[甲乙丙丁]{1,5}$/u), { maxLength: 10 });
    fc.assert(
      fc.property(text, words, words, (run, known, empty) => {
        expect(cut(run, known, empty).replaceAll(' ', '')).toBe(run);
      }),
    );
  });
});
