import { errnoOf } from '../../shared/fs.ts';

/**
 * Why a change to the folder of articles did not take place. Nothing was changed.
 *
 * - `outside-folder`: the file is not in the folder itself, or a link leads to it.
 * - `file-missing`, `file-exists`: the file is not there, or there is one already.
 * - `too-large`: more bytes than are kept for undoing.
 * - `too-many-articles`: the file holds more than anybody can look through.
 * - `name-not-supported`: the name has an extension that no article has.
 * - `upload-gone`: what was uploaded has been added, was discarded, or lay too long.
 * - `not-editable`: the details of what was uploaded cannot be changed, since it is not one article.
 * - `nothing-to-undo`, `not-the-last`: there is no change to undo, or it is not the last one.
 * - `changed-meanwhile`: the file is not as the change left it.
 * - `busy`: another change is not in use yet.
 * - `file-system`: the file system refused; `detail` is an errno name such as `EACCES`.
 */
export class CorpusEditError extends Error {
  override readonly name = 'CorpusEditError';
  readonly code:
    | 'outside-folder'
    | 'file-missing'
    | 'file-exists'
    | 'too-large'
    | 'too-many-articles'
    | 'name-not-supported'
    | 'upload-gone'
    | 'not-editable'
    | 'nothing-to-undo'
    | 'not-the-last'
    | 'changed-meanwhile'
    | 'busy'
    | 'file-system';
  /** The file that is meant, or an errno name; empty where there is nothing to say. */
  readonly detail: string;

  constructor(code: CorpusEditError['code'], detail = '', options?: ErrorOptions) {
    super(detail === '' ? `corpus edit: ${code}` : `corpus edit: ${code} (${detail})`, options);
    this.code = code;
    this.detail = detail;
  }
}

/** Does what touches files; what the file system refuses becomes a {@link CorpusEditError}. */
export async function withFileErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const cause = errnoOf(error);
    if (cause === null) throw error;
    throw new CorpusEditError('file-system', cause, { cause: error });
  }
}
