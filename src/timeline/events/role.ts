import type { PassageLanguage } from '../../language/index.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { CHINESE_CUES } from './chinese-role-cues.ts';
import { ENGLISH_CUES } from './english-role-cues.ts';
import { DATE_MARK, type RoleCues } from './role-cues.ts';

/** What a sentence tells of a date: what happened, a deadline, something planned, or what a report says. */
export type Role = 'event' | 'deadline' | 'planned' | 'report';

const CUES: Readonly<Record<PassageLanguage, RoleCues>> = { en: ENGLISH_CUES, zh: CHINESE_CUES };

/** How far from a date its clause is looked at, in UTF-16 units. */
const REACH = 160;

/** A date in its sentence, with the words on both sides of it. */
export interface DateInSentence {
  readonly before: string;
  readonly after: string;
}

/**
 * The role of a date, by the words of its own clause and by whether it lay ahead on the day of
 * publication (`YYYY-MM-DD`). A day that is over counts as a deadline only where somebody had to do
 * something by then: "by Friday the shares had fallen" tells what happened.
 */
export function roleOf(
  sentence: DateInSentence,
  language: PassageLanguage,
  date: CalendarDate,
  published: string | null,
): Role {
  const cues = CUES[language];
  const before = sentence.before.slice(-REACH);
  const after = sentence.after.slice(0, REACH);
  const clause = `${lastClause(before, cues)} ${firstClause(after, cues)}`;
  const isAhead = published !== null && date.first > published;
  if (cues.limitAfter.test(after)) return 'deadline';
  if (cues.limitBefore.test(before) && (isAhead || cues.demand.test(clause))) return 'deadline';
  if (isAhead) return 'planned';
  if (cues.report.test(`${before}${DATE_MARK}${after}`)) return 'report';
  const isPlan = cues.future.test(clause) && !cues.past.test(clause);
  return isPlan && (published === null || date.last >= published) ? 'planned' : 'event';
}

/** The clause that a text ends in. */
function lastClause(text: string, { clauseEnd }: RoleCues): string {
  return text.split(clauseEnd).at(-1) ?? '';
}

/** The clause that a text begins with. */
function firstClause(text: string, { clauseEnd }: RoleCues): string {
  return text.split(clauseEnd)[0] ?? '';
}
