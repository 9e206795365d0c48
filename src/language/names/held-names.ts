import type { Article } from '../../corpus/index.ts';
import { createYielder } from '../../shared/yield.ts';
import { plainLetters, SHORTEST_LATIN_NAME, spellingKeys } from './latin-spelling.ts';

/** A capitalised word of the articles. */
export interface HeldName {
  readonly written: string;
  /** See {@link plainLetters}. */
  readonly letters: string;
  readonly count: number;
}

/** The names of the articles. */
export interface HeldNames {
  /** The Latin ones that share a key with some letters; see {@link spellingKeys}. */
  spelledLike(letters: string): readonly HeldName[];
}

const CAPITALISED = /\p{Lu}[\p{sc=Latin}\p{M}'’-]{2,30}/gu;

/** What stands before a word that would not be capitalised for its place. */
const INSIDE_A_SENTENCE = /[\p{L}\p{M}\p{N},;)’'] ?[("“‘]?$/u;

/** Collects what may be a name: words that are capitalised inside a sentence. Gives way to other work. */
export async function collectNames(articles: Iterable<Pick<Article, 'text'>>): Promise<HeldNames> {
  const names = new Map<string, { written: string; count: number }>();
  const yieldIfDue = createYielder();
  for (const { text } of articles) {
    for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
      if (!INSIDE_A_SENTENCE.test(text.slice(Math.max(0, index - 3), index))) continue;
      for (const written of partsOf(word)) {
        const name = names.get(written);
        if (name) name.count += 1;
        else names.set(written, { written, count: 1 });
      }
    }
    await yieldIfDue();
  }
  const byKey = new Map<string, HeldName[]>();
  for (const name of names.values()) {
    const letters = plainLetters(name.written);
    if (letters.length < SHORTEST_LATIN_NAME) continue;
    for (const key of spellingKeys(letters)) {
      const same = byKey.get(key);
      if (same) same.push({ ...name, letters });
      else byKey.set(key, [{ ...name, letters }]);
    }
    await yieldIfDue();
  }
  return {
    spelledLike: (letters) => [
      ...new Set(spellingKeys(letters).flatMap((key) => byKey.get(key) ?? [])),
    ],
  };
}

/** A word without its possessive, and what its hyphens join. */
function partsOf(word: string): string[] {
  const name = word.replace(/['’]s?$/u, '').replace(/-+$/u, '');
  return name.includes('-')
    ? [name, ...name.split('-').filter((part) => /^\p{Lu}/u.test(part))]
    : [name];
}
