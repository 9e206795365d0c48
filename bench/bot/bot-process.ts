import { botCellSchema, measureBot } from './measure-bot.ts';

/** A child of `run-bot.ts`: measures the one cell that it is sent, answers with the figures, ends. */
process.once('message', (message) => {
  void measure(message);
});

async function measure(message: unknown): Promise<void> {
  const { gc } = globalThis;
  if (!gc) throw new Error('started without --expose-gc');
  const measurement = await measureBot(botCellSchema.parse(message), () => {
    gc();
  });
  process.send?.(measurement, () => {
    process.disconnect();
  });
}
