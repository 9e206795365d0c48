import type { Article } from '../../corpus/index.ts';
import { type Analyser, createHanVariants, isTerm } from '../../language/index.ts';
import { type Range } from '../../shared/range.ts';
import { createYielder } from '../../shared/yield.ts';
import type { Answer, SearchFilter } from '../answer.ts';
import type { StoredPassage } from '../passages/passage-store.ts';
import { isInFilter } from '../search-filter.ts';
import { exchangesOf } from './chinese-transposition.ts';
import { phrasePattern } from './phrase-pattern.ts';

/** A question with its query operators taken out of it. */
interface QueryOperators {
  /** The question without exclusions and without the quotation marks of phrases. */
  readonly text: string;
  /** {@link text} without the phrases as well. */
  readonly rest: string;
  /** Phrases in quotation marks, each once: an answer holds all of them word for word. */
  readonly phrases: readonly string[];
  /** What an answer must not hold: `-word` counts in every form of the word, `-"a phrase"` as written. */
  readonly excluded: {
    readonly words: readonly string[];
    readonly phrases: readonly string[];
  };
}

const LETTER_OR_DIGIT = '[[\\p{L}\\p{M}\\p{N}]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]]';

/**
 * Anything between quotation marks of one kind. Straight and curly ones are mixed by keyboards;
 * one that touches a word from the wrong side is an inch or a slip.
 */
const QUOTED = [
  `(?<!${LETTER_OR_DIGIT})["“”＂](?!\\s)[^"“”＂]+(?<!\\s)["“”＂](?!${LETTER_OR_DIGIT})`,
  '「[^「」]+」',
  '『[^『』]+』',
  '«[^«»]+»',
].join('|');

/** So many query operators are read. Each phrase is looked for in every article, and nobody means more. */
const MOST_OPERATORS = 10;

/** A word begins with a letter, so that "-5" stays a number; "U.S." keeps its last dot. */
const EXCLUDED_WORD = String.raw`(?:[A-Za-z]\.){2,}|\p{L}(?:[\p{L}\p{M}\p{N}'’._\-]*[\p{L}\p{M}\p{N}])?`;

/** A dash before an exclusion follows white space or punctuation; one inside a word or between words excludes nothing. */
const WISH_PATTERN = new RegExp(
  `(?<=^|[\\s\\(（,，、;；.。?？!！])[\\-－](?:(?<notPhrase>${QUOTED})|(?<notWord>${EXCLUDED_WORD}))|(?<phrase>${QUOTED})`,
  'gv',
);

/**
 * Reads the query operators in a question: phrases in quotation marks (`"…"`, `“…”`, `「…」`, `『…』`,
 * `«…»`) and exclusions (`-word`, `-"a phrase"`, also with a full-width dash). Marks without a
 * letter or digit between them mean nothing; what comes after {@link MOST_OPERATORS} is ordinary text.
 * Never throws.
 */
export function parseOperators(question: string): QueryOperators {
  const phrases = new Set<string>();
  const words = new Set<string>();
  const notPhrases = new Set<string>();
  let text = '';
  let rest = '';
  let end = 0;
  for (const match of question.matchAll(WISH_PATTERN)) {
    const { phrase, notPhrase, notWord } = match.groups ?? {};
    const asked = wordsOf(phrase ?? notPhrase ?? '');
    if (notWord === undefined && asked === '') continue;
    if (phrases.size + notPhrases.size + words.size >= MOST_OPERATORS) break;
    const between = question.slice(end, match.index);
    end = match.index + match[0].length;
    // A space, so that words on both sides of an operator stay apart.
    rest += `${between} `;
    text += phrase === undefined ? `${between} ` : `${between} ${asked} `;
    if (phrase !== undefined) phrases.add(asked);
    else if (notPhrase !== undefined) notPhrases.add(asked);
    else if (notWord !== undefined) words.add(notWord);
  }
  return {
    text: (text + question.slice(end)).trim(),
    rest: (rest + question.slice(end)).trim(),
    phrases: [...phrases],
    excluded: { words: [...words], phrases: [...notPhrases] },
  };
}

/**
 * A text that nobody wrote as a question, with every sign blanked that would make an query operator of
 * it. The length stays.
 */
export function withoutOperators(text: string): string {
  return text.replaceAll(/["“”＂「」『』«»]|(?<=^|[\s\p{P}])[-－](?=\S)/gu, ' ');
}

/** Whether a question only excludes, and asks for nothing. */
export function onlyExcludes({ text, excluded }: QueryOperators): boolean {
  return excluded.words.length + excluded.phrases.length > 0 && !/[\p{L}\p{N}]/u.test(text);
}

/** From the first letter, digit or sign of a quoted stretch to the last; empty when it has no letter or digit. */
function wordsOf(quoted: string): string {
  const inside = quoted.slice(1, -1);
  if (!/[\p{L}\p{N}]/u.test(inside)) return '';
  return inside.replace(/^[\p{P}\s]+/u, '').replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, '');
}

/** Finds one phrase in texts. */
export interface PhraseMatcher {
  readonly phrase: string;
  /** The places of the phrase in a text, in UTF-16 units. */
  readonly find: (text: string) => Range[];
  readonly isIn: (text: string) => boolean;
}

/**
 * Makes matchers for phrases, with a table of Chinese characters of its own. See
 * {@link phrasePattern} for when a phrase stands in a text.
 */
export function createPhraseMatchers(): (phrase: string) => PhraseMatcher {
  const variantsOf = createHanVariants();
  return (phrase) => {
    const source = phrasePattern(phrase, variantsOf);
    const pattern = new RegExp(source, 'iv');
    const all = new RegExp(source, 'giv');
    return {
      phrase,
      isIn: (text) => pattern.test(text),
      find: (text) =>
        [...text.matchAll(all)].map(({ 0: found, index }) => ({
          start: index,
          end: index + found.length,
        })),
    };
  };
}

/** The phrases and exclusions of a question, ready to be held against texts. */
export interface PhraseFilter {
  /** Whether there are none, so that every passage will do. */
  readonly isFree: boolean;
  readonly phrases: readonly PhraseMatcher[];
  /** Whether a text holds every phrase that is asked for. */
  readonly isHeldBy: (text: string) => boolean;
  /** Whether a passage holds every phrase that is asked for, and nothing that is excluded. */
  readonly admits: (article: Article, candidate: StoredPassage) => boolean;
  /** The terms that no candidate may hold; {@link admits} must be shown where they stand. */
  readonly excludedTerms: ReadonlySet<string>;
  /** Where the phrases stand inside a range of a text. */
  readonly placesIn: (text: string, range: Range) => Range[];
}

/** Prepares the operators of one question. A word that analysis leaves out is excluded as it is written. */
export function createPhraseFilter(
  { phrases, excluded }: Pick<QueryOperators, 'phrases' | 'excluded'>,
  analyse: Analyser['analyse'],
  matcherOf: (phrase: string) => PhraseMatcher,
): PhraseFilter {
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
  /** The phrases as they are looked for: corrected where only that is found. */
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
    const yieldIfDue = createYielder();
    const holders = new Set<Article>();
    for (const article of articles.values()) {
      if (isInFilter(article, filter) && isIn(article.text)) holders.add(article);
      await yieldIfDue();
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
