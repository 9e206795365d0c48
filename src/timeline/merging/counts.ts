import { memoize } from '../../shared/memoize.ts';
import { daysBetween } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import { type NonEmpty, nonEmpty } from '../timeline-entry.ts';
import type { Pair } from './candidate-pairs.ts';
import { type Figure, figuresIn, isCounted } from './figures.ts';
import type { FigureAccount, MentionUpdate } from './merged-event.ts';
import type { PairJudge } from './same-event.ts';

/** In days: what appeared so close together gives the same news; later, a count may have grown. */
const SAME_NEWS_DAYS = 1;

/** How far two counts of one thing may lie apart before they differ: rounding is no disagreement. */
const ROUNDING = 0.05;

/** How alike tellings are whose counts are of one thing. */
const ONE_THING = 0.4;

/** A count of the dead is rarely one of another matter where tellings have so much in common. */
const ONE_MATTER = 0.35;

/**
 * Collects the counts of which the sources differ, and those that grow.
 *
 * @param groupOf by mention, the event that it tells.
 */
export function createCounts(mentions: readonly EventMention[], groupOf: readonly number[]) {
  const figuresOf = memoize((number: number): readonly Figure[] => {
    const mention = mentions[number];
    return mention ? figuresIn(mention.text, mention.sentence.language) : [];
  });
  const differing = new Map<number, NonEmpty<FigureAccount>>();
  const grown = new Map<string, Pair[]>();
  let updates: Map<number, MentionUpdate[]> | null = null;
  const figureOf = (number: number, unit: string): Figure | null => {
    const own = figuresOf(number).filter((figure) => figure.unit === unit);
    return own.length === 1 ? (own[0] ?? null) : null;
  };
  const labelOf = (number: number, { start, end }: Figure) =>
    mentions[number]?.text.slice(start, end) ?? '';

  function lookUp([one, other]: Pair, unit: string, isOneGroup: boolean, judge: PairJudge): void {
    const [a, b] = [figureOf(one, unit), figureOf(other, unit)];
    const [m, n] = [mentions[one], mentions[other]];
    if (!a || !b || !m || !n || a.value === b.value) return;
    const found = judge.compare(one, other);
    if (isCounted(unit)) {
      // What has no day, or only a year, may be of an earlier disaster.
      const areOfDays = [m, n].every(({ date }) => date?.precision === 'day');
      const isAlike =
        found.clauseNames > 0 && found.sharedWords > 0 && found.similarity >= ONE_MATTER;
      if (isOneGroup || (areOfDays && isAlike)) {
        const pairs = grown.get(unit) ?? [];
        grown.set(unit, pairs);
        pairs.push([one, other]);
      }
      return;
    }
    const isFar = Math.abs(a.value - b.value) > ROUNDING * Math.max(a.value, b.value);
    if (!isOneGroup || !a.isExact || !b.isExact || !isFar || !areSameNews(m, n)) return;
    if (found.similarity < ONE_THING || found.sharedWords < 2) return;
    const group = groupOf[one] ?? 0;
    const accounts: NonEmpty<FigureAccount> = [
      { label: labelOf(one, a), mentions: [m] },
      { label: labelOf(other, b), mentions: [n] },
    ];
    // One tells that they differ.
    if (!differing.has(group)) differing.set(group, accounts);
  }

  /** The counts of each unit that hang together, in order of publication, as far as they grow. */
  function findUpdates(): Map<number, MentionUpdate[]> {
    const found = new Map<number, MentionUpdate[]>();
    for (const [unit, pairs] of grown) {
      for (const members of connected(pairs)) {
        const steps = growing(
          members.flatMap((number) => {
            const figure = figureOf(number, unit);
            const mention = mentions[number];
            return figure && mention ? [{ number, figure, mention }] : [];
          }),
        );
        const last = steps.at(-1);
        const own = nonEmpty(
          steps.map(({ number, figure, mention }) => ({ label: labelOf(number, figure), mention })),
        );
        if (!last || !own || steps.length < 2) continue;
        for (const group of new Set(
          [steps[0], last].map((step) => groupOf[step?.number ?? 0] ?? 0),
        )) {
          found.set(group, [...(found.get(group) ?? []), { kind: 'figure', steps: own }]);
        }
      }
    }
    return found;
  }

  return {
    /** Looks at two mentions of different articles that share rare words. */
    look(pair: Pair, isOneGroup: boolean, judge: PairJudge): void {
      const units = new Set(figuresOf(pair[0]).map(({ unit }) => unit));
      for (const unit of units) lookUp(pair, unit, isOneGroup, judge);
    },
    accountsOf(group: number): readonly NonEmpty<FigureAccount>[] {
      const accounts = differing.get(group);
      return accounts ? [accounts] : [];
    },
    updatesOf(group: number): readonly MentionUpdate[] {
      updates ??= findUpdates();
      return updates.get(group) ?? [];
    },
  };
}

function areSameNews({ article: a }: EventMention, { article: b }: EventMention): boolean {
  if (a.published === null || b.published === null) return true;
  return daysBetween(a.published, b.published) <= SAME_NEWS_DAYS;
}

/** Numbers that hang together by pairs, each set in ascending order. */
function connected(pairs: readonly Pair[]): number[][] {
  const sets = new Map<number, Set<number>>();
  for (const [one, other] of pairs) {
    const [a, b] = [sets.get(one) ?? new Set([one]), sets.get(other) ?? new Set([other])];
    const [large, small] = a.size >= b.size ? [a, b] : [b, a];
    for (const number of small) large.add(number);
    for (const number of large.size > small.size ? [...small, one, other] : large) {
      sets.set(number, large);
    }
  }
  return [...new Set(sets.values())].map((set) => [...set].toSorted((a, b) => a - b));
}

interface Step {
  readonly number: number;
  readonly figure: Figure;
  readonly mention: EventMention;
}

/** The steps by which a count grows: for each day of publication the greatest, while it is greater than before. */
function growing(steps: readonly Step[]): Step[] {
  const dayOf = ({ mention }: Step) => mention.article.published ?? '';
  const chosen: Step[] = [];
  const ordered = steps
    .filter((step) => dayOf(step) !== '')
    .toSorted((a, b) =>
      dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : b.figure.value - a.figure.value,
    );
  for (const step of ordered) {
    const last = chosen.at(-1);
    if (!last || (dayOf(step) > dayOf(last) && step.figure.value > last.figure.value))
      chosen.push(step);
  }
  return chosen;
}
