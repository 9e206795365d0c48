import type { Range } from '../../language/index.ts';
import type { Act } from './news-actions.ts';

/** A word of a mention, in whichever language. */
export interface Concept extends Range {
  /**
   * What it is known by: its own term, the acts that it stands for, its synonyms, its translations.
   * Two concepts that share a form are taken for the same.
   */
  readonly forms: readonly string[];
  readonly kind: 'name' | 'act' | 'number' | 'ordinal' | 'word';
  readonly acts: readonly Act[];
  readonly isNegated: boolean;
  /** Whether it is stated, affirmed or denied; a noun, a wish or a condition is not. */
  readonly isAsserted: boolean;
  /** Whether it stands where the sentence says who says so. */
  readonly isAttribution: boolean;
  /** Whether it is only named as the one who says so. */
  readonly isSpeaker: boolean;
}
