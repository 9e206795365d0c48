import type { CellResult, Measurement } from './cell.ts';
import { PEER } from './engines/index.ts';

/** The figures that are compared. */
export const COMPARED = ['buildSeconds', 'heapMb', 'p50Ms', 'p99Ms'] as const;

/** One of {@link COMPARED}. */
export type Compared = (typeof COMPARED)[number];

/** How many times the peer's figure; null where there is none. */
export type Ratios = Readonly<Record<Compared, number | null>>;

/** Compares a result with the peer's on the same texts; null when either was not measured. */
export function ratiosOf(result: CellResult, results: readonly CellResult[]): Ratios | null {
  const own = measurementOf(result);
  const { language, passageCount } = result.cell;
  const peer = results.find(
    ({ cell }) =>
      cell.engine === PEER && cell.language === language && cell.passageCount === passageCount,
  );
  const other = peer ? measurementOf(peer) : null;
  if (!own || !other) return null;
  const ratio = (figure: Compared) => (other[figure] > 0 ? own[figure] / other[figure] : null);
  return {
    buildSeconds: ratio('buildSeconds'),
    heapMb: ratio('heapMb'),
    p50Ms: ratio('p50Ms'),
    p99Ms: ratio('p99Ms'),
  };
}

function measurementOf({ outcome }: CellResult): Measurement | null {
  return outcome.status === 'measured' ? outcome.measurement : null;
}
