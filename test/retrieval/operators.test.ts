import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlyExcludes, parseOperators } from '../../src/retrieval/query/query-operators.ts';
import { hostileText } from '../support/hostile-text.ts';

describe('a phrase', () => {
  it.each([
    ['straight marks', 'Who said "fair price" first?', ['fair price']],
    ['curly marks', 'Who said “fair price” first?', ['fair price']],
    ['mixed marks', 'Who said “fair price" first?', ['fair price']],
    ['full-width marks', '谁说＂合理的价格＂？', ['合理的价格']],
    ['corner marks inside Chinese', '谁说「合理的价格」？', ['合理的价格']],
    ['double corner marks', '誰說『合理的價格』？', ['合理的價格']],
    ['guillemets', 'Who said «fair price»?', ['fair price']],
    ['two of them, each once', '"one" "two" "one"', ['one', 'two']],
    ['punctuation at the edges', 'Who said "fair price,"?', ['fair price']],
  ])('is read in %s', (_, question, expected) => {
    expect(parseOperators(question).phrases).toEqual(expected);
  });

  it.each([
    ['an inch', 'Is the 5" or 6" pipe older?'],
    ['a mark without its other', 'Who said "fair price?'],
    ['nothing between', 'Who said "" or "…"?'],
    ['an apostrophe', "What is the mayor's price?"],
  ])('is not read in %s', (_, question) => {
    expect(parseOperators(question)).toMatchObject({ phrases: [], text: question });
  });

  it('stays in the text without its marks, and is left out of the rest', () => {
    expect(parseOperators('Who said "fair price" first?')).toMatchObject({
      text: 'Who said  fair price  first?',
      rest: 'Who said   first?',
    });
  });
});

describe('an exclusion', () => {
  it.each([
    ['a word', 'bridge -toll', { words: ['toll'], phrases: [] }],
    ['a word behind a full-width dash', '桥梁 －收费', { words: ['收费'], phrases: [] }],
    ['a phrase', 'bridge -"toll road"', { words: [], phrases: ['toll road'] }],
    ['a compound', 'bridge -toll-free', { words: ['toll-free'], phrases: [] }],
    ['an abbreviation', 'bridge -U.S. toll', { words: ['U.S.'], phrases: [] }],
    ['one at the start', '-toll bridge', { words: ['toll'], phrases: [] }],
    ['one after punctuation', '桥梁？-收费', { words: ['收费'], phrases: [] }],
  ])('is read in %s', (_, question, expected) => {
    const { excluded, phrases } = parseOperators(question);
    expect([excluded, phrases]).toEqual([expected, []]);
  });

  it.each([
    ['a hyphen inside a word', 'Who owns the video-sharing app?'],
    ['a dash between words', 'The bridge - who owns it?'],
    ['two dashes', 'The bridge --who owns it?'],
    ['a negative number', 'Was it -5 degrees?'],
    ['a range', 'Who reigned 1990-95?'],
    ['a hyphen inside Chinese', '凯文-梅耶尔是谁？'],
  ])('is not read in %s', (_, question) => {
    const { excluded, text } = parseOperators(question);
    expect(excluded).toEqual({ words: [], phrases: [] });
    expect(text).toBe(question);
  });

  it('is taken out of the text', () => {
    expect(parseOperators('Who owns the bridge -toll?').text).toBe('Who owns the bridge  ?');
  });

  it('alone is told from one beside words', () => {
    expect(onlyExcludes(parseOperators('-toll -"toll road"?'))).toBe(true);
    expect(onlyExcludes(parseOperators('bridge -toll'))).toBe(false);
    expect(onlyExcludes(parseOperators('"bridge" -toll'))).toBe(false);
    expect(onlyExcludes(parseOperators('???'))).toBe(false);
  });
});

describe('any question', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/u);
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));

  it('is read without an error, and stays as it is without marks and dashes', () => {
    fc.assert(
      fc.property(hostileText(), (question) => {
        const { text, phrases } = parseOperators(question);
        for (const phrase of phrases) expect(phrase).toMatch(/[\p{L}\p{N}]/u);
        const isPlain = !/["“”＂「『«\-－]/u.test(question);
        expect(isPlain ? text : question.trim()).toBe(question.trim());
      }),
      { numRuns: 500 },
    );
  });

  it('has ten wishes at most; what comes behind them is ordinary text', () => {
    const phrases = Array.from({ length: 400 }, (_, number) => `"phrase ${number}"`).join(' ');
    const wishes = parseOperators(phrases);
    expect(wishes.phrases).toHaveLength(10);
    expect(wishes.text).toContain('phrase 9 ');
    expect(wishes.text).toContain('"phrase 399"');
  });

  it('gives back the wishes that were put into it', () => {
    const marks = fc.constantFrom('""', '“”', '「」', '『』', '«»', '＂＂');
    fc.assert(
      fc.property(
        words,
        words,
        word,
        marks,
        (before, phrase, unwanted, [open = '', close = '']) => {
          const wishes = parseOperators(`${before} ${open}${phrase}${close} -${unwanted}`);
          expect(wishes.phrases).toEqual([phrase]);
          expect(wishes.excluded.words).toEqual([unwanted]);
          expect(wishes.text.split(/\s+/u)).toEqual(`${before} ${phrase}`.split(' '));
          expect(wishes.rest).toBe(before);
        },
      ),
    );
  });
});
