import { createHash } from 'node:crypto';
import type { Article, Corpus, Problem } from '../../src/corpus/index.ts';
import type { Generation, Library, LibraryStatus } from '../../src/library/index.ts';
import {
  type Answer,
  type AskRequest,
  collectCatalogue,
  collectSuggestions,
  createQuote,
  createSuggestionIndex,
  type Quote,
} from '../../src/retrieval/index.ts';
import { findTimeline } from '../../src/timeline/index.ts';
import { loadDictionary } from './dictionary.ts';

/** An article of an invented story, with everything that a test does not care about filled in. */
export function storyArticle(id: string, text: string, fields: Partial<Article> = {}): Article {
  const article = {
    id,
    file: `${id}.md`,
    title: `The story of ${id}`,
    publisher: 'The Harbour Gazette',
    published: '2024-05-03',
    url: null,
    language: 'en',
    text,
    retrieved: null,
    bodyStart: 0,
    inferred: [],
    ...fields,
  };
  const contentHash = createHash('sha256').update(JSON.stringify(article)).digest('hex');
  return { contentHash, ...article };
}

/** What a reader would have made of these articles. */
export function corpusOf(
  articles: readonly Article[],
  problems: readonly Problem[] = [],
): Corpus & { readonly byId: Map<string, Article> } {
  const contentHash = createHash('sha256');
  for (const article of articles) contentHash.update(article.contentHash);
  return {
    folder: '/articles',
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    problems,
    synonyms: [],
    contentHash: contentHash.digest('hex'),
  };
}

/** The first place of `words` in an article as a quote, with each of `marked` marked in it. */
export function quoteOf(article: Article, words: string, marked: readonly string[] = []): Quote {
  const start = article.text.indexOf(words);
  if (start === -1) throw new Error(`${article.id} does not say: ${words}`);
  const marks = marked.map((part) => {
    const from = start + words.indexOf(part);
    return { start: from, end: from + part.length };
  });
  return createQuote(article, { start, end: start + words.length }, marks);
}

/** An answer with nothing in it. */
export const NO_ANSWER: Answer = {
  question: '',
  overview: null,
  subject: null,
  pronoun: null,
  verdict: 'nothing',
  confidence: 0,
  quotes: [],
  quoteCount: 0,
  headlines: { are: 'near', items: [] },
  earlierFigures: [],
  corrections: [],
  absentPhrases: [],
  terms: { found: [], missing: [] },
};

function refuse(): Promise<never> {
  return Promise.reject(new Error('not part of this test'));
}

/** A library that stands still and has one answer, of which every question gets its part; and what it was asked. */
export function fakeLibrary(
  articles: readonly Article[],
  answer: Partial<Answer> = {},
  status: Partial<LibraryStatus> = {},
  fields: Partial<Generation> = {},
): { readonly library: Library; readonly asked: readonly AskRequest[] } {
  const asked: AskRequest[] = [];
  const corpus = corpusOf(articles);
  const generation: Generation = {
    id: '0123456789ab',
    corpus,
    timeline: () => findTimeline(corpus.byId, loadDictionary),
    suggestions: async () => createSuggestionIndex(await collectSuggestions(corpus.byId)),
    catalogue: async () => createSuggestionIndex(await collectCatalogue(corpus.byId)),
    collection: {
      passageCount: 2 * articles.length,
      ask: async (request) => {
        asked.push(request);
        const { quotes = [] } = answer;
        const { offset = 0, limit } = request;
        return {
          ...NO_ANSWER,
          question: request.question,
          quoteCount: quotes.length,
          ...answer,
          quotes: quotes.slice(offset, offset + limit),
        };
      },
      verify: async () => ({ checks: [], count: 0 }),
      findClaims: async (text) => ({ claims: [text], otherCount: 0 }),
    },
    // 23:30 in UTC: already the next day, or still the same, wherever the test runs.
    builtAt: Date.UTC(2024, 4, 3, 23, 30),
    ...fields,
  };
  const library = {
    current: () => generation,
    status: () => ({ generation, running: null, last: null, ...status }),
    preview: refuse,
    apply: refuse,
    cancel: () => null,
    close: async () => {},
  };
  return { library, asked };
}
