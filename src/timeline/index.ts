export { chooseEntries, type TimelineRequest } from './choose-entries.ts';
export { findTemporalExpressions } from './dates/find-temporal-expressions.ts';
export { type DatedStatement, findDatedStatements, type TimelineEntry } from './timeline.ts';
