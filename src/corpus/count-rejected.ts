import type { Problem } from './problem.ts';

/**
 * How many articles errors have rejected. An article can have several errors; it is one line of a
 * `.jsonl` file, or the whole of another.
 */
export function countRejected(problems: readonly Problem[]): number {
  const places = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line }) => (file.endsWith('.jsonl') ? `${file}:${line}` : file));
  return new Set(places).size;
}
