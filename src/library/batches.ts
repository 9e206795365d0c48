import type { CorpusPart } from '../corpus/index.ts';

/** How many items go into one message: copying it takes about 1 ms. */
export const BATCH_SIZE = 250;

/** Cuts a list into messages. */
export async function* inBatches<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
): AsyncGenerator<readonly Item[], void> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Takes the items out of their messages. */
export async function* itemsOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
): AsyncGenerator<Item, void> {
  for await (const batch of batches) yield* batch;
}

/** Puts a list together again. */
export async function listOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of itemsOf(batches)) list.push(item);
  return list;
}

/** Cuts a part of a corpus into parts with one article and one problem at most. */
export function* inPieces(part: CorpusPart): Generator<CorpusPart, void> {
  if (part.kind === 'problems') {
    for (const problem of part.problems) yield { kind: 'problems', problems: [problem] };
    return;
  }
  const { articles, problems, ...file } = part.parsed;
  const count = Math.max(1, articles.length, problems.length);
  for (let at = 0; at < count; at += 1) {
    const piece = { articles: articles.slice(at, at + 1), problems: problems.slice(at, at + 1) };
    yield { kind: 'file', parsed: { ...file, ...piece } };
  }
}
