import { z } from 'zod';
import { formatDate, type Locale, localised, messagesFor } from '../i18n/index.ts';
import type { Generation } from '../library/index.ts';
import { chooseEntries, type TimelineEntry, type TimelineRequest } from '../timeline/index.ts';
import { languageOfQuote, quoteJson } from './answer-json.ts';
import type { Command } from './command.ts';
import { commandMessages } from './messages.ts';
import { sourceOption } from './option-definitions.ts';
import { checkOrder, MAX_TEXT_LENGTH, optionSchemas, parseOptions } from './options.ts';
import type { Block, Reply } from './reply.ts';
import { indexFooter, noArticlesReply, quoteBlock, textBlock } from './reply-parts.ts';

/** `/timeline`: the sentences that name a date, in the order of their dates. */
export const timelineCommand: Command = {
  definition: {
    name: 'timeline',
    description: localised(
      'Lay the story out by date, quoted from the articles',
      '按日期排列事件，均引自文章原文',
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
        description: localised(
          'Only sentences about this',
          '仅限与此有关的句子',
          '僅限與此有關的句子',
        ),
      },
      {
        name: 'from',
        type: 'string',
        required: false,
        maxLength: 10,
        description: localised(
          'Only events on or after this date, such as 2020-09-14',
          '仅限此日期及以后的事件，如 2020-09-14',
          '僅限此日期及以後的事件，如 2020-09-14',
        ),
      },
      {
        name: 'to',
        type: 'string',
        required: false,
        maxLength: 10,
        description: localised(
          'Only events on or before this date, such as 2020-09-14',
          '仅限此日期及以前的事件，如 2020-09-14',
          '僅限此日期及以前的事件，如 2020-09-14',
        ),
      },
      sourceOption('source'),
    ],
  },

  run: async (call, { library }) => {
    const { locale } = call;
    const schemas = optionSchemas(locale);
    const input = parseOptions(
      z.object({
        topic: schemas.optionalText('topic'),
        from: schemas.date('from'),
        to: schemas.date('to'),
        source: schemas.optionalText('source'),
      }),
      call.options,
    );
    checkOrder(input, locale);
    const generation = library.current();
    const { byId } = generation.corpus;
    const statements = await generation.datedStatements();
    const entries = chooseEntries(statements, byId, toRequest(input));
    return {
      reply: toReply(entries, input.topic ?? null, generation, locale),
      json: () => ({ entries: entries.map((entry) => entryJson(entry, generation)) }),
    };
  },
};

function toRequest(
  input: {
    readonly [Key in keyof TimelineRequest]: TimelineRequest[Key] | undefined;
  },
): TimelineRequest {
  const { topic, from, to, source } = input;
  return {
    ...(topic !== undefined && { topic }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(source !== undefined && { source }),
  };
}

function toReply(
  entries: readonly TimelineEntry[],
  topic: string | null,
  generation: Generation,
  locale: Locale,
): Reply {
  const messages = messagesFor(commandMessages, locale);
  const heading = messages.timelineHeading(topic);
  if (generation.corpus.articles.length === 0) return noArticlesReply(heading, locale);
  return {
    locale,
    visibility: 'public',
    heading,
    blocks:
      entries.length === 0
        ? [textBlock(messages.timelineEmpty)]
        : entries.flatMap((entry, index) =>
            entryBlocks(entry, entries[index - 1], generation, locale),
          ),
    footer: indexFooter(generation, locale),
  };
}

/** A heading where a new date or role begins, and the quote. */
function entryBlocks(
  entry: TimelineEntry,
  previous: TimelineEntry | undefined,
  generation: Generation,
  locale: Locale,
): Block[] {
  const role = messagesFor(commandMessages, locale).roles[entry.role];
  const date = formatDate(entry.date, locale);
  const block = quoteBlock(entry.quotes, generation, locale);
  return previous?.date === entry.date && previous.role === entry.role
    ? [block]
    : [textBlock(role === null ? date : `${date} · ${role}`, 'heading'), block];
}

/**
 * An entry in JSON. Merging and disagreement are not part of this timeline: an entry is one
 * sentence with its echoes, so that none is ever in conflict with itself.
 */
function entryJson(entry: TimelineEntry, generation: Generation) {
  const { byId } = generation.corpus;
  const { date, precision, role } = entry;
  const [quote, ...echoes] = entry.quotes;
  const language = languageOfQuote(quote, byId);
  return {
    date,
    precision,
    role,
    quotes: [quoteJson({ quote, echoes, score: 1, language }, byId)],
    conflict: false,
    conflicts: [],
  };
}
