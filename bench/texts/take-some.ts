import type { Random } from './random.ts';

/** Up to `count` of the words, each once, in an order of their own. */
export function takeSome(random: Random, words: readonly string[], count: number): string[] {
  const left = [...new Set(words)];
  const taken: string[] = [];
  while (taken.length < count && left.length > 0) {
    taken.push(...left.splice(random.between(0, left.length - 1), 1));
  }
  return taken;
}
