import type { FoldCharacter } from '../../language/index.ts';
import { CHINESE_FUNCTION_CHARACTERS } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import type { TermStatistics } from '../passages/term-statistics.ts';

/** A text with its typing errors corrected, and what was taken for what. */
export interface CorrectedText {
  readonly text: string;
  readonly corrections: readonly Correction[];
}

interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What is added to every frequency, so that an unknown bigram has a logarithm: it counts as a tenth of one. */
const SMOOTHING = 0.1;

/**
 * By how much an exchange must raise the sum of the logarithms of the frequencies: a little less
 * than two bigrams that stand in no passage before and in one passage after it (2 ln 11 = 4.8).
 */
const GAIN_NEEDED = 4.5;

/** The same where the index knows none of three bigrams: one that stands in a passage is enough (ln 11 = 2.4). */
const GAIN_NEEDED_AMONG_UNKNOWN = 2.3;

/**
 * Corrects neighbouring Chinese characters that were typed in the wrong order: where the index does
 * not know the bigrams that the two make with each other or with the characters beside them, and
 * those that they make when they are exchanged are much more frequent. The sum of the logarithms is
 * that of a noisy channel (Kernighan, Church and Gale, "A Spelling Correction Program Based on a
 * Noisy Channel Model", 1990) with bigrams taken as independent.
 *
 * @param kept stretches of the text that are no typing errors, however rare.
 */
export async function correctTransposition(
  text: string,
  fold: FoldCharacter,
  statistics: Pick<TermStatistics, 'documentFrequencies'>,
  kept: readonly Range[] = [],
): Promise<CorrectedText> {
  const seen = kept.reduce(
    (blanked, { start, end }) =>
      blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end),
    text,
  );
  const runs = [...seen.matchAll(/\p{sc=Han}{2,}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    characters: Array.from(match[0]),
  }));
  const bigrams = new Set(runs.flatMap(({ characters }) => nearbyBigrams(characters.map(fold))));
  if (bigrams.size === 0) return { text, corrections: [] };
  const frequencies = await statistics.documentFrequencies([...bigrams]);
  const frequencyOf = (bigram: string) => frequencies.get(bigram) ?? 0;

  const corrections: Correction[] = [];
  let correctedText = '';
  let end = 0;
  for (const run of runs) {
    const characters = correctRun(run.characters, fold, frequencyOf, corrections);
    correctedText += text.slice(end, run.start) + characters.join('');
    end = run.end;
  }
  return { text: correctedText + text.slice(end), corrections };
}

/** A shorter phrase with two characters exchanged can be what was meant. */
const SHORTEST_REPAIRED_PHRASE = 3;

/** Every way of exchanging is looked for in every article, so that a long phrase costs too much. */
const LONGEST_REPAIRED_PHRASE = 16;

/**
 * A phrase with two neighbouring Chinese characters exchanged, in all ways; none for a phrase of
 * fewer than 3 characters or more than 16.
 */
export function exchangesOf(phrase: string): string[] {
  const characters = Array.from(phrase);
  if (characters.length < SHORTEST_REPAIRED_PHRASE) return [];
  if (characters.length > LONGEST_REPAIRED_PHRASE) return [];
  return characters.flatMap((first, at) => {
    const second = characters[at + 1];
    if (second === undefined || first === second) return [];
    if (!/^\p{sc=Han}{2}$/u.test(first + second)) return [];
    return [
      characters
        .with(at, second)
        .with(at + 1, first)
        .join(''),
    ];
  });
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

function correctRun(
  written: readonly string[],
  fold: FoldCharacter,
  frequencyOf: (bigram: string) => number,
  corrections: Correction[],
): string[] {
  const run = [...written];
  const folded = run.map(fold);
  for (;;) {
    const at = bestExchange(folded, frequencyOf);
    if (at === null) return run;
    const from = Math.max(0, at - 1);
    const before = run.slice(from, at + 3).join('');
    run.splice(at, 2, run[at + 1] ?? '', run[at] ?? '');
    folded.splice(at, 2, folded[at + 1] ?? '', folded[at] ?? '');
    corrections.push({ from: before, to: run.slice(from, at + 3).join('') });
  }
}

/** Where the two characters stand whose exchange gains most, or null. */
function bestExchange(
  run: readonly string[],
  frequencyOf: (bigram: string) => number,
): number | null {
  // Where a function character makes the bigrams fewer, the missing ones count as unknown.
  const likelihood = (bigrams: readonly string[], count: number) =>
    bigrams.reduce(
      (sum, bigram) => sum + Math.log(frequencyOf(bigram) + SMOOTHING),
      (count - bigrams.length) * Math.log(SMOOTHING),
    );
  let best: { at: number; gain: number } | null = null;
  for (let at = 0; at + 1 < run.length; at += 1) {
    const [first = '', second = ''] = run.slice(at, at + 2);
    const left = run.slice(Math.max(0, at - 1), at);
    const right = run.slice(at + 2, at + 3);
    const before = bigramsOf([...left, first, second, ...right]);
    const after = bigramsOf([...left, second, first, ...right]);
    const unknown = before.filter((bigram) => frequencyOf(bigram) === 0);
    // The two may make a known bigram by chance, but not with both of their neighbours unknown.
    if (!unknown.includes(first + second) && unknown.length < 2) continue;
    const count = left.length + right.length + 1;
    const gain = likelihood(after, count) - likelihood(before, count);
    const needed = unknown.length === 3 ? GAIN_NEEDED_AMONG_UNKNOWN : GAIN_NEEDED;
    if (gain > Math.max(needed, best?.gain ?? 0)) best = { at, gain };
  }
  return best?.at ?? null;
}
