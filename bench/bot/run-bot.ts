import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../cell.ts';
import { renderMarkdownTable } from '../markdown-table.ts';
import type { BenchOptions } from '../options.ts';
import { runChild } from '../run-child.ts';
import { type BotCell, type BotMeasurement, botMeasurementSchema } from './measure-bot.ts';

const CHILD = new URL('./bot-process.ts', import.meta.url);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One row of the table. */
export interface BotResult {
  readonly cell: BotCell;
  readonly outcome: Outcome<BotMeasurement>;
}

/** Measures what the bot does, for every language and size, one after another. */
export async function runBot(
  { languages, sizes, limitSeconds }: BenchOptions,
  questionCount: number,
  signal: AbortSignal,
): Promise<readonly BotResult[]> {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT });
  const results: BotResult[] = [];
  for (const language of languages) {
    for (const passageCount of sizes) {
      const cell = { language, passageCount, questionCount };
      const schema = botMeasurementSchema;
      const outcome = await runChild({ file: CHILD, message: cell, schema, limitSeconds, signal });
      if (signal.aborted) return results;
      results.push({ cell, outcome });
    }
  }
  return results;
}

const HEADER = [
  'articles',
  'start s',
  'start with snapshot s',
  'reindex s',
  'ask p50 ms',
  'ask p99 ms',
  'collect suggestions s',
  'complete p50 ms',
  'complete p99 ms',
  'longest pause ms: start',
  'with snapshot',
  'reindex',
  'asking',
  'rush',
  'collecting',
  'peak MB',
] as const;

/** The figures as a Markdown table, with what the columns mean. */
export function renderBotTable(results: readonly BotResult[]): string {
  const rows = results.map(({ cell, outcome }) => {
    const name = `${cell.language}, ${cell.passageCount.toLocaleString('en-US')} passages`;
    return [name, ...figuresOf(outcome)];
  });
  const legend = [
    'The articles are files, eight passages each. Start: reading, indexing, and a snapshot written',
    'afterwards. Reindex: after one article in a hundred has changed. Pause: for how long nothing else',
    'could run in the thread that talks to Discord. Suggestions: what options are completed from, and',
    'completing one while it is typed. Rush: 1,000 questions at once. Peak: of the whole process.',
  ];
  return `${legend.join('\n')}\n\n${renderMarkdownTable(HEADER, rows)}`;
}

function figuresOf(outcome: Outcome<BotMeasurement>): string[] {
  if (outcome.status !== 'measured') {
    const text = outcome.status === 'failed' ? outcome.reason : `> ${outcome.limitSeconds} s`;
    return [text, ...Array.from({ length: HEADER.length - 2 }, () => '-')];
  }
  const { firstStart, snapshotStart, reindex, asking, rush, collecting, completing } =
    outcome.measurement;
  const steps = [firstStart, snapshotStart, reindex];
  return [
    ...steps.map(({ seconds }) => seconds.toFixed(1)),
    asking.p50Ms.toFixed(1),
    asking.p99Ms.toFixed(1),
    collecting.seconds.toFixed(1),
    completing.p50Ms.toFixed(1),
    completing.p99Ms.toFixed(1),
    ...[...steps, asking, rush, collecting].map(({ longestPauseMs }) => longestPauseMs.toFixed(0)),
    outcome.measurement.peakMb.toFixed(0),
  ];
}
