/**
 * So many passages without the term are thought of beside those of the index. A few articles say
 * little about how rare a word is: without these, a word that five articles lack would outweigh the
 * name that all of them are about, and most questions in other words would be declined.
 */
const BACKGROUND_PASSAGES = 1000;

/**
 * Robertson and Spärck Jones's weight in the form that is never negative, ln(1 + (N - n + 0.5) /
 * (n + 0.5)), for a term in n of `passageCount` passages, with N = passageCount +
 * {@link BACKGROUND_PASSAGES}.
 */
export function inverseDocumentFrequency(documentFrequency: number, passageCount: number): number {
  const total = passageCount + BACKGROUND_PASSAGES;
  return Math.log(1 + (total - documentFrequency + 0.5) / (documentFrequency + 0.5));
}
