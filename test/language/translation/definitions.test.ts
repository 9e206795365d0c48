import { describe, expect, it } from 'vitest';
import { phrasesOf, referencesOf } from '../../../src/language/translation/lexicon.ts';

const wordsOf = (...definitions: string[]) => phrasesOf(definitions).map(({ words }) => words);

describe('the phrases of a definition', () => {
  it.each([
    [
      'verbs without "to", and every sense',
      'to refuse; to decline, to reject',
      ['refuse', 'decline', 'reject'],
    ],
    ['what is joined by "and"', 'to examine and approve', ['examine', 'approve']],
    [
      'an abbreviation in brackets, but no explanation',
      'head of staff (COS) (in an office)',
      ['head of staff', 'COS'],
    ],
    ['no placeholders', 'to lend sb sth', ['lend']],
    ['nothing that is about the word', 'CL:座[zuo4]', []],
    ['nothing that points to another word', 'variant of 灯塔[deng1 ta3]', []],
    ['nothing that is about the word in Taiwan', '(Tw) also pr. [ta4]', []],
    ['a foreign surname', '(Tw) surname Alder', ['Alder']],
    ['no explanation of more than five words', 'a man who keeps the lamp of a lighthouse', []],
    ['a name without what explains it', 'Alder Bay, port in Norland, Denmark', ['Alder Bay']],
    ['both spellings of a name', 'Ander-Sen, Andersen (retailer)', ['Ander-Sen', 'Andersen']],
  ])('are %s', (_, definition, expected) => {
    expect(wordsOf(definition)).toEqual(expected);
  });

  it('have heads by which they are known alone', () => {
    const headsOf = (definition: string) => phrasesOf([definition]).map(({ heads }) => heads);
    expect(headsOf('general election')).toEqual([['election']]);
    expect(headsOf('chairman of the board')).toEqual([['chairman']]);
    expect(headsOf('Ada Stone')).toEqual([['Ada', 'Stone']]);
    expect(headsOf('Alder Corporation')).toEqual([['Alder']]);
    // What a verb does without its object is anything.
    expect(headsOf('to bring a charge')).toEqual([[]]);
  });
});

describe('the references of a definition', () => {
  it('are the words of which this one is a form, simplified', () => {
    expect(
      referencesOf([
        'variant of 燈塔|灯塔[deng1 ta3]',
        'abbr. for 国家[guo2 jia1]',
        'Taiwan equivalent of 里根[Li3 gen1]',
        'Taiwanese variant of 奧巴馬|奥巴马[Ao4 ba1 ma3], Barack Obama',
        'former spelling of Ada Stone 艾达[Ai4 da2]',
        'lamp',
      ]),
    ).toEqual(['灯塔', '国家', '里根', '奥巴马', '艾达']);
  });
});
