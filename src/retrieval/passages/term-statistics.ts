import { kindAt } from '../index-data/form-table.ts';
import { countOf, partOf, type TokenData } from '../index-data/index-data.ts';
import type { StringNumbers } from '../index-data/string-numbers.ts';
import { createSpeller, type KnownWord } from '../query/spelling.ts';

/**
 * What is known of the terms of all passages, beside any search engine. Asynchronous and in bulk, so
 * that it may live in another thread or in a database.
 */
export interface TermStatistics {
  readonly passageCount: number;
  /**
   * In how many passages each term occurs, a Chinese character inside a longer phrase too; for a term
   * that stands in titles only, under how many. 0 for one that is not known.
   */
  documentFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** For a word that no passage holds: the one that was probably meant, or null. */
  nearest(surface: string): Promise<KnownWord | null>;
}

/** {@link TermStatistics} in memory. */
export function createTermStatistics(
  data: TokenData,
  numbers: Pick<StringNumbers, 'get'>,
): TermStatistics {
  const frequencies = countFrequencies(data);
  let speller: ReturnType<typeof createSpeller> | undefined;

  function frequencyOf(term: string): number {
    const number = numbers.get(term);
    return number === undefined ? 0 : (frequencies[number] ?? 0);
  }

  return {
    passageCount: countOf(data.passageTokenFrom),
    documentFrequencies: async (terms) => new Map(terms.map((term) => [term, frequencyOf(term)])),
    nearest: async (surface) => {
      speller ??= createSpeller(knownWords(data, frequencies));
      return speller(surface);
    },
  };
}

function countFrequencies(data: TokenData): Uint32Array {
  const { passageTokenFrom, tokenForm, formTerm, terms } = data;
  const frequencies = new Uint32Array(terms.length);
  const lastPassage = new Uint32Array(terms.length);
  for (let passage = 0; passage < countOf(passageTokenFrom); passage += 1) {
    const [from, to] = partOf(passageTokenFrom, passage);
    for (let token = from; token < to; token += 1) {
      const term = formTerm[tokenForm[token] ?? 0] ?? 0;
      // Counted from 1, because 0 stands for none yet.
      if (lastPassage[term] === passage + 1) continue;
      lastPassage[term] = passage + 1;
      frequencies[term] = (frequencies[term] ?? 0) + 1;
    }
  }
  const underTitles = countUnderTitles(data);
  return frequencies.map((count, term) => (count > 0 ? count : (underTitles[term] ?? 0)));
}

/** By term: the number of passages under titles that hold it. */
function countUnderTitles(data: TokenData): Uint32Array {
  const counts = new Uint32Array(data.terms.length);
  for (let article = 0; article < countOf(data.articleTitleFrom); article += 1) {
    const [first, end] = partOf(data.articlePassageFrom, article);
    const [from, to] = partOf(data.articleTitleFrom, article);
    const terms = new Set<number>();
    for (let place = from; place < to; place += 1) {
      const form = data.titleForms[place] ?? 0;
      if (kindAt(data.formKind[form] ?? 0) !== 'part') terms.add(data.formTerm[form] ?? 0);
    }
    for (const term of terms) counts[term] = (counts[term] ?? 0) + end - first;
  }
  return counts;
}

/** The words of an alphabet that the passages hold, in every form in which they are written. */
function knownWords(
  { formSurfaces, formTerm, formKind, terms }: TokenData,
  frequencies: Uint32Array,
): (KnownWord & { readonly frequency: number })[] {
  return formSurfaces.flatMap((surface, form) => {
    if (kindAt(formKind[form] ?? 0) !== 'word') return [];
    const number = formTerm[form] ?? 0;
    return [{ term: terms[number] ?? '', surface, frequency: frequencies[number] ?? 0 }];
  });
}
