export { formatBytes, formatCount, formatDate, formatDateRange } from './format.ts';
export { LOCALES, type Locale, nearestLocale } from './locale.ts';
export { type Localised, localised, messagesFor, type Translations } from './messages.ts';
export { describeProblem } from './problems.ts';
