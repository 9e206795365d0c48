export { createLibrary, type LibraryOptions } from './create-library.ts';
export {
  type Generation,
  type Library,
  type LibraryProgress,
  type LibraryStatus,
  ReindexError,
  type ReindexReport,
} from './library.ts';
export { createLocalWorkshop } from './local-workshop.ts';
export { createThreadWorkshop, SNAPSHOT_NAME } from './thread-workshop.ts';
export { watchFolder } from './watch-folder.ts';
export type { Workshop } from './workshop.ts';
