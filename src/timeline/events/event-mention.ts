import type { Article } from '../../corpus/index.ts';
import type { QuotableSentence } from '../../retrieval/index.ts';
import type { Range } from '../../shared/range.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Role } from './role.ts';

/**
 * A sentence of an article that tells one event (or deadline, plan, report), with the date that it
 * gives. A sentence with two dates may give two mentions.
 */
export interface EventMention {
  readonly article: Article;
  readonly sentence: QuotableSentence;
  /** The sentence as it stands: `article.text.slice(sentence.start, sentence.end)`. */
  readonly text: string;
  /** Where in `text` the event's own clause stands; for a sentence with one date, all of it. */
  readonly clause: Range;
  /** Null where no date is stated. */
  readonly date: CalendarDate | null;
  /** Where the date's words stand in the article; null for a date taken over from nearby, or none. */
  readonly dateRange: Range | null;
  readonly role: Role;
  /** The sentences before it in its paragraph, for names that it only refers to. */
  readonly context: string;
}
