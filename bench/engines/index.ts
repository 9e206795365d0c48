import type { Engine } from './engine.ts';
import { miniSearchAsItComes } from './minisearch.ts';
import { miniSearchTuned } from './minisearch-tuned.ts';
import { verbatim } from './verbatim.ts';
import { verbatimIndex } from './verbatim-index.ts';
import { winkBm25 } from './wink.ts';

/** The names of the engines, in the order of the table. */
export const ENGINE_NAMES = [
  'verbatim',
  'verbatim-index',
  'minisearch-tuned',
  'minisearch',
  'wink',
] as const;

/** One of {@link ENGINE_NAMES}. */
export type EngineName = (typeof ENGINE_NAMES)[number];

/** The engine that has the ratio 1.0. */
export const PEER: EngineName = 'minisearch-tuned';

/** Every engine by its name. */
export const ENGINES: Readonly<Record<EngineName, Engine>> = {
  verbatim,
  'verbatim-index': verbatimIndex,
  'minisearch-tuned': miniSearchTuned,
  minisearch: miniSearchAsItComes,
  wink: winkBm25,
};
