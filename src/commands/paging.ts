import type { Locale } from '../i18n/index.ts';
import { memoize } from '../shared/memoize.ts';
import { commandMessages } from './messages.ts';
import type { Action, ActionCall, Block, DateBlock, ListItem, Reply, TextBlock } from './reply.ts';

/** A part of a long reply that is shown whole or not at all: an entry with its quotes, an article. */
export type Unit = {
  /** What it stands under. What the unit before it on a page stands under as well is not repeated. */
  readonly headings?: readonly (TextBlock | DateBlock)[];
} & ({ readonly blocks: readonly Block[] } | { readonly item: ListItem });

/** A run of a list's units that a reply shows at once, as indices `[first, end)`. */
export interface Page {
  readonly first: number;
  readonly end: number;
  /** Where the page before this one and the one after it begin; null where there is none. */
  readonly previous: number | null;
  readonly next: number | null;
}

/** A list that is shown in pages. */
interface PagedList {
  /** How many units there are on all pages. */
  readonly count: number;
  /** How many of them a page has at most. */
  readonly most: number;
  /** Whether a page can be shown at once. */
  readonly fits: (page: Page) => boolean;
}

/** A reply that can be longer than a message: its units, and what stands around a page of them. */
export interface PagedReply {
  /** How many units there are on all pages. */
  readonly count: number;
  /** Index of the unit to begin with; behind the end, the last page is shown. */
  readonly start: number;
  /** How many units a page has at most: as many as were asked for, or as are read at a glance. */
  readonly most: number;
  /** The unit at an index: up to `most` from the start, and two pages before it. */
  readonly unit: (index: number) => Unit;
  /** The reply for a page, with the blocks of its units. It is made for pages that do not fit, too. */
  readonly around: (page: Page, blocks: readonly Block[]) => Reply;
  /** Everything, for a front end that has no pages. Left out: the page of `most` units. */
  readonly whole?: () => Reply;
}

/** What a command answers, for front ends with and without room. */
export interface ReplyChoice {
  readonly reply: Reply | PagedReply;
  /** What to show where there is not room for all of `reply`: each is shorter than the one before. */
  readonly shorter?: readonly (() => Reply)[];
}

/** The reply of a front end with room for everything. */
export function wholeReply({ reply }: ReplyChoice): Reply {
  if (!('around' in reply)) return reply;
  if (reply.whole) return reply.whole();
  return showPage(reply, widestPage(reply));
}

/** The page of a list where there is room for as many units as it may have. */
export function widestPage({ start, count, most }: Pick<PagedReply, 'start' | 'count' | 'most'>) {
  return pageFrom(start, { count, most, fits: () => true });
}

/**
 * The reply of a front end with little room: the first one that fits, or else the shortest; of a paged
 * one as many units as fit, but one at least. The blocks of a unit are made once.
 */
export function fittingReply(
  { reply, shorter = [] }: ReplyChoice,
  fits: (candidate: Reply) => boolean,
): Reply {
  if ('around' in reply) {
    const paged = { ...reply, unit: memoize(reply.unit) };
    const page = pageFrom(reply.start, { ...reply, fits: (each) => fits(showPage(paged, each)) });
    return showPage(paged, page);
  }
  let chosen = reply;
  for (const makeShorter of shorter) {
    if (fits(chosen)) break;
    chosen = makeShorter();
  }
  return chosen;
}

/** A page of a paged reply. */
export function showPage({ unit, around }: Pick<PagedReply, 'unit' | 'around'>, page: Page): Reply {
  const units = Array.from({ length: page.end - page.first }, (_, index) =>
    unit(page.first + index),
  );
  return around(page, unitBlocks(units));
}

/** The blocks of units, in order. Items that follow each other without a heading are one list. */
export function unitBlocks(units: readonly Unit[]): readonly Block[] {
  const blocks: Block[] = [];
  let above: NonNullable<Unit['headings']> = [];
  let list: ListItem[] | null = null;
  for (const unit of units) {
    const { headings = [] } = unit;
    const isSaid = (index: number) => headings[index]?.text === above[index]?.text;
    const firstNew = headings.findIndex((_, index) => !isSaid(index));
    const own = firstNew === -1 ? [] : headings.slice(firstNew);
    blocks.push(...own);
    above = headings;
    if ('blocks' in unit) {
      blocks.push(...unit.blocks);
      list = null;
    } else if (list && own.length === 0) {
      list.push(unit.item);
    } else {
      list = [unit.item];
      blocks.push({ type: 'list', items: list });
    }
  }
  return blocks;
}

/**
 * An item of a list.
 *
 * @throws RangeError when there is none at the index.
 */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const found = items.slice(Math.max(0, index)).slice(0, 1);
  for (const item of found) return item;
  throw new RangeError(`there is no item at ${index} among ${items.length}`);
}

/**
 * The page that begins at an index; the last page where it begins behind the end. Pages hold no more
 * than fits, so that nothing on one is cut. One unit is a page even if it does not fit.
 *
 * @param start 0-based.
 */
export function pageFrom(start: number, { count, most, fits }: PagedList): Page {
  const pageBefore = (end: number) =>
    end - greatest(Math.min(most, end), (length) => fits(pageOf(end - length, end, count)));
  const first = start < count ? start : pageBefore(count);
  const length = greatest(Math.min(most, count - first), (each) =>
    fits(pageOf(first, first + each, count)),
  );
  const previous = first === 0 ? null : pageBefore(first);
  return { ...pageOf(first, first + length, count), previous };
}

/** The page with every unit of a list. */
export function wholePage(count: number): Page {
  return pageOf(0, count, count);
}

/**
 * Previous, position, next.
 *
 * @param count how many items there are on all pages.
 * @param callAt what shows the page that begins at an index.
 */
export function turnActions(
  { first, end, previous, next }: Page,
  count: number,
  callAt: (index: number) => ActionCall,
  locale: Locale,
): readonly Action[] {
  const { showPrevious, showNext, position } = commandMessages[locale];
  const turn = (label: string, index: number | null): Action => ({
    label,
    call: index === null ? null : callAt(index),
  });
  return [
    turn(showPrevious, previous),
    { label: position(first + 1, end, count), call: null },
    turn(showNext, next),
  ];
}

/** Whether a list has other pages than this one. */
export function hasOtherPages({ previous, next }: Page): boolean {
  return previous !== null || next !== null;
}

/** Where the page before it begins is not known yet: no further back than takes as much room. */
function pageOf(first: number, end: number, count: number): Page {
  return { first, end, previous: first === 0 ? null : first - 1, next: end === count ? null : end };
}

/** The last number from 1 to `most` before the first, after 1, that does not hold; 0 for none at all. */
function greatest(most: number, holds: (value: number) => boolean): number {
  let value = Math.min(1, most);
  while (value < most && holds(value + 1)) value += 1;
  return value;
}
