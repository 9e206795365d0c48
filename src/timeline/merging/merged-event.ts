import type { CalendarDate } from '../calendar-date.ts';
import type { EventMention } from '../events/event-mention.ts';
import type { Role } from '../events/role.ts';

/** One event with every mention of it. */
export interface MergedEvent {
  /** The one that most sources give, as precise as they agree; null where none states one. */
  readonly date: CalendarDate | null;
  readonly role: Role;
  /** One statement each with its echoes: the same sentence elsewhere. The fullest first. */
  readonly tellings: readonly [MergedTelling, ...MergedTelling[]];
  /** Dates that cannot all be right, in their order, each with those that give it. Empty or two and more. */
  readonly dateAccounts: readonly DateAccount[];
  readonly claimConflicts: readonly MentionSides[];
}

/** A mention with those in other articles that say the same in nearly the same words. */
export interface MergedTelling {
  readonly mention: EventMention;
  readonly echoes: readonly EventMention[];
}

/** A date with the mentions that give it. */
export interface DateAccount {
  readonly date: CalendarDate;
  readonly mentions: readonly [EventMention, ...EventMention[]];
}

/** Mentions that contradict each other. */
export type MentionSides = readonly [
  readonly [EventMention, ...EventMention[]],
  readonly [EventMention, ...EventMention[]],
];
