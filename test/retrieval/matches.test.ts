import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alternative } from '../../src/language/alternative.ts';
import { createAnalyser } from '../../src/language/analyser.ts';
import type { PassageLanguage } from '../../src/language/script-language.ts';
import type { Question } from '../../src/retrieval/query/question.ts';
import { createFinder } from '../../src/retrieval/ranking/matches.ts';
import { createQuestion, createTerm } from '../support/questions.ts';

const { analyse } = createAnalyser();

/** A question of one term, which stands in no text, with alternatives. */
function questionFor(alternatives: readonly Alternative[], language: PassageLanguage): Question {
  return createQuestion({ language, terms: [createTerm('?', { alternatives })] });
}

/** What is found of a phrase in a text. */
function found(phrase: string, text: string, language: PassageLanguage = 'en'): string[] {
  const terms = analyse(phrase)
    .filter(({ kind }) => kind !== 'part')
    .map(({ term }) => term);
  const find = createFinder(questionFor([{ terms, weight: 1 }], language));
  return find(analyse(text)).matches.map(({ start, end }) => text.slice(start, end));
}

describe('an alternative of several terms', () => {
  it('is found as a whole, in any form of its words', () => {
    expect(found('general election', 'They lost two general elections.')).toEqual([
      'general elections',
    ]);
  });

  it('is found with small words inside, and not with others', () => {
    expect(found('ministry commerce', 'the Ministry of Commerce said')).toEqual([
      'Ministry of Commerce',
    ]);
    expect(found('ministry commerce', 'the ministry spoke; commerce suffered')).toEqual([]);
  });

  it('is not found in another order, nor in part', () => {
    expect(found('source code', 'the code of a source')).toEqual([]);
    expect(found('source code', 'the source of the news')).toEqual([]);
  });

  it('is found in Chinese where its characters touch', () => {
    expect(found('外交部', '在外交部门口', 'zh')).toEqual(['外交部']);
    expect(found('外交部', '外交，交部', 'zh')).toEqual([]);
  });

  it('is found at every place', () => {
    expect(found('data centre', 'data, data centres and a data centre')).toEqual([
      'data centres',
      'data centre',
    ]);
  });

  it('is found in its own text, whatever the words are', () => {
    const word = fc.stringMatching(/^[b-df-hj-np-rtv-xz]{4,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const phrase = words.join(' ');
        expect(found(phrase, `${phrase}.`)).toContain(phrase);
      }),
    );
  });
});
