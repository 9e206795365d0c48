export { createLibrary, type LibraryOptions } from './create-library.ts';
export {
  type Generation,
  type Library,
  type LibraryProgress,
  type LibraryStatus,
  ReindexError,
  type ReindexReport,
} from './library.ts';
