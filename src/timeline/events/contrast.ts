import type { PassageLanguage } from '../../language/index.ts';

/** Where a sentence sets itself against the one before it. */
const CONTRAST: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^["“]?(?:However|But|Yet|By contrast|In contrast|Contrary to)\b|^[^.;]{1,60},\s+(?:however|by contrast|on the other hand),/u,
  zh: /^[“「]?(?:但|然而|不过|不過|可是|与此相反|與此相反)|^[^，。；]{1,16}(?:则|則|却|卻)(?=称|稱|说|說|表示)/u,
};

const SAID: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /\b(?:said|says?|reported|reports?|told|learned|learnt|wrote|writes|according to|claims?|claimed|insist(?:s|ed))\b/iu,
  zh: /称|稱|说|說|表示|报道|報道|報導|据|據|指出|透露/u,
};

/**
 * Whether a sentence tells what others say against what the sentence before it tells: "However, the
 * agency's sources say that it will not be sold".
 */
export function isContrast(text: string, language: PassageLanguage): boolean {
  return CONTRAST[language].test(text) && SAID[language].test(text);
}
