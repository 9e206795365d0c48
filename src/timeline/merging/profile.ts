import type { Range } from '../../shared/range.ts';
import type { EventMention } from '../events/find-mentions.ts';
import { isCountry } from './capitals.ts';
import type { EventTrigger } from './event-triggers.ts';

/** A word of a mention, in whichever language. */
export interface MentionTerm extends Range {
  /**
   * What it is known by: its own term, the triggers that it stands for, its synonyms, its translations.
   * Two terms that share a form are taken for the same.
   */
  readonly forms: readonly string[];
  readonly kind: 'name' | 'trigger' | 'number' | 'ordinal' | 'word';
  readonly triggers: readonly EventTrigger[];
  readonly isNegated: boolean;
  /** Whether it is stated, affirmed or denied; a noun, a wish or a condition is not. */
  readonly isAsserted: boolean;
  /** Whether it stands where the sentence says who says so. */
  readonly isAttribution: boolean;
  /** Whether it is only named as the one who says so. */
  readonly isSpeaker: boolean;
}

/** A mention as it is compared. */
export interface Profile {
  readonly mention: EventMention;
  /** Those of its clause, each once. */
  readonly terms: readonly WeighedTerm[];
  /** Where in `terms` each form stands; pairs of neighbouring English words among them. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** The forms of what stands around its clause: its sentence, its paragraph, its headline. */
  readonly around: ReadonlySet<string>;
  /** The sum of the terms' weights. */
  readonly weight: number;
  /** The names of the triggers that it names in any way. */
  readonly triggers: ReadonlySet<string>;
  /** Those that it states, affirmed or denied. */
  readonly stated: ReadonlySet<string>;
  /** The ways in which each claim is stated: affirmed (1), denied (-1), or both. */
  readonly polarities: ReadonlyMap<string, ReadonlySet<number>>;
  /** The claims whose trigger is denied in so many words, and those that are stages of one matter. */
  readonly denied: ReadonlySet<string>;
  readonly staged: ReadonlySet<string>;
  /** The ordinals that it names, as forms. */
  readonly ordinals: ReadonlySet<string>;
  /** The forms of those who are named as saying so, countries left out. */
  readonly speakers: ReadonlySet<string>;
  /** The forms of several words, each with the weight of its term. */
  readonly phrases: ReadonlyMap<string, number>;
}

/** A term with how much it tells: rare ones much, those of every sentence little. */
interface WeighedTerm extends MentionTerm {
  readonly weight: number;
}

/** A mention that has been read, before it is known how rare its words are. */
export interface ProfileDraft extends Pick<Profile, 'mention' | 'around'> {
  readonly terms: readonly MentionTerm[];
}

/**
 * The {@link Profile} of a mention.
 *
 * @param isPhrase whether a mention in the other language has two neighbouring words as one.
 */
export function createProfile(
  { mention, terms, around }: ProfileDraft,
  weightOf: (form: string) => number,
  isPhrase: (form: string) => boolean,
): Profile {
  const weighed = terms.map((term): WeighedTerm => {
    return { ...term, weight: Math.min(...term.forms.map(weightOf)) };
  });
  return {
    mention,
    terms: weighed,
    around,
    positions: positionsOf(weighed, isPhrase),
    weight: weighed.reduce((sum, { weight }) => sum + weight, 0),
    phrases: new Map(
      weighed.flatMap(({ forms, weight }) =>
        forms.filter((form) => form.includes(' ')).map((form) => [form, weight] as const),
      ),
    ),
    ordinals: new Set(terms.flatMap(({ kind, forms }) => (kind === 'ordinal' ? forms : []))),
    speakers: speakersOf(terms),
    ...triggersOf(terms),
  };
}

function positionsOf(
  terms: readonly MentionTerm[],
  isPhrase: (form: string) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const put = (form: string, ...indexes: number[]) => {
    const known = places.get(form);
    if (known) known.push(...indexes);
    else places.set(form, indexes);
  };
  for (const [index, { forms }] of terms.entries()) {
    for (const form of forms) put(form, index);
    const phrase = `${forms[0]} ${terms[index + 1]?.forms[0]}`;
    if (isPhrase(phrase)) put(phrase, index, index + 1);
  }
  return places;
}

/** A country is in the names of many speakers, and no name of one: "Chinese state media". */
function speakersOf(terms: readonly MentionTerm[]): ReadonlySet<string> {
  return new Set(
    terms.flatMap(({ isSpeaker, forms }) => (isSpeaker && !forms.some(isCountry) ? forms : [])),
  );
}

/** Acts of which one denied contradicts the other: who is chosen as a partner is sold to. */
function claimOf(trigger: string): string {
  return trigger === 'choice' ? 'sale' : trigger;
}

function triggersOf(
  terms: readonly MentionTerm[],
): Pick<Profile, 'triggers' | 'stated' | 'polarities' | 'denied' | 'staged'> {
  const names = new Set<string>();
  const stated = new Set<string>();
  const polarities = new Map<string, Set<number>>();
  const denied = new Set<string>();
  const staged = new Set<string>();
  for (const { triggers, isNegated, isAsserted } of terms) {
    for (const { name, polarity, hasStages } of triggers) {
      const claim = claimOf(name);
      names.add(name);
      if (isNegated) denied.add(claim);
      if (hasStages) staged.add(claim);
      if (!isAsserted) continue;
      stated.add(name);
      const signs = polarities.get(claim) ?? new Set();
      polarities.set(claim, signs.add(isNegated ? -polarity : polarity));
    }
  }
  return { triggers: names, stated, polarities, denied, staged };
}
