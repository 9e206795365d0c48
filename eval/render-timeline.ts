import { renderMarkdownTable } from '../bench/markdown-table.ts';
import {
  sumScores,
  type Tally,
  TIMELINE_FIGURES,
  type TimelineScores,
} from './timeline-metrics.ts';

/** The scores of one story. */
export interface StoryScores {
  readonly name: string;
  readonly half: 'tune' | 'hold';
  readonly scores: TimelineScores;
}

const TITLES: Readonly<Record<(typeof TIMELINE_FIGURES)[number], string>> = {
  mergePrecision: 'merges right',
  mergeRecall: 'merges found',
  eventRecall: 'events found',
  backgroundRecall: 'background found',
  entryPrecision: 'entries right',
  dateAccuracy: 'dates right',
  roleAccuracy: 'roles right',
  dateConflictPrecision: 'date conflicts right',
  dateConflictRecall: 'date conflicts found',
  claimConflictPrecision: 'claim conflicts right',
  claimConflictRecall: 'claim conflicts found',
  neverShown: 'never shown',
};

/** The rows of a report: every story, then each half, then all. */
export function timelineRows(
  stories: readonly StoryScores[],
): { readonly label: string; readonly scores: TimelineScores }[] {
  const sumOf = (label: string, those: readonly StoryScores[]) => ({
    label,
    scores: sumScores(those.map(({ scores }) => scores)),
  });
  return [
    ...stories.map(({ name, half, scores }) => ({ label: `${name} (${half})`, scores })),
    ...(['tune', 'hold'] as const).map((half) =>
      sumOf(
        `All of ${half}`,
        stories.filter((story) => story.half === half),
      ),
    ),
    sumOf('All', stories),
  ];
}

/** The scores of stories as a Markdown table with a row for each figure and a column for each story. */
export function renderTimelineScores(stories: readonly StoryScores[]): string {
  const rows = timelineRows(stories);
  const lines = TIMELINE_FIGURES.map((figure) => [
    TITLES[figure],
    ...rows.map(({ scores }) => cellOf(scores[figure])),
  ]);
  const table = renderMarkdownTable(['', ...rows.map(({ label }) => label)], lines);
  return `${table}\n\nIn per cent, with the numbers. "never shown" is better the smaller it is.`;
}

function cellOf({ right, of }: Tally): string {
  return of === 0 ? '-' : `${((100 * right) / of).toFixed(0)} (${right}/${of})`;
}
