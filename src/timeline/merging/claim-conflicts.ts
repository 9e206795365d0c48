import type { Pair } from './candidate-pairs.ts';
import type { PairJudge } from './pair-judge.ts';

/** Statements on either side of a contradiction, by their numbers, in order. */
export type NumberSides = readonly [readonly number[], readonly number[]];

/**
 * The contradictions among mentions: between those of one event that affirm and deny its trigger, and
 * between those of several. Statements that contradict the same one stand on one side.
 *
 * @param groups the events, as numbers of mentions.
 */
export async function findClaimConflicts(
  groups: readonly (readonly number[])[],
  pairs: readonly Pair[],
  judge: PairJudge,
  yieldIfDue: () => Promise<void>,
): Promise<NumberSides[]> {
  const groupOf = new Map(groups.flatMap((group) => group.map((member) => [member, group])));
  const opponents = new Map<number, number[]>();
  for (const [one, other] of pairs) {
    await yieldIfDue();
    const isOneEvent = groupOf.get(one) === groupOf.get(other);
    const isOpposed = isOneEvent
      ? judge.compare(one, other).opposedClaim !== null
      : judge.isContradiction(one, other);
    if (!isOpposed) continue;
    addTo(opponents, one, other);
    addTo(opponents, other, one);
  }
  return splitSides(opponents);
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What hangs together by contradiction, in two sides. One that contradicts both is left out. */
function splitSides(opponents: ReadonlyMap<number, readonly number[]>): NumberSides[] {
  const sideOf = new Map<number, 0 | 1>();
  const conflicts: NumberSides[] = [];
  for (const start of [...opponents.keys()].toSorted((a, b) => a - b)) {
    if (sideOf.has(start)) continue;
    const sides: [number[], number[]] = [[start], []];
    sideOf.set(start, 0);
    const queue = [start];
    // It grows meanwhile.
    for (const next of queue) {
      for (const opponent of opponents.get(next) ?? []) {
        if (sideOf.has(opponent)) continue;
        const side = sideOf.get(next) === 0 ? 1 : 0;
        sideOf.set(opponent, side);
        sides[side].push(opponent);
        queue.push(opponent);
      }
    }
    const ascending = (a: number, b: number) => a - b;
    conflicts.push([sides[0].toSorted(ascending), sides[1].toSorted(ascending)]);
  }
  return conflicts;
}
