import { createAnalyser } from './analysis/analyser.ts';
import type { Token } from './analysis/token.ts';

/** The share of a topic's terms that a text must hold to be on it. */
const TERMS_NEEDED = 0.5;

/**
 * Whether a text is on a topic: whether it holds at least half of the topic's terms, analysed as
 * questions are. Every text is on a topic without terms.
 */
export function createTopicMatcher(topic: string): (text: string) => boolean {
  const { analyse } = createAnalyser();
  const terms = new Set(
    analyse(topic)
      .filter(isTerm)
      .map(({ term }) => term),
  );
  return (text) => {
    if (terms.size === 0) return true;
    const held = new Set(analyse(text).map(({ term }) => term));
    const count = [...terms].filter((term) => held.has(term)).length;
    return count >= TERMS_NEEDED * terms.size;
  };
}

function isTerm({ kind }: Token): boolean {
  return kind !== 'part';
}
