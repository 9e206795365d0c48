import type { Article } from '../src/corpus/index.ts';
import type { Round } from './evaluate.ts';
import { type Miss, missesOf } from './misses.ts';

/** The misses of the questions as they are written, as a list for reading. */
export function renderMisses(
  rounds: readonly Round[],
  articles: ReadonlyMap<string, Article>,
): string {
  const misses = rounds
    .filter(({ variant }) => variant === 'as-written')
    .flatMap((round) => missesOf(round, articles));
  return [`${misses.length} misses`, ...misses.map(renderMiss)].join('\n\n');
}

function renderMiss(miss: Miss): string {
  const { id, asked, confidence, expected, first, reason } = miss;
  return [
    `${id}  ${asked}`,
    `  ${tellOutcome(miss)}, confidence ${confidence.toFixed(2)}`,
    ...expected.map((words) => `  expected: ${words}`),
    ...(first === null ? [] : [`  first:    ${oneLine(first)}`]),
    ...(reason === null ? [] : [`  reason:   ${reason}`]),
  ].join('\n');
}

function tellOutcome({ outcome, rank }: Miss): string {
  switch (outcome) {
    case 'closest':
    case 'nothing':
      return `${outcome}, although it is answered`;
    case 'answered':
      return 'answered, although nothing answers it';
    case 'not-found':
      return 'not among the quotes';
    case 'later':
      return `in place ${rank}`;
  }
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ');
}
