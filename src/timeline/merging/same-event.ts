import { daysBetween } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import type { Role } from '../events/role.ts';
import type { Pair } from './candidate-pairs.ts';
import type { PairEvidence } from './cluster-mentions.ts';
import { type DateRelation, lengthInDays, relateDates } from './date-relation.ts';
import { type Opposition, opposition } from './opposites.ts';
import type { Profile, Profiles } from './profile.ts';

/** What two mentions have in common, and what speaks against their telling the same event. */
export interface Comparison {
  /** The cosine of what they say, from 0 to 1. */
  readonly similarity: number;
  /** The share of its weight that the mention of which more is shared has in common with the other. */
  readonly mostCover: number;
  /** How many words that are neither names nor figures stand in both clauses. */
  readonly sharedWords: number;
  /** How many terms the one of which fewer are shared has in common; those beside the clause count half. */
  readonly sharedCount: number;
  /** How many names stand in both clauses, or in one and beside the other. */
  readonly sharedNames: number;
  /** How many of them stand in both clauses. */
  readonly clauseNames: number;
  /** The greatest weight of a name that stands in both clauses. */
  readonly rarestSharedName: number;
  /** The weight of a name on either side that the other one lacks: the lesser of the two. */
  readonly otherNames: number;
  /** Whether both name a country, and each one of which the other says nothing. */
  readonly hasOtherCountries: boolean;
  /** Whether both give figures that the other one lacks. */
  readonly hasOtherFigures: boolean;
  /** Whether both say what is done, and each something of which the other says nothing. */
  readonly hasOtherActs: boolean;
  /** Whether who does it to whom is the other way round. */
  readonly isReversed: boolean;
  /** Whether all they share is how both begin, and then each says something else: "the council approved …". */
  readonly isSameBeginning: boolean;
  readonly opposition: Opposition;
}

/** Judges pairs of mentions, by their numbers. */
export interface PairJudge extends PairEvidence {
  readonly compare: (one: number, other: number) => Comparison;
}

/** Mentions that have been compared and grouped. */
export interface ComparedMentions {
  readonly words: Profiles;
  readonly pairs: readonly Pair[];
  readonly judge: PairJudge;
  /** The events, as numbers of mentions. */
  readonly groups: readonly (readonly number[])[];
}

/** A {@link PairJudge}. */
export function createPairJudge(all: Profiles): PairJudge {
  const profileOf = (number: number) => {
    const profile = all.profiles[number];
    if (!profile) throw new RangeError(`no mention ${number}`);
    return profile;
  };
  const compare = (one: number, other: number) =>
    compareMentions(profileOf(one), profileOf(other), all);
  return {
    isDated: (member) => profileOf(member).mention.date !== null,
    compare,
    marginOf(one, other) {
      const [a, b] = [profileOf(one), profileOf(other)];
      if (!canBeOneEvent(a.mention, b.mention)) return null;
      return sameEventMargin(a, b, compare(one, other), all.weightOfFrequency(1));
    },
  };
}

/** What stands beside a clause is worth less: "the company" of one may be a name in the other's paragraph. */
const NAME_BESIDE = 0.7;
const WORD_BESIDE = 0.3;

/** What a word weighs that no mention of the other's language has: it may be there in other words. */
const UNKNOWN_SHARE = 0.5;

interface Cover {
  weight: number;
  shared: number;
  count: number;
  words: number;
  names: number;
  rarestName: number;
  lackingName: number;
  lacksFigure: boolean;
  lacksCountry: boolean;
  /** The places in the other's terms of the names that both have, in the order of the one. */
  order: number[];
}

/** Compares two mentions, whichever languages they are in. */
function compareMentions(one: Profile, other: Profile, all: Profiles): Comparison {
  const ones = cover(one, other, all);
  const others = cover(other, one, all);
  const shares = [ones.shared / (ones.weight || 1), others.shared / (others.weight || 1)] as const;
  const [first, second] = ones.order;
  return {
    similarity: Math.sqrt(shares[0] * shares[1]),
    mostCover: Math.max(...shares),
    sharedWords: Math.min(ones.words, others.words),
    sharedCount: Math.min(ones.count, others.count),
    sharedNames: Math.min(ones.names, others.names),
    clauseNames: Math.min(ones.order.length, others.order.length),
    rarestSharedName: Math.min(ones.rarestName, others.rarestName),
    otherNames: Math.min(ones.lackingName, others.lackingName),
    hasOtherCountries: ones.lacksCountry && others.lacksCountry,
    hasOtherFigures: ones.lacksFigure && others.lacksFigure,
    hasOtherActs: lacksActs(one, other) && lacksActs(other, one),
    isReversed:
      first !== undefined &&
      second !== undefined &&
      first > second &&
      one.isPassive === other.isPassive,
    isSameBeginning: goesOnAlone(one, other) && goesOnAlone(other, one),
    opposition: opposition(one.polarity, other.polarity),
  };
}

