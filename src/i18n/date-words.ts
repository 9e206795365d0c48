import type { Translations } from './messages.ts';

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

const CHINESE_PARTS: DateWords['partOf'] = {
  start: (period) => `${period}初`,
  mid: (period) => `${period}中`,
  end: (period) => `${period}末`,
};

const CHINESE_MONTH_PARTS: DateWords['partOf'] = {
  start: (month) => `${month}上旬`,
  mid: (month) => `${month}中旬`,
  end: (month) => `${month}下旬`,
};

/** {@link DateWords} in every language. */
export const dateWords: Translations<DateWords> = {
  en: {
    week: (firstDay) => `week of ${firstDay}`,
    quarters: ['first', 'second', 'third', 'fourth'].map(
      (ordinal) => (year) => `${ordinal} quarter of ${year}`,
    ),
    halves: ['first', 'second'].map((ordinal) => (year) => `${ordinal} half of ${year}`),
    seasons: {
      SP: (year) => `spring ${year}`,
      SU: (year) => `summer ${year}`,
      FA: (year) => `fall ${year}`,
      WI: (year) => `winter ${year}`,
    },
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
  'en-GB': {
    seasons: {
      SP: (year) => `spring ${year}`,
      SU: (year) => `summer ${year}`,
      FA: (year) => `autumn ${year}`,
      WI: (year) => `winter ${year}`,
    },
  },
  'zh-CN': {
    week: (firstDay) => `${firstDay}当周`,
    quarters: ['一', '二', '三', '四'].map((numeral) => (year) => `${year}年第${numeral}季度`),
    halves: ['上', '下'].map((half) => (year) => `${year}年${half}半年`),
    seasons: {
      SP: (year) => `${year}年春季`,
      SU: (year) => `${year}年夏季`,
      FA: (year) => `${year}年秋季`,
      WI: (year) => `${year}年冬季`,
    },
    decade: (firstYear) => `${firstYear}年代`,
    partOf: CHINESE_PARTS,
    partOfMonth: CHINESE_MONTH_PARTS,
    partOfDescribed: CHINESE_PARTS,
    dash: '至',
    spacedDash: '至',
    yearFirst: true,
  },
  'zh-TW': {
    week: (firstDay) => `${firstDay}當週`,
    quarters: ['一', '二', '三', '四'].map((numeral) => (year) => `${year}年第${numeral}季`),
    halves: ['上', '下'].map((half) => (year) => `${year}年${half}半年`),
    seasons: {
      SP: (year) => `${year}年春季`,
      SU: (year) => `${year}年夏季`,
      FA: (year) => `${year}年秋季`,
      WI: (year) => `${year}年冬季`,
    },
    decade: (firstYear) => `${firstYear}年代`,
    partOf: CHINESE_PARTS,
    partOfMonth: CHINESE_MONTH_PARTS,
    partOfDescribed: CHINESE_PARTS,
    dash: '至',
    spacedDash: '至',
    yearFirst: true,
  },
};
