export { createFeedback } from './create-feedback.ts';
export {
  type Feedback,
  FeedbackError,
  type Page,
  type PageRequest,
  type Passage,
  type QuestionGroup,
  type WrongPassage,
} from './feedback.ts';
