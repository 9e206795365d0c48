import type { Comparison } from './compare-mentions.ts';
import { gapInDays, relateDates } from './date-relation.ts';
import type { Profile } from './profile.ts';

/** How alike contradicting statements are: they are about the same act of the same parties. */
const LEAST_SIMILARITY = 0.3;
const LEAST_IN_COMMON = 3;

/** In days: a claim and its denial are of the same news. Later, things may have changed. */
const LONGEST_GAP = 7;

/**
 * Whether two statements contradict each other: one affirms what the other denies, of the same
 * parties, and not as two steps of one matter. A deadline claims nothing. What happened on another day may undo what was before;
 * the day of a report says nothing about when its claim holds.
 *
 * @param commonWeight what a word weighs that is too common to tell what a statement is about.
 */
export function contradicts(
  one: Profile,
  other: Profile,
  found: Comparison,
  commonWeight: number,
): boolean {
  const isOtherVoice =
    one.mention.article.id !== other.mention.article.id || found.speakers === 'other';
  if (found.opposedAct === null || found.isOtherStep || !isOtherVoice) return false;
  if (found.similarity < LEAST_SIMILARITY || found.sharedCount < LEAST_IN_COMMON) return false;
  if (found.rarestSharedName < commonWeight || found.hasOtherFigures) return false;
  if ([one, other].some(({ mention }) => mention.role === 'deadline')) return false;
  const { date: a, role: roleA } = one.mention;
  const { date: b, role: roleB } = other.mention;
  if (a === null || b === null || relateDates(a, b) !== 'apart') return true;
  return (roleA === 'report' || roleB === 'report') && gapInDays(a, b) <= LONGEST_GAP;
}
