export { createLibrary, type LibraryOptions } from './create-library.ts';
export { QueueFullError } from './fair-queue.ts';
export { inspectSnapshot } from './inspect-snapshot.ts';
export {
  type Actor,
  type Generation,
  type Library,
  type LibraryProgress,
  type LibraryStatus,
  ReindexError,
  type ReindexReport,
  type ReindexResult,
  type RunningReindex,
  TimelineError,
} from './library.ts';
export { createLocalWorkshop } from './local-workshop.ts';
export { createThreadWorkshop, SNAPSHOT_NAME } from './thread-workshop.ts';
export { watchFolder } from './watch-folder.ts';
export type { Workshop } from './workshop.ts';
