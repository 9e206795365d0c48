import type { Article } from '../../corpus/index.ts';
import {
  languageOf,
  type Sentence,
  splitParagraphs,
  splitSentences,
} from '../../language/index.ts';
import { createQuote, type Quote } from '../../retrieval/index.ts';

/** The most sentences that are shown before a quote, and as many after it. */
const SENTENCES_AROUND = 3;

/** What more than one sentence may take on either side, in UTF-16 units: a few lines. */
const LENGTH_AROUND = { en: 400, zh: 200 } as const;

/** How far from a quote sentences are looked for, in UTF-16 units: an article can be one endless line. */
const LOOKED_AT = 2000;

/**
 * A quote with the sentences around it: a longer slice of the article, with its own hash, whose one
 * mark is the quote. One whole sentence is taken on either side, and more while they are few and
 * short; they may belong to the paragraph next to the quote's. Nothing above the article's body is
 * taken.
 */
export function widenQuote(quote: Quote, article: Article): Quote {
  const language = languageOf(article.text.slice(quote.start, quote.end));
  const sentences = sentencesAround(quote, article);
  const before = sentences.filter(({ start }) => start < quote.start).toReversed();
  const after = sentences.filter(({ end }) => end > quote.end);
  const most = LENGTH_AROUND[language];
  const first = farthest(before, ({ start }) => quote.start - start <= most);
  const last = farthest(after, ({ end }) => end - quote.end <= most);
  return createQuote(
    article,
    {
      start: first?.start ?? quote.start,
      end: last?.end ?? quote.end,
      cutBefore: (first ?? quote).cutBefore,
      cutAfter: (last ?? quote).cutAfter,
    },
    [{ start: quote.start, end: quote.end }],
  );
}

/** The last of the sentences, nearest first, that may be taken; at least the first where there is one. */
function farthest(
  sentences: readonly Sentence[],
  isNear: (sentence: Sentence) => boolean,
): Sentence | undefined {
  const [nearest, ...others] = sentences.slice(0, SENTENCES_AROUND);
  return others.findLast(isNear) ?? nearest;
}

/** The sentences near a quote, in order, without those that the edge of what is looked at may cut. */
function sentencesAround(quote: Quote, { text, bodyStart }: Article): readonly Sentence[] {
  const from = Math.max(Math.min(bodyStart, quote.start), quote.start - LOOKED_AT);
  const to = Math.min(text.length, quote.end + LOOKED_AT);
  const language = languageOf(text.slice(quote.start, quote.end));
  const seen = text.slice(0, to);
  const sentences = splitParagraphs(seen, from).flatMap((paragraph) =>
    splitSentences(seen, paragraph, language),
  );
  return sentences.slice(from > bodyStart ? 1 : 0, to < text.length ? -1 : undefined);
}
