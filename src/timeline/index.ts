export { chooseEntries, type TimelineRequest } from './choose-entries.ts';
export { type DatedStatement, findDatedStatements, type TimelineEntry } from './timeline.ts';
