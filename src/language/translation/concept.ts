import type { Range } from '../../shared/range.ts';
import type { Alternative } from '../alternative.ts';
import type { PassageLanguage } from '../script-language.ts';
import type { Token } from '../token.ts';

/** A word or phrase of a question before it is known what of its translations the articles hold. */
export interface ConceptDraft extends Range {
  /** The token that is looked up as it is written as well: for words and figures. */
  readonly token: Token | null;
  readonly alternatives: readonly Alternative[];
  readonly kind: 'same' | 'name' | 'word' | 'character';
}

/** Whether the index knows terms: every one of those that it is asked for. */
export type IsKnown = (terms: readonly string[]) => boolean;

/** A word or phrase of a question with what stands for it in the other language. */
export interface Concept {
  /** The terms of the question that it is made of. */
  readonly asked: readonly string[];
  /** As it is written in the question. */
  readonly written: string;
  /** The term by which it is found as it is written: names and figures often are. */
  readonly term: string;
  /** Folded, unstemmed. */
  readonly surface: string;
  /** In the other language, or in the same words. Of terms that the index knows. */
  readonly alternatives: readonly Alternative[];
  /** In how many passages the concept may stand; 0 when the articles do not hold it. */
  readonly frequency: number;
  /** What is missing when it is missing: 1 for a name or a figure, less for a common word. */
  readonly importance: number;
}

/** In how many passages each term occurs. */
export type FrequenciesOf = (terms: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Finds the concepts of a question for passages in the other language. */
export type Translate = (
  question: string,
  to: PassageLanguage,
  frequenciesOf: FrequenciesOf,
) => Promise<readonly Concept[]>;
