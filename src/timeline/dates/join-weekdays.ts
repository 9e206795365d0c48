import type { PassageLanguage } from '../../language/index.ts';
import type { Finding } from './rule.ts';

const WEEKDAY: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/iu,
  zh: /^(?:周|星期|礼拜)[一二三四五六日天]$/u,
};

/** What may stand between a weekday and its date: "Monday, 14 September", 9月14日（周一）. */
const BETWEEN = /^\s*[,，(（]?\s*$/u;

/**
 * The findings with a weekday and the date beside it made one, which is the date's: the weekday
 * says nothing more.
 *
 * @param findings in order, not overlapping.
 */
export function joinWeekdays(
  findings: readonly Finding[],
  text: string,
  language: PassageLanguage,
): Finding[] {
  const joined: Finding[] = [];
  const isWeekday = ({ start, end }: Finding) => WEEKDAY[language].test(text.slice(start, end));
  for (const finding of findings) {
    const previous = joined.at(-1);
    const isBeside =
      previous?.kind === 'date' &&
      finding.kind === 'date' &&
      BETWEEN.test(text.slice(previous.end, finding.start)) &&
      isWeekday(previous) !== isWeekday(finding) &&
      hasDay(isWeekday(previous) ? finding : previous);
    if (!previous || !isBeside) {
      joined.push(finding);
      continue;
    }
    const date = isWeekday(previous) ? finding : previous;
    joined[joined.length - 1] = { ...date, start: previous.start, end: finding.end };
  }
  return joined;
}

/** Whether it tells a day of its own, whatever day it is counted from. */
function hasDay({ anchor, valueFrom }: Finding): boolean {
  return anchor !== 'clock' && /^\d{4}-\d\d-\d\d/u.test(valueFrom('2000-01-01') ?? '');
}
