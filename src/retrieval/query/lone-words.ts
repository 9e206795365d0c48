import type { Analyser, Token } from '../../language/index.ts';
import type { TermStatistics } from '../passages/term-statistics.ts';

/** What stands behind a verb that ends a clause: nothing, or how it went. */
const AFTER = /^(?:$|[^\p{sc=Han}]|[了過过着著的得])/u;

/**
 * Sets apart the Chinese words of one character that the analysis has joined to the word before
 * them: 死 in 事故死了多少人, which gives the pair 故死. It does so where no article has that pair and
 * other words stand for the character alone, which no pair would find.
 */
export async function separateLoneWords(
  tokens: readonly Token[],
  text: string,
  analyser: Pick<Analyser, 'synonyms' | 'phraseSynonyms'>,
  statistics: Pick<TermStatistics, 'documentFrequencies'>,
): Promise<readonly Token[]> {
  const joined = tokens.filter(
    ({ kind, term, end }) =>
      kind === 'bigram' &&
      AFTER.test(text.slice(end)) &&
      analyser.synonyms(term, text).length === 0 &&
      analyser.phraseSynonyms(text.slice(end - 1, end)).length > 0,
  );
  if (joined.length === 0) return tokens;
  const frequencies = await statistics.documentFrequencies(joined.map(({ term }) => term));
  const apart = new Set(joined.filter(({ term }) => (frequencies.get(term) ?? 0) === 0));
  return tokens.flatMap((token) => (apart.has(token) ? charactersOf(token, tokens) : [token]));
}

/** The second character of a pair, and the first where no other pair holds it. */
function charactersOf(pair: Token, tokens: readonly Token[]): readonly Token[] {
  const isHeld = tokens.some(({ kind, end }) => kind === 'bigram' && end === pair.start + 1);
  return tokens
    .filter(
      ({ kind, start, end }) =>
        kind === 'part' &&
        (end === pair.end || (start === pair.start && !isHeld)) &&
        start >= pair.start,
    )
    .map((part): Token => ({ ...part, kind: 'character' }));
}
