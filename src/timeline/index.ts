export { buildTimeline, type TimelineEntry, type TimelineRequest } from './timeline.ts';
