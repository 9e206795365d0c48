import type { Article } from '../corpus/index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Token } from './analysis/token.ts';
import type { Passage } from './passages.ts';

/** The tokens of a passage, with offsets into its article's text. */
export type TokensOf = (article: Article, passage: Passage) => readonly Token[];

/**
 * Analyses passages when they are first needed and keeps those used last, so that re-ranking does
 * not analyse the same passages for every question.
 */
export function createTokenCache(analyse: Analyser['analyse'], maxPassages = 4000): TokensOf {
  const cache = new Map<Passage, readonly Token[]>();
  return (article, passage) => {
    const tokens = cache.get(passage) ?? tokensOf(analyse, article, passage);
    cache.delete(passage);
    cache.set(passage, tokens);
    if (cache.size > maxPassages) {
      for (const oldest of cache.keys()) {
        cache.delete(oldest);
        break;
      }
    }
    return tokens;
  };
}

function tokensOf(analyse: Analyser['analyse'], article: Article, passage: Passage): Token[] {
  return analyse(article.text.slice(passage.start, passage.end)).map((token) => ({
    ...token,
    start: token.start + passage.start,
    end: token.end + passage.start,
  }));
}
