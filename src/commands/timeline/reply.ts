import { formatCount, type Locale, messagesFor } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import type { TimelineEntry } from '../../timeline/index.ts';
import { commandMessages } from '../messages.ts';
import type { Action, ActionCall, Block, Reply } from '../reply.ts';
import { indexDate, indexFooter, noArticlesReply, textBlock } from '../reply-parts.ts';
import { turnActions } from '../turn-actions.ts';
import { timelineBlocks } from './blocks.ts';
import { articleIdsOf, timelinePicture } from './picture.ts';
import { ENTRIES_AT_ONCE, pageView, shortView, type View, wholeView } from './view.ts';

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
}

/** What a timeline's reply is made of. */
interface TimelineParts {
  /** All that fit what was asked for, in their order. */
  readonly entries: readonly TimelineEntry[];
  readonly input: TimelineInput;
  readonly generation: Generation;
  readonly locale: Locale;
  /** See {@link CommandCall.fits}. */
  readonly fits: ((reply: Reply) => boolean) | undefined;
}

/** The short timeline, or a page of the full one, with the controls that lead to the others. */
export function timelineReply(parts: TimelineParts): Reply {
  const { entries, input, generation, locale } = parts;
  const messages = messagesFor(commandMessages, locale);
  const heading = messages.timelineHeading(input.topic ?? null);
  if (generation.corpus.articles.length === 0) return noArticlesReply(heading, locale);
  if (entries.length === 0) {
    return {
      locale,
      visibility: 'public',
      heading,
      blocks: [textBlock(messages.timelineEmpty)],
      footer: indexFooter(generation, locale),
    };
  }
  const footer = footerOf(parts);
  const picture = timelinePicture(entries, input.topic ?? null, locale);
  const show = (view: View): Reply => ({
    locale,
    visibility: 'public',
    heading,
    blocks: [...positionBlocks(view, parts), ...viewBlocks(view, parts)],
    footer,
    ...(picture && isOpening(view) && { picture }),
    actions: actionsOf(view, parts),
  });
  return show(chooseView(parts, show));
}

function chooseView({ entries, input, fits }: TimelineParts, show: (view: View) => Reply): View {
  const isFull = input.all || input.start !== undefined;
  if (!fits) return isFull ? wholeView(entries.length) : shortView(entries, () => true);
  const viewFits = (view: View) => fits(show(view));
  return isFull
    ? pageView(entries.length, (input.start ?? 1) - 1, viewFits)
    : shortView(entries, viewFits);
}

function viewBlocks({ kind, shown }: View, parts: TimelineParts): Block[] {
  const { entries, generation, locale } = parts;
  const chosen = shown.flatMap((index) => entries[index] ?? []);
  return timelineBlocks(chosen, kind === 'short' ? 'brief' : 'full', generation, locale);
}

function isWhole({ kind, shown }: View, { entries }: TimelineParts): boolean {
  return kind === 'full' && shown.length === entries.length;
}

/** Whether nothing comes before it: the picture shows all entries, and once is enough. */
function isOpening({ kind, shown }: View): boolean {
  return kind === 'short' || shown[0] === 0;
}

/** Says how much this is of how much; nothing where it is everything. */
function positionBlocks(view: View, parts: TimelineParts): Block[] {
  if (isWhole(view, parts)) return [];
  const { timelineShort, timelinePage } = messagesFor(commandMessages, parts.locale);
  const { first, last, shown, all } = countsOf(view, parts);
  const text = view.kind === 'short' ? timelineShort(shown, all) : timelinePage(first, last, all);
  return [textBlock(text, 'subtle')];
}

function actionsOf(view: View, parts: TimelineParts): Action[] {
  const messages = messagesFor(commandMessages, parts.locale);
  const short = { label: messages.showShort, call: callOf({}, parts) };
  if (isWhole(view, parts)) return parts.entries.length > ENTRIES_AT_ONCE ? [short] : [];
  if (view.kind === 'short') {
    const { shown, all } = countsOf(view, parts);
    return [
      { label: messages.entriesShown(shown, all), call: null },
      { label: messages.showAll, call: callOf({ all: 'true' }, parts) },
    ];
  }
  const callAt = (place: number) => callOf({ start: String(place + 1) }, parts);
  const [first = 0] = view.shown;
  const page = { ...view, first, end: first + view.shown.length };
  return [...turnActions(page, parts.entries.length, callAt, parts.locale), short];
}

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

function countsOf({ shown }: View, { entries, locale }: TimelineParts) {
  const count = (number: number) => formatCount(number, locale);
  return {
    first: count((shown[0] ?? 0) + 1),
    last: count((shown.at(-1) ?? 0) + 1),
    shown: count(shown.length),
    all: count(entries.length),
  };
}

/** Counts of what fits, whether it is shown or not: entries, the articles that tell them, and the index. */
function footerOf({ entries, generation, locale }: TimelineParts): string {
  const messages = messagesFor(commandMessages, locale);
  const articles = new Set(entries.flatMap((entry) => [...articleIdsOf(entry)]));
  return [
    messages.entryCount(formatCount(entries.length, locale), entries.length === 1),
    messages.sourceCount(formatCount(articles.size, locale), articles.size === 1),
    messages.indexOf(indexDate(generation, locale)),
  ].join(' · ');
}
