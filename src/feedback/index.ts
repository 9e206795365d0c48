export { createFeedback } from './create-feedback.ts';
export {
  type Feedback,
  FeedbackError,
  type PageRequest,
  type PassageReference,
  type QuestionGroup,
  type ResultPage,
  type WrongPassage,
} from './feedback.ts';
