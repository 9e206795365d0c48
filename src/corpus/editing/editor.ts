import type { Article, Details, Problem } from '../index.ts';
import type { Change } from './journal.ts';
import type { Origin } from './note-origin.ts';

/** Who changes something. */
export type Curator = NonNullable<Change['person']>;

/** A file that somebody handed in, read as the reader of the folder would read it. */
export interface Upload {
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** A safe name for it; another may be taken when it is added. */
  readonly name: string;
  readonly byteLength: number;
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** Whether its details can be changed: it holds one article, and has room for them. */
  readonly isEditable: boolean;
}

/** A file of the folder. */
export interface FolderFile {
  /** Path below the folder, with `/` between folders. */
  readonly file: string;
  readonly byteLength: number;
  /** When it was last changed, ms since the epoch. */
  readonly changedAt: number;
  /** The change that added it as it is now, where that is known. */
  readonly addedBy: Change | null;
}

/** A change that was taken back. */
export interface Undone {
  readonly change: Change;
  /** The upload that the file is again; null where the file was put back. */
  readonly uploadId: string | null;
}

/**
 * Changes to the folder of articles that are safe to hand to people: nothing outside of it is
 * touched, no file takes the place of another, and the last changes can be undone. Uploads change
 * nothing before they are added. One change is made at a time.
 *
 * Every method throws CorpusEditError when it cannot be done, and then has changed nothing.
 */
export interface CorpusEditor {
  /** Bytes: the size of the largest file of a name that can be handed in. */
  maxUploadBytes(name: string): number;
  /** @throws CorpusEditError `name-not-supported` for a name that no article's file has. */
  checkName(name: string): void;
  /**
   * Keeps a file for an hour, until it is added or discarded.
   *
   * @param origin of a document that was fetched.
   */
  upload(name: string, bytes: Uint8Array, origin?: Origin | null): Promise<Upload>;
  uploaded(id: string): Promise<Upload>;
  /** The same article with other details, as another upload. What is left out is inferred. */
  edit(id: string, details: Details): Promise<Upload>;
  discard(id: string): Promise<void>;
  /**
   * Puts an upload into the folder under a name that nothing there has.
   *
   * @param isTaken whether an article has this id already, which the name must not give it again.
   */
  add(id: string, person: Curator | null, isTaken: (articleId: string) => boolean): Promise<Change>;
  /** Takes a file out of the folder. */
  remove(file: string, person: Curator | null): Promise<Change>;
  /**
   * Takes the last change back. A file that was added becomes an upload again. One that was edited by
   * hand since is left alone, and the change before it is the last one from then on.
   *
   * @param id the change that is meant, where somebody saw which it is; it must still be the last one.
   */
  undo(id: string | null): Promise<Undone>;
  /**
   * Runs a change and what puts it in use, with no other between them: one would be indexed by the
   * other's run, whatever becomes of it.
   *
   * @throws CorpusEditError `busy` while another one runs.
   */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The files that are read as articles, in order. */
  files(): Promise<readonly FolderFile[]>;
  /** The change that {@link undo} would take back, or null. */
  lastChange(): Promise<Change | null>;
}
