import { daysBetween } from '../calendar-date.ts';
import { isDenied } from '../events/denial.ts';
import type { EventMention } from '../events/find-mentions.ts';
import { nonEmpty } from '../timeline-entry.ts';
import { relateDates } from './date-relation.ts';
import type { MentionSides } from './merged-event.ts';
import { opposition } from './opposites.ts';
import type { ComparedMentions, Comparison } from './same-event.ts';

/** A word that every fourth mention has does not tell what a statement is about. */
const COMMON_SHARE = 0.25;

/** How alike contradicting statements are: they tell of one act of the same parties. */
const SAME_ACT = {
  denied: { similarity: 0.5, words: 1, count: 3 },
  // The verbs are in no case the same.
  contrary: { similarity: 0.4, words: 1, count: 2 },
} as const;

/** Names that every fourth mention has are enough for statements in nearly the same words. */
const SAME_WORDS = 0.65;

/** How alike a statement is to the one whose side it takes. */
const SAME_SIDE = 0.4;

/** In days: a claim and its denial are of the same news. Later, things may have changed. */
const LONGEST_GAP = 3;

/** So many statements on a side speak for all of them. */
const MOST_ON_A_SIDE = 6;

/** What only may be, or is asked, guessed or wished, asserts nothing. */
const OPEN =
  /\?|？|\b(?:if|whether|unless|could|might|may|should|hopes?|wants?|threaten\w*|considers?|plans? to|denies|denied|pleaded)\b|如果|是否|可能|或许|考虑|希望|计划|打算|拟/iu;

/** What lies ahead contradicts nothing that has happened. */
const AHEAD = /\b(?:will|would|shall|going to|to be)\b|将|會|会/iu;

/**
 * The contradictions, by event: statements of different sources of which one affirms and the other
 * denies one act or tells its contrary, and those that an article itself sets against each other. Both
 * assert something, at the same time.
 */
export async function findClaims(
  { words, pairs, judge }: ComparedMentions,
  groupOf: readonly number[],
  yieldIfDue: () => Promise<void>,
): Promise<ReadonlyMap<number, MentionSides[]>> {
  const { profiles } = words;
  const mentions = profiles.map(({ mention }) => mention);
  const commonWeight = words.weightOfFrequency(profiles.length * COMMON_SHARE);
  const opposed: (readonly [number, number])[] = [];
  // In a few articles on one matter, its names are in most sentences.
  const isAbout = (found: Comparison) =>
    found.rarestSharedName >= commonWeight ||
    (found.clauseNames >= 2 && found.sharedCount >= 4 && found.similarity >= SAME_WORDS);
  for (const [one, other] of pairs) {
    await yieldIfDue();
    const [a, b] = [profiles[one], profiles[other]];
    if (!a || !b || a.mention.article.id === b.mention.article.id) continue;
    const kind = opposition(a.polarity, b.polarity);
    if (kind === null || kind === 'stage' || !mayContradict(a.mention, b.mention)) continue;
    // The part of a sentence that is no clause of its event may say the same.
    if (kind === 'denied' && isDenied(a.mention.text) === isDenied(b.mention.text)) continue;
    const least = SAME_ACT[kind];
    const found = judge.compare(one, other);
    const isSameAct =
      found.similarity >= least.similarity &&
      found.sharedWords >= least.words &&
      found.sharedCount >= least.count;
    if (
      isSameAct &&
      isAbout(found) &&
      !found.isReversed &&
      !found.hasOtherFigures &&
      !found.hasOtherCountries
    ) {
      opposed.push([one, other]);
    }
  }
  const byPlace = new Map(
    mentions.map(({ article, sentence }, number) => [`${article.id} ${sentence.start}`, number]),
  );
  for (const [number, { mention, polarity }] of profiles.entries()) {
    if (mention.against === null) continue;
    const before = byPlace.get(`${mention.article.id} ${mention.against}`);
    const other = before === undefined ? undefined : profiles[before];
    if (before === undefined || !other || other.polarity.isDenied === polarity.isDenied) continue;
    if (isAbout(judge.compare(before, number))) opposed.push([before, number]);
  }
  const claims = new Map<number, MentionSides[]>();
  const neighbours = neighboursOf(pairs);
  for (const [one, other] of opposed) {
    const sides = [one, other].map((spokesman) => {
      const own = (neighbours.get(spokesman) ?? []).filter((number) => {
        const found = judge.compare(Math.min(spokesman, number), Math.max(spokesman, number));
        return (
          number !== one &&
          number !== other &&
          found.similarity >= SAME_SIDE &&
          isAbout(found) &&
          found.opposition === null
        );
      });
      return [spokesman, ...own].slice(0, MOST_ON_A_SIDE);
    });
    const [first, second] = sides.map((side) =>
      nonEmpty(side.flatMap((number) => mentions[number] ?? [])),
    );
    if (!first || !second) continue;
    for (const group of new Set(sides.flat().map((number) => groupOf[number] ?? 0))) {
      if (!claims.has(group)) claims.set(group, [[first, second]]);
    }
  }
  return claims;
}

function neighboursOf(pairs: ComparedMentions['pairs']): ReadonlyMap<number, number[]> {
  const neighbours = new Map<number, number[]>();
  const join = (one: number, other: number) => {
    const known = neighbours.get(one) ?? [];
    neighbours.set(one, known);
    known.push(other);
  };
  for (const [one, other] of pairs) {
    join(one, other);
    join(other, one);
  }
  return neighbours;
}

/** Whether two statements are of one time and assert something. */
function mayContradict(one: EventMention, other: EventMention): boolean {
  if ([one, other].some(({ role }) => role === 'deadline')) return false;
  const [a, b] = [one, other].map(({ text, clause }) => text.slice(clause.start, clause.end));
  if (a === undefined || b === undefined || OPEN.test(a) || OPEN.test(b)) return false;
  if (AHEAD.test(a) !== AHEAD.test(b)) return false;
  const [x, y] = [one.article.published, other.article.published];
  if (x !== null && y !== null && daysBetween(x, y) > LONGEST_GAP) return false;
  return (
    relateDates(one.date, other.date) !== 'apart' ||
    one.role === 'report' ||
    other.role === 'report'
  );
}