/** What of a clause must stand behind what it shares for it to go on with something else. */
const GOING_ON_SHARE = 0.3;

/** Whether a clause begins with all that it shares with another, and goes on with none of the other's words. */
function goesOnAlone(one: Profile, other: Profile): boolean {
  const { terms } = one;
  const isShared = ({ forms }: Profile['terms'][number]) =>
    forms.some((form) => other.positions.has(form) || other.around.has(form));
  const end = terms.findLastIndex(isShared) + 1;
  if (end === 0 || !terms.slice(0, end).every(isShared)) return false;
  const weightOf = (part: Profile['terms']) => part.reduce((sum, { weight }) => sum + weight, 0);
  return weightOf(terms.slice(end)) >= GOING_ON_SHARE * weightOf(terms);
}

function lacksActs(one: Profile, other: Profile): boolean {
  return (
    one.acts.length > 0 &&
    one.acts.every((index) => !one.terms[index]?.forms.some((form) => other.positions.has(form)))
  );
}

/** How much of what `one` says the other says too. */
function cover(one: Profile, other: Profile, { weightOf, isUsed }: Profiles): Cover {
  const { language } = other.mention.sentence;
  const isSameLanguage = one.mention.sentence.language === language;
  const result: Cover = {
    weight: 0,
    shared: 0,
    count: 0,
    words: 0,
    names: 0,
    rarestName: 0,
    lackingName: 0,
    lacksFigure: false,
    lacksCountry: false,
    order: [],
  };
  for (const { kind, forms, weight, isCountry } of one.terms) {
    let inClause = 0;
    let place = -1;
    for (const form of forms) {
      const position = other.positions.get(form);
      if (position === undefined) continue;
      place = position;
      inClause = Math.max(inClause, Math.min(weight, weightOf(form)));
    }
    const isNamed = kind === 'name';
    if (place >= 0) {
      result.weight += weight;
      result.shared += inClause;
      result.count += 1;
      if (isNamed) {
        result.names += 1;
        result.rarestName = Math.max(result.rarestName, inClause);
        if (other.terms[place]?.kind === 'name') result.order.push(place);
      } else if (kind === 'word') result.words += 1;
    } else if (forms.some((form) => other.around.has(form))) {
      const part = weight * (isNamed ? NAME_BESIDE : WORD_BESIDE);
      result.weight += weight;
      result.shared += part;
      result.count += 0.5;
      if (isNamed) {
        result.names += 1;
        result.lackingName = Math.max(result.lackingName, (weight - part) / 2);
      }
    } else {
      const isKnown = isSameLanguage || forms.some((form) => isUsed(form, language));
      result.weight += isKnown ? weight : weight * UNKNOWN_SHARE;
      if (isNamed && isKnown) result.lackingName = Math.max(result.lackingName, weight);
      if (kind === 'number') result.lacksFigure = true;
      if (isCountry) result.lacksCountry = true;
    }
  }
  return result;
}

/**
 * How similar two mentions have to be by how their dates stand to each other: a day in common is
 * evidence by itself, and no date is none.
 */
const NEEDED: Readonly<Record<Exclude<DateRelation, 'apart'>, number>> = {
  same: 0.23,
  within: 0.37,
  open: 0.43,
};

/** A month or a year in common is less evidence than a day. */
const NEEDED_FOR_SPAN = 0.42;

/** What makes up for agreement, or is made up for by more of it. */
const COST = {
  otherFigures: 0.1,
  otherActs: 0.18,
  /** A name of its own on either side that no other mention has; less for commoner ones. */
  otherName: 0.35,
  /** Two who report, each something of his own. */
  otherSpeaker: 0.25,
  /** Two who speak, of whom one or both are not known. */
  unknownSpeaker: 0.12,
  /** Two deadlines, or two plans: there are fewer of them than of events. */
  bothAhead: -0.14,
  sameArticle: 0.15,
  /** No name in common where names are written alike, and few or many words. */
  noNameInCommon: 0.2,
  noNameButWords: 0.06,
  /** Chinese names are known by few signs: of long sentences much is in common that are of other things. */
  longChinese: 0.17,
  /** One word in common beside names. */
  oneWordInCommon: 0.1,
  /** A short clause that says nothing else than a long one. */
  contained: -0.12,
} as const;

