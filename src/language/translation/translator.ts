import type { Article, SynonymGroup } from '../../corpus/index.ts';
import { createYielder } from '../../shared/yield.ts';
import type { Alternative } from '../alternative.ts';
import type { Analyser } from '../analyser.ts';
import { createHanFolding } from '../folding.ts';
import type { PassageLanguage } from '../script-language.ts';
import { isTerm, type Token } from '../token.ts';
import type { Concept, ConceptDraft, FrequenciesOf, Translate } from './concept.ts';
import type { Dictionary, DictionaryLoader } from './dictionary.ts';
import { readChinese } from './from-chinese.ts';
import { readEnglish } from './from-english.ts';
import { createLexicon, HEAD_WEIGHT } from './lexicon.ts';
import { createNameMiner, type NamePair } from './names.ts';

/** What asking across languages needs. */
export interface Translation {
  /** The languages of which there are passages. */
  readonly languages: ReadonlySet<PassageLanguage>;
  /** Loads what is needed when that is first asked for. */
  readonly load: () => Promise<Translate>;
}

/** What questions are translated with. */
interface TranslationSources {
  readonly articles: ReadonlyMap<string, Article>;
  /** Those of the passages. */
  readonly languages: ReadonlySet<PassageLanguage>;
  readonly analyser: Analyser;
  readonly loadDictionary: DictionaryLoader;
  /** Words and phrases that mean the same, also those of both languages. */
  readonly synonyms: readonly SynonymGroup[];
}

/** A {@link Translation}: names are mined and the dictionary is loaded when first needed. */
export function createTranslation(sources: TranslationSources): Translation {
  const { articles, languages, analyser, loadDictionary, synonyms } = sources;
  let translate: Promise<Translate> | undefined;
  const create = async () => {
    const dictionary = await loadDictionary();
    const miner = createNameMiner();
    const yieldIfDue = createYielder();
    for (const article of articles.values()) {
      miner.read(article);
      await yieldIfDue();
    }
    return createTranslator({ dictionary, analyser, names: miner.pairs(), synonyms });
  };
  return {
    languages,
    load: () => {
      translate ??= create().catch((error: unknown) => {
        translate = undefined;
        throw error;
      });
      return translate;
    },
  };
}

/** What is missing when a common word is: the articles may say the same in other words. */
const COMMON_IMPORTANCE = 0.4;

/** What a translator is made from. */
interface TranslatorSources {
  readonly dictionary: Dictionary;
  /** The names that the articles give in both languages. */
  readonly names: readonly NamePair[];
  readonly synonyms: readonly SynonymGroup[];
  readonly analyser: Analyser;
}

/** Translates questions word by word, phrases before words, into what the articles hold. */
function createTranslator(sources: TranslatorSources): Translate {
  const { dictionary, analyser } = sources;
  const { analyse, synonyms } = analyser;
  const lexicon = createLexicon({ ...sources, analyse });
  const foldCharacter = createHanFolding();

  return async (question, to, frequenciesOf) => {
    const knownAmong = async (terms: readonly string[]) => {
      const frequencies = await frequenciesOf([...new Set(terms)]);
      return (wanted: readonly string[]) =>
        wanted.every((term) => (frequencies.get(term) ?? 0) > 0);
    };
    const reader = { lexicon, dictionary, analyse, knownAmong, foldCharacter, synonyms };
    const drafts = await (to === 'en'
      ? readChinese(question, reader)
      : readEnglish(question, reader));
    const tokens = analyse(question).filter(isTerm);
    return toConcepts(question, drafts, tokens, frequenciesOf);
  };
}

async function toConcepts(
  question: string,
  drafts: readonly ConceptDraft[],
  tokens: readonly Token[],
  frequenciesOf: FrequenciesOf,
): Promise<Concept[]> {
  const read = drafts.map((draft) => ({ draft, own: termsWithin(tokens, draft) }));
  const frequencies = await frequenciesOf([
    ...new Set(
      read.flatMap(({ draft, own }) => [
        ...own,
        ...draft.alternatives.flatMap(({ terms }) => terms),
      ]),
    ),
  ]);
  const frequencyOf = (terms: readonly string[]) =>
    Math.min(...terms.map((term) => frequencies.get(term) ?? 0));

  return read.flatMap(({ draft, own }): Concept[] => {
    const { start, end, token, kind } = draft;
    const translations = withoutNeedlessHeads(
      draft.alternatives.filter(({ terms }) => frequencyOf(terms) > 0),
    );
    const asWritten = own.length > 0 ? frequencyOf(own) : 0;
    const translated = translations.reduce((sum, { terms }) => sum + frequencyOf(terms), 0);
    const frequency = translated > 0 ? translated : asWritten;
    // A single character without a translation was part of a word, or of none.
    if (kind === 'character' && draft.alternatives.length === 0) return [];
    const isMissing = frequency === 0;
    const written = question.slice(start, end);
    return [
      {
        asked: own,
        written,
        term: token?.term ?? written,
        surface: token?.surface ?? written,
        alternatives:
          own.length > 1 && asWritten > 0
            ? [...translations, { terms: own, weight: 1 }]
            : translations,
        frequency,
        importance: isMissing && (kind === 'word' || kind === 'character') ? COMMON_IMPORTANCE : 1,
      },
    ];
  });
}

/** The head of a phrase is for want of better: not where another phrase is known as a whole. */
function withoutNeedlessHeads(alternatives: readonly Alternative[]): readonly Alternative[] {
  const whole = alternatives.filter(({ weight }) => weight > HEAD_WEIGHT);
  return alternatives.filter(
    (alternative) =>
      alternative.weight > HEAD_WEIGHT ||
      whole.every(({ terms }) => alternative.terms.every((term) => terms.includes(term))),
  );
}

/** The terms of the question's tokens inside a stretch of it. */
function termsWithin(tokens: readonly Token[], range: ConceptDraft): string[] {
  return tokens
    .filter(({ start, end }) => start >= range.start && end <= range.end)
    .map(({ term }) => term);
}
