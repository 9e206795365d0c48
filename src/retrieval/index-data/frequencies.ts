import { countOf, type IndexData, partOf } from './index-data.ts';

/**
 * By term: the number of passages that hold it in their own text, a Chinese character inside a
 * longer phrase too; for a term that stands in titles only, of those under them.
 */
export function countFrequencies(data: IndexData): Uint32Array {
  const { passageTokenFrom, tokenForm, formTerm, termPostingFrom } = data;
  const frequencies = new Uint32Array(countOf(termPostingFrom));
  const lastPassage = new Uint32Array(frequencies.length);
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
  return frequencies.map((count, term) => {
    const [from, to] = partOf(termPostingFrom, term);
    return count > 0 ? count : to - from;
  });
}
