import { type Article, placeInFile } from '../../corpus/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import {
  type QuotationCheck,
  type QuotationMatch,
  type QuotationVerdict,
  verifyQuote,
} from '../../retrieval/index.ts';
import { indexDate } from '../reply-parts.ts';
import { verifyMessages } from './messages.ts';

/** A place in an article, as proof: `hash` is the SHA-256 of the UTF-16LE of `[start, end)`. */
interface MatchJson {
  readonly article: string;
  readonly file: string;
  readonly hash: string;
  readonly start: number;
  readonly end: number;
  /** Where it stands in a Markdown file with its marks; left out for other kinds. */
  readonly inFile?: { readonly start: number; readonly end: number };
  readonly speaker: string | null;
}

/** What became of a quotation, in JSON; without the id that a batch adds. */
export interface QuotationJson {
  readonly verdict: QuotationVerdict;
  readonly matches: readonly MatchJson[];
  readonly differences: readonly { readonly from: string; readonly to: string }[];
  /** What was compared, and how. */
  readonly contract: string;
}

/**
 * A check with the places of its matches, each cut from its article again.
 *
 * @throws QuoteError when one is no longer in its article word for word.
 */
export function quotationJson(check: QuotationCheck, generation: Generation): QuotationJson {
  const { byId } = generation.corpus;
  return {
    verdict: check.verdict,
    matches: check.matches.map((match) => matchJson(match, byId)),
    differences: check.differences.map(({ from, to }) => ({ from, to })),
    contract: contractOf(generation, 'en-US'),
  };
}

function matchJson(
  { quote, speaker }: QuotationMatch,
  articles: ReadonlyMap<string, Article>,
): MatchJson {
  verifyQuote(quote, articles);
  const { articleId, hash, start, end } = quote;
  const article = articles.get(articleId);
  return {
    article: articleId,
    file: article?.file ?? '',
    hash,
    start,
    end,
    ...(article?.cuts && { inFile: placeInFile(article.cuts, quote) }),
    speaker,
  };
}

/** What quotations are compared with, and how, in one line. */
export function contractOf(generation: Generation, locale: Locale): string {
  const { articles } = generation.corpus;
  return verifyMessages[locale].contract(articles.length, indexDate(generation, locale));
}
