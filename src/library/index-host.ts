import type { ParseCache, ParsedCorpus, Problem } from '../corpus/index.ts';
import type { Collection, Suggestion } from '../retrieval/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import type { LibraryProgress } from './library.ts';

/** Where the articles are, and what reading them needs. */
export interface ArticleSource {
  readonly folder: string;
  /** Bytes: the size over which one article is rejected. */
  readonly maxArticleBytes: number;
}

/** Where generations are made and asked: in this thread, or in threads of their own. */
export interface IndexHost {
  begin(source: ArticleSource): GenerationBuilder;
  /** Ends everything that was made here, once all that was asked of it is answered. */
  close(): Promise<void>;
}

/** A generation in the making. */
export interface GenerationBuilder {
  /** Reads the folder, once. Files that have not changed since `previous` are not opened. */
  read(previous: ParseCache, onProgress: OnProgress): Promise<ParsedCorpus>;
  /**
   * The articles of the last good index, to be indexed instead of what was read. Null where there
   * is none, or it cannot be used, which is logged.
   *
   * @param problems of what was read, which are those of the result.
   */
  restore(problems: readonly Problem[]): Promise<ParsedCorpus | null>;
  /** Makes what was read ready for questions, once, after {@link read}. */
  index(onProgress: OnProgress): Promise<GenerationIndex>;
  /** Gives up what was made, when it is not to be used. */
  discard(): Promise<void>;
}

/** The index of a generation, open for questions. */
export interface GenerationIndex extends Collection {
  /**
   * Finds the entries of the timeline. May take long: the caller keeps what it gets.
   *
   * @throws TimelineError when there is no use in trying again.
   */
  timeline(): Promise<readonly TimelineEntry[]>;
  /** Collects what the articles have to suggest. May take long, as above. */
  suggestions(): Promise<readonly Suggestion[]>;
  /**
   * Frees what it holds as soon as everything asked of it is answered. It can still be asked, by
   * whoever took it in use before, and frees it again then.
   */
  retire(): void;
}

/** Follows a build. */
export type OnProgress = (progress: LibraryProgress) => void;
