import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { unifySpelling } from '../../src/language/english/spelling-variants.ts';

const { analyse } = createAnalyser();

const termOf = (word: string) => analyse(word)[0]?.term;

describe('British and American spellings', () => {
  it.each([
    'organise organize organised organizing organisation organization organizations',
    'analyse analyze analysed analyzing',
    'colour color colours colors coloured colored',
    'favourite favorite',
    'neighbour neighbor neighbouring neighboring',
    'behaviour behavior behaviours behaviors',
    'centre center centres centers centred',
    'theatre theater theatres theaters',
    'kilometre kilometer kilometres kilometers',
    'travel travelled traveled travelling traveling',
    'cancel cancelled canceled cancelling canceling',
    'model modelled modeled modelling modeling',
    'fuel fuelled fueled fuelling',
    'defence defense defences defenses',
    'licence license licences licensed',
    'catalogue catalog catalogues catalogs',
    'programme program programmes programs',
    'manoeuvre maneuver manoeuvres maneuvers',
    'judgement judgment',
    'ageing aging',
    'fulfil fulfill fulfilled fulfilling',
    'enrol enroll enrolled',
    'skilful skillful',
    'sceptic skeptic',
    'artefact artifact',
    'paediatric pediatric',
  ])('have one term: %s', (words) => {
    const terms = words.split(' ').map(termOf);
    expect(new Set(terms).size).toBe(1);
  });

  it.each([
    ['hour', 'hor'],
    ['four', 'for'],
    ['tour', 'tor'],
    ['filled', 'filed'],
    ['tyre', 'tire'],
    ['metre', 'meet'],
    ['prise', 'rise'],
    ['enter', 'entre'],
  ])('are not seen in %s, which is not %s', (word, other) => {
    expect(termOf(word)).not.toBe(termOf(other));
  });

  it('give a spelling that is brought to itself', () => {
    const syllable = fc.constantFrom(
      'our',
      'ise',
      'iz',
      'tre',
      'll',
      'ed',
      'col',
      'tra',
      've',
      'a',
    );
    const word = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((list) => list.join(''));
    fc.assert(
      fc.property(word, (written) => {
        const spelled = unifySpelling(written);
        expect(spelled).not.toBe('');
        expect(unifySpelling(spelled)).toBe(spelled);
      }),
    );
  });
});
