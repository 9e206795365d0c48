import { CHINESE_FUNCTION_CHARACTERS } from './chinese/function-characters.ts';
import { unifySpelling } from './english/spelling-variants.ts';
import { createIrregularForms, stemWord } from './english/stem.ts';
import { ENGLISH_STOP_WORDS } from './english/stop-words.ts';
import { createNormalForms, edgesOf, formTokens } from './entities/normal-forms.ts';
import { createHanFolding, type FoldCharacter, foldWord } from './folding.ts';
import { createPieceFinder, type Piece } from './pieces.ts';
import {
  createPhraseSynonyms,
  createThesaurus,
  type FindPhraseSynonyms,
  type Synonyms,
} from './synonyms.ts';
import type { Token } from './token.ts';
import { withoutUnseen } from './unseen.ts';

/** The one way in which texts and questions are made searchable. */
export interface Analyser {
  /** The tokens of a text, in the order in which they stand. */
  readonly analyse: (text: string) => Token[];
  /** The terms that stand for the same as a term of a question, as weaker evidence. */
  readonly synonyms: Synonyms;
  /** The same for Chinese words that are, or stand for, more than one term. */
  readonly phraseSynonyms: FindPhraseSynonyms;
  /** The form under which one Chinese character is indexed. */
  readonly foldHan: FoldCharacter;
}

/**
 * An analyser with tables and a cache of stems of its own. English words are folded and stemmed,
 * stop words left out; Chinese gives characters and bigrams, traditional folded to simplified;
 * numbers are kept whole, without thousands separators. Dates, amounts and some names have a form
 * beside them that is the same in every way of writing. Soft hyphens and zero-width characters are
 * nothing, and a word that was cut at the end of a line is there in parts and whole.
 */
export function createAnalyser(): Analyser {
  const foldHan = createHanFolding();
  const stems = createStemCache();
  const findForms = createNormalForms(stems);

  const findPieces = createPieceFinder();
  const readWord = createWordReader(stems);
  const hanTermOf = createHanTerms(foldHan);

  const analyseSeen = (text: string) => {
    const forms = findForms(text);
    const edges = edgesOf(forms);
    const tokens: Token[] = [];
    let previous: Piece | null = null;
    for (const piece of findPieces(text)) {
      const { kind, start, written } = piece;
      const before = previous;
      previous = piece;
      if (kind === 'han') {
        pushHan(tokens, written, start, edges, hanTermOf);
      } else if (kind === 'number') {
        pushNumber(tokens, written, start);
      } else {
        // The two stay beside the whole: the hyphen may have been one before the line ended.
        const whole = before && isCutBetween(text, before, piece);
        const joined = whole ? readWord(before.written + written) : null;
        if (before && joined) {
          const end = start + written.length;
          tokens.push({ ...joined, kind: 'word', start: before.start, end });
        }
        const word = readWord(written);
        if (!word) continue;
        const { term, surface } = word;
        tokens.push({ term, surface, kind: 'word', start, end: start + written.length });
      }
    }
    return forms.length === 0 ? tokens : mergeTokens(tokens, formTokens(forms));
  };
  const analyse = (text: string) => {
    const shown = withoutUnseen(text);
    if (shown === null) return analyseSeen(text);
    return analyseSeen(shown.seen).map((token) => ({ ...token, ...shown.placeOf(token) }));
  };
  const synonyms = createThesaurus(stems);
  const phraseSynonyms = createPhraseSynonyms(analyse, foldHan);
  return { analyse, synonyms, phraseSynonyms, foldHan };
}

/** Whether two pieces can be one word that was cut at the end of a line. */
function isCutBetween(text: string, first: Piece, second: Piece): boolean {
  const end = first.start + first.written.length;
  if (second.start - end < 2 || !'-‐'.includes(text.charAt(end))) return false;
  const isWord = first.kind === 'word' && second.kind === 'word';
  return isWord && /^.\r?\n[^\S\n]*\p{Ll}/u.test(text.slice(end, second.start + 1));
}

/** By where they begin, then by where they end; of two at one place a token of `ordered` comes first. */
function mergeTokens(ordered: readonly Token[], others: readonly Token[]): Token[] {
  const compare = (a: Token, b: Token) => a.start - b.start || a.end - b.end;
  const merged: Token[] = [];
  let place = 0;
  for (const other of others.toSorted(compare)) {
    for (let next = ordered[place]; next && compare(next, other) <= 0; next = ordered[place]) {
      merged.push(next);
      place += 1;
    }
    merged.push(other);
  }
  for (; place < ordered.length; place += 1) {
    const next = ordered[place];
    if (next) merged.push(next);
  }
  return merged;
}

