export {
  type CalendarDate,
  calendarDateOf,
  daysBetween,
  meantDays,
  withExclusiveEnd,
} from './calendar-date.ts';
export { chooseEntries } from './choose-entries.ts';
export { chooseMain } from './choose-main.ts';
export { findTemporalExpressions } from './dates/find-temporal-expressions.ts';
export type { Role } from './events/role.ts';
export { findTimeline } from './find-timeline.ts';
export type { Conflict, EventReport, TimelineEntry, Update } from './timeline-entry.ts';
