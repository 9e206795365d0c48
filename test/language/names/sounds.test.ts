import { array, assert, property, stringMatching } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createChineseSounds } from '../../../src/language/names/chinese-names.ts';
import { createSoundComparison, soundsOfPinyin } from '../../../src/language/names/sounds.ts';
import { loadDictionary } from '../../support/dictionary.ts';

const compare = createSoundComparison();
let soundsOf: (chinese: string) => string;
beforeAll(async () => {
  soundsOf = createChineseSounds(await loadDictionary());
});

describe('names that sound alike', () => {
  it.each([
    ['泽连斯基', '泽伦斯基', '奥巴马'],
    ['鲍威尔', '包威尔', '马克龙'],
    ['克里斯托弗', '克里斯多夫', '克林顿'],
  ])('in Chinese are nearer than others: %s, %s', (one, other, another) => {
    const near = compare(soundsOf(one), soundsOf(other));
    expect(near).toBeLessThan(0.13);
    expect(compare(soundsOf(one), soundsOf(another))).toBeGreaterThan(0.2);
  });

  it('are not at all apart where they are the same', () => {
    const syllable = stringMatching(/^(?:[bpmfdtnlgkhjqxzcs]|[zcs]h)(?:[aeiou]|ang|ian|uo|en)$/u);
    assert(
      property(array(syllable, { minLength: 1, maxLength: 6 }), (syllables) => {
        const sounds = soundsOfPinyin(syllables);
        expect(compare(sounds, sounds)).toBe(0);
      }),
    );
  });
});
