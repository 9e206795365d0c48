import { describe, expect, it } from 'vitest';
import { blankShell } from '../../src/language/index.ts';

/** A question without its shell, with one space between what is left. */
const rest = (question: string) => blankShell(question).replaceAll(/\s+/gu, ' ').trim();

describe('the shell of a question', () => {
  it.each([
    ['hey guys, does the article mention ferries pls??', 'ferries'],
    ['can u tell me if the pier fell, right lol?', 'the pier fell'],
    ['did anyone really quit', 'did anyone quit'],
    ['explain why the pier fell', 'why the pier fell'],
    ['总结一下码头', '码头'],
    ['现在码头呢', '码头'],
  ])('is blanked: %s', (question, expected) => {
    expect(rest(question).replace(/[\s?]+$/u, '')).toBe(expected);
    expect(blankShell(question)).toHaveLength(question.length);
  });

  it.each([
    'U.S. troops',
    'U-turn on the pier',
    'Yo-Yo Ma',
    'fires in BC',
    'who is the man',
    'who plays Iron Man',
    'source of the leak',
    'did anyone find the black box',
    'in news conferences',
    '出现在现场',
    '总结大会',
    '新闻说明会',
    '哪吒',
  ])('is not a part of a name or of another word: %s', (question) => {
    expect(rest(question)).toBe(question);
  });

  it.each([' ', ',', 'really ', 'a lol ', 'hey ', 'tell us ', '现在', '报道'])(
    'is read in linear time among many %j',
    (unit) => {
      const question = `a${unit.repeat(100_000)} z`;
      expect(blankShell(question)).toHaveLength(question.length);
    },
  );
});
