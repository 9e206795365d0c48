import { isCountry } from './capitals.ts';
import { gapInDays, relateDates } from './date-relation.ts';
import type { Profile } from './profile.ts';
import type { ProfiledMentions } from './profile-mentions.ts';

/** What two mentions have in common, and what speaks against their telling the same event. */
export interface Comparison {
  /** The cosine of what they say, from 0 to 1. */
  readonly similarity: number;
  /** The share of its weight that the mention of which more is shared has in common with the other. */
  readonly mostCover: number;
  /** How many of its terms the mention of which fewer are shared has in common; context counts half. */
  readonly sharedCount: number;
  /** The same without what names who says so. */
  readonly sharedTopics: number;
  /** The weight of the names and figures that both give. */
  readonly sharedNames: number;
  /** The greatest weight of a name that stands in both clauses. */
  readonly rarestSharedName: number;
  readonly sharedTriggers: readonly string[];
  /** Both name triggers, and none in common. */
  readonly hasOtherTriggers: boolean;
  /** Each states a trigger, and the other one states none of them. */
  readonly statesOtherTriggers: boolean;
  /** Each states a trigger of which the other one says nothing. */
  readonly hasOwnTriggers: boolean;
  /** Both count it as the first, or the second, of its kind. */
  readonly hasSharedOrdinal: boolean;
  /** The weight of a name on either side that the other one lacks: the lesser of the two. */
  readonly otherNames: number;
  /** Both say who says so: the same one, others, or null where either does not. */
  readonly speakers: 'same' | 'other' | null;
  /** Both give figures that the other one lacks. */
  readonly hasOtherFigures: boolean;
  /** The first and the second, or a trigger and the stage that undoes it. */
  readonly isOtherStage: boolean;
  /** The claim that one affirms, and of which the other denies it or tells the contrary. */
  readonly opposedClaim: string | null;
}

/** What comparing needs to know of all mentions. */
type CorpusWords = Pick<ProfiledMentions, 'weightOf' | 'isUsed'>;

/** What is worth less than in the clause: "the company" of one may be a name in the other's context. */
const CONTEXT_NAME_SHARE = 0.7;
const CONTEXT_WORD_SHARE = 0.3;

/** What a word weighs that no mention of the other's language has: it may be there in other words. */
const UNKNOWN_SHARE = 0.5;

/** Compares two mentions, whichever languages they are in. */
export function compareMentions(one: Profile, other: Profile, words: CorpusWords): Comparison {
  const ones = cover(one, other, words);
  const others = cover(other, one, words);
  const sharedTriggers = [...one.triggers].filter((trigger) => other.triggers.has(trigger));
  const opposed = opposedClaims(one, other);
  const isStage = (claim: string) =>
    (one.staged.has(claim) || other.staged.has(claim)) &&
    !one.denied.has(claim) &&
    !other.denied.has(claim);
  return {
    similarity: Math.sqrt(
      (ones.shared / (ones.weight || 1)) * (others.shared / (others.weight || 1)),
    ),
    mostCover: Math.max(ones.shared / (ones.weight || 1), others.shared / (others.weight || 1)),
    sharedCount: Math.min(ones.count, others.count),
    sharedTopics: Math.min(ones.topics, others.topics),
    sharedNames: (ones.names + others.names) / 2,
    rarestSharedName: Math.min(ones.rarestName, others.rarestName),
    sharedTriggers,
    hasOtherTriggers:
      sharedTriggers.length === 0 && one.triggers.size > 0 && other.triggers.size > 0,
    statesOtherTriggers: statesOtherTriggers(one, other),
    hasOwnTriggers: hasOwnTrigger(one, other) && hasOwnTrigger(other, one),
    hasSharedOrdinal: [...one.ordinals].some((form) => other.ordinals.has(form)),
    otherNames: Math.min(ones.lackingName, others.lackingName),
    speakers: compareSpeakers(one, other),
    hasOtherFigures: ones.lacksFigure && others.lacksFigure,
    isOtherStage: opposed.some(isStage) || hasOtherOrdinals(one, other),
    opposedClaim: opposed.find((claim) => !isStage(claim)) ?? null,
  };
}

interface Cover {
  /** Of all terms. */
  weight: number;
  shared: number;
  count: number;
  /** The count without what names who says so. */
  topics: number;
  names: number;
  rarestName: number;
  /** The greatest weight of a name that the other lacks. */
  lackingName: number;
  lacksFigure: boolean;
}

