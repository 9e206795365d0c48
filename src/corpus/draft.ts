import type { GivenMetadata } from './metadata/metadata.ts';
import { toOneLine } from './metadata/one-line.ts';
import type { Problem } from './problem.ts';

/** An article as a reader found it: what is stated, and the text that the rest is inferred from. */
export interface Draft {
  /** Path below the corpus folder, with `/` between folders. */
  readonly file: string;
  /** 1-based line of a `.jsonl`, or null. */
  readonly line: number | null;
  /** The id when nobody states one. */
  readonly inferredId: string;
  readonly given: GivenMetadata;
  readonly text: string;
  /** How many lines of the file come before the text. */
  readonly linesBeforeText: number;
  /** Headlines known from the markup, which may stand in the text besides the title. */
  readonly headings: readonly string[];
}

/** What one file gave. A draft can come with warnings; an error means that its draft is missing. */
export interface Reading {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** The reading of a file, or of a line, that gives no article. */
export function rejectWith(...problems: readonly Problem[]): Reading {
  return { drafts: [], problems };
}

/** The id of an article that states none: its path without the extension. */
export function inferId(file: string): string {
  return toOneLine(file.replace(/\.[^./]+$/u, '')) || file;
}
