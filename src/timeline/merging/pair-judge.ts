import { type Comparison, compareMentions, opposedStances } from './compare-mentions.ts';
import { contradicts } from './contradiction.ts';
import { lengthInDays, relateDates } from './date-relation.ts';
import type { Profile } from './profile.ts';
import type { ProfiledMentions } from './profile-mentions.ts';
import { canBeOneEvent, sameEventMargin } from './same-event.ts';

/** Judges pairs of mentions, by their numbers; each pair is compared once. */
export interface PairJudge {
  readonly profiles: readonly Profile[];
  /** See {@link sameEventMargin}. */
  readonly marginOf: (one: number, other: number) => number | null;
  /** Whether two that are not one event contradict each other. */
  readonly isContradiction: (one: number, other: number) => boolean;
  readonly compare: (one: number, other: number) => Comparison;
}

/** A word that every fourth mention has does not tell what a statement is about. */
const COMMON_SHARE = 0.25;

/** A {@link PairJudge} with a memory of its own. */
export function createPairJudge(words: ProfiledMentions): PairJudge {
  const { profiles } = words;
  const commonWeight = words.weightOfFrequency(profiles.length * COMMON_SHARE);
  const numbersByArticle = new Map<string, number[]>();
  for (const [index, { mention }] of profiles.entries()) {
    const numbers = numbersByArticle.get(mention.article.id) ?? [];
    numbersByArticle.set(mention.article.id, [...numbers, index]);
  }
  const compared = new Map<number, Comparison>();
  const compare = (one: number, other: number) => {
    const key = one * profiles.length + other;
    const known = compared.get(key);
    if (known) return known;
    const [a, b] = [profiles[one], profiles[other]];
    if (!a || !b) throw new RangeError(`no mention ${a ? other : one}`);
    const comparison = compareMentions(a, b, words);
    compared.set(key, comparison);
    return comparison;
  };

  /** Whether the article of `one` itself tells the act of `one` also on the day of `other`. */
  const tellsBoth = (one: Profile, other: Profile, acts: readonly string[]) =>
    (numbersByArticle.get(one.mention.article.id) ?? []).some((number) => {
      const sibling = profiles[number];
      const isOfDay =
        sibling !== undefined &&
        sibling !== one &&
        sibling.mention.date !== null &&
        other.mention.date !== null &&
        sibling.mention.role === other.mention.role &&
        lengthInDays(sibling.mention.date) <= lengthInDays(other.mention.date) &&
        relateDates(sibling.mention.date, other.mention.date) !== 'apart';
      return isOfDay && acts.some((act) => sibling.acts.has(act));
    });

  return {
    profiles,
    compare,
    marginOf(one, other) {
      const [a, b] = [profiles[one], profiles[other]];
      if (!a || !b || !canBeOneEvent(a.mention, b.mention)) return null;
      const comparison = compare(one, other);
      const margin = sameEventMargin(a, b, comparison);
      if (margin === null || relateDates(a.mention.date, b.mention.date) !== 'apart') return margin;
      const { sharedActs } = comparison;
      return tellsBoth(a, b, sharedActs) || tellsBoth(b, a, sharedActs) ? null : margin;
    },
    isContradiction(one, other) {
      const [a, b] = [profiles[one], profiles[other]];
      if (!a || !b || opposedStances(a, b).length === 0) return false;
      return contradicts(a, b, compare(one, other), commonWeight);
    },
  };
}
