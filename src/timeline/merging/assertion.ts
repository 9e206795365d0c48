/** How much before and behind a word tells whether it is asserted, in UTF-16 units. */
const REACH = 24;

/** An auxiliary that makes a verb a statement, right before it or with an adverb between. */
const AUXILIARY =
  /\b(?:will|has|have|had|is|are|was|were|be|been|being|did|does)(?:\s+\w+ly|\s+(?:also|now|already|been|be|not|instead))*\s+$/iu;

/** A verb that only carries the noun behind it: who filed a lawsuit has sued. */
const LIGHT_VERB =
  /\b(?:filed|lodged|brought|launched|made|took|held|issued|placed|submitted|staged|gave|reached|imposed|struck)\s+(?:an?|its|his|her|their|another)\s+(?:[\w-]+\s+)?$/iu;

/** Infinitives, conditions and what only may be. */
const OPEN =
  /\b(?:to|if|unless|whether|would|could|may|might|should|can|must|or)(?:\s+(?:be|have|not|also))*\s+$/iu;

/** An infinitive that says what will be. */
const SETTLED = /\b(?:going|set|due|about|is|are|was|were) to(?: be)?\s+$/iu;

const CHINESE_OPEN =
  /(?:如果|若|是否|能否|要不要|可能|或|计划|打算|威胁|推动|要求|希望|考虑|讨论|寻求|试图|有望|被迫|须|必须|应当|不得不)[^，。；]{0,6}$/u;

/**
 * Whether a word or phrase for an act states that it is done or will be: "picked", "will sell",
 * "filed a lawsuit", but not "a sale", "to sell" or "if it sold".
 */
export function isAsserted(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const [word = ''] = text.slice(start, end).split(' ');
  if (/\p{sc=Han}/u.test(word)) return !CHINESE_OPEN.test(before);
  if (isConditional(text, { start })) return false;
  if (OPEN.test(before)) return SETTLED.test(before);
  return AUXILIARY.test(before) || LIGHT_VERB.test(before) || PAST.test(word);
}

/** Whether a word stands in a condition: "if it was not sold". */
export function isConditional(text: string, { start }: { readonly start: number }): boolean {
  return /(?:\b(?:if|unless|whether)\b|如果|若|是否)[^,.;，。；]{0,40}$/iu.test(
    text.slice(Math.max(0, start - 60), start),
  );
}

/** Past tenses and participles; "sold" and others end in no way of their own. */
const PAST =
  /(?:ed|sold|bought|began|begun|built|broke|broken|found|gave|given|held|kept|led|made|put|ran|sent|took|taken|sued|went|gone|hit|set|cut|chosen|chose|won|beat|lost|fled|met|paid|stolen|stole|quit|left|rose|risen|fell|fallen|grew|grown|withdrew|withdrawn|forbade|forbidden|shut|struck|hurt|died)$/iu;
