const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const CHINESE_NUMBERS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
] as const;

/** The English month of a number, as an alternative that still has to be analysed; none beyond 12. */
export function englishMonth(number: string): string | null {
  return MONTHS[Number(number) - 1] ?? null;
}

/** The number of an English month from 1, or null for another word. */
export function monthNumber(word: string): number | null {
  const index = MONTHS.findIndex((month) => month === word);
  return index === -1 ? null : index + 1;
}

/** How Chinese writes a month: "8月" and "八月". */
export function chineseMonths(number: number): string[] {
  const written = CHINESE_NUMBERS[number - 1];
  return written === undefined ? [] : [`${number}月`, `${written}月`];
}
