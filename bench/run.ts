import { renderBotTable, runBot } from './bot/run-bot.ts';
import { type Cell, type CellResult, measurementSchema } from './cell.ts';
import { ENGINE_NAMES } from './engines/index.ts';
import { describeMachine } from './machine.ts';
import { type BenchOptions, parseOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { renderHead, renderJson, renderReport } from './render-report.ts';
import { runChild } from './run-child.ts';

const QUESTION_COUNT = 200;
const CHILD = new URL('./cell-process.ts', import.meta.url);

const options = parseOptions(process.argv.slice(2));
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const machine = describeMachine();
const outcomes = await (options.bot ? measureBot() : measureEngines());
const hasFailed = outcomes.some(({ outcome }) => outcome.status === 'failed');
if (hasFailed || stop.signal.aborted) process.exitCode = 1;

async function measureBot() {
  const results = await runBot(options, QUESTION_COUNT, stop.signal);
  const text = options.json
    ? JSON.stringify({ machine, results }, null, 2)
    : `${renderHead(machine)}\n\n${renderBotTable(results)}`;
  process.stdout.write(`${text}\n`);
  return results;
}

async function measureEngines() {
  const results = await measureAll(cellsOf(options), options.limitSeconds, stop.signal);
  const render = options.json ? renderJson : renderReport;
  process.stdout.write(`${render({ machine, results })}\n`);
  return results;
}

function cellsOf({ languages, sizes }: BenchOptions): Cell[] {
  return languages.flatMap((language) =>
    sizes.flatMap((passageCount) =>
      ENGINE_NAMES.map((engine) => ({
        engine,
        language,
        passageCount,
        questionCount: QUESTION_COUNT,
      })),
    ),
  );
}

/** One after another: two at a time would slow each other down. Stopped early, it gives what it has. */
async function measureAll(
  cells: readonly Cell[],
  limitSeconds: number,
  signal: AbortSignal,
): Promise<CellResult[]> {
  const measured: CellResult[] = [];
  const progress = createProgress(process.stderr);
  for (const [index, cell] of cells.entries()) {
    progress.show(cell, index + 1, cells.length);
    const schema = measurementSchema;
    const outcome = await runChild({ file: CHILD, message: cell, schema, limitSeconds, signal });
    if (signal.aborted) break;
    measured.push({ cell, outcome });
  }
  progress.clear();
  return measured;
}
