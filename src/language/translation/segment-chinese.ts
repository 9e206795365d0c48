/** A piece of a run of characters; offsets count characters. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** What segments may be. */
export interface ChineseWords {
  readonly isWord: (word: string) => boolean;
  /** Whether a word says nothing of what a question is about. */
  readonly isEmpty: (word: string) => boolean;
}

/** No word of the dictionary that matters in a question is longer, in characters. */
const LONGEST_WORD = 10;

/** A character that is no word costs more than two words. */
const UNKNOWN_COST = 2.5;

/** Words of one character are words of last resort. */
const SINGLE_COST = 1.3;

/** A function word of one character is most often one: "拒绝了" is not "拒 绝了". */
const EMPTY_SINGLE_COST = 0.5;

/**
 * Cuts a run of characters into as few words as possible, and the longest among equals. What is in no
 * word is cut into characters.
 */
export function segmentChinese(characters: readonly string[], words: ChineseWords): Segment[] {
  const cost: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    let best = Number.POSITIVE_INFINITY;
    let bestStart = end - 1;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const length = end - start;
      const word = characters.slice(start, end).join('');
      const own = costOf(word, length, words);
      if (own === null) continue;
      // Squares are largest for one long word beside a short one.
      const total = (cost[start] ?? 0) + own - length * length * 0.001;
      if (total < best) {
        best = total;
        bestStart = start;
      }
    }
    cost.push(best);
    from.push(bestStart);
  }
  const segments: Segment[] = [];
  for (let end = characters.length; end > 0; end = from[end] ?? 0) {
    segments.push({ start: from[end] ?? 0, end });
  }
  return segments.toReversed();
}

function costOf(word: string, length: number, { isWord, isEmpty }: ChineseWords): number | null {
  if (length > 1) return isWord(word) || isEmpty(word) ? 1 : null;
  if (isEmpty(word)) return EMPTY_SINGLE_COST;
  return isWord(word) ? SINGLE_COST : UNKNOWN_COST;
}
