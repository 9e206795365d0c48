import { isCountry } from './capitals.ts';
import type { Concept } from './concept.ts';
import type { Profile, WeighedConcept } from './profile.ts';

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
