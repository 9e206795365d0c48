import { z } from 'zod';
import { type Feedback, FeedbackError } from '../../feedback/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import type { Answer, SearchFilter } from '../../retrieval/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { CommandCall, CommandResult, Services } from '../command.ts';
import type { Reply } from '../reply.ts';
import { privateReply, textBlock } from '../reply-parts.ts';
import { feedbackMessages } from './messages.ts';

/** Options of `/ask` that only its buttons give: the question that is judged, and the judgement. */
const VOTE = z.object({ asked: z.string(), vote: z.enum(['right', 'wrong']) });

/** Whether a call of `/ask` says what somebody thinks of an answer, instead of asking. */
export function isVote({ options, isByButton }: CommandCall): boolean {
  return isByButton === true && VOTE.safeParse(options).success;
}

/**
 * Counts a vote, and thanks for it.
 *
 * @throws UserError when feedback is switched off, or cannot be kept.
 */
export async function takeVote(call: CommandCall, services: Services): Promise<CommandResult> {
  const { locale, person } = call;
  const messages = feedbackMessages[locale];
  const feedback = requireFeedback(services, locale);
  const { asked: questionId, vote } = VOTE.parse(call.options);
  // A vote counts once for each person, so that nobody's cannot be counted.
  if (person === null) throw new UserError('person-unknown', messages.personUnknown);
  const isRight = vote === 'right';
  const outcome = await orUnavailable(
    feedback.vote({ questionId, personId: person.id, isRight, at: Date.now() }),
    locale,
  );
  const blocks = [textBlock(messages.thanks[outcome])];
  return {
    reply: privateReply('', blocks, locale, { isTimeless: true }),
    json: () => ({ outcome }),
  };
}

/**
 * Keeps a question and what became of it, where feedback is on, and gives what to ask about the
 * answer. What is asked by pressing a button is the same question again, and is not kept.
 */
export function askForFeedback(
  answer: Answer,
  { filter, generation }: { readonly filter: SearchFilter; readonly generation: Generation },
  { locale, person, isByButton }: CommandCall,
  { feedback }: Services,
): Pick<Reply, 'feedback'> {
  if (!feedback || isByButton) return {};
  const first = answer.quotes[0]?.quote;
  const id = feedback.newQuestionId();
  feedback.record({
    id,
    at: Date.now(),
    question: answer.question,
    isAnswered: answer.verdict === 'answered',
    confidence: answer.confidence,
    generationId: generation.id,
    filter,
    passage: first
      ? { articleId: first.articleId, start: first.start, end: first.end, hash: first.hash }
      : null,
    personId: person?.id ?? null,
  });
  if (!first || person === null) return {};
  const messages = feedbackMessages[locale];
  const voteFor = (vote: z.infer<typeof VOTE>['vote']) =>
    ({
      label: messages.votes[vote],
      call: { command: 'ask', options: { asked: id, vote } },
      target: 'privately',
    }) as const;
  return {
    feedback: {
      prompt: answer.quoteCount === 1 ? messages.wasItRight : messages.wasFirstRight,
      actions: [voteFor('right'), voteFor('wrong')],
    },
  };
}

/** @throws UserError when feedback is switched off. */
export function requireFeedback({ feedback }: Services, locale: Locale): Feedback {
  if (feedback) return feedback;
  throw new UserError('feedback-off', feedbackMessages[locale].off);
}

/** @throws UserError when the store of feedback fails. */
export async function orUnavailable<Result>(
  work: Promise<Result>,
  locale: Locale,
): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof FeedbackError)) throw cause;
    const { unavailable } = feedbackMessages[locale];
    throw new UserError('feedback-unavailable', unavailable, { cause });
  }
}
