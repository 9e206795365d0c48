import { describe, expect, it } from 'vitest';
import { chooseMain } from '../../src/timeline/index.ts';
import { byId } from '../support/articles.ts';
import { quoteOf, storyArticle } from '../support/fake-library.ts';
import { dateOf, entryOf, reportOf } from '../support/timeline-entries.ts';

type Told = readonly [day: string, weight: number, text: string];

/** The words of the chosen entries, the most telling first. */
function chosenOf(told: readonly Told[], count: number): string[] {
  const article = storyArticle('story', told.map(([, , text]) => text).join('\n\n'));
  const entries = told.map(([day, weight, text]) => {
    const date = dateOf(day);
    return entryOf(date, [reportOf(quoteOf(article, text, []), date)], { weight });
  });
  return chooseMain(entries, byId([article]), count).map((index) => told[index]?.[2] ?? '');
}

describe('the entries that tell the story', () => {
  it('are the weightiest, and always the latest that has happened', () => {
    const story: readonly Told[] = [
      ['2024-05-01', 0.4, 'The dam burst above the mill.'],
      ['2024-05-02', 0.9, 'A ferry sank in the harbour.'],
      ['2024-05-03', 0.8, 'Divers found nobody alive.'],
      ['2024-05-09', 0.1, 'The owner was charged by prosecutors.'],
    ];
    expect(chosenOf(story, 2)).toEqual([
      'A ferry sank in the harbour.',
      'The owner was charged by prosecutors.',
    ]);
  });

  it('tell no event twice where another one is nearly as telling', () => {
    const story: readonly Told[] = [
      ['2024-05-02', 0.9, 'A ferry with forty people sank in the harbour.'],
      ['2024-05-02', 0.85, 'The ferry sank in the harbour with forty people.'],
      ['2024-05-03', 0.6, 'Divers raised the wreck.'],
      ['2024-05-04', 0.5, 'The captain resigned.'],
    ];
    expect(chosenOf(story, 3)).not.toContain('The ferry sank in the harbour with forty people.');
  });

  it('are all of them where there are few', () => {
    expect(chosenOf([['2024-05-02', 0.9, 'A ferry sank.']], 8)).toEqual(['A ferry sank.']);
    expect(chosenOf([], 8)).toEqual([]);
  });
});
