import { openStories, type TimelineStory } from '../../eval/timeline-story.ts';

let opening: Promise<readonly TimelineStory[]> | null = null;

/** The stories of `eval/timeline`, opened once for all files that share a thread. */
export function ownStories(): Promise<readonly TimelineStory[]> {
  opening ??= openStories();
  return opening;
}
