import type { PassageLanguage } from '../language/index.ts';
import type { Quote } from './quotes/quote.ts';

/** What narrows a search. Every field is optional; all given ones must hold. */
export interface SearchFilter {
  /** Part of a publisher's name or an article's title or id, compared without case and accents. */
  readonly source?: string;
  readonly language?: PassageLanguage;
  /** Earliest publication date, `YYYY-MM-DD`. Articles without a date never match a date filter. */
  readonly from?: string;
  /** Latest publication date, `YYYY-MM-DD`, inclusive. */
  readonly to?: string;
}

/** A quote with what it was ranked by. */
export interface RankedQuote {
  readonly quote: Quote;
  readonly language: PassageLanguage;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The same statement in other articles, counted once. */
  readonly duplicates: readonly Quote[];
}

/** The headlines that are offered where nothing answers a question. */
export interface Headlines {
  /** Of articles that have something to do with the question; `latest` when there are none. */
  readonly are: 'near' | 'latest';
  readonly items: readonly { readonly articleId: string; readonly title: string }[];
}

/**
 * How far the articles answer a question: `answered` with quotes; `closest` with quotes that may not
 * answer it, and said to be so; `nothing` with none, because nothing comes near.
 */
export type Verdict = 'answered' | 'closest' | 'nothing';

/** A question for the story as a whole, or for all of one subject. */
export interface AskedOverview {
  /** The words of the subject; empty for the whole story. */
  readonly topic: string;
  readonly isNewest: boolean;
  /** Whose quotes come first among equals. */
  readonly language: PassageLanguage;
}

/** What a question gets: quotes, or the reasons why there are none. */
export interface Answer {
  readonly question: string;
  /** What of the story is asked for where that is no single thing; null otherwise. */
  readonly overview: AskedOverview | null;
  /** What the question left to those before it and was taken from them; null where it left nothing. */
  readonly subject: string | null;
  /** A pronoun that stands for nobody and nothing in the question or before it; null without one. */
  readonly pronoun: string | null;
  readonly verdict: Verdict;
  /** 0 to 1: how likely it is that the first quote answers the question. */
  readonly confidence: number;
  /** Best first, those that were asked for; empty where the verdict is `nothing`. */
  readonly quotes: readonly RankedQuote[];
  /** How many quotes there are, whether they were asked for or not. */
  readonly quoteCount: number;
  /** The other figures that earlier articles give for what the first quote gives one for, as digits. */
  readonly earlierFigures: readonly string[];
  /** Empty unless the verdict is `nothing`. */
  readonly headlines: Headlines;
  /** Words that the articles do not hold, and those of the articles that were taken instead. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Phrases that were asked for word for word and that no article holds. */
  readonly absentPhrases: readonly string[];
  /** The question's words, as the asker wrote them, that the articles hold and those that they do not. */
  readonly terms: { readonly found: readonly string[]; readonly missing: readonly string[] };
}
