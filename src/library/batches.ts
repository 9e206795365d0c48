import type { Article } from '../corpus/index.ts';
import type { ReadingItem } from './generation-api.ts';

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

/** Cuts a list into messages, each as soon as it is full. */
export async function* inBatches<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  weightOf: (item: Item) => number,
): AsyncGenerator<readonly Item[], void> {
  let batch: Item[] = [];
  let weight = 0;
  for await (const item of items) {
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

/** Puts a list together again. */
export async function listOf<Item>(
  parts: AsyncIterable<readonly Item[]>,
): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const part of parts) {
    // Not push(...): a call cannot have so many arguments.
    for (const item of part) list.push(item);
  }
  return list;
}
