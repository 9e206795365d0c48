import type { Range, Token, WordReader } from '../../language/index.ts';
import { isAsserted, isConditional } from './assertion.ts';
import { createCountryFinder } from './capitals.ts';
import type { Concept } from './concept.ts';
import { createEmptyWords } from './empty-words.ts';
import { findNegations } from './negation.ts';
import { type Act, createActFinder } from './news-actions.ts';
import { findOrdinals } from './ordinals.ts';
import { findSpeakers } from './speakers.ts';

/** Reads texts into concepts. */
export interface ConceptReader {
  /** The concepts of a text, in its order, without those of `left` (its date). */
  read(text: string, left?: Range | null): Concept[];
}

/**
 * Whether a term is mostly written with a capital where that says something; "perhaps" when it only
 * ever begins a sentence.
 */
export type Nameness = (term: string) => 'name' | 'perhaps' | 'word';

const YEAR = /^(?:19|20)\d\d$/u;
const NUMERAL = /^[一二三四五六七八九十百千万亿]+[人名个家]?$/u;
const DAY_FORM = /^\d\d-\d\d$/u;

/** A {@link ConceptReader}. */
export function createConceptReader(reader: WordReader, nameness: Nameness): ConceptReader {
  const { analyse, chineseWords, synonyms } = reader;
  const normalise = (word: string) => analyse(word)[0]?.term ?? word;
  const acts = createActFinder(normalise);
  const isEmpty = createEmptyWords(normalise);
  const countriesOf = createCountryFinder(normalise);
  const exchanged = new Map<string, readonly string[]>();
  /** A term with the one that stands for all of its synonyms. */
  const formsOf = (term: string): readonly string[] => {
    const known = exchanged.get(term);
    if (known) return known;
    const [first = term] = [term, ...synonyms(term)].toSorted();
    const forms = first === term && synonyms(term).length === 0 ? [term] : [term, `~${first}`];
    exchanged.set(term, forms);
    return forms;
  };

  function englishConcepts(text: string): Draft[] {
    const tokens = analyse(text);
    const apart = tokens.filter(({ kind }) => kind === 'form');
    const dates = apart.filter(({ term }) => DAY_FORM.test(term));
    const amounts = apart.filter(({ term }) => /^\d/u.test(term) && !DAY_FORM.test(term));
    const phrases = acts.inPhrases(text);
    const covered = [...dates, ...amounts, ...phrases];
    const drafts = tokens.flatMap((token): Draft[] => {
      const { term, kind } = token;
      if (kind === 'bigram' || kind === 'character' || kind === 'part') return [];
      if (kind === 'form') return formConcept(token);
      if (covered.some((range) => overlaps(token, range)) || isEmpty(term)) return [];
      if (kind === 'number') {
        const isDate = YEAR.test(term) || /^[年月日号號]/u.test(text.slice(token.end));
        return isDate ? [] : [{ ...rangeOf(token), forms: [term], kind }];
      }
      // "The end of March" is no act.
      const own = /^end$/iu.test(token.surface) ? [] : acts.ofWord(term);
      const named = nameness(term);
      const isNamed =
        (named === 'name' || (named === 'perhaps' && own.length === 0)) &&
        /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
      return [{ ...wordDraft(term, isNamed ? [] : own, isNamed), ...rangeOf(token) }];
    });
    const acted = phrases.map(({ act, start, end }): Draft => {
      return { start, end, forms: [`act:${act.name}`], acts: [act], kind: 'act' };
    });
    const counted = findOrdinals(text).map(({ ordinal, start, end }): Draft => {
      return { start, end, forms: [`nth:${ordinal}`], kind: 'ordinal' };
    });
    return [...drafts, ...acted, ...counted];
  }

  function formConcept(token: Token): Draft[] {
    const { term } = token;
    if (DAY_FORM.test(term) || isEmpty(term)) return [];
    const kind = /^\d/u.test(term) ? 'number' : 'name';
    if (kind === 'name' && !/^(?:us|uk|eu|un)$/u.test(term))
      return [{ ...rangeOf(token), forms: [term], kind: 'word' }];
    return [{ ...rangeOf(token), forms: [term], kind }];
  }

  function wordDraft(
    term: string,
    own: readonly Act[],
    isNamed: boolean,
  ): Omit<Draft, 'start' | 'end'> {
    const forms = [...formsOf(term), ...own.map(({ name }) => `act:${name}`), ...countriesOf(term)];
    if (isNamed) return { forms, acts: own, kind: 'name' };
    return { forms, acts: own, kind: own.length > 0 ? 'act' : 'word' };
  }

  function chineseConcepts(text: string): Draft[] {
    return chineseWords(text).flatMap((found): Draft[] => {
      const { word, english, kind } = found;
      const own = acts.ofWord(word);
      if (isEmpty(word) || NUMERAL.test(word)) return [];
      // One character alone is part of too many words to tell anything.
      if (Array.from(word).length === 1 && kind !== 'name' && own.length === 0) return [];
      const draft = wordDraft(word, kind === 'name' ? [] : own, kind !== 'word');
      const translated = english.map((terms) => terms.join(' ')).filter((form) => !isEmpty(form));
      return [{ ...draft, ...rangeOf(found), forms: [...draft.forms, ...translated] }];
    });
  }

  return {
    read(text, left = null) {
      const negations = findNegations(text);
      const speakers = findSpeakers(text);
      const passedOver = findPassedOver(text);
      const drafts = [...englishConcepts(text), ...chineseConcepts(text)]
        .filter((draft) => left === null || !isWithin(draft, left))
        .filter((draft) => !passedOver.some((range) => isWithin(draft, range)))
        .toSorted((one, other) => one.start - other.start || one.end - other.end);
      const denied = new Set(
        negations.map((reach) =>
          drafts.find((draft) => draft.kind === 'act' && isWithin(draft, reach)),
        ),
      );
      const isOfSpeaker = (draft: Draft) => speakers.some((who) => isWithin(draft, who));
      return drafts.map((draft) => ({
        acts: [],
        ...draft,
        isNegated: denied.has(draft),
        isAsserted:
          draft.kind === 'act' &&
          (isAsserted(text, draft) || (denied.has(draft) && !isConditional(text, draft))),
        isAttribution: isOfSpeaker(draft),
        isSpeaker: draft.kind === 'name' && isOfSpeaker(draft),
      }));
    },
  };
}

/** Somebody who was not taken: "chose Alfa over Beta" is nothing that Beta did. */
const PASSED_OVER =
  /(?<=\bprefer(?:s|red|ring)?\s[^.;]{1,60}\b)to\s+\p{Lu}[\p{L}'’-]*|\b(?:over|instead of|rather than)\s+\p{Lu}[\p{L}'’-]*|(?:而非|而不是)[^，。；]{1,12}/gu;

function findPassedOver(text: string): Range[] {
  return [...text.matchAll(PASSED_OVER)].map(({ 0: written, index }) => {
    return { start: index, end: index + written.length };
  });
}

type Draft = Range & Pick<Concept, 'forms' | 'kind'> & { readonly acts?: readonly Act[] };

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
