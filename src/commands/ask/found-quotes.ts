import type { Generation } from '../../library/index.ts';
import type { Answer, RankedQuote } from '../../retrieval/index.ts';
import type { CommandCall } from '../command.ts';
import { itemAt, type Page } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { answerQuestion } from './answer-question.ts';
import { type AskInput, toFilter } from './input.ts';

/** An answer with those of its quotes that a page, and the page before it, can hold. */
export interface FoundQuotes {
  readonly answer: Answer;
  /** The index of the answer's first quote among all quotes of the question. */
  readonly offset: number;
  /** How many quotes the question has. */
  readonly count: number;
  /** The index to begin with, which is behind the end where there are not so many. */
  readonly first: number;
}

/** Asks for the quotes around the index to begin with. */
export async function findQuotes(
  input: AskInput,
  generation: Generation,
  by: Asker,
): Promise<FoundQuotes> {
  const ask = (first: number) => findAround(first, input, generation, by);
  const found = await ask((input.start ?? 1) - 1);
  // The articles have changed since, and the last page is elsewhere now.
  return found.count > 0 && found.first >= found.count ? ask(found.count) : found;
}

/** Who asks, as far as an answer depends on it. */
type Asker = Pick<CommandCall, 'locale' | 'person'>;

/** Two pages before an index and one from there: the last page is found from its end. */
async function findAround(
  first: number,
  input: AskInput,
  generation: Generation,
  { locale, person }: Asker,
): Promise<FoundQuotes> {
  const { question, before, limit } = input;
  const offset = Math.max(0, first - 2 * limit);
  const request = {
    question,
    before,
    reader: locale.startsWith('zh') ? ('zh' as const) : ('en' as const),
    filter: toFilter(input),
    limit: first + limit - offset,
    ...(offset > 0 && { offset }),
  };
  const answer = await answerQuestion(request, generation, person?.id);
  return { answer, offset, count: answer.quoteCount, first };
}

/** The quote at an index among all quotes of the question, which must be one of those found. */
export function quoteAt(index: number, { answer, offset }: FoundQuotes): RankedQuote {
  return itemAt(answer.quotes, index - offset);
}

/** The quotes of a page. */
export function quotesOnPage(
  { first, end }: Pick<Page, 'first' | 'end'>,
  { answer, offset }: FoundQuotes,
): readonly RankedQuote[] {
  return answer.quotes.slice(Math.max(0, first - offset), Math.max(0, end - offset));
}

/** What a reply of `/ask` is made of. */
export interface AskParts {
  readonly input: AskInput;
  readonly found: FoundQuotes;
  readonly generation: Generation;
  /** What the person is asked about the answer, where they are. */
  readonly feedback: Pick<Reply, 'feedback'>;
  readonly call: Pick<CommandCall, 'locale' | 'person' | 'isPrivate' | 'isStale'>;
}

/** Who sees a reply with quotes: everyone, unless the asker wants it otherwise. */
export function visibilityOf({ input }: AskParts): Reply['visibility'] {
  return input.private ? 'private' : 'public';
}
