import type { Pair } from './candidate-pairs.ts';

/** How sure it is that two are the same, above 0 where they are; null where they cannot be. */
export type MarginOf = (one: number, other: number) => number | null;

/** What is known of numbers and their pairs. */
export interface PairEvidence {
  readonly marginOf: MarginOf;
  /** Whether it has a date, by which it is placed before those that have none. */
  readonly isDated: (member: number) => boolean;
}

/**
 * How far the mean of all pairs between two groups may lie below what one pair needs: mentions of
 * one event each tell another part of it.
 */
const MEAN_SLACK = 0.15;

/** Above it two say the same in nearly the same words, whatever other parts the groups tell. */
const SURE_MARGIN = 0.3;

/** No more pairs between two groups are looked at: of many that agree, some speak for all. */
const MOST_COMPARED = 12;

/**
 * Groups the numbers below `count` from pairs that are the same: those with dates before others, the
 * surest first. Two groups become one when no pair between them is impossible and their mean is not
 * below 0 by more than a slack (average linkage with vetoes), so that A~B and B~C never make one of
 * an A and a C that differ. What is all but the same text needs no mean.
 * Each group is in ascending order, and so are the groups by their first.
 */
export async function clusterMentions(
  count: number,
  pairs: readonly Pair[],
  { marginOf, isDated }: PairEvidence,
  yieldIfDue: () => Promise<void>,
): Promise<number[][]> {
  const links: { pair: Pair; margin: number; isDated: boolean }[] = [];
  for (const pair of pairs) {
    const margin = marginOf(...pair);
    if (margin !== null && margin > 0) links.push({ pair, margin, isDated: pair.every(isDated) });
    await yieldIfDue();
  }
  links.sort(
    (one, other) =>
      Number(other.isDated) - Number(one.isDated) ||
      other.margin - one.margin ||
      one.pair[0] - other.pair[0] ||
      one.pair[1] - other.pair[1],
  );
  const groups = Array.from({ length: count }, (_, index): Group => {
    return { members: [index], first: [index] };
  });
  for (const { pair, margin } of links) {
    const [one, other] = [groups[pair[0]], groups[pair[1]]];
    const leastMean = margin >= SURE_MARGIN ? Number.NEGATIVE_INFINITY : -MEAN_SLACK;
    if (!one || !other || one === other || !canJoin(one, other, marginOf, leastMean)) continue;
    const [large, small] = one.members.length >= other.members.length ? [one, other] : [other, one];
    // The smaller one moves, so that no member moves often.
    for (const member of small.members) {
      large.members.push(member);
      groups[member] = large;
    }
    large.first = [...large.first, ...small.first].toSorted(ascending).slice(0, MOST_COMPARED);
    await yieldIfDue();
  }
  // Each is met first by its first member.
  return Array.from(new Set(groups), ({ members }) => members.toSorted(ascending));
}

interface Group {
  /** In no order. */
  readonly members: number[];
  /** The first ones, in order: those that are compared. */
  first: readonly number[];
}

function ascending(one: number, other: number): number {
  return one - other;
}

function canJoin(one: Group, other: Group, marginOf: MarginOf, leastMean: number): boolean {
  let sum = 0;
  let compared = 0;
  for (const a of one.first) {
    for (const b of other.first) {
      const margin = marginOf(Math.min(a, b), Math.max(a, b));
      if (margin === null) return false;
      sum += margin;
      compared += 1;
    }
  }
  return sum / compared >= leastMean;
}
