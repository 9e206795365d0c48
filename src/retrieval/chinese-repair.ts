import type { FoldCharacter } from './analysis/folding.ts';
import { CHINESE_FUNCTION_CHARACTERS } from './analysis/stop-words.ts';
import type { PassageIndex } from './passage-index.ts';

/** A text with its typing errors mended, and what was taken for what. */
export interface Repair {
  readonly text: string;
  readonly corrections: readonly Correction[];
}

interface Correction {
  readonly from: string;
  readonly to: string;
}

/**
 * By how much an exchange must lower the number of unknown bigrams. One alone is chance, but where
 * every bigram around it was unknown and every one is known afterwards.
 */
const GAIN_NEEDED = 2;

/**
 * Mends neighbouring Chinese characters that were typed in the wrong order: where the index does
 * not know the bigrams that the two make with each other and with the characters beside them, and
 * knows those that they make when they are exchanged.
 */
export async function repairChinese(
  text: string,
  fold: FoldCharacter,
  index: Pick<PassageIndex, 'documentFrequencies'>,
): Promise<Repair> {
  const runs = [...text.matchAll(/\p{sc=Han}{2,}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    characters: Array.from(match[0]),
  }));
  const bigrams = new Set(runs.flatMap(({ characters }) => nearbyBigrams(characters.map(fold))));
  if (bigrams.size === 0) return { text, corrections: [] };
  const frequencies = await index.documentFrequencies([...bigrams]);
  const isKnown = (bigram: string) => (frequencies.get(bigram) ?? 0) > 0;

  const corrections: Correction[] = [];
  let repaired = '';
  let end = 0;
  for (const run of runs) {
    const characters = repairRun(run.characters, fold, isKnown, corrections);
    repaired += text.slice(end, run.start) + characters.join('');
    end = run.end;
  }
  return { text: repaired + text.slice(end), corrections };
}

/** Every bigram that stands in a run or that one exchange in it makes. */
function nearbyBigrams(run: readonly string[]): string[] {
  return run.flatMap((_, at) => [
    ...bigramsOf(run.slice(at, at + 2)),
    ...bigramsOf(run.slice(at, at + 2).toReversed()),
    ...bigramsOf([run[at] ?? '', run[at + 2] ?? '']),
  ]);
}

/** The bigrams of a stretch, as they are analysed: none reaches over a function character. */
function bigramsOf(stretch: readonly string[]): string[] {
  return stretch.flatMap((character, at) => {
    const next = stretch[at + 1];
    if (!character || !next) return [];
    const hasFunction =
      CHINESE_FUNCTION_CHARACTERS.has(character) || CHINESE_FUNCTION_CHARACTERS.has(next);
    return hasFunction ? [] : [character + next];
  });
}

function repairRun(
  written: readonly string[],
  fold: FoldCharacter,
  isKnown: (bigram: string) => boolean,
  corrections: Correction[],
): string[] {
  const run = [...written];
  const folded = run.map(fold);
  for (;;) {
    const at = bestExchange(folded, isKnown);
    if (at === null) return run;
    const from = Math.max(0, at - 1);
    const before = run.slice(from, at + 3).join('');
    run.splice(at, 2, run[at + 1] ?? '', run[at] ?? '');
    folded.splice(at, 2, folded[at + 1] ?? '', folded[at] ?? '');
    corrections.push({ from: before, to: run.slice(from, at + 3).join('') });
  }
}

/** Where the two characters stand whose exchange makes most bigrams known, or null. */
function bestExchange(run: readonly string[], isKnown: (bigram: string) => boolean): number | null {
  let best: { at: number; gain: number } | null = null;
  for (let at = 0; at + 1 < run.length; at += 1) {
    const [left, first = '', second = '', right] = [run[at - 1], run[at], run[at + 1], run[at + 2]];
    const around = (middle: readonly string[]) =>
      bigramsOf([...(left ? [left] : []), ...middle, ...(right ? [right] : [])]);
    const before = around([first, second]);
    const after = around([second, first]);
    if (first === second || isKnown(first + second) || !isKnown(second + first)) continue;
    const unknownBefore = before.filter((bigram) => !isKnown(bigram)).length;
    const unknownAfter = after.filter((bigram) => !isKnown(bigram)).length;
    const gain = unknownBefore - unknownAfter;
    const isWhole = unknownBefore === before.length && unknownAfter === 0;
    if (gain < (isWhole ? 1 : GAIN_NEEDED)) continue;
    if (!best || gain > best.gain) best = { at, gain };
  }
  return best?.at ?? null;
}
