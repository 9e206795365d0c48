import type { Article } from '../../corpus/index.ts';
import type { Analyser, Range } from '../../language/index.ts';
import { isTerm } from '../../language/index.ts';
import { createBreather } from '../../shared/yield.ts';
import type { Answer, SearchFilter } from '../answer.ts';
import type { Candidate } from '../passage-index.ts';
import { isInFilter } from '../search-filter.ts';
import { exchangesOf } from './chinese-transposition.ts';
import type { Wishes } from './operators.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';

/** What a question wishes word for word, ready to be held against texts. */
export interface Wording {
  /** Whether nothing is wished, so that every passage will do. */
  readonly isFree: boolean;
  readonly phrases: readonly PhraseMatcher[];
  /** Whether a text holds every phrase that is wished. */
  readonly isHeldBy: (text: string) => boolean;
  /** Whether a passage holds every phrase that is wished, and nothing that is excluded. */
  readonly admits: (article: Article, candidate: Candidate) => boolean;
  /** The terms that no candidate may hold; {@link admits} must be shown where they stand. */
  readonly excludedTerms: ReadonlySet<string>;
  /** Where the phrases stand inside a range of a text. */
  readonly placesIn: (text: string, range: Range) => Range[];
}

/** Prepares the wishes of one question. A word that analysis leaves out is excluded as it is written. */
export function prepareWording(
  { phrases, excluded }: Pick<Wishes, 'phrases' | 'excluded'>,
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
    excludedTerms: unwantedTerms,
    admits: (article, { passage, tokens }) => {
      const text = article.text.slice(passage.start, passage.end);
      if (!isHeldBy(text) || unwanted.some(({ isIn }) => isIn(text))) return false;
      return !tokens.some(({ term }) => unwantedTerms.has(term));
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

/** Where the phrases of a question stand among articles. */
export interface PhraseSurvey {
  /** The phrases as they are looked for: repaired where only that is found. */
  readonly phrases: readonly string[];
  readonly corrections: Answer['corrections'];
  /** The articles that hold every phrase, though not always in one passage. */
  readonly holding: readonly Article[];
  /** The phrases that no article holds. */
  readonly absent: readonly string[];
}

/**
 * Looks for phrases in all articles that pass a filter. One that no article holds is taken for the
 * same with two Chinese characters exchanged, where an article holds that. Lets other work go on.
 */
export async function surveyPhrases(
  asked: readonly string[],
  articles: ReadonlyMap<string, Article>,
  filter: SearchFilter,
  matcherOf: (phrase: string) => PhraseMatcher,
): Promise<PhraseSurvey> {
  const holdersOf = async (phrase: string) => {
    const { isIn } = matcherOf(phrase);
    const breathe = createBreather();
    const holders = new Set<Article>();
    for (const article of articles.values()) {
      if (isInFilter(article, filter) && isIn(article.text)) holders.add(article);
      await breathe();
    }
    return holders;
  };

  const phrases: string[] = [];
  const corrections: { from: string; to: string }[] = [];
  const absent: string[] = [];
  let holding: readonly Article[] | null = null;
  for (const from of asked) {
    let phrase = from;
    let holders = await holdersOf(phrase);
    for (const exchanged of holders.size > 0 ? [] : exchangesOf(from)) {
      const found = await holdersOf(exchanged);
      if (found.size === 0) continue;
      corrections.push({ from, to: exchanged });
      phrase = exchanged;
      holders = found;
      break;
    }
    phrases.push(phrase);
    if (holders.size === 0) absent.push(phrase);
    holding = holding ? holding.filter((article) => holders.has(article)) : [...holders];
  }
  return { phrases, corrections, holding: holding ?? [], absent };
}
