import { createTranslations } from './messages.ts';

/** A part of a period: its beginning, middle or end. */
export type PeriodPart = 'start' | 'mid' | 'end';

/** The words around the numbers of a date. Years come as digits, days and months ready written. */
export interface DateWords {
  /** The week whose first day this is. */
  readonly week: (firstDay: string) => string;
  readonly quarters: readonly ((year: string) => string)[];
  readonly halves: readonly ((year: string) => string)[];
  readonly seasons: Readonly<Record<'SP' | 'SU' | 'FA' | 'WI', (year: string) => string>>;
  /** The ten years from this one. */
  readonly decade: (firstYear: string) => string;
  /** A part of a period by its own name: "late August 2020". */
  readonly partOf: Readonly<Record<PeriodPart, (period: string) => string>>;
  /** The same of a month, where it has words of its own. */
  readonly partOfMonth: Readonly<Record<PeriodPart, (month: string) => string>>;
  /** The same of a period that is described: "late in the third quarter of 2020". */
  readonly partOfDescribed: Readonly<Record<PeriodPart, (period: string) => string>>;
  /** Between two numbers of a range, and between two dates of one. */
  readonly dash: string;
  readonly spacedDash: string;
  /** Whether a date begins with its year. */
  readonly yearFirst: boolean;
}

const EARLY_LATE: DateWords['partOf'] = {
  start: (period) => `early ${period}`,
  mid: (period) => `mid-${period}`,
  end: (period) => `late ${period}`,
};

/** {@link DateWords} in every language. */
export const dateWords = createTranslations<DateWords>(
  {
    week: (firstDay) => `week of ${firstDay}`,
    quarters: ['first', 'second', 'third', 'fourth'].map(
      (ordinal) => (year) => `${ordinal} quarter of ${year}`,
    ),
    halves: ['first', 'second'].map((ordinal) => (year) => `${ordinal} half of ${year}`),
    seasons: seasonsIn('fall'),
    decade: (firstYear) => `${firstYear}s`,
    partOf: EARLY_LATE,
    partOfMonth: EARLY_LATE,
    partOfDescribed: {
      start: (period) => `early in the ${period}`,
      mid: (period) => `middle of the ${period}`,
      end: (period) => `late in the ${period}`,
    },
    dash: '–',
    spacedDash: ' – ',
    yearFirst: false,
  },
  (zh) => {
    const parts: DateWords['partOf'] = {
      start: (period) => zh`${period}初`,
      mid: (period) => zh`${period}中`,
      end: (period) => zh`${period}末`,
    };
    return {
      week: (firstDay) => zh`${firstDay}当周`,
      quarters: [zh`一`, zh`二`, zh`三`, zh`四`].map(
        (numeral) => (year) => zh`${year}年第${numeral}季度`,
      ),
      halves: [zh`上`, zh`下`].map((half) => (year) => zh`${year}年${half}半年`),
      seasons: {
        SP: (year) => zh`${year}年春季`,
        SU: (year) => zh`${year}年夏季`,
        FA: (year) => zh`${year}年秋季`,
        WI: (year) => zh`${year}年冬季`,
      },
      decade: (firstYear) => zh`${firstYear}年代`,
      partOf: parts,
      partOfMonth: {
        start: (month) => zh`${month}上旬`,
        mid: (month) => zh`${month}中旬`,
        end: (month) => zh`${month}下旬`,
      },
      partOfDescribed: parts,
      dash: zh`至`,
      spacedDash: zh`至`,
      yearFirst: true,
    };
  },
  { seasons: seasonsIn('autumn') },
);

function seasonsIn(fall: string): DateWords['seasons'] {
  return {
    SP: (year) => `spring ${year}`,
    SU: (year) => `summer ${year}`,
    FA: (year) => `${fall} ${year}`,
    WI: (year) => `winter ${year}`,
  };
}
