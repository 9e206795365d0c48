import type { Article } from '../corpus/index.ts';
import { createTermReader } from '../retrieval/index.ts';
import { memoize } from '../shared/memoize.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** What an entry loses that is of a day which one that was chosen before it tells of. */
const SAME_DAY = 0.15;

/** What it loses that says the same as one of them, by the share of words in common. */
const SAME_WORDS = 0.3;

/** An entry without a date tells no phase of the story. */
const UNDATED = 0.3;

/** So many of the heaviest are compared: what weighs less is not chosen. */
const MOST_COMPARED = 200;

/**
 * The indices of the entries that tell the story, the most telling first: the heaviest, each as far as
 * it is of another day and in other words than those before it (maximal marginal relevance), and as
 * the second the latest that has happened. Entries are in the order of their dates.
 */
export function chooseMain(
  entries: readonly TimelineEntry[],
  articles: ReadonlyMap<string, Article>,
  count: number,
): number[] {
  const termsOf = createTermReader();
  const wordsOf = memoize((index: number): ReadonlySet<string> => {
    const quote = entries[index]?.reports[0].quote;
    const text = quote ? (articles.get(quote.articleId)?.text ?? '') : '';
    const terms = quote ? termsOf(text.slice(quote.start, quote.end)) : [];
    // Years and counts are the same in many events.
    return new Set([...terms].filter((term) => !/\d/u.test(term)));
  });
  const weightOf = (index: number) => {
    const { weight = 0, date = null } = entries[index] ?? {};
    return weight - (date === null ? UNDATED : 0);
  };
  const left = entries
    .map((_, index) => index)
    .toSorted((one, other) => weightOf(other) - weightOf(one) || one - other)
    .slice(0, MOST_COMPARED);
  const chosen: number[] = [];
  const lossOf = (index: number) =>
    Math.max(
      0,
      ...chosen.map((other) => {
        const isSameDay = entries[other]?.date?.first === entries[index]?.date?.first;
        return (isSameDay ? SAME_DAY : 0) + SAME_WORDS * overlap(wordsOf(index), wordsOf(other));
      }),
    );
  const take = (index: number) => {
    chosen.push(index);
    left.splice(left.indexOf(index), 1);
  };
  const latest = latestOf(entries, left);
  while (chosen.length < count && left.length > 0) {
    if (chosen.length === 1 && latest !== null && !chosen.includes(latest)) {
      take(latest);
      continue;
    }
    const [best] = left
      .map((index) => ({ index, worth: weightOf(index) - lossOf(index) }))
      .toSorted((one, other) => other.worth - one.worth || one.index - other.index);
    if (!best) break;
    take(best.index);
  }
  return chosen;
}

/** Of what happened on the last day of the story the heaviest; null where nothing has a day. */
function latestOf(
  entries: readonly TimelineEntry[],
  heaviestFirst: readonly number[],
): number | null {
  const happened = heaviestFirst.filter(
    (index) => entries[index]?.role === 'event' && entries[index]?.date?.precision === 'day',
  );
  const lastDay = happened.reduce((last, index) => {
    const day = entries[index]?.date?.first ?? '';
    return day > last ? day : last;
  }, '');
  return happened.find((index) => entries[index]?.date?.first === lastDay) ?? null;
}

/** The share of the words of the smaller set that both have. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / smaller;
}
