import type { Localised } from '../../src/i18n/index.ts';

/** A text in both Chinese scripts as they are given, whatever the program has for them. */
export function inScripts(english: string, simplified: string, traditional: string): Localised {
  return { 'en-US': english, 'en-GB': english, 'zh-CN': simplified, 'zh-TW': traditional };
}
