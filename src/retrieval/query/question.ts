import type { Alternative, PassageLanguage, Token } from '../../language/index.ts';
import type { Answer } from '../answer.ts';
import type { AnswerKind } from './answer-type.ts';
import type { AskedPerson } from './asked-person.ts';
import type { Overview } from './overview.ts';

/** A distinct term of a question, or a phrase of it that was translated as a whole. */
export interface QuestionTerm {
  /**
   * The terms as they were asked: one, or those of a phrase; another than `term` when a typing error
   * was corrected.
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
  readonly corrections: Answer['corrections'];
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
  /** Whether the story as a whole is asked for. */
  readonly overview: Overview | null;
  /** Whose words or description are asked for, where that shows. */
  readonly person: AskedPerson | null;
  /** What kind of thing is asked for, where that shows. */
  readonly wants: AnswerKind | null;
}
