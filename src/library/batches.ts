import type { Article } from '../corpus/index.ts';
import type { ReadingItem } from './worker-messages.ts';

/**
 * How much goes into one message, in UTF-16 units of text: copying it takes about 1 ms. A longer
 * article is a message of its own.
 */
const BATCH_WEIGHT = 250_000;

/** What an item weighs besides its text. */
const ITEM_WEIGHT = 500;

/** What an article weighs in a message. */
export function weightOfArticle({ text }: Article): number {
  return ITEM_WEIGHT + text.length;
}

/** What a piece of a reading weighs in a message. */
export function weightOfItem(item: ReadingItem): number {
  return item.kind === 'article' ? weightOfArticle(item.article) : ITEM_WEIGHT;
}

/** Cuts a list into messages. */
export function* inBatches<Item>(
  items: Iterable<Item>,
  weightOf: (item: Item) => number,
): Generator<readonly Item[]> {
  let batch: Item[] = [];
  let weight = 0;
  for (const item of items) {
    const more = weightOf(item);
    if (batch.length > 0 && weight + more > BATCH_WEIGHT) {
      yield batch;
      batch = [];
      weight = 0;
    }
    batch.push(item);
    weight += more;
  }
  if (batch.length > 0) yield batch;
}

/** Items on their way to somebody who asks for them when there is time. */
export interface Outbox<Item> {
  put(item: Item): void;
  /** There is nothing more to come. */
  end(): void;
  /** There is nothing more to come, because of this error: {@link take} throws it in the end. */
  fail(error: unknown): void;
  /** The next batch, once it is full or the last. One at a time. */
  take(): Promise<{ readonly items: readonly Item[]; readonly isLast: boolean }>;
}

/** An empty outbox. It holds whatever is put in. */
export function createOutbox<Item>(weightOf: (item: Item) => number): Outbox<Item> {
  const batches: (readonly Item[])[] = [];
  let filling: Item[] = [];
  let weight = 0;
  let ending: { readonly error: unknown } | 'well' | null = null;
  let wake = () => {};

  function close(): void {
    if (filling.length > 0) batches.push(filling);
    filling = [];
    weight = 0;
    wake();
  }

  return {
    put(item) {
      filling.push(item);
      weight += weightOf(item);
      if (weight >= BATCH_WEIGHT) close();
    },
    end() {
      ending = 'well';
      close();
    },
    fail(error) {
      ending = { error };
      close();
    },
    async take() {
      if (batches.length === 0 && ending === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const items = batches.shift() ?? [];
      if (items.length === 0 && ending !== null && ending !== 'well') throw ending.error;
      return { items, isLast: ending === 'well' && batches.length === 0 };
    },
  };
}
