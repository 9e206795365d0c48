import { beforeAll, describe, expect, test } from 'vitest';
import { renderTimelineMisses } from '../../eval/render-timeline-misses.ts';
import type { ShownEntry } from '../../eval/timeline-entries.ts';
import { holds, scoreTimeline } from '../../eval/timeline-metrics.ts';
import type { TimelineStory } from '../../eval/timeline-story.ts';
import { ownStories } from './own-stories.ts';

let stories: readonly TimelineStory[];

beforeAll(async () => {
  stories = await ownStories();
});

/** The timeline that a story should have: an entry for each event, with the conflicts about it. */
function rightTimeline({ events, conflicts }: TimelineStory): ShownEntry[] {
  return events.map(({ dates, roles, sentences }) => ({
    date: dates[0] ?? null,
    role: roles[0] ?? '',
    quotes: [...sentences],
    conflicts: conflicts
      .map(({ kind, sides }) => ({ kind, quotes: sides.flat() }))
      .filter(({ quotes }) => quotes.every((quote) => holds(sentences, quote))),
  }));
}

function tuneStory(name: string): TimelineStory {
  const story = stories.find((each) => each.name === name);
  if (!story) throw new Error(`There is no story "${name}".`);
  return story;
}

describe('the gold of every story', () => {
  test('can be reached: a timeline made from it is right in every figure', () => {
    expect.assertions(12 * 12);
    for (const story of stories) {
      const { neverShown, ...others } = scoreTimeline(rightTimeline(story), story);
      expect(neverShown.right).toBe(0);
      for (const { right, of } of Object.values(others)) expect(right).toBe(of);
    }
  });

  test('has no misses in a timeline made from it', () => {
    const tune = stories.filter(({ half }) => half === 'tune');
    const lists = tune.map((story) => renderTimelineMisses(rightTimeline(story), story));
    expect(lists).toEqual(tune.map(({ name }) => `## ${name}\n`));
  });

  test('loses merges when a sentence stands by itself', () => {
    const story = tuneStory('verheyen-transfer');
    const apart = rightTimeline(story).flatMap((entry) =>
      entry.quotes.map((quote) => ({ ...entry, quotes: [quote] })),
    );
    const { mergeRecall, eventRecall } = scoreTimeline(apart, story);
    expect(mergeRecall.right).toBe(0);
    expect(eventRecall.right).toBe(eventRecall.of);
  });
});

describe('a list of misses', () => {
  test('is not made for the stories that judge', () => {
    const judging = stories.filter(({ half }) => half === 'hold');
    expect(judging.map((story) => renderTimelineMisses([], story)).join('')).toBe('');
  });

  test('says what is wrong with each entry', () => {
    const story = tuneStory('ferry-takeover');
    const [offer, profit, ...others] = rightTimeline(story);
    const [never] = story.never;
    if (!offer || !profit || !never) throw new Error('The story has changed.');
    const list = renderTimelineMisses(
      [
        {
          ...offer,
          date: '2024-05-14',
          role: 'planned',
          quotes: [...offer.quotes, ...profit.quotes],
          // They differ about a date, not about what was done.
          conflicts: [{ kind: 'claim', quotes: story.conflicts[0]?.sides.flat() ?? [] }],
        },
        { ...offer, quotes: [never] },
        ...others,
      ],
      story,
    );
    expect(list).toContain('- offer with profit: Calder Line offered $1.4 billion');
    expect(list).toContain('- offer dated 2024-05-14 for 2024-05-13: ');
    expect(list).toContain('- offer as planned for event: ');
    expect(list).toContain('- no event: The price works out at $24');
    expect(list).toContain('- never to be shown: The price works out at $24');
    expect(list).toContain('- no claim conflict: Talks between the two companies');
  });

  test('says which events and conflicts are not there', () => {
    const story = tuneStory('ferry-takeover');
    const [offer] = rightTimeline(story);
    if (!offer) throw new Error('The story has changed.');
    const list = renderTimelineMisses([offer, offer], story);
    expect(list).toContain('- offer in 2 entries');
    expect(list).toContain('- chair in no entry');
    expect(list).not.toContain('- founded in no entry');
    expect(list).toContain('- date conflict not shown: Talks between the two companies');
  });
});
