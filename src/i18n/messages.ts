import { formatCount } from './format.ts';
import type { Locale } from './locale.ts';
import traditionalTexts from './traditional-texts.json' with { type: 'json' };

const TRADITIONAL: ReadonlyMap<string, string> = new Map(Object.entries(traditionalTexts));

/**
 * Tag of a template: the text with its values as they are given, except that a number gets
 * thousands separators.
 */
export function text(parts: readonly string[], ...values: readonly (string | number)[]): string {
  return join(parts, values);
}

/** A count with its noun: "1 article", "1,204 articles". The plural adds an s where none is given. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** One set of messages for every locale. */
export type Translations<Messages> = Readonly<Record<Locale, Messages>>;

/** The messages of a set. */
export type MessagesOf<Set> = Set extends Translations<infer Messages> ? Messages : never;

/**
 * A set of messages from its English and its simplified Chinese. The English gives the keys, and
 * the compiler refuses Chinese that lacks one. Every Chinese text carries the tag `zh`, which gives
 * it in the script of the locale: in traditional Chinese its own words come from
 * `traditional-texts.json` (made by `npm run messages`), and its values stay as they are, since a
 * quote or a name must.
 *
 * @param british what British English words differently.
 */
export function createTranslations<Messages extends object>(
  english: Messages,
  chinese: (zh: typeof text) => NoInfer<Messages>,
  british: NoInfer<Partial<Messages>> = {},
): Translations<Messages> {
  return {
    'en-US': english,
    'en-GB': { ...english, ...british },
    'zh-CN': chinese(text),
    'zh-TW': chinese((parts, ...values) => join(parts.map(toTraditional), values)),
  };
}

/** A text in every locale, for Discord, which takes all of them at once. */
export type Localised = Readonly<Record<Locale, string>>;

/** The same English in both English locales, and the Chinese in both scripts. */
export function localised(english: string, chinese: string): Localised {
  return {
    'en-US': english,
    'en-GB': english,
    'zh-CN': chinese,
    'zh-TW': toTraditional(chinese),
  };
}

function join(parts: readonly string[], values: readonly (string | number)[]): string {
  return parts
    .map((part, index) => {
      const value = values[index] ?? '';
      return part + (typeof value === 'number' ? formatCount(value) : value);
    })
    .join('');
}

/** A text that is the same in both scripts is not in the table. */
function toTraditional(simplified: string): string {
  return TRADITIONAL.get(simplified) ?? simplified;
}
