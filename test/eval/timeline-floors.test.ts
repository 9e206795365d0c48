import { beforeAll, describe, expect, test } from 'vitest';
import { showTimeline } from '../../eval/timeline-entries.ts';
import { scoreTimeline, sumScores, type TimelineScores } from '../../eval/timeline-metrics.ts';
import { openStories } from '../../eval/timeline-story.ts';

let scores: TimelineScores;

beforeAll(async () => {
  const stories = await openStories();
  scores = sumScores(
    await Promise.all(
      stories.map(async (story) => scoreTimeline(await showTimeline(story.library), story)),
    ),
  );
});

const shareOf = (figure: keyof TimelineScores) => scores[figure].right / scores[figure].of;

/** A little under what is reached, so that a change for the worse is seen. */
describe('the timelines of our own stories', () => {
  test.each([
    ['mergePrecision', 0.92],
    ['mergeRecall', 0.42],
    ['eventRecall', 0.95],
    ['entryPrecision', 0.95],
    ['dateAccuracy', 0.94],
    ['roleAccuracy', 0.95],
  ] as const)('reach %s of %f', (figure, floor) => {
    expect(shareOf(figure)).toBeGreaterThanOrEqual(floor);
  });

  test('show no disagreement for which there is none but one in three', () => {
    expect(shareOf('dateConflictPrecision')).toBeGreaterThanOrEqual(2 / 3);
    expect(shareOf('claimConflictPrecision')).toBeGreaterThanOrEqual(2 / 3);
  });

  test('make hardly any entry of what tells no event', () => {
    expect(shareOf('neverShown')).toBeLessThanOrEqual(0.05);
  });
});
