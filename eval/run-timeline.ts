import { QuestionSetError } from './question.ts';
import { renderTimelineScores, timelineRows } from './render-timeline.ts';
import { showTimeline } from './timeline-entries.ts';
import { scoreTimeline } from './timeline-metrics.ts';
import { parseTimelineOptions } from './timeline-options.ts';
import { openStories } from './timeline-story.ts';

try {
  const { set, json } = parseTimelineOptions(process.argv.slice(2));
  const stories = await openStories(set);
  const scored = await Promise.all(
    stories.map(async (story) => {
      const scores = scoreTimeline(await showTimeline(story.library), story);
      return { name: story.name, half: story.half, scores };
    }),
  );
  const report = json
    ? JSON.stringify({ rows: timelineRows(scored) }, null, 2)
    : renderTimelineScores(scored);
  process.stdout.write(`${report}\n`);
} catch (error) {
  if (!(error instanceof QuestionSetError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
