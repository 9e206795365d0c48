import { cellSchema } from './cell.ts';
import { measureCell } from './measure-cell.ts';

/** A child of `run.ts`: measures the one cell that it is sent, answers with the figures, ends. */
process.once('message', (message) => {
  void measure(message);
});

async function measure(message: unknown): Promise<void> {
  const { gc } = globalThis;
  if (!gc) throw new Error('started without --expose-gc');
  const measurement = await measureCell(cellSchema.parse(message), () => {
    gc();
  });
  process.send?.(measurement, () => {
    process.disconnect();
  });
}
