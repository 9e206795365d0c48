export { createFeedback } from './create-feedback.ts';
export {
  type Feedback,
  FeedbackError,
  type Page,
  type PageRequest,
  type Passage,
  type QuestionGroup,
  type VoteOutcome,
  type WrongPassage,
} from './feedback.ts';
