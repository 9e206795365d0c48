import { distance } from 'fastest-levenshtein';

/** A word of the index, as it is looked up and as it is written. */
export interface KnownWord {
  readonly term: string;
  readonly surface: string;
}

/** Shorter words are near to too many others, in UTF-16 units. */
const SHORTEST_REPAIRED = 5;

/** From this length on two errors are corrected, in UTF-16 units. */
const LONG_WORD = 9;

/**
 * Looks for the word that was meant by one that the index does not know: the same first letter, one
 * edit away (two for a long word), where two neighbouring letters exchanged count as one edit. Of
 * several, the nearest and then the most frequent.
 */
export function createSpeller(
  vocabulary: Iterable<KnownWord & { readonly frequency: number }>,
): (surface: string) => KnownWord | null {
  const byLetter = new Map<string, (KnownWord & { readonly frequency: number })[]>();
  for (const word of vocabulary) {
    if (word.surface.length < SHORTEST_REPAIRED - 1) continue;
    const letter = word.surface.charAt(0);
    const words = byLetter.get(letter);
    if (words) words.push(word);
    else byLetter.set(letter, [word]);
  }

  return (surface) => {
    if (surface.length < SHORTEST_REPAIRED) return null;
    const allowed = surface.length >= LONG_WORD ? 2 : 1;
    let best: { word: KnownWord; edits: number; frequency: number } | null = null;
    for (const word of byLetter.get(surface.charAt(0)) ?? []) {
      if (Math.abs(word.surface.length - surface.length) > allowed) continue;
      const edits = editsBetween(surface, word.surface);
      if (edits > allowed) continue;
      const { frequency } = word;
      if (!best || edits < best.edits || (edits === best.edits && frequency > best.frequency)) {
        best = { word: { term: word.term, surface: word.surface }, edits, frequency };
      }
    }
    return best?.word ?? null;
  };
}

/** Levenshtein's distance, but 1 where two neighbouring letters are exchanged. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && isExchange(a, b) ? 1 : edits;
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
