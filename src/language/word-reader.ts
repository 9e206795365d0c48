import type { Article } from '../corpus/index.ts';
import { createAnalyser } from './analyser.ts';
import type { Token } from './token.ts';
import { type ChineseWord, createChineseWordReader } from './translation/chinese-words.ts';
import type { DictionaryLoader } from './translation/dictionary.ts';
import { createLexicon } from './translation/lexicon.ts';
import { createNameMiner, createTransliterationFinder } from './translation/names.ts';

/** Reads texts of both languages into words that can be compared. */
export interface WordReader {
  /** The tokens of a text, as they are indexed. */
  readonly analyse: (text: string) => Token[];
  /** The words of its Chinese runs, with their translations. */
  readonly chineseWords: (text: string) => ChineseWord[];
  /** The terms that newspapers exchange for one; `words` tell "turn down" from "turn". */
  readonly synonyms: (term: string, words?: string) => readonly string[];
}

/** A text to be read, with the article that it stands in. */
export interface ReadText {
  readonly article: Pick<Article, 'title' | 'text'>;
  readonly text: string;
}

const HAN = /\p{sc=Han}/u;

/**
 * Names as English writes them, in the middle of a sentence: a capital at its beginning says nothing.
 */
const NAMES =
  /(?<=[\p{Ll}\d,;:'’"”] ["“‘]?)\p{Lu}[\p{sc=Latin}\p{M}'’-]+(?: \p{Lu}[\p{sc=Latin}\p{M}'’-]+){0,2}/gu;

/**
 * A {@link WordReader} that knows the names in both languages which the articles give, and those
 * that texts of one language write by their sound in the other. The dictionary is loaded only for
 * texts with Chinese in them.
 *
 * @param yieldIfDue is awaited between the texts.
 */
export async function createWordReader(
  texts: readonly ReadText[],
  loadDictionary: DictionaryLoader,
  yieldIfDue: () => Promise<void>,
): Promise<WordReader> {
  const analyser = createAnalyser();
  const { analyse } = analyser;
  const synonyms = (term: string, words = '') => analyser.synonyms(term, words);
  const chinese = texts.filter(({ text }) => HAN.test(text));
  if (chinese.length === 0) return { analyse, synonyms, chineseWords: () => [] };

  const dictionary = await loadDictionary();
  const miner = createNameMiner();
  for (const article of new Set(texts.map((each) => each.article))) {
    miner.read(article);
    await yieldIfDue();
  }
  const finder = createTransliterationFinder(dictionary);
  for (const name of await namesIn(texts, yieldIfDue)) finder.learn(name);
  const pairs = new Map<string, { chinese: string; english: string }>();
  for (const { text } of chinese) {
    for (const pair of finder.find(text)) pairs.set(`${pair.chinese} ${pair.english}`, pair);
    await yieldIfDue();
  }
  const names = [...miner.pairs(), ...pairs.values()];
  const lexicon = createLexicon({ dictionary, names, analyse });
  return { analyse, synonyms, chineseWords: createChineseWordReader(lexicon) };
}

async function namesIn(
  texts: readonly ReadText[],
  yieldIfDue: () => Promise<void>,
): Promise<Set<string>> {
  const names = new Set<string>();
  for (const { text } of texts) {
    for (const [written] of text.matchAll(NAMES)) {
      const words = written.split(' ').map((word) => word.replace(/['’]s?$/u, ''));
      for (const [index, word] of words.entries()) {
        names.add(word);
        const next = words[index + 1];
        if (next !== undefined) names.add(`${word} ${next}`);
      }
    }
    await yieldIfDue();
  }
  return names;
}
