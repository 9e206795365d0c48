import { type BigIntStats, statSync } from 'node:fs';
import type { Problem } from '../problem.ts';
import type { StoredArticle } from '../stored-article.ts';

/** What one file gave when it was read, and what tells whether it would give the same again. */
export interface ParsedFile {
  /** Path below the corpus folder, with `/` between folders. */
  readonly file: string;
  /** Where it really is: absolute, all links resolved. */
  readonly path: string;
  /** See {@link signatureOf}; null when a change could go unnoticed. */
  readonly signature: string | null;
  /** What else the result depends on: the size limit, and what `sources.yaml` says of the file. */
  readonly cacheKey: string;
  /** Before the check for ids that are used twice. */
  readonly articles: readonly PlacedArticle[];
  readonly problems: readonly Problem[];
  /** The groups of a file with synonyms, which has no articles. */
  readonly synonyms?: readonly SynonymGroup[];
}

/** Words and phrases that mean the same, as they are written. Two at least. */
export type SynonymGroup = readonly string[];

/** An article with its line in a `.jsonl` (1-based), or null. */
export interface PlacedArticle {
  readonly article: StoredArticle;
  readonly line: number | null;
}

/**
 * A file that was changed less than this long ago, in ms, can be changed again without new times:
 * file systems keep time in steps of up to 2 s (FAT).
 */
const UNSETTLED_MS = 2000;

/**
 * What is different after every change of a file: its size, times and number. Null when it is not
 * there, and when it was changed so shortly before `now` (ms since the epoch) that another change
 * could leave all of them as they are. To be taken before the file is read.
 */
export function signatureOf(path: string, now: number): string | null {
  let stats: BigIntStats;
  try {
    stats = statSync(path, { bigint: true });
  } catch (error) {
    // Opening the file meets the same error, and tells it.
    if (error instanceof Error && 'syscall' in error) return null;
    throw error;
  }
  const settledUntil = BigInt(Math.floor(now) - UNSETTLED_MS);
  if (stats.mtimeMs >= settledUntil || stats.ctimeMs >= settledUntil) return null;
  const { dev, ino, size, mtimeNs, ctimeNs } = stats;
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** Whether reading failed for a reason outside of the file, which can pass while the file stays. */
export function isPassing(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'file-unreadable');
}
