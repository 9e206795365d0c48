export { createCuration } from './create-editor.ts';
export { CurationError } from './editing-error.ts';
export type { Curation, FolderFile, Upload } from './editor.ts';
export type { Change } from './journal.ts';
