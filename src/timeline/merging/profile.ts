import type { EventMention } from '../events/event-mention.ts';
import type { Concept } from './concept.ts';

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
export interface WeighedConcept extends Concept {
  readonly weight: number;
}
