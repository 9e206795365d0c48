/** Where units of a text and of an article differ: from one offset to another on both sides. */
export interface Change {
  readonly articleStart: number;
  readonly articleEnd: number;
  readonly textStart: number;
  readonly textEnd: number;
}

/** How a text stands in a stretch of an article. */
export interface Alignment {
  /** The part of the stretch that it stands in, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** How many units of the text are there. */
  readonly matchCount: number;
  /** Less for fewer changes, and of as many for more matches. */
  readonly cost: number;
  readonly changes: readonly Change[];
}

const SAME_OR_CHANGED = 0;
const ADDED = 1;
const LEFT_OUT = 2;

/** A change weighs more than all matches together: of as many changes those with more matches are taken. */
const CHANGE = 2 ** 16;

/**
 * Lays a text beside the part of a stretch that it can be made of with the fewest changes: the
 * pattern matching of Sellers, "The theory and computation of evolutionary distances" (1980), which
 * is the edit distance with free ends in the stretch. Takes text × stretch steps and bytes.
 */
export function align(text: Uint32Array, stretch: Uint32Array): Alignment {
  const width = stretch.length + 1;
  const steps = new Uint8Array((text.length + 1) * width);
  let above = new Float64Array(width);
  for (let row = 1; row <= text.length; row += 1) {
    const costs = new Float64Array(width);
    costs[0] = row * CHANGE;
    steps[row * width] = ADDED;
    for (let column = 1; column < width; column += 1) {
      const isSame = text[row - 1] === stretch[column - 1];
      let cost = (above[column - 1] ?? 0) + (isSame ? -1 : CHANGE);
      let step = SAME_OR_CHANGED;
      const added = (above[column] ?? 0) + CHANGE;
      if (added < cost) [cost, step] = [added, ADDED];
      const leftOut = (costs[column - 1] ?? 0) + CHANGE;
      if (leftOut < cost) [cost, step] = [leftOut, LEFT_OUT];
      costs[column] = cost;
      steps[row * width + column] = step;
    }
    above = costs;
  }
  let end = 0;
  for (let column = 1; column < width; column += 1) {
    // The last of equal ones: a word at the end is exchanged rather than added.
    if ((above[column] ?? 0) <= (above[end] ?? 0)) end = column;
  }
  return { ...traceBack(text, stretch, steps, end), end, cost: above[end] ?? 0 };
}

function traceBack(text: Uint32Array, stretch: Uint32Array, steps: Uint8Array, end: number) {
  const width = stretch.length + 1;
  const changes: Change[] = [];
  let matchCount = 0;
  let [row, column] = [text.length, end];
  while (row > 0) {
    const [textEnd, articleEnd] = [row, column];
    while (row > 0 && !(isMatch(row, column) && steps[row * width + column] === SAME_OR_CHANGED)) {
      const step = steps[row * width + column];
      if (step !== LEFT_OUT) row -= 1;
      if (step !== ADDED) column -= 1;
    }
    if (row < textEnd || column < articleEnd) {
      changes.unshift({ articleStart: column, articleEnd, textStart: row, textEnd });
    }
    while (row > 0 && isMatch(row, column) && steps[row * width + column] === SAME_OR_CHANGED) {
      [row, column] = [row - 1, column - 1];
      matchCount += 1;
    }
  }
  return { start: column, matchCount, changes };

  function isMatch(atRow: number, atColumn: number): boolean {
    return atColumn > 0 && text[atRow - 1] === stretch[atColumn - 1];
  }
}
