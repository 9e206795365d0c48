import { hasChanges, type Library, type LibraryLog, ReindexError } from './library.ts';

/**
 * Reindexes, by nobody in particular, when the folder holds something else than the generation in use.
 * What fails is logged, and the generation stays in use.
 *
 * @param isStopped whether it is not wanted any more.
 * @returns whether it took place, or failed; not, when another one was running.
 */
export async function reindexChanges(
  library: Library,
  log: LibraryLog,
  isStopped: () => boolean,
): Promise<boolean> {
  try {
    // Whoever changed the folder may have reindexed already.
    const report = await library.preview();
    if (!hasChanges(report) || isStopped()) return true;
    const { added, changed, removed } = report;
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    await library.apply(undefined, { kind: 'watcher' });
    log.info(counts, 'the article folder changed; the new index is in use');
  } catch (error) {
    if (error instanceof ReindexError && error.code === 'busy') return false;
    log.error(
      { err: error },
      'the article folder changed, but could not be indexed; the previous index stays in use',
    );
  }
  return true;
}
