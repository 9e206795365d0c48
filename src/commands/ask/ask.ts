import { localised } from '../../i18n/index.ts';
import type { Command, CommandDefinition } from '../command.ts';
import { askForFeedback, isVote, takeVote } from '../feedback/ask-feedback.ts';
import { MAX_TEXT_LENGTH, sourceOption } from '../options.ts';
import { widestPage } from '../paging.ts';
import { answerJson } from './answer-json.ts';
import { findQuotes, quotesOnPage } from './found-quotes.ts';
import { parseAskInput, toFilter } from './input.ts';
import { askMessages } from './messages.ts';
import { askReply } from './reply.ts';

/** What a front end must know of `/ask`. */
const askDefinition: CommandDefinition = {
  name: 'ask',
  description: localised(
    'Ask about the story and get quotes from the articles',
    '就这则新闻提问，以文章原文作答',
  ),
  access: 'everyone',
  subcommands: [],
  options: [
    {
      name: 'question',
      type: 'string',
      required: true,
      maxLength: MAX_TEXT_LENGTH,
      completes: 'question',
      description: localised('Your question, in English or Chinese', '您的问题，中文或英文均可'),
    },
    sourceOption('source'),
    {
      name: 'language',
      type: 'string',
      required: false,
      choices: [
        { value: 'en', label: localised('English', '英文') },
        { value: 'zh', label: localised('Chinese', '中文') },
      ],
      description: localised('Only quotes in this language', '仅限此语言的引文'),
    },
    {
      name: 'from',
      type: 'string',
      required: false,
      maxLength: 10,
      completes: 'from',
      description: localised(
        'Only articles published on or after this date, such as 2020-09-14',
        '仅限此日期及以后发布的文章，如 2020-09-14',
      ),
    },
    {
      name: 'to',
      type: 'string',
      required: false,
      maxLength: 10,
      completes: 'to',
      description: localised(
        'Only articles published on or before this date, such as 2020-09-14',
        '仅限此日期及以前发布的文章，如 2020-09-14',
      ),
    },
    {
      name: 'private',
      type: 'boolean',
      required: false,
      description: localised('Show the answer only to you', '仅向您显示答案'),
    },
  ],
  buttonOptions: [
    {
      name: 'about',
      type: 'string',
      required: false,
      maxLength: MAX_TEXT_LENGTH,
      description: localised(
        'What “he” or “it” in the question means',
        '问题里的“他”或“它”指的是什么',
      ),
    },
    {
      name: 'start',
      type: 'string',
      required: false,
      description: localised('The number of the first quote', '从第几条引文开始'),
    },
    {
      name: 'limit',
      type: 'string',
      required: false,
      description: localised('At most this many quotes', '最多显示多少条引文'),
    },
    {
      name: 'show',
      type: 'string',
      required: false,
      choices: [
        { value: 'context', label: localised('In context', '上下文') },
        { value: 'sources', label: localised('Sources', '来源') },
      ],
      description: localised(
        'The quotes in context, or all their sources',
        '显示引文的上下文，或其全部来源',
      ),
    },
    {
      name: 'part',
      type: 'string',
      required: false,
      description: localised('The number of the first source', '从第几个来源开始'),
    },
  ],
};

/** `/ask`: quotes that answer a question, or the reasons why there are none. */
export const askCommand: Command = {
  definition: askDefinition,

  run: async (call, services) => {
    if (isVote(call)) return takeVote(call, services);
    const input = parseAskInput(call.options, call.locale);
    const generation = services.library.current();
    const found = await findQuotes(input, generation, call);
    const feedback = askForFeedback(
      found.answer,
      { filter: toFilter(input), generation },
      call,
      services,
    );
    return {
      reply: askReply({ input, found, generation, call, feedback }),
      json: () => {
        const { first, count } = found;
        const page = widestPage({ start: first, count, most: input.limit });
        const quotes = quotesOnPage(page, found);
        return answerJson({ ...found.answer, quotes }, generation.corpus.byId);
      },
      outcome: found.answer.verdict,
    };
  },

  form: async ({ options, locale }) => {
    const { question } = parseAskInput(options, locale);
    const { nextQuestion, nextExample } = askMessages[locale];
    const field = { label: nextQuestion, placeholder: nextExample, value: '', isRequired: true };
    return {
      title: question,
      fields: [{ name: 'next', ...field, maxLength: MAX_TEXT_LENGTH }],
      call: { command: 'ask', options: {} },
      target: 'beside',
    };
  },
};
