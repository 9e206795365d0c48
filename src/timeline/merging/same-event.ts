import type { CalendarDate } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import type { Role } from '../events/role.ts';
import type { PairEvidence } from './cluster-mentions.ts';
import {
  type Comparison,
  compareMentions,
  contradicts,
  opposedClaims,
} from './compare-mentions.ts';
import { type DateRelation, gapInDays, lengthInDays, relateDates } from './date-relation.ts';
import type { Profile } from './profile.ts';
import type { ProfiledMentions } from './profile-mentions.ts';

/** Judges pairs of mentions, by their numbers; each pair is compared once. */
export interface PairJudge extends PairEvidence {
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

/**
 * How similar two mentions have to be by how their dates stand to each other: a day in common is
 * evidence by itself, no date is none, and dates that differ need everything else to agree.
 */
const NEEDED: Readonly<Record<DateRelation, number>> = {
  same: 0.22,
  within: 0.35,
  open: 0.45,
  apart: 0.45,
};

/** A month or a year in common is less evidence than a day. */
const NEEDED_FOR_SPAN = 0.3;

/** Dates of weeks or months that nearly touch are hardly two: "late August" and "early September". */
const NEEDED_FOR_NEIGHBOURS = 0.3;

/** What makes up for agreement, or is made up for by more of it. */
const COST = {
  noTriggerInCommon: 0.1,
  otherTriggers: 0.2,
  otherStatedTriggers: 0.5,
  otherFigures: 0.15,
  /** A name of its own on either side, less where the other's context has it, and for each unit of its weight. */
  otherName: 0.2,
  otherNameWeight: 0.08,
  /** Two who report, each something of his own, and the same one again. */
  otherSpeaker: 0.25,
  /** Two reports that may be of others and are about no party that few sentences name. */
  otherReport: 0.2,
  sameSpeaker: -0.2,
  /** Two deadlines, or two plans: there are fewer of them than of events. */
  bothAhead: -0.1,
  sameArticle: 0.15,
  /** A short sentence that says nothing else than a long one. */
  contained: -0.15,
  /** Two words in common, or one and a name of the context. */
  littleInCommon: 0.2,
  /** And no name or figure among them, where names are written alike. */
  noNameInCommon: 0.15,
} as const;

/** Two things are a coincidence; how much of one mention they must be to be more. */
const FEW_CONCEPTS = 3;
const FEW_ARE_MOST = 0.75;

/** In days: how far two dates of one event may lie apart, beside the length of the less precise one. */
const LONGEST_DISAGREEMENT = 10;

/**
 * How surely two mentions tell the same event: above 0 where they do, 0 where nothing is said either
 * way. Null where what they say forbids it. They are two that {@link canBeOneEvent} allows.
 *
 * @param commonWeight what a word weighs that is too common to tell what a statement is about.
 */
function sameEventMargin(
  one: Profile,
  other: Profile,
  found: Comparison,
  commonWeight: number,
): number | null {
  const { mention: a } = one;
  const { mention: b } = other;
  const relation = relateDates(a.date, b.date);
  if (found.isOtherStage) return null;
  if (found.sharedCount < 1 || namesOnlySpeakers(one) || namesOnlySpeakers(other)) {
    return -NEEDED[relation];
  }
  if (relation === 'open' && (isOtherUndatedEvent(one, other) || oneTellsBothSides(one, other)))
    return null;
  if (relation === 'open' && !isTelling(found)) return -NEEDED[relation];
  if (relation === 'apart' && found.opposedClaim !== null) return null;
  if (relation === 'apart' && !hasSameTrigger(found)) return 0;
  const isSpan = relation === 'same' && a.date !== null && lengthInDays(a.date) > 1;
  const isAhead = a.role === b.role && (a.role === 'deadline' || a.role === 'planned');
  const isOneStatement = relation === 'same' && !isSpan && areSayingsOfOne(one, other, found);
  let needed = isSpan ? NEEDED_FOR_SPAN : NEEDED[relation];
  if (relation === 'apart' && areNeighbours(a.date, b.date)) needed = NEEDED_FOR_NEIGHBOURS;
  if (isAhead && (relation === 'apart' || (relation === 'same' && !isSpan))) {
    needed += COST.bothAhead;
  }
  if (isOneStatement) needed += 0;
  else if (found.statesOtherTriggers || (relation === 'open' && found.hasOtherTriggers))
    needed += COST.otherStatedTriggers;
  else if (found.hasOtherTriggers) needed += COST.otherTriggers;
  else if (found.sharedTriggers.length === 0) needed += COST.noTriggerInCommon;
  if (found.hasOtherFigures) needed += COST.otherFigures;
  if (found.otherNames > 0) {
    needed +=
      COST.otherName * Math.min(1, found.otherNames) + COST.otherNameWeight * found.otherNames;
  }
  if (isContained(found)) needed += COST.contained;
  if (found.speakers === 'other') needed += COST.otherSpeaker;
  if (mayBeOtherReports(one, other, found) && found.rarestSharedName < commonWeight) {
    needed += COST.otherReport;
  }
  if (found.speakers === 'same' && relation === 'same' && !isSpan) needed += COST.sameSpeaker;
  // An article that tells a thing in both languages tells it twice.
  const isSameLanguage = a.sentence.language === b.sentence.language;
  if (a.article.id === b.article.id && isSameLanguage) needed += COST.sameArticle;
  if (found.sharedCount < FEW_CONCEPTS && found.mostCover < FEW_ARE_MOST) {
    needed += COST.littleInCommon;
    if (found.sharedNames === 0 && isSameLanguage) needed += COST.noNameInCommon;
  }
  const margin = found.similarity - needed;
  // Dates that differ are no evidence against a group that another pair brings together.
  return relation === 'apart' ? Math.max(0, margin) : margin;
}

/**
 * Whether both are what one party said on one day, in whichever parts it is told. A medium reports
 * on many things a day.
 */
function areSayingsOfOne(one: Profile, other: Profile, found: Comparison): boolean {
  return (
    found.speakers === 'same' &&
    one.mention.role === 'event' &&
    other.mention.role === 'event' &&
    found.sharedTopics >= 1 &&
    !found.hasOtherFigures
  );
}

/** Whether both are reports, not known to be of one medium, and each says more than the other. */
function mayBeOtherReports(one: Profile, other: Profile, found: Comparison): boolean {
  return (
    one.mention.role === 'report' &&
    other.mention.role === 'report' &&
    found.speakers !== 'same' &&
    found.mostCover < FEW_ARE_MOST
  );
}

/** Whether a clause says nothing but who speaks: what is said stands in another one. */
function namesOnlySpeakers({ terms }: Profile): boolean {
  return terms.every(({ isSpeaker }) => isSpeaker);
}

/** Whether one affirms and denies what the other only affirms, or only denies: it tells of a dispute. */
function oneTellsBothSides(one: Profile, other: Profile): boolean {
  return [...one.polarities].some(([claim, signs]) => {
    const others = other.polarities.get(claim);
    return others !== undefined && others.size !== signs.size;
  });
}

/** Whether only one of them is dated, and the other one states a trigger that the dated one lacks. */
function isOtherUndatedEvent(one: Profile, other: Profile): boolean {
  if ((one.mention.date === null) === (other.mention.date === null)) return false;
  const [undated, dated] = one.mention.date === null ? [one, other] : [other, one];
  return (
    undated.stated.size > 0 && [...undated.stated].every((trigger) => !dated.triggers.has(trigger))
  );
}

function areNeighbours(one: CalendarDate | null, other: CalendarDate | null): boolean {
  return (
    one !== null &&
    other !== null &&
    lengthInDays(one) > 1 &&
    lengthInDays(other) > 1 &&
    gapInDays(one, other) <= LONGEST_DISAGREEMENT
  );
}

/** Whether enough is in common where no date is: several words, or a name and its trigger. */
function isTelling(found: Comparison): boolean {
  const isNamed = found.sharedNames > 0 && found.sharedCount >= FEW_CONCEPTS - 1;
  return isNamed || found.sharedCount >= FEW_CONCEPTS;
}

/**
 * Whether two mentions can tell one event at all, by their dates, roles and sentences: to be asked
 * before they are compared.
 */
function canBeOneEvent(one: EventMention, other: EventMention): boolean {
  const relation = relateDates(one.date, other.date);
  if (!canBeOneRole(one.role, other.role, relation)) return false;
  if (isSameSentence(one, other) && relation !== 'same') return false;
  if (relation !== 'apart' || one.date === null || other.date === null) return true;
  const [a, b] = [one.date, other.date];
  return (
    one.article.id !== other.article.id &&
    gapInDays(a, b) <= Math.max(LONGEST_DISAGREEMENT, lengthInDays(a), lengthInDays(b))
  );
}

/** Whether one tells little but what the other does, of the same names and with the same trigger. */
function isContained(found: Comparison): boolean {
  return (
    found.mostCover >= FEW_ARE_MOST &&
    found.sharedCount >= FEW_CONCEPTS &&
    found.sharedNames > 0 &&
    found.sharedTriggers.length > 0 &&
    !found.hasOwnTriggers &&
    found.speakers !== 'other'
  );
}

/** Whether both have one trigger, or the first of its kind, and not each another one beside it. */
function hasSameTrigger(found: Comparison): boolean {
  return (found.sharedTriggers.length > 0 || found.hasSharedOrdinal) && !found.hasOwnTriggers;
}

function isSameSentence(one: EventMention, other: EventMention): boolean {
  return one.article.id === other.article.id && one.sentence.start === other.sentence.start;
}

/** A deadline is none of the events of its day; what was planned may be told again when it has happened. */
function canBeOneRole(one: Role, other: Role, relation: DateRelation): boolean {
  if (one === other) return true;
  const roles = new Set([one, other]);
  if (roles.has('deadline')) return roles.has('planned') && relation === 'same';
  return !roles.has('planned') || relation === 'same' || relation === 'within';
}
