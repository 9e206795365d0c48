import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOtherScript, isTraditional } from '../../eval/other-script.ts';
import { withTypingError } from '../../eval/typing-error.ts';

/** Whether one letter was swapped with the next, dropped, doubled or replaced, and nothing else. */
function isOneEdit(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const [old, typed] = [before.slice(start), after.slice(start)];
  const isSwap =
    typed.startsWith(`${old.charAt(1)}${old.charAt(0)}`) && typed.slice(2) === old.slice(2);
  const isDrop = typed === old.slice(1);
  const isAdded = typed.slice(1) === old;
  const isReplaced = typed.length === old.length && typed.slice(1) === old.slice(1);
  return before !== after && (isSwap || isDrop || isAdded || isReplaced);
}

function charactersOf(text: string): string[] {
  return Array.from(text);
}

function sorted(text: string): string {
  return charactersOf(text).toSorted().join('');
}

const word = fc.string({
  unit: fc.constantFrom(...charactersOf('abcdefghijklmnopqrstuvwxyzAEIOU')),
  minLength: 1,
  maxLength: 12,
});
const englishQuestion = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom('?', '', '!'))
  .map(([words, end]) => words.join(' ') + end)
  // There is at least one content word.
  .map((question) => `Where ${question} harbour`);

const hanCharacter = fc.constantFrom(...charactersOf('渡轮什么时候离开港口的谁知道桥在哪里'));
const chineseQuestion = fc
  .array(hanCharacter, { minLength: 2, maxLength: 20 })
  .filter((characters) => new Set(characters).size > 1)
  .map((characters) => `${characters.join('')}？`);

/** One word with many errors: the number beside it gives each an error of its own. */
function typedHarbours(): string[] {
  return Array.from({ length: 60 }, (_, number) =>
    withTypingError(`harbour ${number}`, 'en').replace(/ \d+$/u, ''),
  );
}

describe('a typing error in English', () => {
  test('is one edit, and always the same one', () => {
    fc.assert(
      fc.property(englishQuestion, (question) => {
        const typed = withTypingError(question, 'en');
        expect(typed).toSatisfy((after: string) => isOneEdit(question, after));
        expect(withTypingError(question, 'en')).toBe(typed);
      }),
    );
  });

  test('leaves the first letter of every word', () => {
    const firstLetters = (text: string) => text.split(' ').map(([letter]) => letter);
    fc.assert(
      fc.property(englishQuestion, (question) => {
        const typed = withTypingError(question, 'en');
        expect(firstLetters(typed)).toEqual(firstLetters(question));
      }),
    );
  });

  test('is in the longest content word: not in an empty one, and in the first of equal ones', () => {
    const typed = withTypingError('Themselves: does the boat cross the gulf?', 'en');
    expect(typed).toMatch(/^Themselves: does the boat c\S+ the gulf\?$/u);
    expect(typed).not.toContain(' cross ');
    expect(withTypingError('Does the boat wait?', 'en')).toMatch(/^Does the b\S+ wait\?$/u);
  });

  test('comes in four kinds', () => {
    const kinds = new Set(
      typedHarbours().map((typed) => {
        if (typed.length < 7) return 'drop';
        if (typed.length > 7) return 'double';
        return sorted(typed) === sorted('harbour') ? 'swap' : 'replace';
      }),
    );
    expect([...kinds].toSorted()).toEqual(['double', 'drop', 'replace', 'swap']);
  });

  test('doubles a letter of the word and does not add another', () => {
    const longer = typedHarbours().filter((typed) => typed.length > 7);
    const undoubled = longer.map((typed) => typed.replaceAll(/(.)\1/gu, '$1'));
    expect(new Set(undoubled)).toEqual(new Set(['harbour']));
  });

  test('is not made where there is no word for it', () => {
    expect(withTypingError('Who? 2020!', 'en')).toBe('Who? 2020!');
  });
});

describe('a typing error in Chinese', () => {
  test('swaps two neighbouring characters that differ, and always the same ones', () => {
    fc.assert(
      fc.property(chineseQuestion, (question) => {
        const typed = withTypingError(question, 'zh');
        expect(typed).toHaveLength(question.length);
        expect(typed).toSatisfy((after: string) => isOneEdit(question, after));
        expect(sorted(typed)).toBe(sorted(question));
        expect(withTypingError(question, 'zh')).toBe(typed);
      }),
    );
  });

  test('takes characters that tell something, where there are two', () => {
    expect(withTypingError('谁的港口在哪里？', 'zh')).toBe('谁的口港在哪里？');
  });

  test('leaves names in Latin letters, and what has no two characters to swap', () => {
    expect(withTypingError('TikTok吗？', 'zh')).toBe('TikTok吗？');
    expect(withTypingError('谢谢？', 'zh')).toBe('谢谢？');
  });

  test('keeps characters beyond the basic plane whole', () => {
    expect(withTypingError('𠮷港', 'zh')).toBe('港𠮷');
  });
});

describe('the other script', () => {
  test('is traditional for simplified, and simplified for traditional', () => {
    expect(inOtherScript('谁说渡轮离开了？')).toBe('誰說渡輪離開了？');
    expect(inOtherScript('誰說渡輪離開了？')).toBe('谁说渡轮离开了？');
  });

  test('is told by characters that only one of them writes', () => {
    expect(isTraditional('誰在港口')).toBe(true);
    expect(isTraditional('谁在港口')).toBe(false);
  });
});