/** How many words a cache holds: more than twice as many as stand in ten thousand passages. */
const MOST_WORDS = 200_000;

/** A word as it is indexed. */
type Word = Pick<Token, 'term' | 'surface'>;

/** Reads words and dotted abbreviations as they are written; null for those that are left out. */
function createWordReader(stemOf: (word: string) => string): (written: string) => Word | null {
  const cache = new Map<string, Word | null>();
  return (written) => {
    const known = cache.get(written);
    if (known !== undefined) return known;
    const word = toWord(written, stemOf);
    if (cache.size >= MOST_WORDS) cache.clear();
    cache.set(written, word);
    return word;
  };
}

function toWord(written: string, stemOf: (word: string) => string): Word | null {
  // A few letters are folded to a space and a mark; no term may hold a space.
  const surface = foldWord(written.replaceAll('.', '')).replace(/'s?$|\s+/gu, '');
  // Written small it is the pronoun; a question in small letters is raised before it is analysed.
  if (surface === '' || written === 'us' || ENGLISH_STOP_WORDS.has(surface)) return null;
  return { term: stemOf(surface), surface };
}

function pushNumber(tokens: Token[], written: string, start: number): void {
  const digits = written
    .replace(/^\p{Sc}|(?:st|nd|rd|th)$/gu, '')
    .normalize('NFKC')
    .replace(/[,٬](?=\d{3}(?!\d))/gu, '');
  tokens.push({
    term: digits,
    surface: digits,
    kind: 'number',
    start,
    end: start + written.length,
  });
}

function pushHan(
  tokens: Token[],
  run: string,
  runStart: number,
  edges: ReadonlySet<number>,
  hanTermOf: (point: number) => HanTerm,
): void {
  // The character before, unless it closes a phrase, and whether it begins its own.
  let previous: HanTerm | null = null;
  let previousStart = runStart;
  let isFirst = true;
  let start = runStart;
  const runEnd = runStart + run.length;
  while (start < runEnd) {
    const point = run.codePointAt(start - runStart) ?? 0;
    const end = start + (point > 0xffff ? 2 : 1);
    const current = hanTermOf(point);
    const joins = previous !== null && !current.isFunction && !edges.has(start);
    if (previous) {
      pushCharacter(tokens, previous.term, isFirst && !joins, previousStart, start);
      if (joins) {
        const bigram = previous.term + current.term;
        tokens.push({ term: bigram, surface: bigram, kind: 'bigram', start: previousStart, end });
      }
    }
    isFirst = !joins;
    previous = current.isFunction ? null : current;
    previousStart = start;
    start = end;
  }
  if (previous) pushCharacter(tokens, previous.term, isFirst, previousStart, runEnd);
}

function pushCharacter(
  tokens: Token[],
  term: string,
  isAlone: boolean,
  start: number,
  end: number,
): void {
  tokens.push({ term, surface: term, kind: isAlone ? 'character' : 'part', start, end });
}

/** Stemming is the dearest step of the analysis, and a text repeats its words. */
function createStemCache(): (word: string) => string {
  const irregular = createIrregularForms();
  const cache = new Map<string, string>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const spelled = unifySpelling(word);
    const stemmed = stemWord(irregular.get(spelled) ?? spelled);
    if (cache.size >= MOST_WORDS) cache.clear();
    cache.set(word, stemmed);
    return stemmed;
  };
}

/** One Chinese character as it is indexed. */
interface HanTerm {
  readonly term: string;
  /** Whether it joins phrases and is no part of one. */
  readonly isFunction: boolean;
}

/** Looks up Chinese characters by code point; each is folded once. */
function createHanTerms(foldHan: FoldCharacter): (point: number) => HanTerm {
  const terms = new Map<number, HanTerm>();
  return (point) => {
    const known = terms.get(point);
    if (known) return known;
    const term = foldHan(String.fromCodePoint(point));
    const made = { term, isFunction: CHINESE_FUNCTION_CHARACTERS.has(term) };
    terms.set(point, made);
    return made;
  };
}
