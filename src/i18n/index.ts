export { describeFetchFault } from './fetch-faults.ts';
export { formatBytes, formatCount, formatCounts, formatDate } from './format.ts';
export { type DateToWrite, formatCalendarDate } from './format-calendar-date.ts';
export { LOCALES, type Locale, nearestLocale } from './locale.ts';
export {
  counted,
  createTranslations,
  type Localised,
  localised,
  type MessagesOf,
  text,
} from './messages.ts';
export { describeProblem } from './problems.ts';
export { describeSettingFault, SETTING_FAULT, type SettingFault } from './setting-faults.ts';
