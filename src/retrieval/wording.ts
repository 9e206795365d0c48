import type { Article } from '../corpus/index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Token } from './analysis/token.ts';
import type { SearchFilter } from './answer.ts';
import { createBreather } from './breather.ts';
import type { Passage } from './passages.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';
import type { Range } from './quote.ts';
import { isInFilter } from './search-filter.ts';
import type { TokensOf } from './token-cache.ts';
import type { Wishes } from './wishes.ts';

/** What a question wishes word for word, ready to be held against texts. */
export interface Wording {
  /** Whether nothing is wished, so that every passage will do. */
  readonly isFree: boolean;
  readonly phrases: readonly PhraseMatcher[];
  /** Whether a text holds every phrase that is wished. */
  readonly isHeldBy: (text: string) => boolean;
  /** Whether a passage holds every phrase that is wished, and nothing that is excluded. */
  readonly admits: (article: Article, passage: Passage, tokensOf: TokensOf) => boolean;
  /** Where the phrases stand inside a range of a text. */
  readonly placesIn: (text: string, range: Range) => Range[];
}

/** Prepares the wishes of one question. A word that analysis leaves out is excluded as it is written. */
export function prepareWording(
  { phrases, excluded }: Wishes,
  analyse: Analyser['analyse'],
  matcherOf: (phrase: string) => PhraseMatcher,
): Wording {
  const wanted = phrases.map(matcherOf);
  const unwanted = excluded.phrases.map(matcherOf);
  const unwantedTerms = new Set<string>();
  for (const word of excluded.words) {
    const [token, ...others] = analyse(word).filter(isTerm);
    // Several tokens are a compound or Chinese: the word is excluded where they stand together.
    if (token && others.length === 0 && token.kind === 'word') unwantedTerms.add(token.term);
    else unwanted.push(matcherOf(word));
  }

  const isHeldBy = (text: string) => wanted.every(({ isIn }) => isIn(text));
  return {
    isFree: wanted.length + unwanted.length + unwantedTerms.size === 0,
    phrases: wanted,
    isHeldBy,
    admits: (article, passage, tokensOf) => {
      const text = article.text.slice(passage.start, passage.end);
      if (!isHeldBy(text) || unwanted.some(({ isIn }) => isIn(text))) return false;
      if (unwantedTerms.size === 0) return true;
      return !tokensOf(article, passage).some(({ term }) => unwantedTerms.has(term));
    },
    placesIn: (text, { start, end }) =>
      wanted.flatMap(({ find }) =>
        find(text.slice(start, end)).map((place) => ({
          start: place.start + start,
          end: place.end + start,
        })),
      ),
  };
}

function isTerm({ kind }: Token): boolean {
  return kind !== 'part';
}

/** Where the phrases of a wording stand among articles. */
export interface PhraseSurvey {
  /** The articles that hold every phrase, though not always in one passage. */
  readonly holding: readonly Article[];
  /** The phrases that no article holds. */
  readonly absent: readonly string[];
}

/** Looks for the phrases of a wording in all articles that pass a filter. Lets other work go on. */
export async function surveyPhrases(
  { phrases }: Wording,
  articles: ReadonlyMap<string, Article>,
  filter: SearchFilter,
): Promise<PhraseSurvey> {
  if (phrases.length === 0) return { holding: [], absent: [] };
  const breathe = createBreather();
  const holding: Article[] = [];
  const absent = new Set(phrases.map(({ phrase }) => phrase));
  for (const article of articles.values()) {
    if (!isInFilter(article, filter)) continue;
    const held = phrases.filter(({ isIn }) => isIn(article.text));
    for (const { phrase } of held) absent.delete(phrase);
    if (held.length === phrases.length) holding.push(article);
    await breathe();
  }
  return { holding, absent: [...absent] };
}
