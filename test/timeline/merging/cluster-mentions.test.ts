import { describe, expect, it } from 'vitest';
import { clusterMentions } from '../../../src/timeline/merging/cluster-mentions.ts';

/**
 * The groups of the three members 0, 1 and 2 by the margins of their pairs, such as "0-1". A pair
 * with a margin is a candidate, but for 0 and 2 where `candidates` leaves it out.
 */
function cluster(
  table: Readonly<Record<'0-1' | '1-2' | '0-2', number | null>>,
  {
    candidates = [
      [0, 1],
      [1, 2],
    ],
    isDated = () => true,
  }: {
    readonly candidates?: readonly (readonly [number, number])[];
    readonly isDated?: (member: number) => boolean;
  } = {},
) {
  const margins = new Map(Object.entries(table));
  const marginOf = (one: number, other: number) => margins.get(`${one}-${other}`) ?? null;
  return clusterMentions(3, candidates, { marginOf, isDated }, async () => {});
}

describe('clustering', () => {
  it('joins what agrees as a whole', async () => {
    expect(
      await cluster(
        { '0-1': 0.3, '1-2': 0.2, '0-2': -0.05 },
        {
          candidates: [
            [0, 1],
            [1, 2],
            [0, 2],
          ],
        },
      ),
    ).toEqual([[0, 1, 2]]);
  });

  it('makes no chain of an A that is like a B that is like a C', async () => {
    expect(await cluster({ '0-1': 0.25, '1-2': 0.2, '0-2': -0.6 })).toEqual([[0, 1], [2]]);
  });

  it('never joins two that cannot be one, however well the rest agrees', async () => {
    expect(await cluster({ '0-1': 0.9, '1-2': 0.8, '0-2': null })).toEqual([[0, 1], [2]]);
  });

  it('joins the same words to one part of what somebody said in several', async () => {
    expect(await cluster({ '0-1': 0.6, '1-2': 0.5, '0-2': -0.9 })).toEqual([[0, 1, 2]]);
  });

  it('begins with those that have dates', async () => {
    expect(
      await cluster({ '0-1': 0.1, '1-2': 0.9, '0-2': null }, { isDated: (member) => member < 2 }),
    ).toEqual([[0, 1], [2]]);
  });

  it('begins with the surest pair', async () => {
    expect(await cluster({ '0-1': 0.1, '1-2': 0.9, '0-2': null })).toEqual([[0], [1, 2]]);
  });
});
