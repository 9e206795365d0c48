export { createLibrary, type LibraryOptions } from './create-library.ts';
export { QueueFullError } from './fair-queue.ts';
export type { IndexHost } from './index-host.ts';
export { inspectSnapshot } from './inspect-snapshot.ts';
export {
  type Actor,
  type Generation,
  hasChanges,
  type Library,
  type LibraryProgress,
  type LibraryStatus,
  ReindexError,
  type ReindexReport,
  type ReindexResult,
  type RunningReindex,
  TimelineError,
} from './library.ts';
export { createLocalHost } from './local-host.ts';
export { reindexChanges } from './reindex-changes.ts';
export { createThreadHost, SNAPSHOT_NAME } from './thread-host.ts';
export { watchFolder } from './watch-folder.ts';