/** How much of what `one` says the other says too. */
function cover(one: Profile, other: Profile, { weightOf, isUsed }: CorpusWords): Cover {
  const { language } = other.mention.sentence;
  const isSameLanguage = one.mention.sentence.language === language;
  const phrases = phrasesOf(other, one);
  const result: Cover = {
    weight: 0,
    shared: 0,
    count: 0,
    topics: 0,
    names: 0,
    rarestName: 0,
    lackingName: 0,
    lacksFigure: false,
  };
  for (const [index, term] of one.terms.entries()) {
    const { kind, forms, weight } = term;
    const inClause = Math.max(
      phrases.get(index) ?? 0,
      ...forms.map((form) => (other.positions.has(form) ? Math.min(weight, weightOf(form)) : 0)),
    );
    const isNamed = kind === 'name';
    if (inClause > 0) {
      result.weight += weight;
      result.shared += inClause;
      result.count += 1;
      if (!term.isAttribution) result.topics += 1;
      if (isNamed) result.rarestName = Math.max(result.rarestName, inClause);
      if (isNamed || kind === 'number') result.names += inClause;
    } else if (forms.some((form) => other.around.has(form))) {
      const part = weight * (isNamed ? CONTEXT_NAME_SHARE : CONTEXT_WORD_SHARE);
      result.weight += weight;
      result.shared += part;
      result.count += 0.5;
      if (!term.isAttribution) result.topics += 0.5;
      if (isNamed) {
        result.names += part;
        result.lackingName = Math.max(result.lackingName, (weight - part) / 2);
      }
    } else {
      const isKnown =
        isSameLanguage || forms.some((form) => isCountry(form) || isUsed(form, language));
      result.weight += isKnown ? weight : weight * UNKNOWN_SHARE;
      if (isNamed && isKnown && !term.isSpeaker) {
        result.lackingName = Math.max(result.lackingName, weight);
      }
      if (kind === 'number') result.lacksFigure = true;
    }
  }
  return result;
}

/** Where in `one` the words stand that are one word of the other's language, with that word's weight. */
function phrasesOf(other: Profile, one: Profile): ReadonlyMap<number, number> {
  const phrases = new Map<number, number>();
  for (const [form, weight] of other.phrases) {
    for (const position of one.positions.get(form) ?? []) phrases.set(position, weight);
  }
  return phrases;
}

/** What one mention only affirms, and the other only denies or tells the contrary of. */
export function opposedClaims(one: Profile, other: Profile): string[] {
  return [...one.polarities].flatMap(([claim, signs]) => {
    const others = other.polarities.get(claim);
    const isOpposed =
      signs.size === 1 && others?.size === 1 && [...signs].every((sign) => others.has(-sign));
    return isOpposed ? [claim] : [];
  });
}

function hasOtherOrdinals(one: Profile, other: Profile): boolean {
  return (
    one.ordinals.size > 0 &&
    other.ordinals.size > 0 &&
    ![...one.ordinals].some((form) => other.ordinals.has(form))
  );
}

/** Whether both state triggers, and the one none that the other so much as names. */
function statesOtherTriggers(one: Profile, other: Profile): boolean {
  const isOther = ({ stated }: Profile, { triggers }: Profile) =>
    stated.size > 0 && [...stated].every((trigger) => !triggers.has(trigger));
  return isOther(one, other) && isOther(other, one);
}

/** Whether `one` states a trigger of which the other says nothing. */
function hasOwnTrigger(one: Profile, other: Profile): boolean {
  return one.terms.some(
    ({ isAsserted, triggers }) =>
      isAsserted && triggers.length > 0 && !triggers.some(({ name }) => other.triggers.has(name)),
  );
}

function compareSpeakers(one: Profile, other: Profile): Comparison['speakers'] {
  if (one.speakers.size === 0 || other.speakers.size === 0) return null;
  return [...one.speakers].some((form) => other.speakers.has(form)) ? 'same' : 'other';
}

/** How alike contradicting statements are: they have the same trigger and the same parties. */
const LEAST_SIMILARITY = 0.3;
const LEAST_IN_COMMON = 3;

/** In days: a claim and its denial are of the same news. Later, things may have changed. */
const LONGEST_GAP = 7;

/**
 * Whether two statements contradict each other: one affirms what the other denies, of the same
 * parties, and not as two stages of one matter. A deadline claims nothing. What happened on another day may undo what was before;
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
  if (found.opposedClaim === null || found.isOtherStage || !isOtherVoice) return false;
  if (found.similarity < LEAST_SIMILARITY || found.sharedCount < LEAST_IN_COMMON) return false;
  if (found.rarestSharedName < commonWeight || found.hasOtherFigures) return false;
  if ([one, other].some(({ mention }) => mention.role === 'deadline')) return false;
  const { date: a, role: roleA } = one.mention;
  const { date: b, role: roleB } = other.mention;
  if (a === null || b === null || relateDates(a, b) !== 'apart') return true;
  return (roleA === 'report' || roleB === 'report') && gapInDays(a, b) <= LONGEST_GAP;
}
