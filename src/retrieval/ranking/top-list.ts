/** Keeps the `limit` items of highest value among those added. */
export interface TopList<Item> {
  add(item: Item): void;
  /** Whether {@link add} would keep an item of this value now. */
  wouldKeep(value: number): boolean;
  /** Highest first; items of equal value in the order of `orderOf`. */
  sorted(): Item[];
}

interface Entry<Item> {
  readonly item: Item;
  readonly value: number;
  readonly order: number;
}

/**
 * A bounded binary heap with the worst item on top, so that adding n items costs n log(limit) at
 * most and most of them one comparison.
 *
 * @param orderOf what decides between items of equal value: the lowest goes first. The order in which
 *   they were added when left out.
 */
export function createTopList<Item>(
  limit: number,
  valueOf: (item: Item) => number,
  orderOf?: (item: Item) => number,
): TopList<Item> {
  const heap: Entry<Item>[] = [];
  let added = 0;

  const worse = (a: Entry<Item>, b: Entry<Item>) =>
    a.value < b.value || (a.value === b.value && a.order > b.order);

  const siftDown = (entry: Entry<Item>) => {
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      if (!left) break;
      const useRight = right !== undefined && worse(right, left);
      const child = useRight ? right : left;
      if (!worse(child, entry)) break;
      heap[index] = child;
      index = 2 * index + (useRight ? 2 : 1);
    }
    heap[index] = entry;
  };

  const siftUp = (entry: Entry<Item>) => {
    let index = heap.length;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = heap[parentIndex];
      if (!parent || !worse(entry, parent)) break;
      heap[index] = parent;
      index = parentIndex;
    }
    heap[index] = entry;
  };

  return {
    wouldKeep: (value) => heap.length < limit || value > (heap[0]?.value ?? value),
    add(item) {
      const entry = { item, value: valueOf(item), order: orderOf?.(item) ?? added };
      added += 1;
      const worst = heap[0];
      if (heap.length < limit) siftUp(entry);
      else if (worst && worse(worst, entry)) siftDown(entry);
    },
    sorted: () => heap.toSorted((a, b) => (worse(a, b) ? 1 : -1)).map(({ item }) => item),
  };
}
