import type { Locale } from '../i18n/index.ts';
import type { Quote } from '../retrieval/index.ts';

/** Where a quote comes from, ready to be shown. */
export interface Source {
  readonly articleId: string;
  readonly publisher: string;
  readonly title: string;
  /** `YYYY-MM-DD`, or null when it is not known. */
  readonly published: string | null;
  readonly url: string | null;
}

/** Words of ours. Plain text, never markup: each front end escapes it. */
export interface TextBlock {
  readonly type: 'text';
  readonly style: 'normal' | 'subtle' | 'warning' | 'heading';
  readonly text: string;
}

/** Words of an article, by reference. They are cut by `verifyReply` just before they are shown. */
export interface QuoteBlock {
  readonly type: 'quote';
  readonly quote: Quote;
  readonly source: Source;
  /** Other articles that say the same in nearly the same words. */
  readonly alsoIn: readonly Source[];
  /** The quote begins or ends inside a sentence, so that an ellipsis is shown (outside the quote). */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A list of short lines, each with an optional second line and link. Plain text. */
export interface ListBlock {
  readonly type: 'list';
  readonly items: readonly {
    readonly text: string;
    readonly detail: string | null;
    readonly url: string | null;
  }[];
  /** Stands for the items that a very long list leaves out: how many, and "and 12 more". */
  readonly more?: { readonly count: number; readonly text: string };
}

/** One part of a Reply, in reading order. */
export type Block = TextBlock | QuoteBlock | ListBlock;

/** What a command answers: plain data, the same for Discord, the terminal and the tests. */
export interface Reply {
  readonly locale: Locale;
  /** A private reply is seen by the asker alone where the front end can do that. */
  readonly visibility: 'public' | 'private';
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** A last, quiet line: counts, the age of the index. */
  readonly footer: string | null;
}
