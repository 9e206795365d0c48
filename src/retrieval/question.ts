import type { Analyser } from './analysis/analyser.ts';
import type { Token } from './analysis/token.ts';
import type { Answer } from './answer.ts';
import { repairChinese } from './chinese-repair.ts';
import type { PassageIndex } from './passage-index.ts';
import { type AnswerKind, askedKind } from './ranking/answer-kind.ts';

/** A distinct term of a question. */
export interface QuestionTerm {
  /** The term as it was asked; another than `term` when a typing error was repaired. */
  readonly asked: string;
  readonly term: string;
  /** Folded, unstemmed. */
  readonly surface: string;
  readonly kind: Token['kind'];
  /** Inverse document frequency; see {@link inverseDocumentFrequency}. */
  readonly idf: number;
  /** Whether any passage holds the term itself. */
  readonly known: boolean;
  /** How the index writes the word that was probably meant, for one that it does not know. */
  readonly correctedTo: string | null;
  /** Terms that stand for the same and that the index knows. */
  readonly synonyms: readonly string[];
}

/** A question, analysed against one index. */
export interface Question {
  /** As it was asked, but for Chinese characters that were typed in the wrong order. */
  readonly text: string;
  /** What was taken for what in {@link text}. */
  readonly repairs: Answer['corrections'];
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
  asked: string,
  analyser: Analyser,
  index: PassageIndex,
): Promise<Question> {
  const { text, corrections: repairs } = await repairChinese(asked, analyser.foldHan, index);
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
      asked: term,
      term: meant?.term ?? term,
      surface: meant?.surface ?? surface,
      kind,
      idf: inverseDocumentFrequency(Math.min(frequency, index.passageCount), index.passageCount),
      known: meant !== null || frequencyOf(term) > 0,
      correctedTo: meant?.surface ?? null,
      synonyms: known,
    });
  }
  return {
    text,
    repairs,
    terms,
    parts: [...parts],
    idfMass: terms.reduce((sum, { idf }) => sum + idf, 0),
    wants: askedKind(text),
  };
}
