import { compareDates, daysBetween } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import { nonEmpty } from '../timeline-entry.ts';
import type { Pair } from './candidate-pairs.ts';
import { findClaims } from './claims.ts';
import { createCounts } from './counts.ts';
import { gapInDays, lengthInDays, relateDates } from './date-relation.ts';
import type { DateAccount, Disagreements, MentionUpdate } from './merged-event.ts';
import type { ComparedMentions, Comparison, PairJudge } from './same-event.ts';

/** The disagreements of each group, in the order of the groups. */
export async function findDisagreements(
  compared: ComparedMentions,
  yieldIfDue: () => Promise<void>,
): Promise<Disagreements[]> {
  const { words, pairs, judge, groups } = compared;
  const mentions = words.profiles.map(({ mention }) => mention);
  const groupOf = groupsOf(groups);
  const otherDays = createOtherDays(groups, groupOf, mentions);
  const counts = createCounts(mentions, groupOf);
  for (const pair of pairs) {
    await yieldIfDue();
    otherDays.learn(pair, judge);
  }
  for (const pair of pairs) {
    await yieldIfDue();
    const [a, b] = [mentions[pair[0]], mentions[pair[1]]];
    if (!a || !b || a.article.id === b.article.id) continue;
    const isOneGroup = groupOf[pair[0]] === groupOf[pair[1]];
    counts.look(pair, isOneGroup, judge);
    if (relateDates(a.date, b.date) === 'apart') otherDays.look(pair, [a, b], judge);
  }
  const claims = await findClaims(compared, groupOf, yieldIfDue);
  return groups.map((_, index) => ({
    dateAccounts: otherDays.accountsOf(index),
    figureAccounts: counts.accountsOf(index),
    claims: claims.get(index) ?? [],
    updates: [...counts.updatesOf(index), ...otherDays.updatesOf(index)],
  }));
}

function groupsOf(groups: readonly (readonly number[])[]): readonly number[] {
  const groupOf: number[] = [];
  for (const [index, group] of groups.entries()) {
    for (const member of group) groupOf[member] = index;
  }
  return groupOf;
}

/** How alike two tellings of one event on two days are. */
const SAME_EVENT = { similarity: 0.45, words: 2, names: 1 } as const;

/** How alike tellings in one article are that tell of two days. */
const RECURRING = 0.4;

/** A short clause without a name says nothing else than the long one. */
const CONTAINED = 0.9;

/** Deadlines and plans are fewer than events, and weeks or months that touch are hardly two. */
const LESS_ALIKE = { ahead: 0.27, spans: 0.25 } as const;

/** Two deadlines without a name that are of one thing. */
const SAME_DEADLINE = 0.55;

/** In days: how far two dates of one event may lie apart, beside the length of the less precise one. */
const LONGEST_DISAGREEMENT = { happened: 3, ahead: 10 } as const;

/** In days: articles of one time. What one says later about what is to come may have been moved. */
const ONE_TIME = 1;

