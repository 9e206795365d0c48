import type { Article } from '../../corpus/index.ts';
import { type Alignment, align } from './alignment.ts';
import type { Hit, PhraseIndex } from './phrase-index.ts';

/** So many stretches of the articles are laid beside a text, and one where both are long. */
const STRETCHES = 3;
const LONG_TEXT = 800;

/** The stretch of an article that a text is most like. */
export interface Nearest {
  readonly article: Article;
  /** Offsets into the units of the article. */
  readonly alignment: Alignment;
}

/** The passages that a text can be made of with the fewest changes, the nearest first. */
export function nearestPassages(numbers: Uint32Array, index: PhraseIndex): readonly Nearest[] {
  const slack = 4 + Math.ceil(numbers.length / 8);
  const most = numbers.length > LONG_TEXT ? 1 : STRETCHES;
  return bestStretches(index.hits(numbers), slack, most)
    .map(({ diagonal, position }): Nearest => {
      const { article, first } = index.articleAt(position);
      const start = Math.max(first, diagonal - slack);
      const stretch = index.numbersAt(start, diagonal + numbers.length + 2 * slack);
      const end = stretch.indexOf(0);
      const alignment = align(numbers, end === -1 ? stretch : stretch.subarray(0, end));
      return { article, alignment: moved(alignment, start - first) };
    })
    .toSorted((one, other) => one.alignment.cost - other.alignment.cost);
}

function moved({ start, end, changes, ...rest }: Alignment, by: number): Alignment {
  return {
    ...rest,
    start: start + by,
    end: end + by,
    changes: changes.map((change) => ({
      ...change,
      articleStart: change.articleStart + by,
      articleEnd: change.articleEnd + by,
    })),
  };
}

/** Where a text may begin, and a position that is in it. */
interface Stretch {
  readonly diagonal: number;
  readonly position: number;
}

/**
 * Where a text may stand, by the number of its units that are there in about their order: on diagonals
 * near each other, as in the search for similar sequences (Wilbur and Lipman, 1983). Best first.
 */
function bestStretches(hits: readonly Hit[], slack: number, most: number): readonly Stretch[] {
  const diagonalOf = ({ position, offset }: Hit) => position - offset;
  const sorted = hits.toSorted((one, other) => diagonalOf(one) - diagonalOf(other));
  const counts = new Map<number, number>();
  let to = 0;
  const scored = sorted.map((hit, from) => {
    const diagonal = diagonalOf(hit);
    for (let next = sorted[to]; next && diagonalOf(next) <= diagonal + slack; next = sorted[to]) {
      counts.set(next.offset, (counts.get(next.offset) ?? 0) + 1);
      to += 1;
    }
    const score = counts.size;
    const left = (counts.get(hit.offset) ?? 0) - 1;
    if (left > 0) counts.set(hit.offset, left);
    else counts.delete(hit.offset);
    // One in the middle: those at the edges may be of the articles beside it.
    const { position } = sorted[Math.floor((from + to - 1) / 2)] ?? hit;
    return { diagonal, position, score };
  });
  const chosen: Stretch[] = [];
  for (const stretch of scored.toSorted((one, other) => other.score - one.score)) {
    if (chosen.length === most) break;
    const isNew = chosen.every(({ diagonal }) => Math.abs(diagonal - stretch.diagonal) > slack);
    if (isNew) chosen.push(stretch);
  }
  return chosen;
}
