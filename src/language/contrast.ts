import type { PassageLanguage } from './script-language.ts';

/** What turns against the sentence before: "But", "Yet"; and words that deny what was just said. */
const COUNTERS: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^["“'‘(]?(?:(?:but|yet|however|nevertheless|nonetheless|still,|instead,|on the contrary|in fact)\b|(?:this|that|these|those|it|he|she|they|we|i) (?:(?:one|ones|time|case) )?(?:(?:is|was|are|were|has|have|had|does|did|do|will|would|can|could)(?: not|n['’]t)|never|denied|denies)\b)/iu,
  zh: /^[“「『（]?(?:但是?|可是?(?!能|以)|然而|不[过過]|事[实實]上|相反|(?:[这這那]|他|她)(?:次|[个個]|一次)?(?:不是|[并並](?:不|非|[没沒])|没有|沒有|否[认認]))/u,
};

/** Whether a sentence counters the one before it, which says something else without it. */
export function isCounter(sentence: string, language: PassageLanguage): boolean {
  return COUNTERS[language].test(sentence.trim());
}