/** Collects which events are told of two days. */
function createOtherDays(
  groups: readonly (readonly number[])[],
  groupOf: readonly number[],
  mentions: readonly EventMention[],
) {
  const differing = new Map<number, Set<number>>();
  const moved = new Map<number, Set<number>>();
  const join = (map: Map<number, Set<number>>, one: number, other: number) => {
    map.set(one, (map.get(one) ?? new Set()).add(other));
  };
  const datedIn = (group: number) =>
    (groups[group] ?? []).flatMap((number) => {
      const mention = mentions[number];
      return mention?.date ? [{ mention, date: mention.date }] : [];
    });
  /** A source that tells it of both days tells of two events. */
  const isToldTwice = (one: number, other: number) => {
    const articles = new Set(datedIn(one).map(({ mention }) => mention.article.id));
    return datedIn(other).some(({ mention }) => articles.has(mention.article.id));
  };
  const accountOf = (group: number): DateAccount[] => {
    const dated = datedIn(group);
    const [precise] = dated.toSorted(
      (one, other) =>
        lengthInDays(one.date) - lengthInDays(other.date) || compareDates(one.date, other.date),
    );
    const own = nonEmpty(dated.map(({ mention }) => mention));
    return precise && own ? [{ date: precise.date, mentions: own }] : [];
  };

  const recurring = new Set<number>();
  const bySentence = new Map<string, EventMention[]>();
  const placeOf = ({ article, sentence }: EventMention) => `${article.id} ${sentence.start}`;
  for (const mention of mentions) {
    const own = bySentence.get(placeOf(mention)) ?? [];
    bySentence.set(placeOf(mention), own);
    own.push(mention);
  }
  /** Whether the sentence of one gives the date of the other as well: "two on Saturday and two on Friday". */
  const givesBoth = (one: EventMention, other: EventMention) =>
    (bySentence.get(placeOf(one)) ?? []).some(
      ({ date }) =>
        date !== null && other.date !== null && relateDates(date, other.date) !== 'apart',
    );

  return {
    /** What one article tells of two days has happened twice, and may have on a third. */
    learn(pair: Pair, judge: PairJudge) {
      const [a, b] = [mentions[pair[0]], mentions[pair[1]]];
      if (a?.role !== 'event' || b?.role !== 'event' || a.article.id !== b.article.id) return;
      if (relateDates(a.date, b.date) !== 'apart') return;
      if (judge.compare(...pair).similarity < RECURRING) return;
      for (const number of pair) recurring.add(number);
    },
    look([one, other]: Pair, [a, b]: readonly [EventMention, EventMention], judge: PairJudge) {
      if (a.date === null || b.date === null) return;
      if (!areOneKind(a, b) || a.isOfSaying || b.isOfSaying) return;
      const longest = LONGEST_DISAGREEMENT[isAhead(a) ? 'ahead' : 'happened'];
      const reach = Math.max(longest, lengthInDays(a.date) - 1, lengthInDays(b.date) - 1);
      if (gapInDays(a.date, b.date) > reach) return;
      if (recurring.has(one) || recurring.has(other)) return;
      if (givesBoth(a, b) || givesBoth(b, a)) return;
      const [first, second] = [groupOf[one] ?? 0, groupOf[other] ?? 0];
      if (isToldTwice(first, second) || !isAlike(a, b, judge.compare(one, other))) return;
      if (areBothKnown(a, b)) {
        join(differing, first, second);
        join(differing, second, first);
      } else if (isAhead(a)) {
        const [earlier, later] = isBefore(a, b) ? [first, second] : [second, first];
        join(moved, later, earlier);
      }
    },
    accountsOf(group: number): DateAccount[] {
      const others = [...(differing.get(group) ?? [])];
      if (others.length === 0) return [];
      const accounts = [group, ...others].flatMap(accountOf);
      const days = new Map(accounts.map((account) => [account.date.value, account] as const));
      return days.size > 1
        ? [...days.values()].toSorted((one, other) => compareDates(one.date, other.date))
        : [];
    },
    updatesOf(group: number): MentionUpdate[] {
      const others = [...(moved.get(group) ?? [])];
      const steps = nonEmpty(
        [...others, group]
          .flatMap(accountOf)
          .map(({ date, mentions: [mention] }) => ({ label: date.value, mention })),
      );
      return others.length > 0 && steps ? [{ kind: 'date', steps }] : [];
    },
  };
}

/** What papers report of a day is as many things as there are reports. */
function areOneKind(one: EventMention, other: EventMention): boolean {
  if (one.role === 'report' || other.role === 'report') return false;
  return isAhead(one) === isAhead(other);
}

function isAhead({ role }: EventMention): boolean {
  return role === 'deadline' || role === 'planned';
}

function isAlike(one: EventMention, other: EventMention, found: Comparison): boolean {
  if (found.opposition !== null || found.isReversed) return false;
  if (found.hasOtherFigures || found.hasOtherCountries) return false;
  const areDeadlines = one.role === 'deadline' && other.role === 'deadline';
  if (areDeadlines && found.sharedNames >= 2) return found.similarity >= LESS_ALIKE.ahead;
  const isOneThing = found.sharedWords >= 2 || found.mostCover >= CONTAINED;
  if (areDeadlines && isOneThing && found.similarity >= SAME_DEADLINE) return true;
  if (found.sharedWords < SAME_EVENT.words) return false;
  if (found.sharedNames < SAME_EVENT.names && found.mostCover < CONTAINED) return false;
  const areSpans = [one, other].every(({ date }) => date !== null && lengthInDays(date) > 1);
  if (areSpans && found.sharedNames > 0) return found.similarity >= LESS_ALIKE.spans;
  return found.similarity >= (isAhead(one) ? LESS_ALIKE.ahead : SAME_EVENT.similarity);
}

/**
 * Whether both articles could have given either date. What an article tells of Friday and one that
 * appeared before Friday told of Tuesday has happened twice; a date to come that a later article gives
 * anew was moved.
 */
function areBothKnown(one: EventMention, other: EventMention): boolean {
  const [a, b] = [one.article.published, other.article.published];
  if (a === null || b === null) return true;
  if (isAhead(one)) return daysBetween(a, b) <= ONE_TIME;
  const earlier = a < b ? a : b;
  return [one, other].every(({ date }) => date !== null && date.first <= earlier);
}

function isBefore(one: EventMention, other: EventMention): boolean {
  return (one.article.published ?? '') < (other.article.published ?? '');
}
