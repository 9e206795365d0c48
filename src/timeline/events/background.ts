import { addDays } from '../calendar-date.ts';
import type { EventMention } from './event-mention.ts';

/** What is longer past than this when it is told is background, in days. */
const STORY_DAYS = 366;

/**
 * Whether a sentence tells of something that was long past when its article appeared, such as the
 * founding of a company. Without a publication date nobody can say.
 */
export function isBackground({ date, article: { published } }: EventMention): boolean {
  if (date === null || published === null) return false;
  return date.last < addDays(published, -STORY_DAYS);
}
