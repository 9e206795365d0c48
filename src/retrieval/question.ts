import { type Alternative, SYNONYM_WEIGHT } from './alternative.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Token } from './analysis/token.ts';
import type { PassageLanguage } from './answer.ts';
import type { PassageIndex } from './passage-index.ts';
import { type AnswerKind, askedKind } from './ranking/answer-kind.ts';
import { languageOf } from './script-language.ts';
import type { Concept } from './translation/concept.ts';

/** A distinct term of a question, or a phrase of it that was translated as a whole. */
export interface QuestionTerm {
  /**
   * The terms as they were asked: one, or those of a phrase; another than `term` when a typing error
   * was repaired.
   */
  readonly asked: readonly string[];
  readonly term: string;
  /** Folded, unstemmed. */
  readonly surface: string;
  readonly kind: Token['kind'];
  /** Inverse document frequency; see {@link inverseDocumentFrequency}. */
  readonly idf: number;
  /** Whether any passage holds the term itself, or a translation of it. */
  readonly known: boolean;
  /** How the index writes the word that was probably meant, for one that it does not know. */
  readonly correctedTo: string | null;
  /** What stands for the same and is made of terms that the index knows. */
  readonly alternatives: readonly Alternative[];
}

/** A question, analysed against one index. */
export interface Question {
  readonly text: string;
  /** The language of the passages that it is for. */
  readonly language: PassageLanguage;
  /** Whether it was asked in another language: what it finds is weaker evidence. */
  readonly isTranslated: boolean;
  /** Words, numbers, Chinese bigrams and single characters, each once, in the order of the question. */
  readonly terms: readonly QuestionTerm[];
  /** The Chinese characters inside bigrams, each once. */
  readonly parts: readonly string[];
  /** The sum of the terms' inverse document frequencies. */
  readonly idfMass: number;
  /** What kind of thing is asked for, where that shows. */
  readonly wants: AnswerKind | null;
}

/**
 * Robertson and Spärck Jones's weight in the form that is never negative: ln(1 + (N - n + 0.5) /
 * (n + 0.5)), for a term in n of N passages.
 */
export function inverseDocumentFrequency(documentFrequency: number, passageCount: number): number {
  return Math.log(1 + (passageCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/**
 * Analyses a question as the passages were analysed, and weighs its terms by how rare they are. A
 * term that has synonyms is as rare as all of them together.
 */
export async function analyseQuestion(
  text: string,
  analyser: Analyser,
  index: PassageIndex,
): Promise<Question> {
  const distinct = new Map<string, Token>();
  const parts = new Set<string>();
  for (const token of analyser.analyse(text)) {
    if (token.kind === 'part') parts.add(token.term);
    else if (!distinct.has(token.term)) distinct.set(token.term, token);
  }
  const synonyms = new Map(
    [...distinct.keys()].map((term) => [term, analyser.synonyms(term, text)]),
  );
  const frequencies = await index.documentFrequencies([
    ...distinct.keys(),
    ...[...synonyms.values()].flat(),
  ]);
  const frequencyOf = (term: string) => frequencies.get(term) ?? 0;
  const terms: QuestionTerm[] = [];
  for (const { term, surface, kind } of distinct.values()) {
    const known = (synonyms.get(term) ?? []).filter((other) => frequencyOf(other) > 0);
    const isUnknown = kind === 'word' && frequencyOf(term) === 0 && known.length === 0;
    const meant = isUnknown ? await index.similarWord(surface) : null;
    const frequency = meant
      ? ((await index.documentFrequencies([meant.term])).get(meant.term) ?? 0)
      : [term, ...known].reduce((sum, each) => sum + frequencyOf(each), 0);
    terms.push({
      asked: [term],
      term: meant?.term ?? term,
      surface: meant?.surface ?? surface,
      kind,
      idf: inverseDocumentFrequency(Math.min(frequency, index.passageCount), index.passageCount),
      known: meant !== null || frequencyOf(term) > 0,
      correctedTo: meant?.surface ?? null,
      alternatives: known.map((other) => ({ terms: [other], weight: SYNONYM_WEIGHT })),
    });
  }
  return {
    text,
    language: languageOf(text),
    isTranslated: false,
    terms,
    parts: [...parts],
    idfMass: terms.reduce((sum, { idf }) => sum + idf, 0),
    wants: askedKind(text),
  };
}

/**
 * A question as it is put to passages of another language, made of its translated concepts. Asks for
 * the same kind of answer; has no characters, because no two languages share them.
 */
export function translatedQuestion(
  { text, wants }: Question,
  language: PassageLanguage,
  concepts: readonly Concept[],
  passageCount: number,
): Question {
  const terms = concepts.map((concept): QuestionTerm => {
    const { asked, term, surface, alternatives, frequency, importance } = concept;
    const idf = inverseDocumentFrequency(Math.min(frequency, passageCount), passageCount);
    return {
      asked,
      term,
      surface,
      kind: 'word',
      idf: importance * idf,
      known: frequency > 0,
      correctedTo: null,
      alternatives,
    };
  });
  const idfMass = terms.reduce((sum, { idf }) => sum + idf, 0);
  return { text, language, isTranslated: true, terms, parts: [], idfMass, wants };
}
