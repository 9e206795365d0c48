import { createAnalyser, isTerm, type Token } from '../../language/index.ts';

/** Of a topic with more terms than this, half of them are enough. */
const FEW_TERMS = 3;

/** A function that gives the different terms of a text, analysed as questions are. */
export function createTermReader(): (text: string) => ReadonlySet<string> {
  const { analyse } = createAnalyser();
  return (text) => termsOf(analyse(text));
}

/**
 * Whether a text is on a topic: whether it holds all of the topic's terms, or half of them where
 * there are many. No text is on a topic in which there is no term.
 */
export function createTopicMatcher(topic: string): (text: string) => boolean {
  const { analyse } = createAnalyser();
  const terms = termsOf(analyse(topic));
  return (text) => {
    if (terms.size === 0) return false;
    const held = new Set(analyse(text).map(({ term }) => term));
    const count = [...terms].filter((term) => held.has(term)).length;
    return count >= (terms.size > FEW_TERMS ? terms.size / 2 : terms.size);
  };
}

function termsOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.filter(isTerm).map(({ term }) => term));
}
