import type { Locale } from './locale.ts';

/**
 * One set of messages in every language. British English takes the American wording where it does
 * not give its own; the two Chinese scripts never stand in for each other.
 */
export interface Translations<Messages> {
  readonly en: Messages;
  readonly 'en-GB'?: Partial<Messages>;
  readonly 'zh-CN': Messages;
  readonly 'zh-TW': Messages;
}

/** The messages for one locale. The compiler refuses translations with a key missing. */
export function messagesFor<Messages extends object>(
  translations: Translations<Messages>,
  locale: Locale,
): Messages {
  switch (locale) {
    case 'zh-CN':
    case 'zh-TW':
      return translations[locale];
    case 'en-GB':
      return { ...translations.en, ...translations['en-GB'] };
    case 'en-US':
      return translations.en;
  }
}

/** A text in every locale, for places that send all of them at once (command definitions). */
export type Localised = Readonly<Record<Locale, string>>;

/** English for both English locales, and each Chinese script. */
export function localised(en: string, zhCN: string, zhTW: string): Localised {
  return { 'en-US': en, 'en-GB': en, 'zh-CN': zhCN, 'zh-TW': zhTW };
}
