import type { Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { memoize } from '../../shared/memoize.ts';
import { chooseMain, type TimelineEntry } from '../../timeline/index.ts';
import {
  hasOtherPages,
  itemAt,
  type PagedReply,
  type ReplyChoice,
  showPage,
  turnActions,
  unitBlocks,
  wholePage,
} from '../paging.ts';
import type { Action, ActionCall, Menu, Reply } from '../reply.ts';
import {
  indexDate,
  indexFooter,
  noArticlesReply,
  sourceOfQuote,
  textBlock,
} from '../reply-parts.ts';
import { dateHeading, entryBlocks, entryUnit } from './blocks.ts';
import { timelinePicture } from './build-chart.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export.ts';
import { timelineMessages } from './messages.ts';

/** The most entries of a short timeline and of a page of the full one: what is read at a glance. */
const ENTRIES_AT_ONCE = 8;

/** What was asked for, checked. */
interface TimelineInput {
  readonly topic?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly source?: string | undefined;
  /** The full timeline instead of the short one. */
  readonly all: boolean;
  /** The same, from this entry on, counted from 1. */
  readonly start?: number | undefined;
  /** All quotes of the entry at this position instead, counted from 1; `start` is one of its quotes. */
  readonly entry?: number | undefined;
}

/** What a timeline's reply is made of. */
interface TimelineParts {
  /** All that fit what was asked for, in their order. */
  readonly entries: readonly TimelineEntry[];
  readonly input: TimelineInput;
  readonly generation: Generation;
  readonly locale: Locale;
}

/** What the short timeline and the first page of the full one have in common. */
type Opening = Omit<Reply, 'blocks' | 'actions'>;

/** The short timeline, or the full one in pages, with the buttons that lead to the other. */
export function timelineReply(parts: TimelineParts): ReplyChoice {
  const { entries, input, generation, locale } = parts;
  const messages = timelineMessages[locale];
  const heading = messages.heading(input.topic ?? null);
  if (generation.corpus.articles.length === 0) return { reply: noArticlesReply(heading, locale) };
  const common = { locale, visibility: 'public', heading } as const;
  if (entries.length === 0) {
    const blocks = [textBlock(messages.empty)];
    return { reply: { ...common, blocks, footer: indexFooter(generation, locale) } };
  }
  if (input.entry !== undefined) return { reply: entryReply(input.entry - 1, parts) };
  const { byId } = generation.corpus;
  const main = chooseMain(entries, byId, ENTRIES_AT_ONCE);
  const picture = timelinePicture(entries, new Set(main), input.topic ?? null, byId, locale);
  const opening = { ...common, footer: footerOf(parts), ...(picture && { picture }) };
  const full = fullTimeline(opening, parts);
  if (input.all || input.start !== undefined) return { reply: full };
  const short = shortTimeline(opening, main, parts);
  const lengths = Array.from({ length: ENTRIES_AT_ONCE }, (_, index) => ENTRIES_AT_ONCE - index);
  const shorter = lengths
    .filter((length) => length < entries.length)
    .map((length) => () => short(length));
  return entries.length > ENTRIES_AT_ONCE
    ? { reply: short(ENTRIES_AT_ONCE), shorter: shorter.slice(1) }
    : { reply: full.whole(), shorter: [() => short(entries.length), ...shorter] };
}

function fullTimeline(opening: Opening, parts: TimelineParts) {
  const { entries, input, generation, locale } = parts;
  const { picture: _picture, ...later } = opening;
  const messages = timelineMessages[locale];
  const count = entries.length;
  const callAt = (index: number) => callOf({ start: String(index + 1) }, parts);
  const toShort = { label: messages.showShort, call: callOf({}, parts) };
  const pages = {
    count,
    start: (input.start ?? 1) - 1,
    most: ENTRIES_AT_ONCE,
    unit: (index) => {
      const entry = itemAt(entries, index);
      const blocks = entryBlocks(entry, 'full', generation, locale);
      return entryUnit(entry, entries[index - 1], blocks, locale);
    },
    around: (page, blocks) => {
      // The picture shows all entries, and once is enough.
      const outer = page.first === 0 ? opening : later;
      if (!hasOtherPages(page)) {
        return {
          ...outer,
          blocks,
          actions: [...(count > ENTRIES_AT_ONCE ? [toShort] : []), asFiles(parts)],
        };
      }
      const position = messages.pagePosition(page.first + 1, page.end, count);
      return {
        ...outer,
        blocks: [textBlock(position, 'subtle'), ...blocks],
        actions: [...turnActions(page, count, callAt, locale), toShort, asFiles(parts)],
      };
    },
  } satisfies PagedReply;
  return { ...pages, whole: () => showPage(pages, wholePage(count)) };
}

/**
 * For someone who asked for nothing in particular: so many entries that tell the story, each in brief.
 *
 * @param ranked indices of those entries, the weightiest first.
 */
function shortTimeline(
  opening: Opening,
  ranked: readonly number[],
  parts: TimelineParts,
): (length: number) => Reply {
  const { entries, generation, locale } = parts;
  const messages = timelineMessages[locale];
  const blocksAt = memoize((index: number) =>
    entryBlocks(itemAt(entries, index), 'brief', generation, locale),
  );
  return (length) => {
    const chosen = ranked.slice(0, length).toSorted((one, other) => one - other);
    const units = chosen.map((index, position) =>
      entryUnit(
        itemAt(entries, index),
        entries[chosen[position - 1] ?? -1],
        blocksAt(index),
        locale,
      ),
    );
    const all = entries.length;
    return {
      ...opening,
      blocks: [textBlock(messages.shortPosition(length, all), 'subtle'), ...unitBlocks(units)],
      actions: [
        { label: messages.entriesShown(length, all), call: null },
        { label: messages.showAll, call: callOf({ all: 'true' }, parts) },
        asFiles(parts),
      ],
      menu: entryMenu(chosen, parts),
    };
  };
}

/** Of which of the entries that are shown all quotes are wanted. */
function entryMenu(chosen: readonly number[], parts: TimelineParts): Menu {
  const { entries, generation, locale } = parts;
  const { openEntry, labels, undatedHeading } = timelineMessages[locale];
  return {
    prompt: openEntry,
    call: callOf({}, parts),
    option: 'entry',
    target: 'privately',
    choices: chosen.map((index) => {
      const { date, role, reports } = itemAt(entries, index);
      const { publisher, title } = sourceOfQuote(reports[0].quote, generation, locale);
      const day = date === null ? undatedHeading : dateHeading(date, locale);
      return {
        label: [day, labels[role] ?? []].flat().join(' · '),
        detail: `${publisher} · ${title}`,
        value: String(index + 1),
      };
    }),
  };
}

/**
 * All quotes of one entry, in pages, for the person alone.
 *
 * @param index of the entry; the last one where there are not so many.
 */
function entryReply(index: number, parts: TimelineParts): PagedReply {
  const { entries, input, generation, locale } = parts;
  const messages = timelineMessages[locale];
  const position = Math.min(index, entries.length - 1);
  const entry = itemAt(entries, position);
  const blocks = entryBlocks(entry, 'whole', generation, locale);
  const callAt = (start: number) =>
    callOf({ entry: String(position + 1), start: String(start + 1) }, parts);
  return {
    count: blocks.length,
    start: (input.start ?? 1) - 1,
    most: ENTRIES_AT_ONCE,
    unit: (each) => entryUnit(entry, undefined, [itemAt(blocks, each)], locale),
    around: (page, shown) => ({
      locale,
      visibility: 'private',
      heading: messages.heading(input.topic ?? null),
      blocks: shown,
      footer: footerOf({ ...parts, entries: [entry] }),
      actions: hasOtherPages(page) ? turnActions(page, blocks.length, callAt, locale) : [],
    }),
  };
}

function asFiles(parts: TimelineParts): Action {
  const { asFiles: label } = timelineMessages[parts.locale];
  return { label, call: callOf({ files: 'true' }, parts), target: 'privately', givesFiles: true };
}

/** The files of a timeline, for the person alone. */
export function filesReply(
  { entries, locale }: Pick<TimelineParts, 'entries' | 'locale'>,
  toText: (format: ExportFormat) => string,
): Reply {
  const { heading, files } = timelineMessages[locale];
  return {
    locale,
    visibility: 'private',
    heading: heading(null),
    blocks: [textBlock(files(entries.length))],
    footer: null,
    attachments: EXPORT_FORMATS.map((format) => ({
      name: `timeline.${format}`,
      mediaType: MEDIA_TYPES[format],
      bytes: Buffer.from(toText(format)),
    })),
  };
}

const MEDIA_TYPES = { md: 'text/markdown', csv: 'text/csv', ics: 'text/calendar' } as const;

/** The same timeline with the same filters, differently shown. */
function callOf(
  how: ActionCall['options'],
  { input: { topic, from, to, source } }: TimelineParts,
): ActionCall {
  const filters = Object.entries({ topic, from, to, source }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { command: 'timeline', options: { ...how, ...Object.fromEntries(filters) } };
}

/** Counts of what fits, whether it is shown or not: entries, the articles that tell them, and the index. */
function footerOf({ entries, generation, locale }: TimelineParts): string {
  const messages = timelineMessages[locale];
  const articles = new Set(
    entries.flatMap(({ reports }) =>
      reports.flatMap(({ quote, duplicates }) =>
        [quote, ...duplicates].map(({ articleId }) => articleId),
      ),
    ),
  );
  return [
    messages.entryCount(entries.length),
    messages.articleCount(articles.size),
    messages.indexed(indexDate(generation, locale)),
  ].join(' · ');
}
