import type { DateCue } from '../date-reading.ts';

const FUTURE_BEFORE = /(?:将|须|必须|最迟|定于|计划|预计|拟)[于在]?[^。，；]{0,6}$/u;
const FUTURE_AFTER = /^(?:之?前|以前|截止|到期)/u;
const PAST_BEFORE = /(?:曾|已|早在|自|从)[^。，；]{0,8}$/u;
const PAST_AFTER = /^[^。，；]{0,20}(?:了|曾|已|以来)/u;

/** Where the words before and after a Chinese date place it, or null where they do not. */
export function chineseCue(before: string, after: string): DateCue | null {
  if (FUTURE_BEFORE.test(before) || FUTURE_AFTER.test(after)) return 'future';
  return PAST_BEFORE.test(before) || PAST_AFTER.test(after) ? 'past' : null;
}
