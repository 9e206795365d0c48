import { z } from 'zod';
import { formatCount, type Locale, localised, messagesFor } from '../i18n/index.ts';
import type { Generation } from '../library/index.ts';
import { type Answer, matchesFilter, type SearchFilter } from '../retrieval/index.ts';
import { answerJson } from './answer-json.ts';
import type { Command } from './command.ts';
import { commandMessages } from './messages.ts';
import { sourceOption } from './option-definitions.ts';
import {
  checkOrder,
  checkQuestion,
  firstDayOf,
  lastDayOf,
  MAX_TEXT_LENGTH,
  optionSchemas,
  parseOptions,
} from './options.ts';
import type { Block, Reply } from './reply.ts';
import { indexFooter, noArticlesReply, quoteBlock, textBlock } from './reply-parts.ts';

/** How many quotes a person gets who does not say how many. */
const DEFAULT_LIMIT = 3;

/** What can narrow a question, as it is typed. */
interface FilterInput {
  readonly source?: string | undefined;
  readonly language?: 'en' | 'zh' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** `/ask`: quotes that answer a question, or the reasons why there are none. */
export const askCommand: Command = {
  definition: {
    name: 'ask',
    description: localised(
      'Ask about the story; answered with quotes from the articles',
      '就这则新闻提问，以文章原文作答',
      '就這則新聞提問，以文章原文作答',
    ),
    access: 'everyone',
    subcommands: [],
    options: [
      {
        name: 'question',
        type: 'string',
        required: true,
        maxLength: MAX_TEXT_LENGTH,
        description: localised(
          'Your question, in English or Chinese',
          '你的问题，中文或英文均可',
          '你的問題，中文或英文皆可',
        ),
      },
      sourceOption('source'),
      {
        name: 'language',
        type: 'string',
        required: false,
        choices: [
          { value: 'en', label: localised('English', '英文', '英文') },
          { value: 'zh', label: localised('Chinese', '中文', '中文') },
        ],
        description: localised(
          'Only quotes in this language',
          '仅限此语言的引文',
          '僅限此語言的引文',
        ),
      },
      {
        name: 'from',
        type: 'string',
        required: false,
        maxLength: 10,
        description: localised(
          'Only articles published on or after this date, such as 2020-09-14',
          '仅限此日期及以后发布的文章，如 2020-09-14',
          '僅限此日期及以後發布的文章，如 2020-09-14',
        ),
      },
      {
        name: 'to',
        type: 'string',
        required: false,
        maxLength: 10,
        description: localised(
          'Only articles published on or before this date, such as 2020-09-14',
          '仅限此日期及以前发布的文章，如 2020-09-14',
          '僅限此日期及以前發布的文章，如 2020-09-14',
        ),
      },
      {
        name: 'private',
        type: 'boolean',
        required: false,
        description: localised('Show the answer to you alone', '仅向你显示答案', '僅向你顯示答案'),
      },
    ],
  },

  run: async (call, { library }) => {
    const { locale } = call;
    const schemas = optionSchemas(locale);
    const input = parseOptions(
      z.object({
        question: schemas.text('question'),
        source: schemas.optionalText('source'),
        language: schemas.choice('language', ['en', 'zh']),
        from: schemas.date('from'),
        to: schemas.date('to'),
        private: schemas.boolean('private'),
        limit: schemas.limit('limit', DEFAULT_LIMIT),
      }),
      call.options,
    );
    checkOrder(input, locale);
    checkQuestion(input.question, locale);
    const generation = library.current();
    const { question, limit } = input;
    const filter = toFilter(input);
    const answer = await generation.collection.ask({ question, limit, filter }, call.person?.id);
    const reply = toReply(answer, filter, generation, locale);
    return {
      reply: { ...reply, visibility: input.private ? 'private' : reply.visibility },
      json: () => answerJson(answer, generation.corpus.byId),
    };
  },
};

/** The filter that a person's input means: a year or a month as a date stands for all its days. */
export function toFilter({ source, language, from, to }: FilterInput): SearchFilter {
  return {
    ...(source !== undefined && { source }),
    ...(language !== undefined && { language }),
    ...(from !== undefined && { from: firstDayOf(from) }),
    ...(to !== undefined && { to: lastDayOf(to) }),
  };
}

function toReply(
  answer: Answer,
  filter: SearchFilter,
  generation: Generation,
  locale: Locale,
): Reply {
  const { question } = answer;
  const { articles } = generation.corpus;
  if (articles.length === 0) return noArticlesReply(question, locale);
  if (!articles.some((article) => matchesFilter(article, filter.language ?? 'en', filter))) {
    return {
      locale,
      visibility: 'private',
      heading: question,
      blocks: [textBlock(messagesFor(commandMessages, locale).noArticleFits)],
      footer: indexFooter(generation, locale),
    };
  }
  return {
    locale,
    visibility: 'public',
    heading: question,
    blocks: [
      ...correctionBlocks(answer, locale),
      ...(answer.abstained
        ? abstentionBlocks(answer, generation, locale)
        : answer.quotes.map(({ quote, echoes }) =>
            quoteBlock([quote, ...echoes], generation, locale),
          )),
    ],
    footer: footerOf(answer, generation, locale),
  };
}

/** Says which words were taken for others, so that nobody is surprised by the answer. */
function correctionBlocks({ corrections }: Answer, locale: Locale): Block[] {
  const { showingResultsFor } = messagesFor(commandMessages, locale);
  return corrections.map(({ from, to }) => textBlock(showingResultsFor(to, from), 'subtle'));
}

function abstentionBlocks(answer: Answer, generation: Generation, locale: Locale): Block[] {
  const messages = messagesFor(commandMessages, locale);
  const { found, missing } = answer.terms;
  const blocks: Block[] = [textBlock(messages.notAnswered)];
  if (answer.absentPhrases.length > 0) {
    const phrases = answer.absentPhrases.map(messages.quoted).join(messages.listSeparator);
    blocks.push(textBlock(messages.phrasesAbsent(phrases)));
  }
  if (found.length > 0) blocks.push(textBlock(messages.termsFound(found.join(' · ')), 'subtle'));
  if (missing.length > 0)
    blocks.push(textBlock(messages.termsMissing(missing.join(' · ')), 'subtle'));
  const { are, items } = answer.headlines;
  if (items.length > 0) {
    blocks.push(textBlock(messages.headlines[are], 'heading'), {
      type: 'list',
      items: items.map(({ articleId, title }) => ({
        text: title,
        detail: null,
        url: generation.corpus.byId.get(articleId)?.url ?? null,
      })),
    });
  }
  return blocks;
}

function footerOf(answer: Answer, generation: Generation, locale: Locale): string {
  const index = indexFooter(generation, locale);
  if (answer.quotes.length === 0) return index;
  const shown = formatCount(answer.quotes.length, locale);
  const all = formatCount(answer.quoteCount, locale);
  return `${messagesFor(commandMessages, locale).quotesShown(shown, all)} · ${index}`;
}
