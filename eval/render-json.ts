import type { Article } from '../src/corpus/index.ts';
import type { Round } from './evaluate.ts';
import { scoresOf } from './metrics.ts';
import { missesOf } from './misses.ts';

/** The scores of every round as JSON; with `withMisses`, what each round missed as well. */
export function renderJson(
  rounds: readonly Round[],
  articles: ReadonlyMap<string, Article>,
  withMisses: boolean,
): string {
  const rows = rounds.map((round) => {
    const { set, language, variant, judgements } = round;
    return {
      set,
      language,
      variant,
      ...scoresOf(judgements),
      ...(withMisses ? { misses: missesOf(round, articles) } : {}),
    };
  });
  return JSON.stringify({ rounds: rows }, null, 2);
}
