import type { Evidence } from './evidence.ts';

/**
 * What each kind of evidence is worth. Moderate, round and the same for every language and corpus:
 * weights fitted to one question set lose on the next.
 */
export const EVIDENCE_WEIGHTS: Readonly<Record<keyof Evidence, number>> = {
  window: 1.5,
  orderedPairs: 0.5,
  exact: 0.3,
  characters: 1.5,
  answerKind: 0.6,
  besideAnswer: 0.6,
  lead: 2,
  person: 0.7,
};

/** The weighted sum of all evidence: 0 to 4.4. */
export function scoreEvidence(evidence: Evidence): number {
  return (
    EVIDENCE_WEIGHTS.window * evidence.window +
    EVIDENCE_WEIGHTS.orderedPairs * evidence.orderedPairs +
    EVIDENCE_WEIGHTS.exact * evidence.exact +
    EVIDENCE_WEIGHTS.characters * evidence.characters +
    EVIDENCE_WEIGHTS.lead * evidence.lead +
    EVIDENCE_WEIGHTS.person * evidence.person +
    EVIDENCE_WEIGHTS.answerKind * evidence.answerKind +
    EVIDENCE_WEIGHTS.besideAnswer * evidence.besideAnswer
  );
}
