import type { Locale } from '../i18n/index.ts';
import type { Quote } from '../retrieval/index.ts';
import type { Role } from '../timeline/index.ts';
import type { TimelineChart } from './timeline/chart.ts';

/** Where a quote comes from, ready to be shown. */
export interface Source {
  readonly articleId: string;
  readonly publisher: string;
  readonly title: string;
  /** `YYYY-MM-DD`, or null when it is not known. */
  readonly published: string | null;
  readonly url: string | null;
  /** The page on which the quote begins, from 1; left out where there are no pages. */
  readonly page?: number;
  /** Which version of the article it is, in our words, where there are several. */
  readonly version?: string;
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
  /** It opens an entry of a timeline; what follows up to the next one belongs to the entry. */
  readonly opensEntry?: { readonly role: Role };
  /** A quiet line above it, in our words. */
  readonly label?: string;
  /** A quiet line below its source, in our words. */
  readonly note?: string;
  /** It is one beside a quote of the same entry, and takes as little room as it can. */
  readonly isCompact?: boolean;
  /** It is one of many that are read at a glance: its publisher, day and link in one line. */
  readonly isBrief?: boolean;
}

/** A date on a timeline, above the entries that it dates. */
export interface DateBlock {
  readonly type: 'date';
  readonly text: string;
  /** Whether it has a position in time; "date not stated" has none. */
  readonly isDated: boolean;
  /** Whether a long time passed since the date before it. */
  readonly isAfterGap: boolean;
}

/** A short line with an optional second line and link. Plain text. */
export interface ListItem {
  readonly text: string;
  readonly detail: string | null;
  readonly url: string | null;
}

/** A list of short lines. */
export interface ListBlock {
  readonly type: 'list';
  readonly items: readonly ListItem[];
  /** Stands for the items that a very long list leaves out: how many, and "and 12 more". */
  readonly more?: { readonly count: number; readonly text: string };
}

/** One part of a Reply, in reading order. */
export type Block = TextBlock | QuoteBlock | ListBlock | DateBlock;

/** A use of a command with options as a person types them; everything a button of a reply can do. */
export interface ActionCall {
  readonly command: string;
  /** Left out where the command has none. */
  readonly subcommand?: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What a reader can do next: a button, or a line that says what to type. */
export interface Action {
  readonly label: string;
  /** Null where it only tells something, or cannot be done here. */
  readonly call: ActionCall | null;
  /** `here` when left out. */
  readonly target?: ActionTarget;
  /** Quiet when left out. */
  readonly emphasis?: 'main' | 'danger';
  /** Shown only where the room that it takes is of use; what it leads to is nowhere. */
  readonly isSpare?: boolean;
  /** It gives files: left out where there can be none, or where they are had in another way. */
  readonly givesFiles?: boolean;
}

/**
 * Where the answer to a button goes: instead of the reply (someone else gets a copy of their
 * own), beside it for whoever used the button alone, or beside it for everyone. `form` opens the
 * form of the command; the answer to that comes here.
 */
export type ActionTarget = 'here' | 'privately' | 'publicly' | 'form';

/** What a command answers: plain data, the same for Discord, the terminal and the tests. */
export interface Reply {
  readonly locale: Locale;
  /** A private reply is seen by the asker alone where the front end can do that. */
  readonly visibility: 'public' | 'private';
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** A last, quiet line: counts, the age of the index. */
  readonly footer: string | null;
  /** What a picture beside the words would show. Nothing is only in it. */
  readonly picture?: TimelineChart;
  /** In reading order; at most six. */
  readonly actions?: readonly Action[];
  /** What the reader is asked about the reply, in the least room: it goes first where room is short. */
  readonly feedback?: FeedbackRequest;
  /** One choice of many beside the actions. */
  readonly menu?: Menu;
  /** Files that come with the words, each of another name. */
  readonly attachments?: readonly AttachedFile[];
  /** It says nothing of the articles, so that it matters to nobody when those have changed. */
  readonly isTimeless?: boolean;
}

/** A list of which a reader chooses one. A front end without room for it leaves it out. */
export interface Menu {
  /** What it says while nothing is chosen. */
  readonly prompt: string;
  /** Used with the value of what is chosen as a further option. */
  readonly call: ActionCall;
  readonly option: string;
  readonly target?: ActionTarget;
  /** At least one, at most 25; each value is another one, and short. */
  readonly choices: readonly MenuChoice[];
}

/** One choice of a menu, in our words. */
export interface MenuChoice {
  readonly label: string;
  readonly detail: string;
  readonly value: string;
}

/** A question about a reply, with its answers. */
export interface FeedbackRequest {
  readonly prompt: string;
  /** At most three. */
  readonly actions: readonly Action[];
}

/** A file. */
export interface AttachedFile {
  /** With its ending; ASCII letters, digits, full stops and hyphens. */
  readonly name: string;
  /** Such as `text/csv`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