/** So many words in common are of one thing, also without a name. */
const MANY_WORDS = 3;

/** So many words of a clause are many, and what two of them share may be of other things. */
const LONG_CLAUSE = 7;

const CONTAINED_COVER = 0.75;
const CONTAINED_COUNT = 3;

/** In days: an undated telling is of the same news as the day that it tells of. */
const SAME_NEWS_DAYS = 4;

/** Undated tellings of more than this are nearly the same words, whenever they appeared. */
const SAME_WORDS = 0.7;

/**
 * How surely two mentions tell the same event: above 0 where they do. Null where what they say
 * forbids it: another one of its kind, its contrary, the other way round.
 *
 * @param once what a form weighs that one mention has.
 */
function sameEventMargin(
  one: Profile,
  other: Profile,
  found: Comparison,
  once: number,
): number | null {
  const { mention: a } = one;
  const { mention: b } = other;
  const relation = relateDates(a.date, b.date);
  if (relation === 'apart' || found.opposition !== null || found.isReversed) return null;
  if (found.hasOtherCountries || areOtherInstances(one, other, relation)) return null;
  const isSameLanguage = a.sentence.language === b.sentence.language;
  if (found.isSameBeginning && isSameLanguage) return null;
  const isAhead = a.role === b.role && (a.role === 'deadline' || a.role === 'planned');
  // What is due on one day is told by other verbs: "gave it until", "must be sold by".
  const areOtherActs = found.hasOtherActs && !(isAhead && relation === 'same');
  const isOfSameNames =
    relation === 'same' &&
    found.clauseNames >= ALL_OF_IT.names &&
    found.similarity >= ALL_OF_IT.similarity;
  if (areOtherActs && found.sharedWords < 2 && !isOfSameNames) return null;
  const isOneDay = relation === 'same' && a.date !== null && lengthInDays(a.date) === 1;
  if (!isEnough(found, relation, { isOneDay, isAhead, isSameLanguage })) return -NEEDED[relation];
  if (relation === 'open' && found.similarity < SAME_WORDS && !isOfSameNews(a, b)) {
    return -NEEDED[relation];
  }
  // "This week" and "that year" hold many things.
  const isNamed = found.sharedNames > 0;
  if (relation === 'within' && !isNamed) return -NEEDED[relation];
  const isClear =
    found.sharedWords >= (isSameLanguage ? MANY_WORDS : 2) &&
    found.similarity >= ALIKE &&
    found.mostCover >= CONTAINED_COVER;
  if (relation === 'open' && a.date === b.date && !isNamed && !isClear) return -NEEDED[relation];
  const isSpan = relation === 'same' && a.date !== null && lengthInDays(a.date) > 1;
  let needed = isSpan ? NEEDED_FOR_SPAN : NEEDED[relation];
  if (isAhead && relation === 'same' && !isSpan) needed += COST.bothAhead;
  if (found.hasOtherFigures) needed += COST.otherFigures;
  if (areOtherActs) needed += COST.otherActs;
  needed += COST.otherName * Math.min(1, found.otherNames / once);
  const areLong = Math.min(one.terms.length, other.terms.length) > LONG_CLAUSE;
  const areChinese = isSameLanguage && a.sentence.language === 'zh';
  if (relation !== 'within' && areChinese && areLong) needed += COST.longChinese;
  // An article that tells a thing in both languages tells it twice.
  if (a.article.id === b.article.id && isSameLanguage) needed += COST.sameArticle;
  if (found.sharedNames === 0 && isSameLanguage) {
    const isFew = found.sharedWords < MANY_WORDS && !areChinese;
    needed += isFew ? COST.noNameInCommon : COST.noNameButWords;
  }
  if (found.sharedWords === 1) needed += COST.oneWordInCommon;
  const areSaid = (a.role === 'report' && b.role === 'report') || (a.isOfSaying && b.isOfSaying);
  if (areSaid) {
    if (speakersDiffer(one, other)) needed += COST.otherSpeaker;
    else if (areChinese && !speakersAgree(one, other)) needed += COST.unknownSpeaker;
  }
  const isContained = found.mostCover >= CONTAINED_COVER && found.sharedCount >= CONTAINED_COUNT;
  // "Prices fell this week" holds all that is said of each of its days.
  if (isContained && relation !== 'within') {
    needed += COST.contained;
  }
  return found.similarity - needed;
}

