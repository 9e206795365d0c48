import type { PassageLanguage } from '../retrieval/index.ts';
import type { CalendarDate } from './calendar-date.ts';

/** What a date is to its sentence. */
export type Role = 'event' | 'deadline' | 'planned' | 'report';

const DEADLINE_BEFORE: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /\b(?:by|until|till|deadline(?: of)?|no later than|before)\s+(?:\w+\s+){0,2}$/iu,
  zh: /(?:截至|最迟|期限[^。]{0,12})$/u,
};

/** "Until 3 May nothing had changed" and "截至5月3日，已有…" tell what was, where the day is past. */
const STATE_BEFORE: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /\b(?:by|until|till|before)\s+(?:\w+\s+){0,2}$/iu,
  zh: /截至$/u,
};
const STATE_AFTER: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^[^.;:]{0,60}\bhad\b/iu,
  zh: /^/u,
};

const DEADLINE_AFTER: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^\s*(?:deadline|cut-?off)\b/iu,
  zh: /^\s*(?:之前|前|以前|截止|的?最后期限|的?期限)/u,
};

/** A Chinese sentence names the day before it says who reported. */
const REPORTED_BEFORE: Readonly<Record<PassageLanguage, RegExp | null>> = {
  en: /\b(?:said|reported|report|wrote|announced|stated|confirmed|told|carried|according to [^,]{1,40})(?:\s+\w+){0,4}\s+(?:on\s+)?$/iu,
  zh: null,
};

const REPORTED_AFTER: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^,?\s*(?:\w+\s+){0,6}(?:said|reported|wrote|told)\b/iu,
  zh: /^[，,]?[^。，]{0,12}(?:表示|报道|称|说|透露|宣布)/u,
};

/**
 * Whether a date is a deadline, that of something planned, that of a report or of what happened, by
 * the words of its sentence right before and after it, and by the publication date.
 */
export function roleOf(
  { before, after }: { readonly before: string; readonly after: string },
  language: PassageLanguage,
  date: CalendarDate,
  published: string | null,
): Role {
  const isAhead = published !== null && date.first > published;
  const isState = STATE_BEFORE[language].test(before) && STATE_AFTER[language].test(after);
  const namesDeadline = DEADLINE_BEFORE[language].test(before) && (isAhead || !isState);
  if (namesDeadline || DEADLINE_AFTER[language].test(after)) return 'deadline';
  if (isAhead) return 'planned';
  if (REPORTED_BEFORE[language]?.test(before) || REPORTED_AFTER[language].test(after)) {
    return 'report';
  }
  return 'event';
}
