export { addFile } from './add-file.ts';
export { createCorpusEditor } from './create-editor.ts';
export { CorpusEditError } from './editing-error.ts';
export type { CorpusEditor, FolderFile, Upload } from './editor.ts';
export type { Change } from './journal.ts';
export { noteOrigin, type Origin } from './note-origin.ts';
