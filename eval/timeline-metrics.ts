import { isRight } from './judge.ts';
import type { GoldSpan } from './question.ts';
import type { ShownEntry } from './timeline-entries.ts';
import type { ConflictKind, GoldConflict, GoldEvent, TimelineGold } from './timeline-story.ts';

/** How many of a number are right. */
export interface Tally {
  readonly right: number;
  readonly of: number;
}

/** What {@link scoreTimeline} counts, in the order in which it is shown. */
export const TIMELINE_FIGURES = [
  'mergePrecision',
  'mergeRecall',
  'eventRecall',
  'backgroundRecall',
  'entryPrecision',
  'dateAccuracy',
  'roleAccuracy',
  'dateConflictPrecision',
  'dateConflictRecall',
  'claimConflictPrecision',
  'claimConflictRecall',
  'neverShown',
] as const;

/**
 * How well a timeline agrees with its gold.
 *
 * - `mergePrecision`, `mergeRecall`: of the pairs of gold sentences that stand in one entry, those
 *   that tell the same event; and the other way round.
 * - `eventRecall`, `backgroundRecall`: the events that some entry carries.
 * - `entryPrecision`: the entries that carry an event or background.
 * - `dateAccuracy`, `roleAccuracy`: of the entries that carry an event, those with a right date,
 *   and those with a right role.
 * - `…ConflictPrecision`: of the conflicts of a kind that are shown, those that set sides of a gold
 *   conflict against each other; `…ConflictRecall`: the gold conflicts that are shown so.
 * - `neverShown`: of the sentences that tell no event, those in an entry. Here less is better.
 */
export type TimelineScores = Readonly<Record<(typeof TIMELINE_FIGURES)[number], Tally>>;

/** Compares the entries of a timeline with what it should hold. */
export function scoreTimeline(entries: readonly ShownEntry[], gold: TimelineGold): TimelineScores {
  const carrying = entries.flatMap((entry) => {
    const event = eventOf(entry, gold.events);
    return event ? [{ entry, event }] : [];
  });
  const isShown = (sentence: GoldSpan) => entries.some((entry) => holds(entry.quotes, sentence));
  const isCarried = ({ sentences }: GoldEvent) => sentences.some(isShown);
  const shown = new Set(entries.flatMap((entry) => pairsIn(entry, gold.events)));
  const told = new Set(gold.events.flatMap(({ sentences }) => pairsOf(sentences.map(keyOf))));
  const dateConflicts = scoreConflicts('date', entries, gold.conflicts);
  const claimConflicts = scoreConflicts('claim', entries, gold.conflicts);
  return {
    mergePrecision: tally([...shown], (pair) => told.has(pair)),
    mergeRecall: tally([...told], (pair) => shown.has(pair)),
    eventRecall: tally(
      gold.events.filter(({ background }) => !background),
      isCarried,
    ),
    backgroundRecall: tally(
      gold.events.filter(({ background }) => background),
      isCarried,
    ),
    entryPrecision: { right: carrying.length, of: entries.length },
    dateAccuracy: tally(carrying, ({ entry, event }) => event.dates.includes(entry.date)),
    roleAccuracy: tally(carrying, ({ entry, event }) => isOneOf(entry.role, event.roles)),
    dateConflictPrecision: dateConflicts.precision,
    dateConflictRecall: dateConflicts.recall,
    claimConflictPrecision: claimConflicts.precision,
    claimConflictRecall: claimConflicts.recall,
    neverShown: tally(gold.never, isShown),
  };
}

/** The scores of several stories as if they were one. */
export function sumScores(stories: readonly TimelineScores[]): TimelineScores {
  const sum = (figure: (typeof TIMELINE_FIGURES)[number]): Tally => ({
    right: stories.reduce((total, story) => total + story[figure].right, 0),
    of: stories.reduce((total, story) => total + story[figure].of, 0),
  });
  return {
    mergePrecision: sum('mergePrecision'),
    mergeRecall: sum('mergeRecall'),
    eventRecall: sum('eventRecall'),
    backgroundRecall: sum('backgroundRecall'),
    entryPrecision: sum('entryPrecision'),
    dateAccuracy: sum('dateAccuracy'),
    roleAccuracy: sum('roleAccuracy'),
    dateConflictPrecision: sum('dateConflictPrecision'),
    dateConflictRecall: sum('dateConflictRecall'),
    claimConflictPrecision: sum('claimConflictPrecision'),
    claimConflictRecall: sum('claimConflictRecall'),
    neverShown: sum('neverShown'),
  };
}

/**
 * The event that an entry is about: the one with most of its sentences in the entry; among equals
 * one with the entry's date, because a sentence may tell two events and stand in two entries.
 */
export function eventOf(entry: ShownEntry, events: readonly GoldEvent[]): GoldEvent | undefined {
  const weighed = events.map((event) => {
    const sentences = event.sentences.filter((each) => holds(entry.quotes, each)).length;
    return { event, sentences, isSameDate: event.dates.includes(entry.date) };
  });
  const [best] = weighed
    .filter(({ sentences }) => sentences > 0)
    .toSorted((a, b) => b.sentences - a.sentences || Number(b.isSameDate) - Number(a.isSameDate));
  return best?.event;
}

/** Whether a conflict that is shown in an entry sets two sides of a gold conflict against each other. */
export function isConflict(
  shown: ShownEntry['conflicts'][number],
  entry: ShownEntry,
  { kind, sides }: GoldConflict,
): boolean {
  const reached = (quotes: readonly GoldSpan[]) =>
    sides.filter((side) => side.some((sentence) => holds(quotes, sentence))).length;
  // A conflict may quote the other side only: the entry itself is then the first.
  const isNamed = reached(shown.quotes) >= 1;
  return shown.kind === kind && isNamed && reached([...shown.quotes, ...entry.quotes]) >= 2;
}

function scoreConflicts(
  kind: ConflictKind,
  entries: readonly ShownEntry[],
  conflicts: readonly GoldConflict[],
): { readonly precision: Tally; readonly recall: Tally } {
  const gold = conflicts.filter((each) => each.kind === kind);
  const shown = entries.flatMap((entry) =>
    entry.conflicts.filter((each) => each.kind === kind).map((conflict) => ({ conflict, entry })),
  );
  return {
    precision: tally(shown, ({ conflict, entry }) =>
      gold.some((each) => isConflict(conflict, entry, each)),
    ),
    recall: tally(gold, (each) =>
      shown.some(({ conflict, entry }) => isConflict(conflict, entry, each)),
    ),
  };
}

/** The pairs of different gold sentences that stand in an entry. */
function pairsIn({ quotes }: ShownEntry, events: readonly GoldEvent[]): string[] {
  const sentences = events.flatMap((event) => event.sentences);
  return pairsOf(sentences.filter((each) => holds(quotes, each)).map(keyOf));
}

function pairsOf(keys: readonly string[]): string[] {
  const ordered = [...new Set(keys)].toSorted();
  return ordered.flatMap((first, index) =>
    ordered.slice(index + 1).map((second) => `${first} ${second}`),
  );
}

function keyOf({ article, start }: GoldSpan): string {
  return `${article}:${start}`;
}

/** Whether one of some quotes is a gold sentence; see {@link isRight}. */
export function holds(quotes: readonly GoldSpan[], sentence: GoldSpan): boolean {
  return quotes.some((quote) => isRight(quote.article, quote, [sentence]));
}

function isOneOf(value: string, values: readonly string[]): boolean {
  return values.includes(value);
}

function tally<T>(items: readonly T[], isGood: (item: T) => boolean): Tally {
  return { right: items.filter(isGood).length, of: items.length };
}
