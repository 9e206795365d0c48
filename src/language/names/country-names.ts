/** The written forms of Chinese whose names of countries differ. */
const CHINESE_LOCALES = ['zh-Hans-CN', 'zh-Hant-TW', 'zh-Hant-HK'] as const;

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The Chinese names of each country and territory of CLDR, by way of ICU, those that differ. */
export function countryNames(): readonly (readonly string[])[] {
  const namesIn = (locale: string) =>
    new Intl.DisplayNames(locale, { type: 'region', fallback: 'none', style: 'long' });
  const chinese = CHINESE_LOCALES.map(namesIn);
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const others = chinese.flatMap((names) => names.of(first + second) ?? []);
      return others.length === 0 ? [] : [[...new Set(others)]];
    }),
  );
}