/** Beside a day in common, a short clause may have one word that is all of it, or names alone. */
const ALL_OF_IT = { similarity: 0.5, cover: 0.9, names: 3 } as const;

/** Nearly the same words. */
const ALIKE = 0.6;

/** On one day one word may do where it is most of what both say, less where they tell what is due. */
const ONE_WORD = { happened: 0.45, ahead: 0.28 } as const;

/** Of two languages two names on one day do where they are most of what both say. */
const TWO_NAMES = 0.38;

/** What of two mentions asks for less in common. */
interface Circumstances {
  readonly isOneDay: boolean;
  readonly isAhead: boolean;
  readonly isSameLanguage: boolean;
}

/** Whether one tells of the second, or another, and the other one does not. */
function areOtherInstances(
  { instance: one }: Profile,
  { instance: other }: Profile,
  relation: DateRelation,
): boolean {
  if ((one === 'other') !== (other === 'other')) return true;
  // Of one day "again" only says that it was not the first time.
  return relation !== 'same' && (one === 'again') !== (other === 'again');
}

/** Whether anything is in common but a name, or a word that many sentences have. */
function isEnough(
  found: Comparison,
  relation: DateRelation,
  { isOneDay, isAhead, isSameLanguage }: Circumstances,
): boolean {
  if (found.sharedWords >= 1 && found.sharedCount >= 2) return true;
  if (isOneDay) {
    const leastWord = isAhead ? ONE_WORD.ahead : ONE_WORD.happened;
    if (found.sharedWords >= 1 && found.similarity >= leastWord) return true;
    if (!isSameLanguage && found.clauseNames >= 1 && found.sharedCount >= 2) {
      return found.similarity >= TWO_NAMES;
    }
  }
  if (relation !== 'same' || found.similarity < ALL_OF_IT.similarity) return false;
  return (
    found.clauseNames >= ALL_OF_IT.names ||
    (found.sharedWords >= 1 && found.mostCover >= ALL_OF_IT.cover)
  );
}

/** A country is in the names of many who speak: less than half in common is another one. */
const SAME_SPEAKER = 0.5;

function speakersDiffer({ speakers: one }: Profile, { speakers: other }: Profile): boolean {
  const smaller = Math.min(one.size, other.size);
  if (smaller === 0) return false;
  const shared = [...one].filter((form) => other.has(form)).length;
  return shared / smaller < SAME_SPEAKER;
}

function speakersAgree({ speakers: one }: Profile, { speakers: other }: Profile): boolean {
  return [...one].some((form) => other.has(form));
}

/**
 * Whether an undated telling appeared when the dated event was news, or both are undated and
 * appeared about the same time. Without a day of publication nobody knows.
 */
function isOfSameNews(one: EventMention, other: EventMention): boolean {
  const near = (day: string | null, published: string | null) =>
    day !== null && published !== null && daysBetween(day, published) <= SAME_NEWS_DAYS;
  if (one.date === null && other.date === null) {
    return near(one.article.published, other.article.published);
  }
  const [undated, { date }] = one.date === null ? [one, other] : [other, one];
  const isDay = date !== null && date.first === date.last;
  return isDay && near(date.first, undated.article.published);
}

/**
 * Whether two mentions can tell one event at all, by their roles and sentences: to be asked before
 * they are compared.
 */
function canBeOneEvent(one: EventMention, other: EventMention): boolean {
  const relation = relateDates(one.date, other.date);
  if (relation === 'apart' || !canBeOneRole(one.role, other.role, relation)) return false;
  const isSameSentence =
    one.article.id === other.article.id && one.sentence.start === other.sentence.start;
  return !isSameSentence || relation === 'same';
}

/** A deadline is none of the events of its day; what was planned may be told again when it has happened. */
function canBeOneRole(one: Role, other: Role, relation: DateRelation): boolean {
  if (one === other) return true;
  const roles = new Set([one, other]);
  if (roles.has('deadline')) return roles.has('planned') && relation === 'same';
  return !roles.has('planned') || relation === 'same' || relation === 'within';
}
