import type { Alternative } from './alternative.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Token } from './analysis/token.ts';
import type { Answer, PassageLanguage } from './answer.ts';
import { repairChinese } from './chinese-repair.ts';
import { inverseDocumentFrequency } from './inverse-document-frequency.ts';
import type { PassageIndex } from './passage-index.ts';
import {
  type FormOccurrence,
  formsCovering,
  formsIn,
  joinedWords,
  weighForms,
} from './question-forms.ts';
import { type AnswerKind, askedKind } from './ranking/answer-kind.ts';
import { languageOf } from './script-language.ts';
import { WEAK_WEIGHT } from './weak-weight.ts';

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
  /** Whether any passage holds the term, a form or a translation of it. */
  readonly known: boolean;
  /** Whether any passage holds the term itself. */
  readonly isHeld: boolean;
  /** What the term alone is worth in a text, 0 to 1: less where a form that the index knows was asked. */
  readonly weight: number;
  /** What the term is worth in finding candidates, beside its forms. */
  readonly searchWeight: number;
  /** The normal forms that it was asked in and that the index knows; each is as good as the term. */
  readonly forms: readonly string[];
  /** How the index writes the word that was probably meant, for one that it does not know. */
  readonly correctedTo: string | null;
  /** What stands for the same and is made of terms that the index knows. */
  readonly alternatives: readonly Alternative[];
}

/** A normal form that stands for some terms of a question and that the index knows. */
export interface QuestionForm {
  readonly term: string;
  /** What it is worth in finding candidates, beside the terms that it is made of. */
  readonly searchWeight: number;
}

/** A question, analysed against one index. */
export interface Question {
  /** As it was asked, but for Chinese characters that were typed in the wrong order. */
  readonly text: string;
  /** What was taken for what in {@link text}. */
  readonly repairs: Answer['corrections'];
  /** The language of the passages that it is for. */
  readonly language: PassageLanguage;
  /** Whether it was asked in another language: what it finds is weaker evidence. */
  readonly isTranslated: boolean;
  /** Words, numbers, Chinese bigrams and single characters, each once, in the order of the question. */
  readonly terms: readonly QuestionTerm[];
  readonly forms: readonly QuestionForm[];
  /** The Chinese characters inside bigrams, each once, with their inverse document frequencies. */
  readonly parts: ReadonlyMap<string, number>;
  /** The sum of the terms' inverse document frequencies. */
  readonly idfMass: number;
  /** What kind of thing is asked for, where that shows. */
  readonly wants: AnswerKind | null;
}

/**
 * Analyses a question as the passages were analysed, and weighs its terms by how rare they are. A
 * term that has synonyms is as rare as all of them together. A normal form ("09-20") adds nothing to
 * the weight of the terms that it covers ("20", "September"): it is another way of finding them.
 */
export async function analyseQuestion(
  asked: string,
  analyser: Analyser,
  index: PassageIndex,
): Promise<Question> {
  const repair = await repairChinese(raiseUs(asked), analyser.foldHan, index);
  const { text } = repair;
  const tokens = analyser.analyse(text);
  const written = tokens.filter(({ kind }) => kind !== 'part' && kind !== 'form');
  const distinct = new Map<string, Token>();
  for (const token of written) if (!distinct.has(token.term)) distinct.set(token.term, token);
  const inOrder = [...distinct.keys()];
  const synonyms = new Map(inOrder.map((term) => [term, analyser.synonyms(term, text)]));
  const phrases = analyser.phraseSynonyms(text);
  const parts = [...new Set(tokens.filter(({ kind }) => kind === 'part').map(({ term }) => term))];
  const possibleForms = formsIn(tokens);
  const joined = joinedWords(text, analyser.analyse);
  const frequencies = await index.documentFrequencies([
    ...inOrder,
    ...parts,
    ...[...synonyms.values()].flat(),
    ...phrases.flatMap(({ others }) => others.flat()),
    ...[...possibleForms, ...joined].map(({ term }) => term),
  ]);
  const frequencyOf = (term: string) => frequencies.get(term) ?? 0;
  const idfOf = (frequency: number) =>
    inverseDocumentFrequency(Math.min(frequency, index.passageCount), index.passageCount);

  const isOneWord = (form: FormOccurrence) => {
    const words = written.filter((token) => formsCovering(token, [form]).length > 0);
    return words.some(({ term }) => frequencyOf(term) < frequencyOf(form.term));
  };
  const forms = [
    ...possibleForms.filter(({ term }) => frequencyOf(term) > 0),
    ...joined.filter(isOneWord),
  ];
  const groups = weighForms(written, forms, (term) => idfOf(frequencyOf(term)));

  const terms: QuestionTerm[] = [];
  for (const { term, surface, kind, start, end } of distinct.values()) {
    const known = (synonyms.get(term) ?? []).filter((other) => frequencyOf(other) > 0);
    const own = groups.ofTerm.get(term);
    const isUnknown = kind === 'word' && frequencyOf(term) === 0 && known.length === 0 && !own;
    const meant = isUnknown ? await index.similarWord(surface) : null;
    const frequency = meant
      ? ((await index.documentFrequencies([meant.term])).get(meant.term) ?? 0)
      : [term, ...known].reduce((sum, each) => sum + frequencyOf(each), 0);
    terms.push({
      asked: [term],
      term: meant?.term ?? term,
      surface: meant?.surface ?? surface,
      kind,
      idf: Math.min(idfOf(frequency), own?.maxWeight ?? Number.POSITIVE_INFINITY),
      known: meant !== null || frequencyOf(term) > 0 || own !== undefined,
      isHeld: meant !== null || frequencyOf(term) > 0,
      weight: own?.isFigure ? WEAK_WEIGHT : 1,
      searchWeight: own?.searchWeight ?? 1,
      forms: own?.forms ?? [],
      correctedTo: meant?.surface ?? null,
      alternatives: [
        ...known.map((other) => [other]),
        ...phrases
          .filter((phrase) => phrase.start <= start && end <= phrase.end)
          .flatMap(({ others }) => others)
          .filter((other) => other.every((each) => frequencyOf(each) > 0)),
      ].map((other) => ({ terms: other, weight: WEAK_WEIGHT })),
    });
  }
  const isPlain = (part: string) =>
    tokens.some(
      (token) =>
        token.kind === 'part' && token.term === part && formsCovering(token, forms).length === 0,
    );
  return {
    text,
    language: languageOf(text),
    isTranslated: false,
    repairs: repair.corrections,
    terms,
    forms: groups.forms,
    parts: new Map(parts.filter(isPlain).map((part) => [part, idfOf(frequencyOf(part))])),
    idfMass: terms.reduce((sum, { idf }) => sum + idf, 0),
    wants: askedKind(text),
  };
}

/**
 * "us" in a question is the country where the question writes no capitals, or after "the". The
 * analysis takes it for the pronoun otherwise.
 */
function raiseUs(question: string): string {
  const pattern = /\p{Lu}/u.test(question) ? /(?<=\bthe )us\b/giu : /\bus\b/gu;
  return question.replace(pattern, 'US');
}
