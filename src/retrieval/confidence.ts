import type { PassageLanguage } from './answer.ts';

/** The confidence under which the articles are said not to answer. */
export const ABSTAIN_BELOW = 0.5;

/**
 * The best passage's score at which the confidence is {@link ABSTAIN_BELOW}, by the language of the
 * question. Set on the tuning sets so that about 3 % of the questions that have an answer are
 * declined; see docs/architecture.md for what that turns away of the others.
 */
const MIDPOINT: Readonly<Record<PassageLanguage, number>> = { en: 1.45, zh: 1.35 };

/** How steeply the confidence rises with the score: the slope of a logistic model fitted to each half of the sets (2.2 to 2.4). */
const SLOPE = 2.3;

/**
 * The same for a translated question: there is less that can match, because word order, unstemmed
 * forms and characters are not shared.
 */
const TRANSLATED_MIDPOINT = 1;

/**
 * 0 to 1: how sure it is that a passage with this score answers a question.
 *
 * @param language the language in which it was asked.
 */
export function confidenceOf(
  score: number,
  language: PassageLanguage,
  isTranslated: boolean,
): number {
  const midpoint = isTranslated ? TRANSLATED_MIDPOINT : MIDPOINT[language];
  return 1 / (1 + Math.exp(-SLOPE * (score - midpoint)));
}
