import { QuestionSetError } from './question.ts';
import { renderTimelineScores, timelineRows } from './render-timeline.ts';
import { renderTimelineMisses } from './render-timeline-misses.ts';
import { showTimeline } from './timeline-entries.ts';
import { scoreTimeline } from './timeline-metrics.ts';
import { parseTimelineOptions } from './timeline-options.ts';
import { openStories } from './timeline-story.ts';

try {
  const { set, json, misses } = parseTimelineOptions(process.argv.slice(2));
  const stories = await openStories(set);
  const shown = await Promise.all(
    stories.map(async (story) => ({ story, entries: await showTimeline(story.library) })),
  );
  const scored = shown.map(({ story, entries }) => ({
    name: story.name,
    half: story.half,
    scores: scoreTimeline(entries, story),
  }));
  const report = json
    ? JSON.stringify({ rows: timelineRows(scored) }, null, 2)
    : renderTimelineScores(scored);
  const lists = misses
    ? shown.map(({ story, entries }) => renderTimelineMisses(entries, story))
    : [];
  process.stdout.write(`${[report, ...lists].filter(Boolean).join('\n\n')}\n`);
} catch (error) {
  if (!(error instanceof QuestionSetError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
