import { z } from 'zod';
import { type Locale, localised } from '../../i18n/index.ts';
import { languageOf } from '../../language/index.ts';
import { type Generation, TimelineError } from '../../library/index.ts';
import { type Quote } from '../../retrieval/index.ts';
import { UserError } from '../../shared/errors.ts';
import { chooseEntries, type TimelineEntry } from '../../timeline/index.ts';
import type { Command } from '../command.ts';
import {
  checkOrder,
  dateOption,
  firstDayOf,
  lastDayOf,
  MAX_TEXT_LENGTH,
  optionSchemas,
  parseOptions,
  sourceOption,
} from '../options.ts';
import { EXPORT_FORMATS, type ExportFormat, exportEntries } from './export.ts';
import { entryJson } from './json.ts';
import { timelineMessages } from './messages.ts';
import { filesReply, timelineReply } from './reply.ts';

/** `/timeline`: what the articles say happened and will happen, in the order of its dates. */
export const timelineCommand: Command = {
  definition: {
    name: 'timeline',
    description: localised(
      'Show what happened by date, in quotes from the articles',
      '按日期排列事件，均引自文章原文',
    ),
    access: 'everyone',
    subcommands: [],
    options: [
      {
        name: 'topic',
        type: 'string',
        required: false,
        maxLength: MAX_TEXT_LENGTH,
        completes: 'topic',
        description: localised('Only events about this', '仅限与此有关的事件'),
      },
      dateOption(
        'from',
        localised(
          'Only events on or after this date, such as 2020-09-14',
          '仅限此日期及以后的事件，如 2020-09-14',
        ),
      ),
      dateOption(
        'to',
        localised(
          'Only events on or before this date, such as 2020-09-14',
          '仅限此日期及以前的事件，如 2020-09-14',
        ),
      ),
      sourceOption('source'),
      {
        name: 'all',
        type: 'boolean',
        required: false,
        description: localised(
          'All entries, not just the main ones',
          '显示全部条目，而不只是主要条目',
        ),
      },
    ],
  },

  run: async (call, { library }) => {
    const { locale } = call;
    const schemas = optionSchemas(locale);
    const input = parseOptions(
      z.object({
        topic: schemas.optionalText('topic'),
        from: schemas.date(),
        to: schemas.date(),
        source: schemas.optionalText('source'),
        all: schemas.boolean('all'),
        // Not among the definitions: it is what buttons say, and nobody counts entries to type it.
        start: schemas.position('start'),
        entry: schemas.position('entry'),
        files: schemas.boolean('files'),
      }),
      call.options,
    );
    checkOrder(input, locale);
    const generation = library.current();
    const { byId } = generation.corpus;
    const onTopic = await inOtherLanguage(input.topic, generation, call.person?.id);
    const request = {
      ...input,
      onTopic,
      from: input.from && firstDayOf(input.from),
      to: input.to && lastDayOf(input.to),
    };
    const entries = await chooseEntries(await entriesOf(generation, locale), byId, request);
    const ordered = [
      ...entries.filter(({ date }) => date !== null),
      ...entries.filter(({ date }) => date === null),
    ];
    const toJson = () => ordered.map((entry) => entryJson(entry, byId, locale));
    const toText = (format: ExportFormat) => exportEntries(toJson(), format);
    const parts = { entries: ordered, input, generation, locale };
    return {
      ...(input.files ? { reply: filesReply(parts, toText) } : timelineReply(parts)),
      json: () => ({ entries: toJson() }),
      exports: Object.fromEntries(EXPORT_FORMATS.map((format) => [format, () => toText(format)])),
    };
  },
};

/** @throws UserError when these articles have no timeline that can be found. */
async function entriesOf(
  generation: Generation,
  locale: Locale,
): Promise<readonly TimelineEntry[]> {
  try {
    return await generation.timeline();
  } catch (error) {
    if (!(error instanceof TimelineError)) throw error;
    const { unavailable } = timelineMessages[locale];
    throw new UserError('no-timeline', unavailable, { cause: error });
  }
}

/** So many passages of the other language can be on a topic. */
const MOST_PASSAGES = 50;

/** One less like the topic than the best by so much is rather about something near it. */
const LIKE_THE_BEST = 0.6;

/**
 * Passages on a topic that are not in its language. A topic is compared with the words of the
 * entries, which are those of their articles; a search translates it.
 */
async function inOtherLanguage(
  topic: string | undefined,
  { collection }: Generation,
  asker: string | undefined,
): Promise<Quote[]> {
  if (topic === undefined) return [];
  const language = languageOf(topic) === 'zh' ? 'en' : 'zh';
  const { quotes } = await collection.ask(
    { question: topic, limit: MOST_PASSAGES, filter: { language } },
    asker,
  );
  const least = LIKE_THE_BEST * (quotes[0]?.score ?? 0);
  return quotes
    .filter(({ score }) => score >= least)
    .flatMap(({ quote, duplicates }) => [quote, ...duplicates]);
}
