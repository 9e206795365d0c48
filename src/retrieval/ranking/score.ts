import type { Evidence } from './evidence.ts';

/**
 * What each kind of evidence is worth. Moderate, round and the same for every language and corpus:
 * weights fitted to one question set lose on the next.
 */
export const EVIDENCE_WEIGHTS: Readonly<Record<keyof Evidence, number>> = {
  coverage: 0.3,
  window: 1,
  orderedPairs: 0.4,
  exact: 0.4,
  characters: 1,
  answerKind: 0.6,
};

/** The weighted sum of all evidence: 0 to 3.7. */
export function scoreEvidence(evidence: Evidence): number {
  return (
    EVIDENCE_WEIGHTS.coverage * evidence.coverage +
    EVIDENCE_WEIGHTS.window * evidence.window +
    EVIDENCE_WEIGHTS.orderedPairs * evidence.orderedPairs +
    EVIDENCE_WEIGHTS.exact * evidence.exact +
    EVIDENCE_WEIGHTS.characters * evidence.characters +
    EVIDENCE_WEIGHTS.answerKind * evidence.answerKind
  );
}
