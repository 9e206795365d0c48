import MiniSearch from 'minisearch';
import type { Article } from '../corpus/index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Token } from './analysis/token.ts';
import type { SearchFilter } from './answer.ts';
import { createBreather } from './breather.ts';
import type { Candidate, PassageIndex, QueryTerm } from './passage-index.ts';
import type { Passage } from './passages.ts';
import { matchesFilter } from './search-filter.ts';
import { createSpeller } from './spelling.ts';
import { createTopList } from './top-list.ts';
import { createVocabulary } from './vocabulary.ts';

/** The weight of a match in each field. Title weights of 2 and more cost up to 9 points on news. */
const FIELD_BOOSTS = { text: 1, title: 0.6, before: 0.3 } as const;

/** BM25+ constants of MiniSearch; see Lv and Zhai, "Lower-Bounding Term Frequency Normalization", 2011. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

interface IndexedDocument {
  readonly id: number;
  readonly text: string;
  readonly title: string;
  readonly before: string;
}

/** Passages, and the articles that they are of. */
export interface IndexInput {
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
}

/**
 * A {@link PassageIndex} on MiniSearch. Terms are analysed by us and handed over whole: MiniSearch
 * only splits them at the spaces that join them.
 */
export async function createMiniSearchIndex(
  { articles, passages }: IndexInput,
  analyse: Analyser['analyse'],
  options: { readonly onProgress?: (done: number) => void } = {},
): Promise<PassageIndex> {
  const vocabulary = createVocabulary();
  const miniSearch = new MiniSearch<IndexedDocument>({
    fields: Object.keys(FIELD_BOOSTS),
    tokenize: (text) => text.split(' ').filter(Boolean),
    processTerm: (term) => term,
    searchOptions: { boost: FIELD_BOOSTS, bm25: BM25, combineWith: 'OR' },
  });
  const titles = new Map<string, readonly Token[]>();
  const breathe = createBreather();
  const tokensOf = (text: string) => analyse(text).filter(({ kind }) => kind !== 'part');

  for (const [id, passage] of passages.entries()) {
    const article = articles.get(passage.articleId);
    if (!article) throw new Error(`passage of an unknown article: ${passage.articleId}`);
    const tokens = tokensOf(article.text.slice(passage.start, passage.end));
    const title = titles.get(article.id) ?? tokensOf(article.title);
    titles.set(article.id, title);
    vocabulary.add(tokens, title);
    const { before } = passage;
    miniSearch.add({
      id,
      text: joinTerms(tokens),
      title: joinTerms(title),
      before: before ? joinTerms(tokensOf(article.text.slice(before.start, before.end))) : '',
    });
    if (id % PASSAGES_PER_REPORT === PASSAGES_PER_REPORT - 1) options.onProgress?.(id + 1);
    await breathe();
  }

  const spell = createSpeller(vocabulary.words());
  return {
    passageCount: passages.length,
    documentFrequencies: async (terms) =>
      new Map(terms.map((term) => [term, vocabulary.frequency(term)])),
    similarWord: async (surface) => spell(surface),
    search: async (terms, limit, filter) =>
      searchMiniSearch(miniSearch, { articles, passages }, terms, limit, filter),
  };
}

/** How often progress is reported. */
const PASSAGES_PER_REPORT = 32;

function searchMiniSearch(
  miniSearch: MiniSearch<IndexedDocument>,
  { articles, passages }: IndexInput,
  terms: readonly QueryTerm[],
  limit: number,
  filter: SearchFilter,
): Candidate[] {
  const weights = new Map(terms.map(({ term, weight }) => [encodeTerm(term), weight]));
  const best = createTopList<Candidate>(limit, (candidate) => candidate.score);
  miniSearch.search([...weights.keys()].join(' '), {
    boostTerm: (term) => weights.get(term) ?? 1,
    filter: ({ id, score, queryTerms }) => {
      const passage = passages[Number(id)];
      const article = passage && articles.get(passage.articleId);
      if (passage && article && matchesFilter(article, passage.language, filter)) {
        // MiniSearch multiplies an OR score by the number of matched terms; BM25 does not.
        best.add({ passage, score: score / queryTerms.length });
      }
      // Keeping nothing here spares MiniSearch the sorting of every passage that holds any term.
      return false;
    },
  });
  return best.sorted();
}

function joinTerms(tokens: readonly Token[]): string {
  return tokens.map(({ term }) => encodeTerm(term)).join(' ');
}

/**
 * A term as MiniSearch keeps it: every Chinese character written as ASCII. Its radix tree has a
 * node for every character, and one with thousands of children is searched one by one. Upper case
 * keeps these apart from words, which are folded to lower case.
 */
function encodeTerm(term: string): string {
  return term.replace(/[^\p{ASCII}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U${code.toString(36).toUpperCase()}`;
  });
}
