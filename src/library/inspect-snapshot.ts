import { stat } from 'node:fs/promises';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import { readSnapshot } from './snapshot-file.ts';

/** What a snapshot is good for: `old` has other articles, some of which may be the same. */
export type SnapshotState =
  | { readonly state: 'none' }
  | { readonly state: 'fits' | 'old'; readonly writtenAt: Date }
  | { readonly state: 'unusable'; readonly reason: string };

/**
 * Looks at the snapshot in a file. Never rejects.
 *
 * @param corpusHash of the articles that it should be of.
 */
export async function inspectSnapshot(file: string, corpusHash: string): Promise<SnapshotState> {
  try {
    const snapshot = await readSnapshot(file, ANALYSIS_VERSION);
    if (!snapshot) return { state: 'none' };
    const state = snapshot.corpusHash === corpusHash ? 'fits' : 'old';
    return { state, writtenAt: (await stat(file)).mtime };
  } catch (error) {
    return { state: 'unusable', reason: error instanceof Error ? error.message : String(error) };
  }
}
