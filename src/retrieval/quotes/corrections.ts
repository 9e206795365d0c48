import type { Passage } from '../passages/split-passages.ts';
import { coreCoverage, type Selection } from './quote-selection.ts';

/** How an article's own correction or update begins, with what may stand before its colon. */
const CORRECTION =
  /^[\s*_([【（]*(?:(?:correction|clarification|update|updated)s?\b[^.!?:：]{0,40}[:：]|(?:编者|編者)?(?:更正|勘误|勘誤|澄清|更新)[^。！？：:】]{0,20}[：:】])/iu;

/** What of a quote's coverage a correction must have to be about the same. */
const COVERAGE_NEEDED = 0.5;

/** Whether a passage is a note that corrects its article. It is quoted whole or not at all. */
export function isCorrection(passage: Passage, text: string): boolean {
  const [first] = passage.sentences;
  return first !== undefined && CORRECTION.test(text.slice(first.start, first.end));
}

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
