import { coreCoverage, isCorrection, type Selection } from './quote-selection.ts';

/** What of a quote's coverage a correction must have to be about the same. */
const COVERAGE_NEEDED = 0.5;

/**
 * Puts a correction before the quotes of its article that say hardly more of what is asked: it may
 * correct them.
 */
export function putCorrectionsFirst(selections: readonly Selection[]): readonly Selection[] {
  const corrections = new Map<string, Selection[]>();
  for (const selection of selections) {
    const { article, passage } = selection.passage;
    if (!isCorrection(passage, article.text)) continue;
    corrections.set(article.id, [...(corrections.get(article.id) ?? []), selection]);
  }
  if (corrections.size === 0) return selections;
  const ordered = selections.flatMap((selection) => {
    const needed = COVERAGE_NEEDED * coreCoverage(selection);
    const own = corrections.get(selection.passage.article.id) ?? [];
    return [...own.filter((correction) => coreCoverage(correction) >= needed), selection];
  });
  return [...new Set(ordered)];
}
