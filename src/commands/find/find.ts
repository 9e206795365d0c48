import { z } from 'zod';
import { counted, createTranslations, type Locale, localised } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { type Answer, coreOfClaim, withoutOperators } from '../../retrieval/index.ts';
import { boundaryBefore } from '../../shared/graphemes.ts';
import { answerJson } from '../ask/answer-json.ts';
import type { Command } from '../command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import type { Block, Reply } from '../reply.ts';
import {
  articleOf,
  indexFooter,
  noArticlesReply,
  privateReply,
  quoteBlock,
  textBlock,
} from '../reply-parts.ts';
import { shortenQuote } from '../short-quote.ts';

/** The longest text that is looked up, in UTF-16 units. */
export const MAX_FOUND_LENGTH = 6000;

/** So many statements of a text are looked up; each takes as long as a question. */
const MOST_CLAIMS = 4;

/** Quotes below one statement. */
const MOST_QUOTES = 2;

/** How much of a statement stands above its quotes, in UTF-16 units. */
const CLAIM_LENGTH = 200;

/** A statement, and what the articles say of it. */
interface CheckedClaim {
  readonly claim: string;
  readonly answer: Answer;
}

/** What `find` says. */
export const findMessages = createTranslations(
  {
    heading: 'What the articles say',
    /** Below a statement. */
    notFound: 'Nothing in these articles confirms or denies this.',
    /** Above quotes that do not settle it. */
    closest: 'Nothing in these articles confirms or denies this. Closest passages:',
    nothingToFind: 'There is nothing in this text to look up.',
    othersLeft: (count: number) =>
      `${counted(count, 'more statement was', 'more statements were')} not looked up.`,
  },
  (zh) => ({
    heading: zh`文章中的相关内容`,
    notFound: zh`文章既没有证实，也没有否认。`,
    closest: zh`文章既没有证实，也没有否认。最接近的段落：`,
    nothingToFind: zh`这段文字中没有可查找的内容。`,
    othersLeft: (count) => zh`另有 ${count} 句未查找。`,
  }),
);

/** `find`: what the articles say of each statement in a text, or that they do not. */
export const findCommand: Command = {
  definition: {
    name: 'find',
    onMessage: localised('Find sources', '查找出处'),
    description: localised('Check a text against the articles', '在文章中核对一段文字'),
    access: 'everyone',
    subcommands: [],
    options: [
      {
        name: 'text',
        type: 'string',
        required: true,
        maxLength: MAX_FOUND_LENGTH,
        description: localised(
          'A message or paragraph, in English or Chinese',
          '一条消息或一段文字，中文或英文均可',
        ),
      },
    ],
  },

  run: async (call, { library }) => {
    const { locale, options } = call;
    const { text } = parseOptions(
      z.object({ text: optionSchemas(locale).text('text', MAX_FOUND_LENGTH) }),
      options,
    );
    const asker = call.person?.id;
    const generation = library.current();
    const { collection, corpus } = generation;
    const { claims, otherCount } = await collection.findClaims(text, MOST_CLAIMS, asker);
    const checked: CheckedClaim[] = [];
    const lookUp = (claim: string) =>
      collection.ask(
        { question: withoutOperators(claim), limit: MOST_QUOTES, filter: {}, isClaim: true },
        asker,
      );
    for (const claim of corpus.articles.length === 0 ? [] : claims) {
      const whole = await lookUp(claim);
      const core = coreOfClaim(claim);
      // What people say before and after a statement may be all that the articles do not have.
      const answer =
        whole.verdict !== 'answered' && core !== claim ? better(whole, await lookUp(core)) : whole;
      checked.push({ claim, answer });
    }
    const laidOut = (layout: Layout) => toReply(checked, otherCount, layout, generation, locale);
    return {
      reply: laidOut({ quoteCount: MOST_QUOTES, isShort: false }),
      shorter: [
        () => laidOut({ quoteCount: MOST_QUOTES, isShort: true }),
        () => laidOut({ quoteCount: 1, isShort: true }),
      ],
      json: () => ({
        claims: checked.map(({ claim, answer }) => ({ claim, ...answerJson(answer, corpus.byId) })),
      }),
    };
  },
};

/** How much is shown below each statement. */
interface Layout {
  readonly quoteCount: number;
  readonly isShort: boolean;
}

function toReply(
  checked: readonly CheckedClaim[],
  otherCount: number,
  layout: Layout,
  generation: Generation,
  locale: Locale,
): Reply {
  const messages = findMessages[locale];
  if (generation.corpus.articles.length === 0) return noArticlesReply(messages.heading, locale);
  return privateReply(
    messages.heading,
    [
      ...(checked.length === 0 ? [textBlock(messages.nothingToFind)] : []),
      ...checked.flatMap(({ claim, answer }): Block[] => [
        textBlock(shortened(claim), 'heading'),
        ...verdictBlocks(answer, locale),
        ...quoteBlocks(answer, layout, generation, locale),
      ]),
      ...(otherCount === 0 ? [] : [textBlock(messages.othersLeft(otherCount), 'subtle')]),
    ],
    locale,
    { footer: indexFooter(generation, locale) },
  );
}

/** What is said of the quotes below a statement that do not answer it. */
function verdictBlocks({ verdict }: Answer, locale: Locale): readonly Block[] {
  const { notFound, closest } = findMessages[locale];
  if (verdict === 'answered') return [];
  return [textBlock(verdict === 'closest' ? closest : notFound)];
}

/** The answer of two that is surer of itself. */
function better(one: Answer, other: Answer): Answer {
  return other.confidence > one.confidence ? other : one;
}

function quoteBlocks(
  { quotes }: Answer,
  { quoteCount, isShort }: Layout,
  generation: Generation,
  locale: Locale,
): Block[] {
  return quotes.slice(0, quoteCount).map(({ quote, duplicates }) => {
    const shown = isShort ? shortenQuote(quote, articleOf(quote, generation)) : quote;
    return quoteBlock([shown, ...duplicates], generation, locale);
  });
}

function shortened(claim: string): string {
  if (claim.length <= CLAIM_LENGTH) return claim;
  return `${claim.slice(0, boundaryBefore(claim, CLAIM_LENGTH - 1)).trimEnd()}…`;
}
