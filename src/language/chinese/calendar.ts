/** How Chinese writes a month: "8月" and "八月". */
export function chineseMonths(number: number): string[] {
  const numeral = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')[number - 1];
  return numeral === undefined ? [] : [`${number}月`, `${numeral}月`];
}
