import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { completeOption } from '../../src/commands/index.ts';
import { type Article, DEFAULT_MAX_ARTICLE_BYTES } from '../../src/corpus/index.ts';
import {
  createLibrary,
  createThreadHost,
  type Library,
  SNAPSHOT_NAME,
} from '../../src/library/index.ts';
import type { SuggestionIndex } from '../../src/retrieval/index.ts';
import { cellSchema } from '../cell.ts';
import { startEventLoopProbe } from '../event-loop-probe.ts';
import { percentile } from '../percentile.ts';
import { generateTexts } from '../texts/generate-texts.ts';

/** What one child process measures. */
export const botCellSchema = cellSchema.omit({ engine: true });

/** One language and size. */
export type BotCell = z.infer<typeof botCellSchema>;

const step = z.strictObject({
  seconds: z.number().min(0),
  /** The longest time for which nothing else could run in the bot's own thread. */
  longestPauseMs: z.number().min(0),
});

/** What the bot does in its life, as it is seen from its own thread. */
export const botMeasurementSchema = z.strictObject({
  firstStart: step,
  snapshotStart: step,
  /** After one article in a hundred has changed. */
  reindex: step,
  asking: step.extend({ p50Ms: z.number(), p99Ms: z.number() }),
  /** Very many questions at once, each of another person. */
  rush: step,
  /** Collecting what is suggested while a person types. */
  collecting: step,
  /** Completing an option in the bot's own thread, once that is collected. */
  completing: step.extend({ p50Ms: z.number(), p99Ms: z.number() }),
  /** The most memory that the process ever had, both threads together. */
  peakMb: z.number(),
});

/** The figures of one cell. */
export type BotMeasurement = z.infer<typeof botMeasurementSchema>;

/** Compiled, as it is installed: `run-bot.ts` builds it first. */
const PROGRAM = new URL('../../dist/library/generation-worker.js', import.meta.url);

const KB_PER_MB = 1024;
const MEMORY_LIMIT_MB = 4096;
const TIME_LIMIT_MS = 3_600_000;

/** Every how manieth article changes before the reindex. */
const CHANGED_EVERY = 100;

/** How many questions come at once in a rush. */
const RUSH_COUNT = 1000;

/** Files below one folder: more make some file systems slow. */
const FILES_PER_FOLDER = 1000;

/**
 * Writes the articles of a cell into files, and starts, asks and reindexes a library over them.
 *
 * @param rushCount how many people ask at once.
 */
export async function measureBot(
  cell: BotCell,
  collectGarbage: () => void,
  rushCount: number = RUSH_COUNT,
): Promise<BotMeasurement> {
  const root = await mkdtemp(path.join(tmpdir(), 'verbatim-bench-'));
  try {
    const { files, warmUp, questions } = await prepare(cell, root);
    // What was generated is not the bot's: neither its memory nor the time it takes to collect it.
    collectGarbage();
    const open = () =>
      createLibrary({
        folder: path.join(root, 'articles'),
        maxArticleBytes: DEFAULT_MAX_ARTICLE_BYTES,
        host: createThreadHost({
          snapshot: { file: path.join(root, SNAPSHOT_NAME), replaces: 'any' },
          timeLimitMs: TIME_LIMIT_MS,
          memoryLimitMb: MEMORY_LIMIT_MB,
          program: PROGRAM,
        }),
      });
    const first = await timed(open);
    await first.result.close();

    const second = await timed(open);
    const library = second.result;
    const { passageCount } = library.current().collection;
    if (passageCount !== cell.passageCount) {
      throw new Error(`${cell.passageCount} passages were written, but ${passageCount} were read`);
    }
    await askAll(library, warmUp);
    const asking = await timed(() => askAll(library, questions));
    const rush = await timed(() => askAtOnce(library, questions, rushCount));
    const collecting = await timed(() => library.current().suggestions());
    completeAll(collecting.result, warmUp);
    const completing = await timed(async () => completeAll(collecting.result, questions));
    for (const [index, file] of files.entries()) {
      if (index % CHANGED_EVERY === 0) await appendFile(file, ' Nothing else was said.\n');
    }
    const reindex = await timed(() => library.apply());
    await library.close();
    return {
      firstStart: first.step,
      snapshotStart: second.step,
      reindex: reindex.step,
      asking: {
        ...asking.step,
        p50Ms: percentile(asking.result, 0.5),
        p99Ms: percentile(asking.result, 0.99),
      },
      rush: rush.step,
      collecting: collecting.step,
      completing: {
        ...completing.step,
        p50Ms: percentile(completing.result, 0.5),
        p99Ms: percentile(completing.result, 0.99),
      },
      peakMb: process.resourceUsage().maxRSS / KB_PER_MB,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly step: z.infer<typeof step> }> {
  const startedAt = performance.now();
  const probe = startEventLoopProbe();
  const result = await work();
  const longestPauseMs = probe.stop();
  const seconds = (performance.now() - startedAt) / 1000;
  return { result, step: { seconds, longestPauseMs } };
}

async function askAll(
  library: Library,
  questions: readonly { readonly text: string }[],
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { text } of questions) {
    const startedAt = performance.now();
    await library.current().collection.ask({ question: text, limit: 3, filter: {} });
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function askAtOnce(
  library: Library,
  questions: readonly { readonly text: string }[],
  count: number,
): Promise<void> {
  const { collection } = library.current();
  const asked = Array.from({ length: count }, (_, person) => {
    const question = questions[person % questions.length]?.text ?? '';
    return collection.ask({ question, limit: 3, filter: {} }, String(person));
  });
  await Promise.all(asked);
}

/** After so many characters of each question somebody waits for suggestions. */
const TYPED_LENGTHS = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55];

/** What Discord shows of them. */
const CHOICE_LIMITS = { count: 25, units: 100 };

function completeAll(
  index: SuggestionIndex,
  questions: readonly { readonly text: string }[],
): readonly number[] {
  const times: number[] = [];
  for (const { text } of questions) {
    for (const length of TYPED_LENGTHS) {
      for (const completes of ['question', 'topic', 'source', 'from'] as const) {
        const typed = text.slice(0, length);
        const startedAt = performance.now();
        completeOption({ completes, typed, options: {}, locale: 'en-US' }, index, CHOICE_LIMITS);
        times.push(performance.now() - startedAt);
      }
    }
  }
  return times;
}

/** Leaves nothing of the articles in memory. */
async function prepare(cell: BotCell, root: string) {
  const { articles, warmUp, questions } = generateTexts(cell);
  const files = await writeArticles(root, [...articles.values()]);
  return { files, warmUp, questions };
}

async function writeArticles(
  root: string,
  articles: readonly Article[],
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const [index, article] of articles.entries()) {
    const folder = path.join(root, 'articles', String(Math.floor(index / FILES_PER_FOLDER)));
    if (index % FILES_PER_FOLDER === 0) await mkdir(folder, { recursive: true });
    const { title, publisher, published, text } = article;
    const given = [
      `title: ${JSON.stringify(title)}`,
      `publisher: ${publisher}`,
      `published: ${published}`,
    ];
    const file = path.join(folder, `${article.id}.md`);
    await writeFile(file, ['---', ...given, '---', text].join('\n'));
    files.push(file);
  }
  return files;
}
