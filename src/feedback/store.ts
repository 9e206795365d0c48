import type {
  AskedQuestion,
  FeedbackExport,
  PageRequest,
  QuestionGroup,
  RecordCounts,
  ResultPage,
  Vote,
  VoteOutcome,
  WrongPassage,
} from './feedback.ts';

/** A question as the store takes it. */
export interface QuestionRecord extends AskedQuestion {
  /** The same for questions that ask the same. */
  readonly groupKey: string;
  readonly language: string;
}

/**
 * The store of feedback. Each call is one transaction: when it returns, what it changed has reached
 * the disk; when it throws, nothing was changed.
 */
export interface FeedbackStore {
  readonly record: (question: QuestionRecord) => void;
  readonly vote: (vote: Vote) => VoteOutcome;
  readonly unanswered: (request: PageRequest) => ResultPage<QuestionGroup>;
  readonly wrong: (request: PageRequest) => ResultPage<WrongPassage>;
  readonly exportCsv: (maxBytes: number) => FeedbackExport;
  readonly countOf: (personId: string) => RecordCounts;
  readonly deleteOf: (personId: string) => RecordCounts;
  readonly deleteAll: () => RecordCounts;
  /** Deletes what is from before a time, in ms since the epoch. */
  readonly deleteBefore: (time: number) => RecordCounts;
}
