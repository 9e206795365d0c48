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

/** The passage that a text can be made of with the fewest changes; null where none has two of its words. */
export function nearestPassage(numbers: Uint32Array, index: PhraseIndex): Nearest | null {
  const slack = 4 + Math.ceil(numbers.length / 8);
  const stretches = bestStretches(index.hits(numbers), numbers.length, slack);
  let best: Nearest | null = null;
  for (const { from, to, at } of stretches.slice(0, numbers.length > LONG_TEXT ? 1 : STRETCHES)) {
    const { article, first } = index.articleAt(at);
    const start = Math.max(first, from);
    const stretch = index.numbersAt(start, to);
    const end = stretch.indexOf(0);
    const alignment = align(numbers, end === -1 ? stretch : stretch.subarray(0, end));
    if (best && best.alignment.cost <= alignment.cost) continue;
    best = { article, alignment: moved(alignment, start - first) };
  }
  return best;
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

/** Where a text may stand, by the number of its units that are near each other there; best first. */
function bestStretches(hits: readonly Hit[], length: number, slack: number) {
  const sorted = hits.toSorted((one, other) => one.position - other.position);
  const counts = new Map<number, number>();
  let to = 0;
  const stretches = sorted.map((hit) => {
    for (; (sorted[to]?.position ?? Infinity) <= hit.position + length + slack; to += 1) {
      const { offset } = sorted[to] ?? hit;
      counts.set(offset, (counts.get(offset) ?? 0) + 1);
    }
    const stretch = { hit, score: counts.size };
    const left = (counts.get(hit.offset) ?? 0) - 1;
    if (left > 0) counts.set(hit.offset, left);
    else counts.delete(hit.offset);
    return stretch;
  });
  const chosen: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  for (const { hit } of stretches.toSorted((one, other) => other.score - one.score)) {
    const from = hit.position - hit.offset - slack;
    if (chosen.length === STRETCHES) break;
    if (chosen.some((each) => Math.abs(each.from - from) <= slack)) continue;
    chosen.push({ from, to: from + length + 3 * slack, at: hit.position });
  }
  return chosen;
}
