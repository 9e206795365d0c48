import type { Article } from '../../corpus/index.ts';
import { boundaryBefore } from '../../shared/graphemes.ts';
import type { Answer } from '../answer.ts';
import type { AskRequest } from '../ask.ts';
import { withoutOperators } from '../query/query-operators.ts';
import { findQuotations } from './find-quotations.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import type { QuotationCheck } from './quotation-check.ts';
import { verifyQuotation } from './verify-quotation.ts';

/** What is to be checked. */
export interface VerifyRequest {
  readonly text: string;
  /** The whole text is one quotation, by this speaker or nobody's; otherwise its quotations are looked for. */
  readonly whole?: { readonly speaker: string | null };
  /** So many quotations at most. */
  readonly limit: number;
  /** So many of them are passed over; none when left out. */
  readonly offset?: number;
}

/** What became of a text's quotations. */
export interface Verification {
  /** In the order of the text. */
  readonly checks: readonly QuotationCheck[];
  /** How many quotations the text has, checked or not. */
  readonly count: number;
}

/** How much of a quotation is looked for as a question, in UTF-16 units. */
const LONGEST_QUESTION = 1000;

/**
 * Checks the quotations of texts. What they are compared by is made of the articles when the first
 * one is checked, and kept.
 *
 * @param ask finds the passage that is closest to a quotation that no article has.
 */
export function createVerification(
  articles: ReadonlyMap<string, Article>,
  ask: (request: AskRequest) => Promise<Answer>,
): (request: VerifyRequest) => Promise<Verification> {
  let index: Promise<PhraseIndex> | null = null;

  async function closestTo(text: string): Promise<QuotationCheck['closest']> {
    const question = withoutOperators(text.slice(0, boundaryBefore(text, LONGEST_QUESTION)));
    const { quotes } = await ask({ question, limit: 1, filter: {} });
    return quotes[0]?.quote ?? null;
  }

  return async ({ text, whole, limit, offset = 0 }) => {
    index ??= createPhraseIndex(articles);
    const phrases = await index;
    const quotations = whole ? [{ text, ...whole }] : findQuotations(text);
    const checks: QuotationCheck[] = [];
    for (const quotation of quotations.slice(offset, offset + limit)) {
      const found = verifyQuotation(quotation, phrases);
      const closest = found.verdict === 'absent' ? await closestTo(found.text) : null;
      checks.push({ ...found, closest });
    }
    return { checks, count: quotations.length };
  };
}
