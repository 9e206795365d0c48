export type { Role } from './role.ts';
export { buildTimeline, type TimelineEntry, type TimelineRequest } from './timeline.ts';
