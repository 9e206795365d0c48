import type { Analyser, Token } from '../../language/index.ts';
import {
  endsInAbbreviation,
  inverseDocumentFrequency,
  isTerm,
  languageOf,
  splitParagraphs,
  splitSentences,
} from '../../language/index.ts';
import { boundaryBefore } from '../../shared/graphemes.ts';
import type { TermStatistics } from '../passages/term-statistics.ts';

/** What in a text can be looked up. */
export interface FoundClaims {
  /** The statements worth looking up, in the order of the text; each at most 1,000 UTF-16 units. */
  readonly claims: readonly string[];
  /** How many more statements there are. */
  readonly otherCount: number;
}

/** What finding claims needs. */
export interface ClaimContext {
  readonly analyser: Pick<Analyser, 'analyse'>;
  readonly statistics: Pick<TermStatistics, 'documentFrequencies' | 'passageCount'>;
}

/** More than fits one message twice over, in UTF-16 units: what comes after it is not read. */
const MOST_TEXT = 10_000;

/** What a question may hold, in UTF-16 units. */
const LONGEST_CLAIM = 1000;

/** A statement has somebody or something, and what is said of it. */
const FEWEST_TERMS = 2;

/** Words of the articles that make a statement of a sentence with no name or figure in it. */
const KNOWN_TERMS_OF_A_STATEMENT = 4;

/** What each kind of thing that can be checked adds to the weight of a sentence. */
const CHECKABLE_BONUS = 0.25;

/** A capital where no sentence begins. */
const NAME = /[\p{Ll}\d,;:] ["“‘]?\p{Lu}\p{sc=Latin}|^\p{Lu}[\p{sc=Latin}'’-]+ \p{Lu}\p{sc=Latin}/u;

/** Some words between quotation marks. */
const QUOTATION = /“[^“”]{6,}”|"[^"]{12,}"|[「『][^「」『』]{4,}[」』]/u;

interface Sentence {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly checkableCount: number;
}

/**
 * Chooses the sentences of a text that state something that articles can tell: those with names,
 * figures, dates or quotations, or with many words of the articles. The weight of a sentence is the
 * sum of the inverse document frequencies of its terms that the articles have. A text without such a
 * sentence is one claim as a whole; one without any term is none.
 */
export async function findClaims(
  text: string,
  limit: number,
  { analyser, statistics }: ClaimContext,
): Promise<FoundClaims> {
  const read = text.slice(0, MOST_TEXT);
  const sentences = readSentences(read, analyser.analyse);
  const terms = new Set(sentences.flatMap((sentence) => [...sentence.terms]));
  if (terms.size === 0) return { claims: [], otherCount: 0 };
  const frequencies = await statistics.documentFrequencies([...terms]);
  const weightOf = (term: string) => {
    const frequency = frequencies.get(term) ?? 0;
    return frequency === 0 ? 0 : inverseDocumentFrequency(frequency, statistics.passageCount);
  };
  const weighed = sentences.flatMap((sentence, place) => {
    if (sentence.terms.size < FEWEST_TERMS) return [];
    const weights = [...sentence.terms].map(weightOf);
    const knownCount = weights.filter((weight) => weight > 0).length;
    if (sentence.checkableCount === 0 && knownCount < KNOWN_TERMS_OF_A_STATEMENT) return [];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return [{ sentence, place, weight: sum * (1 + CHECKABLE_BONUS * sentence.checkableCount) }];
  });
  if (weighed.length === 0) return { claims: [shortened(read.trim())], otherCount: 0 };
  const chosen = weighed
    .toSorted((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, limit)
    .toSorted((a, b) => a.place - b.place);
  return {
    claims: chosen.map(({ sentence }) => shortened(sentence.text)),
    otherCount: weighed.length - chosen.length,
  };
}

/** A stop, and white space before a word in lower case. */
const STOP_BEFORE_LOWER_CASE = /(?<=[.!?]) (?=\p{Ll})/u;

/** So much of a piece tells how it ends, in UTF-16 units. */
const LONGEST_ENDING = 20;

/** People who chat begin sentences in lower case: a stop ends one unless it belongs to its word. */
function splitChat(sentence: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of sentence.split(STOP_BEFORE_LOWER_CASE)) {
    const before = parts.at(-1);
    const ending = before?.slice(-LONGEST_ENDING) ?? '';
    if (before !== undefined && (ending.endsWith('..') || endsInAbbreviation(ending))) {
      parts[parts.length - 1] = `${before} ${piece}`;
    } else {
      parts.push(piece);
    }
  }
  return parts;
}

/** The sentences of a text, each once. */
function readSentences(text: string, analyse: Analyser['analyse']): readonly Sentence[] {
  const seen = new Map<string, Sentence>();
  for (const paragraph of splitParagraphs(text, 0)) {
    const language = languageOf(text.slice(paragraph.start, paragraph.end));
    const sentences = splitSentences(text, paragraph, language).flatMap(({ start, end }) =>
      splitChat(text.slice(start, end).replaceAll(/\s+/gu, ' ')),
    );
    for (const sentence of sentences) {
      if (!seen.has(sentence)) seen.set(sentence, readSentence(sentence, analyse(sentence)));
    }
  }
  return [...seen.values()];
}

function readSentence(text: string, tokens: readonly Token[]): Sentence {
  const hasFigure = tokens.some(({ kind, term }) => kind === 'number' || /\d/u.test(term));
  const checkable = [hasFigure, NAME.test(text), QUOTATION.test(text)];
  return {
    text,
    terms: new Set(tokens.filter(isTerm).map(({ term }) => term)),
    checkableCount: checkable.filter(Boolean).length,
  };
}

function shortened(text: string): string {
  if (text.length <= LONGEST_CLAIM) return text;
  return text.slice(0, boundaryBefore(text, LONGEST_CLAIM)).trimEnd();
}
