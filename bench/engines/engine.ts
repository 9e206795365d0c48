import type { Article } from '../../src/corpus/index.ts';
import type { Passage } from '../../src/retrieval/passages/split-passages.ts';

/** How many results every engine is asked for. */
export const RESULT_LIMIT = 10;

/** What every engine gets: articles, cut into passages, cut out as texts. */
export interface EngineInput {
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
  /** Beside each passage; for engines that know nothing of articles. */
  readonly documents: readonly EngineDocument[];
}

/** A passage as an engine gets it that knows nothing of articles. */
export interface EngineDocument {
  /** The place of the passage in the list. */
  readonly id: number;
  readonly text: string;
  readonly title: string;
}

/** What was found, told after the clock has stopped. */
export interface EngineResults {
  /** Whether a passage, named by its place in the list, is among the best {@link RESULT_LIMIT}. */
  readonly holds: (passage: number) => boolean;
}

/** Texts that can be asked. */
export interface BuiltEngine {
  readonly ask: (question: string) => Promise<EngineResults>;
}

/** One way of finding passages. */
export interface Engine {
  readonly label: string;
  /** Whether building gives way to other work now and then, so that its longest pause says something. */
  readonly yieldsWhileBuilding: boolean;
  readonly build: (input: EngineInput) => Promise<BuiltEngine>;
}

/** Results of an engine that names passages by their places. */
export function holdsAny(passages: readonly number[]): EngineResults {
  return { holds: (passage) => passages.includes(passage) };
}
