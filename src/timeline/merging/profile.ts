import type { Range } from '../../shared/range.ts';
import type { EventMention } from '../events/event-mention.ts';
import { isCountry } from './capitals.ts';
import type { Act } from './news-actions.ts';

/** A word of a mention, in whichever language. */
export interface Concept extends Range {
  /**
   * What it is known by: its own term, the acts that it stands for, its synonyms, its translations.
   * Two concepts that share a form are taken for the same.
   */
  readonly forms: readonly string[];
  readonly kind: 'name' | 'act' | 'number' | 'ordinal' | 'word';
  readonly acts: readonly Act[];
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
  readonly concepts: readonly WeighedConcept[];
  /** Where in `concepts` each form stands; pairs of neighbouring English words among them. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The forms of what stands around its clause: its sentence, its paragraph, its headline. */
  readonly around: ReadonlySet<string>;
  /** The sum of the concepts' weights. */
  readonly weight: number;
  /** The names of the acts that it names in any way. */
  readonly acts: ReadonlySet<string>;
  /** Those that it states, affirmed or denied. */
  readonly stated: ReadonlySet<string>;
  /** The ways in which each stance is stated: affirmed (1), denied (-1), or both. */
  readonly stances: ReadonlyMap<string, ReadonlySet<number>>;
  /** The stances whose act is denied in so many words, and those that are steps of one matter. */
  readonly denied: ReadonlySet<string>;
  readonly stepped: ReadonlySet<string>;
  /** The ordinals that it names, as forms. */
  readonly ordinals: ReadonlySet<string>;
  /** The forms of those who are named as saying so, countries left out. */
  readonly speakers: ReadonlySet<string>;
  /** The forms of several words, each with the weight of its concept. */
  readonly phrases: ReadonlyMap<string, number>;
}

/** A concept with how much it tells: rare ones much, those of every sentence little. */
interface WeighedConcept extends Concept {
  readonly weight: number;
}

/** A mention that has been read, before it is known how rare its words are. */
export interface ProfileDraft extends Pick<Profile, 'mention' | 'around'> {
  readonly concepts: readonly Concept[];
}

/**
 * The {@link Profile} of a mention.
 *
 * @param isPhrase whether a mention in the other language has two neighbouring words as one.
 */
export function createProfile(
  { mention, concepts, around }: ProfileDraft,
  weightOf: (form: string) => number,
  isPhrase: (form: string) => boolean,
): Profile {
  const weighed = concepts.map((concept): WeighedConcept => {
    return { ...concept, weight: Math.min(...concept.forms.map(weightOf)) };
  });
  return {
    mention,
    concepts: weighed,
    around,
    places: placesOf(weighed, isPhrase),
    weight: weighed.reduce((sum, { weight }) => sum + weight, 0),
    phrases: new Map(
      weighed.flatMap(({ forms, weight }) =>
        forms.filter((form) => form.includes(' ')).map((form) => [form, weight] as const),
      ),
    ),
    ordinals: new Set(concepts.flatMap(({ kind, forms }) => (kind === 'ordinal' ? forms : []))),
    speakers: speakersOf(concepts),
    ...actsOf(concepts),
  };
}

function placesOf(
  concepts: readonly Concept[],
  isPhrase: (form: string) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const put = (form: string, ...indexes: number[]) => {
    const known = places.get(form);
    if (known) known.push(...indexes);
    else places.set(form, indexes);
  };
  for (const [index, { forms }] of concepts.entries()) {
    for (const form of forms) put(form, index);
    const phrase = `${forms[0]} ${concepts[index + 1]?.forms[0]}`;
    if (isPhrase(phrase)) put(phrase, index, index + 1);
  }
  return places;
}

/** A country is in the names of many speakers, and no name of one: "Chinese state media". */
function speakersOf(concepts: readonly Concept[]): ReadonlySet<string> {
  return new Set(
    concepts.flatMap(({ isSpeaker, forms }) => (isSpeaker && !forms.some(isCountry) ? forms : [])),
  );
}

/** Acts of which one denied contradicts the other: who is chosen as a partner is sold to. */
function stanceOf(act: string): string {
  return act === 'choice' ? 'sale' : act;
}

function actsOf(
  concepts: readonly Concept[],
): Pick<Profile, 'acts' | 'stated' | 'stances' | 'denied' | 'stepped'> {
  const names = new Set<string>();
  const stated = new Set<string>();
  const stances = new Map<string, Set<number>>();
  const denied = new Set<string>();
  const stepped = new Set<string>();
  for (const { acts, isNegated, isAsserted } of concepts) {
    for (const { name, sign, hasSteps } of acts) {
      const stance = stanceOf(name);
      names.add(name);
      if (isNegated) denied.add(stance);
      if (hasSteps) stepped.add(stance);
      if (!isAsserted) continue;
      stated.add(name);
      const signs = stances.get(stance) ?? new Set();
      stances.set(stance, signs.add(isNegated ? -sign : sign));
    }
  }
  return { acts: names, stated, stances, denied, stepped };
}
