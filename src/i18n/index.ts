export { formatBytes, formatCount, formatDate } from './format.ts';
export { type DateToWrite, formatCalendarDate } from './format-calendar-date.ts';
export { LOCALES, type Locale, nearestLocale } from './locale.ts';
export { type Localised, localised, messagesFor, type Translations } from './messages.ts';
export { describeProblem } from './problems.ts';
