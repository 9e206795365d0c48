import { type Analyser, EMPTY_CHINESE_WORDS, isTerm } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import type { Answer } from '../answer.ts';
import type { Question } from './question.ts';

/**
 * The parts of a question that the index knows and those that it does not, as the asker wrote them,
 * each once. Chinese bigrams that overlap or touch are put together into phrases; particles alone
 * (没, 的) say nothing of what was found.
 *
 * @param variants the question, and what it was translated to.
 */
export function tellTerms(variants: readonly Question[], analyser: Analyser): Answer['terms'] {
  const known = new Map<string, boolean>();
  for (const { asked, known: isKnown } of variants.flatMap(({ terms }) => terms)) {
    for (const term of asked) known.set(term, isKnown || known.get(term) === true);
  }
  const text = variants[0]?.text ?? '';
  const tokens = analyser.analyse(text).filter(isTerm);
  const found = joinTouching(tokens.filter(({ term }) => known.get(term) === true));
  const missing = joinTouching(
    tokens
      .filter(({ term }) => known.get(term) === false)
      .flatMap((token) => subtract(token, found)),
  );
  const particles = new Set(
    tokens
      .filter(({ term }) => EMPTY_CHINESE_WORDS.has(term))
      .map(({ start, end }) => text.slice(start, end)),
  );
  const write = (ranges: readonly Range[]) =>
    [...new Set(ranges.map(({ start, end }) => text.slice(start, end)))].filter(
      (word) => !particles.has(word),
    );
  return { found: write(found), missing: write(missing) };
}

function joinTouching(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges) {
    const previous = joined.at(-1);
    if (previous && start <= previous.end) {
      joined[joined.length - 1] = { start: previous.start, end: Math.max(previous.end, end) };
    } else {
      joined.push({ start, end });
    }
  }
  return joined;
}

/** What is left of a range when others are taken away: at most a piece before and a piece after. */
function subtract(range: Range, taken: readonly Range[]): Range[] {
  let left: Range[] = [{ start: range.start, end: range.end }];
  for (const { start, end } of taken) {
    left = left
      .flatMap((piece) => [
        { start: piece.start, end: Math.min(piece.end, start) },
        { start: Math.max(piece.start, end), end: piece.end },
      ])
      .filter((piece) => piece.start < piece.end);
  }
  return left;
}

/** The words whose typing errors were corrected, as the asker wrote them and as they were taken. */
export function tellCorrections(question: Question, analyser: Analyser): Answer['corrections'] {
  const meant = new Map(
    question.terms.flatMap(({ asked, correctedTo }) => asked.map((term) => [term, correctedTo])),
  );
  const words = analyser.analyse(question.text).flatMap(({ term, kind, start, end }) => {
    const to = kind === 'form' ? undefined : meant.get(term);
    return to ? [{ from: question.text.slice(start, end), to }] : [];
  });
  return [...question.corrections, ...words];
}

/** A text with what was typed wrong in it put right. */
export function applyCorrections(text: string, corrections: Answer['corrections']): string {
  return corrections.reduce((result, { from, to }) => result.replaceAll(from, () => to), text);
}
