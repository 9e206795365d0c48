/** The languages Verbatim speaks. Quotes are never translated; everything around them is. */
export const LOCALES = ['en-US', 'en-GB', 'zh-CN', 'zh-TW'] as const;

/** One of {@link LOCALES}: a BCP 47 tag, spelt as Discord spells it. */
export type Locale = (typeof LOCALES)[number];

/**
 * The nearest of {@link LOCALES} to any BCP 47 or POSIX tag ("zh-HK", "zh_TW.UTF-8", "fr"), or
 * `fallback` when the language is neither English nor Chinese.
 */
export function nearestLocale(tag: string | undefined, fallback: Locale = 'en-US'): Locale {
  const subtags = (tag ?? '').split(/[.@]/u)[0]?.toLowerCase().split(/[-_]/u) ?? [];
  if (subtags[0] === 'zh') {
    if (subtags.includes('hans')) return 'zh-CN';
    return subtags.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN';
  }
  if (subtags[0] === 'en') {
    return subtags.length === 1 || subtags.some((part) => ['us', 'ca', 'ph'].includes(part))
      ? 'en-US'
      : 'en-GB';
  }
  return fallback;
}
