import {
  type Comparison,
  compareMentions,
  contradicts,
  opposedClaims,
} from './compare-mentions.ts';
import { relateDates } from './date-relation.ts';
import type { Profile } from './profile.ts';
import type { ProfiledMentions } from './profile-mentions.ts';
import { canBeOneEvent, sameEventMargin } from './same-event.ts';

/** Judges pairs of mentions, by their numbers; each pair is compared once. */
export interface PairJudge {
  readonly profiles: readonly Profile[];
  /** See {@link sameEventMargin}. */
  readonly marginOf: (one: number, other: number) => number | null;
  readonly isDated: (member: number) => boolean;
  /** Whether two that are not one event contradict each other. */
  readonly isContradiction: (one: number, other: number) => boolean;
  readonly compare: (one: number, other: number) => Comparison;
}

/** A word that every fourth mention has does not tell what a statement is about. */
const COMMON_SHARE = 0.25;

/** How alike two sentences of one article are that have the same trigger and are of the same matter. */
const SAME_MATTER = 0.3;

/** So many other mentions of an article can stand between two with one trigger, which is told again nearby. */
const MOST_BETWEEN = 100;

/**
 * A {@link PairJudge} with a memory of its own.
 *
 * @param words of mentions in an order in which those of one article stand together.
 */
export function createPairJudge(words: ProfiledMentions): PairJudge {
  const { profiles } = words;
  const commonWeight = words.weightOfFrequency(profiles.length * COMMON_SHARE);
  const profileOf = (number: number) => {
    const profile = profiles[number];
    if (!profile) throw new RangeError(`no mention ${number}`);
    return profile;
  };
  const mentionOf = (number: number) => profileOf(number).mention;
  const compared = new Map<number, Comparison>();
  const compare = (one: number, other: number) => {
    const key = one * profiles.length + other;
    const known = compared.get(key);
    if (known) return known;
    const comparison = compareMentions(profileOf(one), profileOf(other), words);
    compared.set(key, comparison);
    return comparison;
  };

  const hasTriggerOfOtherDay = (one: number, triggers: readonly string[], sibling: number) => {
    const { date, article, role } = mentionOf(one);
    const { mention, triggers: others } = profileOf(sibling);
    const isOfOtherDay =
      date !== null &&
      mention.date !== null &&
      mention.article.id === article.id &&
      mention.role === role &&
      relateDates(mention.date, date) === 'apart';
    if (!isOfOtherDay || !triggers.some((trigger) => others.has(trigger))) return false;
    return compare(Math.min(one, sibling), Math.max(one, sibling)).similarity >= SAME_MATTER;
  };
  const told = new Map<string, boolean>();
  /**
   * Whether the article of `one` tells the same of another day as well, so that it is one of
   * several: then the day of `other` is that of none of them, or of the other one.
   */
  const tellsAgain = (one: number, triggers: readonly string[]) => {
    const key = `${one} ${triggers.join(' ')}`;
    const known = told.get(key);
    if (known !== undefined) return known;
    let found = false;
    const last = Math.min(profiles.length - 1, one + MOST_BETWEEN);
    for (let number = Math.max(0, one - MOST_BETWEEN); number <= last && !found; number += 1) {
      found = hasTriggerOfOtherDay(one, triggers, number);
    }
    told.set(key, found);
    return found;
  };

  return {
    profiles,
    isDated: (member) => mentionOf(member).date !== null,
    compare,
    marginOf(one, other) {
      const [a, b] = [profileOf(one), profileOf(other)];
      if (!canBeOneEvent(a.mention, b.mention)) return null;
      const comparison = compare(one, other);
      const margin = sameEventMargin(a, b, comparison, commonWeight);
      if (margin === null || relateDates(a.mention.date, b.mention.date) !== 'apart') return margin;
      const { sharedTriggers } = comparison;
      return tellsAgain(one, sharedTriggers) || tellsAgain(other, sharedTriggers) ? null : margin;
    },
    isContradiction(one, other) {
      const [a, b] = [profileOf(one), profileOf(other)];
      if (opposedClaims(a, b).length === 0) return false;
      return contradicts(a, b, compare(one, other), commonWeight);
    },
  };
}
