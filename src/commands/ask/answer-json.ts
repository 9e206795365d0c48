import { type Article, pageAt, placeInFile } from '../../corpus/index.ts';
import { languageOf, type PassageLanguage } from '../../language/index.ts';
import { type Answer, type Quote, type Verdict, verifyQuote } from '../../retrieval/index.ts';

/** A quote in JSON. Offsets are UTF-16 offsets into the article's text, `end` exclusive. */
export interface QuoteJson {
  readonly article: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly url: string | null;
  /** From 1; left out where the article has no pages. */
  readonly page?: number;
  /** Where it stands in a Markdown file with its marks, without a byte-order mark; left out for other kinds. */
  readonly inFile?: { readonly start: number; readonly end: number };
  readonly language: string;
  readonly echoes: readonly PlaceJson[];
}

interface PlaceJson {
  readonly article: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** An answer in JSON, without the id that a batch adds. */
export interface AnswerJson {
  readonly verdict: Verdict;
  /** Whether the verdict is another than `answered`. */
  readonly abstained: boolean;
  readonly confidence: number;
  readonly quotes: readonly QuoteJson[];
  readonly nearest: readonly { readonly article: string; readonly title: string }[];
}

/**
 * An answer with the words of its quotes, each cut from its article again.
 *
 * @throws QuoteError when a quote is no longer in its article word for word.
 */
export function answerJson(answer: Answer, articles: ReadonlyMap<string, Article>): AnswerJson {
  return {
    verdict: answer.verdict,
    abstained: answer.verdict !== 'answered',
    confidence: round(answer.confidence),
    quotes: answer.quotes.map(({ quote, duplicates, score, language }) =>
      quoteJson({ quote, duplicates, score, language }, articles),
    ),
    nearest: answer.headlines.items.map(({ articleId, title }) => ({ article: articleId, title })),
  };
}

/** One quote with the words of its article; see {@link answerJson}. */
export function quoteJson(
  item: {
    readonly quote: Quote;
    readonly duplicates: readonly Quote[];
    readonly score: number;
    readonly language: PassageLanguage;
  },
  articles: ReadonlyMap<string, Article>,
): QuoteJson {
  const { quote, duplicates, score, language } = item;
  const text = verifyQuote(quote, articles);
  const article = articleOf(quote, articles);
  const { title, publisher, published, url } = article;
  const page = pageAt(article, quote.start);
  return {
    ...place(quote, articles),
    text,
    score: round(score),
    title,
    publisher,
    published,
    url,
    ...(page !== null && { page }),
    ...(article.cuts && { inFile: placeInFile(article.cuts, quote) }),
    language,
    echoes: duplicates.map((duplicate) => place(duplicate, articles)),
  };
}

function place(quote: Quote, articles: ReadonlyMap<string, Article>): PlaceJson {
  const { id, file } = articleOf(quote, articles);
  return { article: id, file, start: quote.start, end: quote.end };
}

function articleOf(quote: Quote, articles: ReadonlyMap<string, Article>): Article {
  const article = articles.get(quote.articleId);
  if (!article) throw new Error(`quote of an unknown article: ${quote.articleId}`);
  return article;
}

/** The language of a quote's own words, which may differ from its article's. */
export function languageOfQuote(
  quote: Quote,
  articles: ReadonlyMap<string, Article>,
): PassageLanguage {
  return languageOf(verifyQuote(quote, articles));
}

/** Four decimals: enough to compare by, and equal on every machine. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
