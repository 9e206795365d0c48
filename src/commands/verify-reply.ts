import type { Article } from '../corpus/index.ts';
import { QuoteError, verifyQuote } from '../retrieval/index.ts';
import { type Range } from '../shared/range.ts';
import { commandMessages } from './messages.ts';
import type { Block, QuoteBlock, Reply, TextBlock } from './reply.ts';
import { textDirective } from './text-directive.ts';

declare const verified: unique symbol;

/** A quote block whose words have just been cut from the article and found to be those quoted. */
export interface VerifiedQuoteBlock extends Omit<QuoteBlock, 'quote'> {
  readonly [verified]: true;
  /** The quote's words, exactly as they stand in the article. */
  readonly text: string;
  /** What matched, as offsets into `text`. */
  readonly marks: readonly Range[];
  /** Leads from the source's address to the words; see {@link textDirective}. */
  readonly directive: string | null;
}

/** A Reply that may be shown. Only {@link createVerifier} makes one, so no front end can skip the check. */
export interface VerifiedReply extends Omit<Reply, 'blocks'> {
  readonly blocks: readonly (Exclude<Block, QuoteBlock> | VerifiedQuoteBlock)[];
}

/**
 * Cuts every quote of a reply out of its article again. A quote that is no longer there word for
 * word is replaced by a line that says so, and reported to `onRefused`; the rest stays.
 */
export function verifyReply(
  reply: Reply,
  articles: ReadonlyMap<string, Article>,
  onRefused: (error: QuoteError) => void,
): VerifiedReply {
  return createVerifier(articles, onRefused)(reply);
}

/** Does what {@link verifyReply} does, once for each block however many replies have it. */
export function createVerifier(
  articles: ReadonlyMap<string, Article>,
  onRefused: (error: QuoteError) => void,
): (reply: Reply) => VerifiedReply {
  const known = new Map<QuoteBlock, VerifiedQuoteBlock | TextBlock>();
  function verifyOnce(block: QuoteBlock, locale: Reply['locale']) {
    const outcome = known.get(block) ?? verifyOrRefuse(block, articles, locale, onRefused);
    known.set(block, outcome);
    return outcome;
  }
  return (reply) => ({
    ...reply,
    blocks: reply.blocks.map((block) =>
      block.type === 'quote' ? verifyOnce(block, reply.locale) : block,
    ),
  });
}

function verifyOrRefuse(
  block: QuoteBlock,
  articles: ReadonlyMap<string, Article>,
  locale: Reply['locale'],
  onRefused: (error: QuoteError) => void,
): VerifiedQuoteBlock | TextBlock {
  try {
    return verifyBlock(block, articles);
  } catch (error) {
    if (!(error instanceof QuoteError)) throw error;
    onRefused(error);
    const { quoteRefused } = commandMessages[locale];
    return { type: 'text', style: 'warning', text: quoteRefused };
  }
}

function verifyBlock(
  block: QuoteBlock,
  articles: ReadonlyMap<string, Article>,
): VerifiedQuoteBlock {
  const { quote, ...rest } = block;
  const text = verifyQuote(quote, articles);
  const article = articles.get(quote.articleId);
  const content: Omit<VerifiedQuoteBlock, typeof verified> = {
    ...rest,
    text,
    directive: article && article.url !== null ? textDirective(article, quote) : null,
    marks: quote.marks.map((mark) => ({
      start: mark.start - quote.start,
      end: mark.end - quote.start,
    })),
  };
  // The one place that may claim the mark of verification.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return content as VerifiedQuoteBlock;
}
