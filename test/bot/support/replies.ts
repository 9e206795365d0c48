import { createReplyRenderer, type RenderedMessage } from '../../../src/bot/render/render-reply.ts';
import {
  type Block,
  type QuoteBlock,
  type Reply,
  type Source,
  type VerifiedReply,
  verifyReply,
} from '../../../src/commands/index.ts';
import type { Article } from '../../../src/corpus/index.ts';
import { createQuote } from '../../../src/retrieval/index.ts';
import { type Range } from '../../../src/shared/range.ts';

/** An article with the given words and nothing else of interest. */
export function articleOf(text: string, fields: Partial<Article> = {}): Article {
  return {
    id: 'guardian',
    file: 'guardian.txt',
    title: 'TikTok ban looms',
    publisher: 'The Guardian',
    published: '2020-09-14',
    url: 'https://example.com/tiktok',
    language: 'en',
    text,
    retrieved: null,
    bodyStart: 0,
    inferred: [],
    contentHash: '',
    ...fields,
  };
}

/** Where an article's words come from. */
export function sourceOf(article: Article): Source {
  const { id: articleId, publisher, title, published, url } = article;
  return { articleId, publisher, title, published, url };
}

/** The whole of an article as a quote. */
export function quoteBlock(article: Article, marks: readonly Range[] = []): QuoteBlock {
  return {
    type: 'quote',
    quote: createQuote(article, { start: 0, end: article.text.length }, marks),
    source: sourceOf(article),
    alsoIn: [],
    cutBefore: false,
    cutAfter: false,
  };
}

/** A reply with these blocks. */
export function replyOf(blocks: readonly Block[], fields: Partial<Reply> = {}): Reply {
  return {
    locale: 'en-US',
    visibility: 'public',
    heading: 'When?',
    blocks,
    footer: '1 of 1',
    ...fields,
  };
}

/** The same, checked against the articles as a front end must; a refused quote fails the test. */
export function verifiedReply(reply: Reply, articles: readonly Article[]): VerifiedReply {
  return verifyReply(reply, new Map(articles.map((article) => [article.id, article])), (error) => {
    throw error;
  });
}

/** The message that a reply becomes. */
export function renderReply(reply: VerifiedReply, png: Uint8Array | null): RenderedMessage {
  return createReplyRenderer('generation', reply.locale).render(reply, png);
}

/** Whether that message shows the whole of the reply. */
export function fitsMessage(reply: VerifiedReply): boolean {
  return createReplyRenderer('generation', reply.locale).fits(reply);
}
