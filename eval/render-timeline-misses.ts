import type { GoldSpan } from './question.ts';
import type { ShownEntry } from './timeline-entries.ts';
import { eventOf, holds, isConflict } from './timeline-metrics.ts';
import type { TimelineStory } from './timeline-story.ts';

/**
 * What is wrong in the timeline of a story, as a Markdown list under its name. Empty for a story
 * to judge with: who has read its mistakes no longer judges with it.
 */
export function renderTimelineMisses(entries: readonly ShownEntry[], story: TimelineStory): string {
  if (story.half === 'hold') return '';
  const { byId } = story.library.current().corpus;
  const wordsOf = ({ article, start, end }: GoldSpan) =>
    `${byId.get(article)?.text.slice(start, end) ?? ''} (${article})`;
  const misses = [
    ...entries.flatMap((entry) => entryMisses(entry, story, wordsOf)),
    ...eventMisses(entries, story),
    ...conflictMisses(entries, story, wordsOf),
    ...story.never
      .filter((sentence) => entries.some((entry) => holds(entry.quotes, sentence)))
      .map((sentence) => `never to be shown: ${wordsOf(sentence)}`),
  ];
  return [`## ${story.name}`, '', ...misses.map((miss) => `- ${miss}`)].join('\n');
}

type WordsOf = (span: GoldSpan) => string;

/** An entry with no event, with several, with another date or another role. */
function entryMisses(entry: ShownEntry, { events }: TimelineStory, wordsOf: WordsOf): string[] {
  const words = entry.quotes.map(wordsOf).join(' | ');
  const event = eventOf(entry, events);
  if (!event) return [`no event: ${words}`];
  const { id, dates, roles, sentences } = event;
  const others = events.filter((other) =>
    other.sentences.some(
      (sentence) => holds(entry.quotes, sentence) && !holds(sentences, sentence),
    ),
  );
  const misses: string[] = [];
  if (others.length > 0) {
    misses.push(`${id} with ${others.map((other) => other.id).join(', ')}: ${words}`);
  }
  if (!dates.includes(entry.date)) {
    misses.push(`${id} dated ${entry.date} for ${dates.join(' or ')}: ${words}`);
  }
  if (!roles.some((role) => role === entry.role)) {
    misses.push(`${id} as ${entry.role} for ${roles.join(' or ')}: ${words}`);
  }
  return misses;
}

/** An event in no entry, or with several of its own. */
function eventMisses(entries: readonly ShownEntry[], { events }: TimelineStory): string[] {
  const about = entries.map((entry) => eventOf(entry, events)?.id);
  return events.flatMap(({ id, background, sentences }) => {
    const isShown = entries.some(({ quotes }) => sentences.some((each) => holds(quotes, each)));
    if (!isShown) return background ? [] : [`${id} in no entry`];
    const count = about.filter((each) => each === id).length;
    return count > 1 ? [`${id} in ${count} entries`] : [];
  });
}

/** A conflict where there is none, or none where there is one. */
function conflictMisses(
  entries: readonly ShownEntry[],
  { conflicts }: TimelineStory,
  wordsOf: WordsOf,
): string[] {
  const shown = entries.flatMap((entry) => entry.conflicts.map((each) => ({ each, entry })));
  const isMet = (gold: (typeof conflicts)[number]) =>
    shown.some(({ each, entry }) => isConflict(each, entry, gold));
  const isFalse = ({ each, entry }: (typeof shown)[number]) =>
    !conflicts.some((gold) => isConflict(each, entry, gold));
  return [
    ...shown
      .filter(isFalse)
      .map(({ each }) => `no ${each.kind} conflict: ${each.quotes.map(wordsOf).join(' | ')}`),
    ...conflicts
      .filter((gold) => !isMet(gold))
      .map(({ kind, sides }) => {
        const firsts = sides.flatMap((side) => side.slice(0, 1));
        return `${kind} conflict not shown: ${firsts.map(wordsOf).join(' | ')}`;
      }),
  ];
}
