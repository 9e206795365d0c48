import type { SearchFilter } from '../retrieval/index.ts';
import type { Range } from '../shared/range.ts';

/** A passage as it was shown, by reference: never its words. */
export interface PassageReference extends Range {
  readonly articleId: string;
  /** Hash of the quoted words, by which a passage that has changed since is told. */
  readonly hash: string;
}

/** A question that was put, and what became of it. */
export interface AskedQuestion {
  /** From {@link Feedback.newQuestionId}; what is said about the answer later names it. */
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly question: string;
  readonly isAnswered: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly generationId: string;
  readonly filter: SearchFilter;
  /** The first quote of the answer; null where there was none. */
  readonly passage: PassageReference | null;
  /** Kept only as a hash with a key; null where the front end does not know who asks. */
  readonly personId: string | null;
}

/** Whether the first quote of an answer was the right passage. */
export interface Vote {
  readonly questionId: string;
  readonly personId: string;
  readonly isRight: boolean;
  /** ms since the epoch. */
  readonly at: number;
}

/** `unknown`: the question is no longer kept, so that there is nothing to judge. */
export type VoteOutcome = 'counted' | 'replaced' | 'unknown';

/** Questions that ask the same, put by some people within the time that is kept. */
export interface QuestionGroup {
  /** As it was put last. */
  readonly question: string;
  /** Different people. */
  readonly people: number;
  readonly times: number;
  /** ms since the epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A passage that was marked wrong for questions that ask the same. */
export interface WrongPassage extends Omit<QuestionGroup, 'times'> {
  readonly passage: PassageReference;
  /** How many people found it right. */
  readonly peopleForIt: number;
}

/** A part of a list: `items` begin at the offset that was asked for. */
export interface ResultPage<Item> {
  readonly items: readonly Item[];
  /** Length of the whole list. */
  readonly total: number;
}

/** Which part of a list. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** How many records there are, or were. */
export interface RecordCounts {
  readonly questions: number;
  readonly votes: number;
}

/** Everything that is kept, as a file. */
export interface FeedbackExport {
  /** UTF-8 with a byte-order mark. */
  readonly csv: Uint8Array;
  readonly rows: number;
  /** Older records for which there was not room. */
  readonly omitted: number;
}

/** What could not be kept, read or deleted: the cause has the reason. */
export class FeedbackError extends Error {
  override readonly name = 'FeedbackError';
}

/**
 * What people asked, and what they said about the answers. Everything that returns a promise
 * rejects with a {@link FeedbackError} when the store fails.
 */
export interface Feedback {
  /** How many days everything is kept. */
  readonly keptDays: number;
  /** A new random id for a question. */
  readonly newQuestionId: () => string;
  /** Keeps a question. Returns at once and never throws: a failure is logged. */
  readonly record: (question: AskedQuestion) => void;
  /** Counts what a person says about an answer; a later vote on the same replaces the earlier one. */
  readonly vote: (vote: Vote) => Promise<VoteOutcome>;
  /** Groups of questions without an answer: those of most people first. */
  readonly unanswered: (request: PageRequest) => Promise<ResultPage<QuestionGroup>>;
  /** Passages marked wrong: those marked by most people first. */
  readonly wrong: (request: PageRequest) => Promise<ResultPage<WrongPassage>>;
  /** The latest records that a file of so many bytes holds. */
  readonly exportCsv: (maxBytes: number) => Promise<FeedbackExport>;
  /** What is kept of a person. */
  readonly countOf: (personId: string) => Promise<RecordCounts>;
  /**
   * Deletes what is kept of a person, and says how much it was. What others said about a question goes
   * as well when nobody else asked the same, since it holds the words.
   */
  readonly deleteOf: (personId: string) => Promise<RecordCounts>;
  /** Deletes everything, and says how much it was. */
  readonly deleteAll: () => Promise<RecordCounts>;
  /** Finishes what was begun, and closes the store. */
  readonly close: () => Promise<void>;
}
