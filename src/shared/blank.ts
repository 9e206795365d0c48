import type { Range } from './range.ts';

/** A text with spaces for what stands in a range, so that offsets stay; an empty or reversed range is none. */
export function blank(text: string, { start, end }: Range): string {
  return start < end ? text.slice(0, start) + ' '.repeat(end - start) + text.slice(end) : text;
}
