import { z } from 'zod';
import { formatDate, type Locale, localised, messagesFor } from '../i18n/index.ts';
import type { Generation } from '../library/index.ts';
import { chooseEntries, type TimelineEntry, type TimelineRequest } from '../timeline/index.ts';
import type { Command } from './command.ts';
import { commandMessages } from './messages.ts';
import { sourceOption } from './option-definitions.ts';
import {
  checkOrder,
  firstDayOf,
  lastDayOf,
  MAX_TEXT_LENGTH,
  optionSchemas,
  parseOptions,
} from './options.ts';
import type { Block, Reply } from './reply.ts';
import { indexFooter, noArticlesReply, quoteBlock, textBlock } from './reply-parts.ts';
import { entryJson } from './timeline-json.ts';

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
    const all = await generation.timeline();
    const entries = chooseEntries(all, byId, toRequest(input));
    return {
      reply: toReply(entries, input.topic ?? null, generation, locale),
      json: () => ({
        entries: entries.map((entry) => entryJson(entry, generation.corpus.byId, locale)),
      }),
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
    ...(from !== undefined && { from: firstDayOf(from) }),
    ...(to !== undefined && { to: lastDayOf(to) }),
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

/** A heading where a new date or role begins, and the quotes. */
function entryBlocks(
  entry: TimelineEntry,
  previous: TimelineEntry | undefined,
  generation: Generation,
  locale: Locale,
): Block[] {
  const messages = messagesFor(commandMessages, locale);
  const role = messages.roles[entry.role];
  const date = entry.date === null ? messages.undatedHeading : formatDate(entry.date.value, locale);
  const blocks = entry.tellings.map(({ quote, echoes }) =>
    quoteBlock([quote, ...echoes], generation, locale),
  );
  return previous?.date?.value === entry.date?.value && previous?.role === entry.role
    ? blocks
    : [textBlock(role === null ? date : `${date} · ${role}`, 'heading'), ...blocks];
}
