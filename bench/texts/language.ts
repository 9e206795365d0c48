import type { Random } from './random.ts';

/** The languages that texts are generated in. */
export const LANGUAGES = ['en', 'zh'] as const;

/** One of {@link LANGUAGES}. */
export type BenchLanguage = (typeof LANGUAGES)[number];

/** A sentence, and the words in it that somebody could ask for. */
export interface Sentence {
  readonly text: string;
  readonly contentWords: readonly string[];
}

/** What one article is about: its words and names come back in its sentences. */
export interface Topic {
  readonly words: readonly string[];
  readonly names: readonly string[];
}

/** How a language makes texts. Everything random comes from the argument. */
export interface Writer {
  readonly topic: (random: Random) => Topic;
  readonly sentence: (random: Random, topic: Topic) => Sentence;
  readonly title: (random: Random, topic: Topic) => string;
  /** A question about the words of a sentence. */
  readonly question: (random: Random, sentence: Sentence) => string;
  /** What stands between two sentences. */
  readonly sentenceGap: string;
  /** In UTF-16 units. */
  readonly paragraphLength: { readonly shortest: number; readonly longest: number };
}
