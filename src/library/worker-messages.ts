import type { Article, FileReading, Problem } from '../corpus/index.ts';
import type { Answer, AskRequest, FoundClaims, Suggestion } from '../retrieval/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import type { LibraryProgress } from './library.ts';
import type { ArticleSource } from './workshop.ts';

/** What a thread is given when it starts. */
export interface ThreadSettings extends ArticleSource {
  /** Null for none. */
  readonly snapshot: SnapshotPlace | null;
  /** MB of heap and arrays together, above which building is given up. */
  readonly memoryLimitMb: number;
}

/** Where a snapshot of the index is, and whether a new one takes its place. */
export interface SnapshotPlace {
  readonly file: string;
  readonly isKept: boolean;
}

/**
 * What a thread is asked for. Every request is answered once, under its id. Lists that can be long
 * are taken and given in parts, so that no message holds either side for more than a few ms.
 */
export type Request =
  /** A part of what files gave before. Comes before `read-on`. */
  | { readonly type: 'take-readings'; readonly items: readonly ReadingItem[] }
  /** The first one reads the folder; each gives the next part of what it gave. */
  | { readonly type: 'read-on' }
  /** A part of articles that were read elsewhere, instead of `read-on`. */
  | { readonly type: 'take-articles'; readonly articles: readonly Article[] }
  /** Opens the articles for questions, with the snapshot if it fits. */
  | { readonly type: 'index'; readonly corpusHash: string }
  | { readonly type: 'ask'; readonly request: AskRequest }
  | { readonly type: 'find-claims'; readonly text: string; readonly limit: number }
  /** The entries of the timeline from a place on. */
  | { readonly type: 'find-entries'; readonly from: number }
  /** What can be suggested, from a place on. */
  | { readonly type: 'find-suggestions'; readonly from: number }
  /** Finishes what would be left half done. */
  | { readonly type: 'finish' };

/** What a request is answered with; `failed` stands for any. */
export type Reply =
  | { readonly type: 'taken' }
  | { readonly type: 'readings'; readonly items: readonly ReadingItem[]; readonly isLast: boolean }
  | ({ readonly type: 'indexed' } & IndexFigures)
  | { readonly type: 'answer'; readonly answer: Answer }
  | {
      readonly type: 'entries';
      readonly entries: readonly TimelineEntry[];
      readonly isLast: boolean;
    }
  | { readonly type: 'claims'; readonly found: FoundClaims }
  | {
      readonly type: 'suggestions';
      readonly suggestions: readonly Suggestion[];
      readonly isLast: boolean;
    }
  | { readonly type: 'finished' }
  | { readonly type: 'failed'; readonly error: PlainError };

/** What indexing came to. */
export interface IndexFigures {
  readonly passageCount: number;
  /** How many articles were taken from the snapshot. */
  readonly reusedCount: number;
  /** Why the snapshot that is there was not used at all, or null. */
  readonly snapshotProblem: string | null;
}

/** What a thread tells unasked. */
export type Notice =
  | { readonly type: 'progress'; readonly progress: LibraryProgress }
  /** A new snapshot was written, or why it was not. */
  | { readonly type: 'snapshot'; readonly problem: string | null };

/** To a thread. */
export interface ToThread {
  readonly id: number;
  readonly request: Request;
}

/** From a thread. */
export type FromThread =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** A reading in pieces: after the piece that names a file come its articles and its problems. */
export type ReadingItem =
  | { readonly kind: 'folder-problem'; readonly problem: Problem }
  /** Nothing of the file has changed since it was told before. */
  | { readonly kind: 'same-file'; readonly file: string }
  | ({ readonly kind: 'file' } & Omit<FileReading, 'articles' | 'problems'>)
  | ({ readonly kind: 'article' } & FileReading['articles'][number])
  | { readonly kind: 'problem'; readonly problem: Problem };

/** An error on its way between threads. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  readonly stack: string | null;
}

/** What can be told of an error, whatever was thrown. */
export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), code: null, stack: null };
  }
  const { name, message, stack = null } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { name, message, code, stack };
}

/** The error that was told. */
export function toError({ name, message, code, stack }: PlainError): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== null) error.stack = stack;
  return code === null ? error : Object.assign(error, { code });
}
