import { createHanFolding, type FoldCharacter, foldWord } from './folding.ts';
import { createIrregularForms } from './irregular-forms.ts';
import { edgesOf, findNormalForms, formTokens } from './normal-forms.ts';
import { createPhraseSynonyms, type FindPhraseSynonyms } from './phrase-synonyms.ts';
import { unifySpelling } from './spelling-variants.ts';
import { stemWord } from './stem.ts';
import { CHINESE_FUNCTION_CHARACTERS, ENGLISH_STOP_WORDS } from './stop-words.ts';
import { createThesaurus, type Synonyms } from './thesaurus.ts';
import type { Token } from './token.ts';

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

// Han before letters, because a Han character is a letter too; dotted abbreviations before words.
const TOKEN_PATTERN =
  /(?<han>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+)|(?<number>\p{Sc}?\p{Nd}+(?:[.,٬][\p{Nd}]+)*(?:(?:st|nd|rd|th)(?![\p{L}\p{Nd}]))?)|(?<dotted>(?:[A-Za-z]\.){2,})|(?<word>[[\p{L}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+(?:['’ʼ][[\p{L}\p{M}]--[\p{sc=Han}]]+)*)/gv;

/**
 * An analyser with tables and a cache of stems of its own. English words are folded and stemmed,
 * stop words left out; Chinese gives characters and bigrams, traditional folded to simplified;
 * numbers are kept whole, without thousands separators. Dates, amounts and some names have a form
 * beside them that is the same in every way of writing.
 */
export function createAnalyser(): Analyser {
  const foldHan = createHanFolding();
  const stems = createStemCache();

  const analyse = (text: string) => {
    const forms = findNormalForms(text, stems);
    const edges = edgesOf(forms);
    const tokens: Token[] = [];
    for (const match of text.matchAll(TOKEN_PATTERN)) {
      const { han, number, dotted, word } = match.groups ?? {};
      const start = match.index;
      if (han !== undefined) pushHan(tokens, han, start, edges, foldHan);
      else if (number !== undefined) pushNumber(tokens, number, start);
      else if (dotted !== undefined)
        pushWord(tokens, dotted, dotted.replaceAll('.', ''), start, stems);
      else if (word !== undefined) pushWord(tokens, word, word, start, stems);
    }
    if (forms.length === 0) return tokens;
    return [...tokens, ...formTokens(forms)].toSorted((a, b) => a.start - b.start || a.end - b.end);
  };
  const synonyms = createThesaurus(stems);
  const phraseSynonyms = createPhraseSynonyms(analyse, foldHan);
  return { analyse, synonyms, phraseSynonyms, foldHan };
}

function pushWord(
  tokens: Token[],
  written: string,
  word: string,
  start: number,
  stemOf: (word: string) => string,
): void {
  // A few letters are folded to a space and a mark; no term may hold a space.
  const surface = foldWord(word).replace(/'s?$|\s+/gu, '');
  // Written small it is the pronoun; a question in small letters is raised before it is analysed.
  if (surface === '' || written === 'us' || ENGLISH_STOP_WORDS.has(surface)) return;
  tokens.push({
    term: stemOf(surface),
    surface,
    kind: 'word',
    start,
    end: start + written.length,
  });
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
  fold: (character: string) => string,
): void {
  let phrase: { folded: string; start: number; end: number }[] = [];
  let start = runStart;
  for (const character of run) {
    const end = start + character.length;
    const folded = fold(character);
    const isFunction = CHINESE_FUNCTION_CHARACTERS.has(folded);
    if (isFunction || edges.has(start)) {
      pushPhrase(tokens, phrase);
      phrase = [];
    }
    if (!isFunction) phrase.push({ folded, start, end });
    start = end;
  }
  pushPhrase(tokens, phrase);
}

/** The characters between two function characters or edges. */
function pushPhrase(
  tokens: Token[],
  phrase: readonly { folded: string; start: number; end: number }[],
): void {
  const kind = phrase.length === 1 ? 'character' : 'part';
  for (const [index, { folded, start, end }] of phrase.entries()) {
    const next = phrase[index + 1];
    tokens.push({ term: folded, surface: folded, kind, start, end });
    if (next) {
      const bigram = folded + next.folded;
      tokens.push({ term: bigram, surface: bigram, kind: 'bigram', start, end: next.end });
    }
  }
}

/** Stemming is the dearest step of the analysis, and a text repeats its words. */
function createStemCache(maxEntries = 50_000): (word: string) => string {
  const irregular = createIrregularForms();
  const cache = new Map<string, string>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const spelled = unifySpelling(word);
    const stemmed = stemWord(irregular.get(spelled) ?? spelled);
    if (cache.size >= maxEntries) cache.clear();
    cache.set(word, stemmed);
    return stemmed;
  };
}
