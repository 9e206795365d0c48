import { formatCalendarDate, type Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import type { Quote } from '../../retrieval/index.ts';
import {
  type CalendarDate,
  type Conflict,
  daysBetween,
  type EventReport,
  type TimelineEntry,
} from '../../timeline/index.ts';
import { commandMessages } from '../messages.ts';
import type { Unit } from '../paging.ts';
import type { Block, DateBlock, QuoteBlock } from '../reply.ts';
import { articleOf, quoteBlock, sourceOf, textBlock } from '../reply-parts.ts';
import { GLANCE, shortenQuote } from '../short-quote.ts';
import { conflictSummary, updateSummary } from './json.ts';
import { timelineMessages } from './messages.ts';

/**
 * How much is shown of an entry: the clauses of one report, read at a glance; some of the others as
 * well; or all of them, each whole. Always where the sources differ.
 */
export type EntryDetail = 'brief' | 'full' | 'whole';

/** How many reports an entry quotes besides its first. */
const OTHER_REPORTS = { brief: 0, full: 2, whole: Infinity } as const;

/** The most publishers that are named beside the first quote of a brief entry. */
const BRIEFLY_NAMED = 2;

/** The most publishers that are named of those that are only counted. */
const NAMED_PUBLISHERS = 5;

/** More days than this between two dates are a gap: more than a month. */
const GAP_DAYS = 31;

/**
 * An entry below its date.
 *
 * @param previous the entry that it follows where it is shown, if any.
 * @param blocks see {@link entryBlocks}.
 */
export function entryUnit(
  entry: TimelineEntry,
  previous: TimelineEntry | undefined,
  blocks: readonly Block[],
  locale: Locale,
): Unit {
  return { headings: [dateBlock(entry.date, previous?.date ?? null, locale)], blocks };
}

function dateBlock(
  date: CalendarDate | null,
  previous: CalendarDate | null,
  locale: Locale,
): DateBlock {
  const { undatedHeading } = timelineMessages[locale];
  return {
    type: 'date',
    text: date === null ? undatedHeading : dateHeading(date, locale),
    isDated: date !== null,
    isAfterGap: date !== null && previous !== null && isGap(previous, date),
  };
}

/** A date where it stands alone. */
export function dateHeading(date: CalendarDate, locale: Locale): string {
  return capitalised(formatCalendarDate(date, locale));
}

function isGap({ last }: CalendarDate, { first }: CalendarDate): boolean {
  return first > last && daysBetween(last, first) > GAP_DAYS;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is told of an entry, below its date. Every quote is cut short. */
export function entryBlocks(
  { role, reports, conflicts, updates }: TimelineEntry,
  detail: EntryDetail,
  generation: Generation,
  locale: Locale,
): Block[] {
  const { labels } = timelineMessages[locale];
  const [lead, ...others] = reports;
  const isBrief = detail === 'brief';
  // What the differing dates and figures are stands in our line on them; what two sides claim does not.
  const disputes = chooseDisputes(conflicts, lead.quote, locale).map((dispute) =>
    isBrief && dispute.kind !== 'claim' ? { ...dispute, sides: [] } : dispute,
  );
  const disputed = disputes.flatMap(({ sides }) => sides.map(({ quote }) => quote));
  const disputedKeys = new Set(disputed.map(keyOf));
  const rest = others.filter(({ quote }) => !disputedKeys.has(keyOf(quote)));
  const more = rest.slice(0, OTHER_REPORTS[detail]);
  const shown = [...quotesOf([lead, ...more]), ...disputed];
  const note = isBrief
    ? briefNote(quotesOf(reports), lead.quote, generation, locale)
    : alsoIn(quotesOf(rest.slice(more.length)), shown, generation, locale);

  const duplicates = new Map(reports.map((report) => [keyOf(report.quote), report.duplicates]));
  const show = (quote: Quote): QuoteBlock => {
    const cut = cutFor(detail, quote, generation);
    const copies = isBrief ? [] : (duplicates.get(keyOf(quote)) ?? []);
    const block = quoteBlock([cut, ...copies], generation, locale);
    return isBrief ? { ...block, isBrief } : block;
  };
  const label = labels[role];
  const quotes: [QuoteBlock, ...QuoteBlock[]] = [
    { ...show(lead.quote), opensEntry: { role }, ...(label !== null && { label }) },
    ...more.map(({ quote }): QuoteBlock => ({ ...show(quote), isCompact: true })),
  ];
  return [
    ...withNote(quotes, note),
    ...updates.map((update) => textBlock(updateSummary(update, generation.corpus.byId, locale))),
    ...disputes.flatMap(({ summary, sides }): Block[] => [
      textBlock(summary, 'warning'),
      ...sides.map(({ quote, stands }) => ({
        ...show(quote),
        isCompact: true,
        ...(stands !== null && { label: stands }),
      })),
    ]),
  ];
}

function cutFor(detail: EntryDetail, quote: Quote, generation: Generation): Quote {
  if (detail === 'whole') return quote;
  const article = articleOf(quote, generation);
  return detail === 'brief' ? shortenQuote(quote, article, GLANCE) : shortenQuote(quote, article);
}

function quotesOf(reports: readonly EventReport[]): Quote[] {
  return reports.flatMap(({ quote, duplicates }) => [quote, ...duplicates]);
}

interface Dispute {
  readonly kind: Conflict['kind'];
  readonly summary: string;
  /** One quote for each that is not shown yet, with the date that it stands for. */
  readonly sides: readonly { readonly quote: Quote; readonly stands: string | null }[];
}

/** One quote for each date or side of every conflict, but for those that the entry's first quote stands for. */
function chooseDisputes(
  conflicts: readonly Conflict[],
  lead: Quote,
  locale: Locale,
): readonly Dispute[] {
  const shown = new Set([keyOf(lead)]);
  return conflicts.map((conflict) => {
    const sides = sidesOf(conflict, locale);
    const missing = sides.filter(({ quotes }) => !quotes.some((quote) => shown.has(keyOf(quote))));
    for (const { quotes } of missing) shown.add(keyOf(quotes[0]));
    return {
      kind: conflict.kind,
      summary: conflictSummary(conflict, locale),
      sides: missing.map(({ quotes, stands }) => ({ quote: quotes[0], stands })),
    };
  });
}

/** The quotes of each side of a conflict, with the date or count that they stand for. */
function sidesOf(
  conflict: Conflict,
  locale: Locale,
): { readonly quotes: readonly [Quote, ...Quote[]]; readonly stands: string | null }[] {
  switch (conflict.kind) {
    case 'date':
      return conflict.accounts.map(({ date, quotes }) => {
        return { quotes, stands: formatCalendarDate(date, locale) };
      });
    case 'figure':
      return conflict.accounts.map(({ label, quotes }) => ({ quotes, stands: label }));
    case 'claim':
      return conflict.sides.map((quotes) => ({ quotes, stands: null }));
  }
}

/** Which articles tell the same and are not among the shown ones, or null when there are none. */
function alsoIn(
  counted: readonly Quote[],
  shown: readonly Quote[],
  generation: Generation,
  locale: Locale,
): string | null {
  const known = new Set(shown.map(({ articleId }) => articleId));
  const others = counted.filter(({ articleId }) => !known.has(articleId));
  if (others.length === 0) return null;
  const articles = new Set(others.map((quote) => articleOf(quote, generation)));
  const publishers = new Set(Array.from(articles, (each) => sourceOf(each, locale).publisher));
  const names = [...publishers].slice(0, NAMED_PUBLISHERS);
  if (names.length < publishers.size) names.push('…');
  const publishersNamed = names.join(commandMessages[locale].listSeparator);
  return timelineMessages[locale].alsoIn(articles.size, publishersNamed);
}

/** The publishers that tell the same besides that of the first quote, or null when there are none. */
function briefNote(
  quotes: readonly Quote[],
  lead: Quote,
  generation: Generation,
  locale: Locale,
): string | null {
  const publisherOf = (quote: Quote) => sourceOf(articleOf(quote, generation), locale).publisher;
  const others = new Set(quotes.map(publisherOf));
  others.delete(publisherOf(lead));
  if (others.size === 0) return null;
  const named = [...others].slice(0, BRIEFLY_NAMED).join(commandMessages[locale].listSeparator);
  return timelineMessages[locale].alsoBy(named, Math.max(0, others.size - BRIEFLY_NAMED));
}

function withNote(
  blocks: readonly [QuoteBlock, ...QuoteBlock[]],
  note: string | null,
): readonly QuoteBlock[] {
  if (note === null) return blocks;
  return blocks.map((block, index) => (index === blocks.length - 1 ? { ...block, note } : block));
}

function keyOf({ articleId, start, end }: Quote): string {
  return `${articleId} ${start} ${end}`;
}
