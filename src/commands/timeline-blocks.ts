import { formatCalendarDate, formatCount, type Locale, messagesFor } from '../i18n/index.ts';
import type { Generation } from '../library/index.ts';
import type { Quote } from '../retrieval/index.ts';
import {
  type CalendarDate,
  type Conflict,
  daysBetween,
  type Telling,
  type TimelineEntry,
} from '../timeline/index.ts';
import { commandMessages } from './messages.ts';
import type { Block, DateBlock, QuoteBlock } from './reply.ts';
import { articleOf, quoteBlock, sourceOf, textBlock } from './reply-parts.ts';
import { shortenQuote } from './short-quote.ts';
import { conflictSummary } from './timeline-json.ts';

/** How much is shown of an entry: one telling, or some of the others as well. Conflicts always. */
export type EntryDetail = 'brief' | 'full';

/** How many tellings a full entry quotes besides its first. */
const OTHER_TELLINGS = 2;

/** The most publishers that are named of those that are only counted. */
const NAMED_PUBLISHERS = 5;

/** More days than this between two dates are a gap: more than a month. */
const GAP_DAYS = 31;

/** Entries in the given order, with a heading where a date begins. Every quote is cut short. */
export function timelineBlocks(
  entries: readonly TimelineEntry[],
  detail: EntryDetail,
  generation: Generation,
  locale: Locale,
): Block[] {
  return entries.flatMap((entry, index) => {
    const previous = entries[index - 1];
    const blocks = entryBlocks(entry, detail, generation, locale);
    return previous && isSameDate(previous.date, entry.date)
      ? blocks
      : [dateBlock(entry.date, previous?.date ?? null, locale), ...blocks];
  });
}

function dateBlock(
  date: CalendarDate | null,
  previous: CalendarDate | null,
  locale: Locale,
): DateBlock {
  const { undatedHeading } = messagesFor(commandMessages, locale);
  return {
    type: 'date',
    text: date === null ? undatedHeading : capitalised(formatCalendarDate(date, locale)),
    isDated: date !== null,
    isAfterGap: date !== null && previous !== null && isGap(previous, date),
  };
}

function isSameDate(one: CalendarDate | null, other: CalendarDate | null): boolean {
  return one?.value === other?.value && one?.modifier === other?.modifier;
}

function isGap({ last }: CalendarDate, { first }: CalendarDate): boolean {
  return first > last && daysBetween(last, first) > GAP_DAYS;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function entryBlocks(
  { role, tellings, conflicts }: TimelineEntry,
  detail: EntryDetail,
  generation: Generation,
  locale: Locale,
): Block[] {
  const { roles } = messagesFor(commandMessages, locale);
  const [lead, ...others] = tellings;
  const disputes = chooseDisputes(conflicts, lead.quote, locale);
  const disputed = new Set(
    disputes.flatMap(({ quotes }) => quotes.map(({ quote }) => keyOf(quote))),
  );
  const rest = others.filter(({ quote }) => !disputed.has(keyOf(quote)));
  const more = detail === 'full' ? rest.slice(0, OTHER_TELLINGS) : [];

  const shown = (telling: Telling): QuoteBlock =>
    shortBlock(telling.quote, telling.echoes, generation, locale);
  const label = roles[role];
  const quotes: [QuoteBlock, ...QuoteBlock[]] = [
    { ...shown(lead), opensEntry: { role }, ...(label !== null && { label }) },
    ...more.map((telling): QuoteBlock => ({ ...shown(telling), isCompact: true })),
  ];
  return [
    ...withNote(quotes, alsoToldBy(rest.slice(more.length), [lead, ...more], generation, locale)),
    ...disputes.flatMap(({ summary, quotes: sides }): Block[] => [
      textBlock(summary, 'warning'),
      ...sides.map(({ quote, label: side }) => ({
        ...shortBlock(quote, [], generation, locale),
        isCompact: true,
        ...(side !== null && { label: side }),
      })),
    ]),
  ];
}

function shortBlock(
  quote: Quote,
  echoes: readonly Quote[],
  generation: Generation,
  locale: Locale,
): QuoteBlock {
  return quoteBlock(
    [shortenQuote(quote, articleOf(quote, generation)), ...echoes],
    generation,
    locale,
  );
}

interface Dispute {
  readonly summary: string;
  /** What is not shown yet, each with what it stands for. */
  readonly quotes: readonly { readonly quote: Quote; readonly label: string | null }[];
}

/** One quote for each date or side of every conflict, but for those that the entry's first quote stands for. */
function chooseDisputes(
  conflicts: readonly Conflict[],
  lead: Quote,
  locale: Locale,
): readonly Dispute[] {
  const shown = new Set([keyOf(lead)]);
  return conflicts.map((conflict) => {
    const sides =
      conflict.kind === 'date'
        ? conflict.accounts.map(({ date, quotes }) => ({
            quotes,
            label: formatCalendarDate(date, locale),
          }))
        : conflict.sides.map((quotes) => ({ quotes, label: null }));
    const missing = sides.filter(({ quotes }) => !quotes.some((quote) => shown.has(keyOf(quote))));
    for (const { quotes } of missing) shown.add(keyOf(quotes[0]));
    return {
      summary: conflictSummary(conflict, locale),
      quotes: missing.map(({ quotes, label }) => ({ quote: quotes[0], label })),
    };
  });
}

/** Which articles tell the same and are not shown, or null when there are none. */
function alsoToldBy(
  counted: readonly Telling[],
  shown: readonly Telling[],
  generation: Generation,
  locale: Locale,
): string | null {
  const messages = messagesFor(commandMessages, locale);
  const quotesOf = (tellings: readonly Telling[]) =>
    tellings.flatMap(({ quote, echoes }) => [quote, ...echoes]);
  const known = new Set(quotesOf(shown).map(({ articleId }) => articleId));
  const others = quotesOf(counted).filter(({ articleId }) => !known.has(articleId));
  if (others.length === 0) return null;
  const articles = new Set(others.map((quote) => articleOf(quote, generation)));
  const publishers = new Set(Array.from(articles, (each) => sourceOf(each, locale).publisher));
  const names = [...publishers].slice(0, NAMED_PUBLISHERS);
  if (names.length < publishers.size) names.push('…');
  return messages.alsoToldBy(
    formatCount(articles.size, locale),
    articles.size === 1,
    names.join(messages.listSeparator),
  );
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
