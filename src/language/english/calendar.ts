/** The months by their full names in small letters, January first. */
export const ENGLISH_MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** The weekdays by their full names in small letters, Sunday first. */
export const ENGLISH_WEEKDAYS: readonly string[] =
  'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** A month in full or cut short, without the point of "Sept."; for use in a pattern with the flag "i". */
export const ENGLISH_MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';

/** The full name of a month or a weekday, with its capital; for use in a pattern. */
export const ENGLISH_DAY_OR_MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)';

/** How months and weekdays are cut short, in small letters. */
export const ENGLISH_CALENDAR_ABBREVIATIONS: readonly string[] =
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  );

/** 1 to 12, of a month in full or cut short; 0 for anything else. */
export function englishMonthNumber(name: string): number {
  return 1 + numberOf(ENGLISH_MONTHS, name);
}

/** 0 for Sunday to 6, of a weekday in full or cut short; -1 for anything else. */
export function englishWeekdayNumber(name: string): number {
  return numberOf(ENGLISH_WEEKDAYS, name);
}

function numberOf(names: readonly string[], name: string): number {
  const beginning = name.slice(0, 3).toLowerCase();
  return beginning.length < 3 ? -1 : names.findIndex((each) => each.startsWith(beginning));
}
