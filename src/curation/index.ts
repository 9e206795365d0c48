export { createCuration } from './create-curation.ts';
export type { Curation, FolderFile, Upload } from './curation.ts';
export { CurationError } from './curation-error.ts';
export type { Change } from './journal.ts';
