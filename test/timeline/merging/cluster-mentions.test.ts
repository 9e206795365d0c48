import { describe, expect, it } from 'vitest';
import { clusterMentions } from '../../../src/timeline/merging/cluster-mentions.ts';

const never = async () => {};
const isDated = () => true;

/** Margins by pair, `-1` for those that are left out. */
function margins(table: Readonly<Record<string, number | null>>) {
  return (one: number, other: number) => {
    const margin = table[`${one}-${other}`];
    return margin === undefined ? -1 : margin;
  };
}

describe('clustering', () => {
  it('joins what agrees as a whole', async () => {
    const marginOf = margins({ '0-1': 0.3, '1-2': 0.2, '0-2': -0.05 });
    expect(
      await clusterMentions(
        3,
        [
          [0, 1],
          [1, 2],
          [0, 2],
        ],
        { marginOf, isDated },
        never,
      ),
    ).toEqual([[0, 1, 2]]);
  });

  it('makes no chain of an A that is like a B that is like a C', async () => {
    const marginOf = margins({ '0-1': 0.25, '1-2': 0.2, '0-2': -0.6 });
    expect(
      await clusterMentions(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        { marginOf, isDated },
        never,
      ),
    ).toEqual([[0, 1], [2]]);
  });

  it('never joins two that cannot be one, however well the rest agrees', async () => {
    const marginOf = margins({ '0-1': 0.9, '1-2': 0.8, '0-2': null });
    expect(
      await clusterMentions(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        { marginOf, isDated },
        never,
      ),
    ).toEqual([[0, 1], [2]]);
  });

  it('joins the same words to one part of what somebody said in several', async () => {
    const marginOf = margins({ '0-1': 0.6, '1-2': 0.5, '0-2': -0.9 });
    expect(
      await clusterMentions(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        { marginOf, isDated },
        never,
      ),
    ).toEqual([[0, 1, 2]]);
  });

  it('begins with those that have dates', async () => {
    const marginOf = margins({ '0-1': 0.1, '1-2': 0.9, '0-2': null });
    expect(
      await clusterMentions(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        { marginOf, isDated: (member) => member < 2 },
        never,
      ),
    ).toEqual([[0, 1], [2]]);
  });

  it('begins with the surest pair', async () => {
    const marginOf = margins({ '0-1': 0.1, '1-2': 0.9, '0-2': null });
    expect(
      await clusterMentions(
        3,
        [
          [0, 1],
          [1, 2],
        ],
        { marginOf, isDated },
        never,
      ),
    ).toEqual([[0], [1, 2]]);
  });
});
