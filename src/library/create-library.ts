import { createHash } from 'node:crypto';
import { type Corpus, createCorpusAssembler, diffCorpora, type Problem } from '../corpus/index.ts';
import { collectCatalogue, createSuggestionIndex, indexArticles } from '../retrieval/index.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import {
  type Generation,
  type Library,
  type LibraryLog,
  type LibraryProgress,
  NO_LOG,
  ReindexError,
  type ReindexReport,
  type ReindexResult,
  type RunProgress,
  TimelineError,
} from './library.ts';
import { createLocalWorkshop, openLocalIndex } from './local-workshop.ts';
import { createReindexRuns } from './reindex-runs.ts';
import { createTimeLeft } from './time-left.ts';
import type {
  ArticleSource,
  CorpusReading,
  GenerationBuild,
  GenerationIndex,
  Readings,
  Workshop,
} from './workshop.ts';

/** What a library is made of. */
export interface LibraryOptions extends ArticleSource {
  /** Progress of the first reading and building. */
  readonly onProgress?: (progress: LibraryProgress) => void;
  /** ms since the epoch; `Date.now` when left out. */
  readonly now?: () => number;
  /** Where generations are made; in this thread when left out. */
  readonly workshop?: Workshop;
  readonly log?: LibraryLog;
  /** Is told how each {@link Library.apply} ended, unless another run was going on. */
  readonly onReindex?: (result: ReindexResult) => void;
  /**
   * Whether suggestions are collected as soon as a generation is in use, so that they are there for
   * the first who types. In the background: nothing waits for it, nor does closing.
   */
  readonly warmsUp?: boolean;
}

/** How a problem names the folder itself. */
const ROOT = '.';

/** A generation with what belongs to it and is nobody else's business. */
interface InUse {
  readonly generation: Generation;
  readonly index: GenerationIndex;
  readonly readings: Readings;
}

/**
 * Reads the folder and builds the first generation. Nothing that is wrong with the folder or an
 * article is thrown: it is in `current().corpus.problems`, and the library may be empty. It is empty
 * as well when building goes over a limit or its thread ends, and the log says why.
 */
export async function createLibrary(options: LibraryOptions): Promise<Library> {
  const { now = Date.now, log = NO_LOG, workshop = createLocalWorkshop() } = options;
  const { onReindex = () => {}, warmsUp = false } = options;
  let isClosed = false;
  let inUse = await buildFirst(workshop, options, now, log);
  if (warmsUp) void warmUp(inUse.generation);
  const runs = createReindexRuns(now, ({ startedAt, endedAt, error }) =>
    onReindex({ outcome: outcomeOf(error), durationMs: endedAt - startedAt }),
  );
  let previews: Promise<unknown> = Promise.resolve();

  async function warmUp(generation: Generation): Promise<void> {
    try {
      await generation.suggestions();
    } catch (error) {
      if (!isClosed) log.warn({ err: error }, 'the suggestions could not be collected yet');
    }
  }

  /** Reads the folder in a new build, and does the rest of the work unless the corpus is no good. */
  async function read<Result>(
    report: (progress: LibraryProgress) => void,
    signal: AbortSignal | null,
    work: (reading: CorpusReading, build: GenerationBuild) => Promise<Result>,
  ): Promise<Result> {
    const build = workshop.begin(options);
    signal?.addEventListener('abort', () => void build.discard(), { once: true });
    try {
      const reading = await build.read(inUse.readings, report);
      checkUsable(reading.corpus, inUse.generation.corpus);
      return await work(reading, build);
    } catch (error) {
      await build.discard();
      throw error;
    }
  }

  async function preview(
    onProgress: ((progress: RunProgress) => void) | undefined,
  ): Promise<ReindexReport> {
    const run = runs.running();
    if (run) throw new ReindexError('busy', [], { run });
    const startedAt = now();
    const { generation } = inUse;
    const timeLeft = createTimeLeft(now);
    const report = (progress: LibraryProgress) =>
      onProgress?.({ ...progress, leftMs: timeLeft(progress) });
    return read(report, null, async ({ corpus }, build) => {
      await build.discard();
      return describe(generation, corpus, generation, now() - startedAt);
    });
  }

  return {
    current: () => inUse.generation,
    status: () => ({ generation: inUse.generation, running: runs.running(), last: runs.last() }),
    preview(onProgress) {
      const report = previews.then(() => preview(onProgress));
      previews = report.catch(() => {});
      return report;
    },
    apply: (onProgress, by = null) =>
      runs.start(by, onProgress, async ({ report, signal, finish }) => {
        const startedAt = now();
        return read(report, signal, async (reading, build) => {
          const before = inUse;
          const index = await build.index(report);
          finish();
          inUse = toInUse(reading, index, now());
          before.index.retire();
          const { generation } = inUse;
          if (warmsUp) void warmUp(generation);
          return describe(before.generation, reading.corpus, generation, now() - startedAt);
        });
      }),
    cancel: (by) => runs.cancel(by),
    close() {
      isClosed = true;
      return workshop.close();
    },
  };
}

async function buildFirst(
  workshop: Workshop,
  options: LibraryOptions,
  now: () => number,
  log: LibraryLog,
): Promise<InUse> {
  const { onProgress = () => {} } = options;
  const build = workshop.begin(options);
  let problems: readonly Problem[] = [];
  try {
    const reading = await build.read(new Map(), onProgress);
    ({ problems } = reading.corpus);
    return toInUse(reading, await build.index(onProgress), now());
  } catch (error) {
    await build.discard();
    if (!(error instanceof ReindexError)) throw error;
    log.error({ err: error }, 'the index could not be built; there is nothing to answer from');
    const assembler = createCorpusAssembler(options.folder);
    assembler.add({ kind: 'problems', problems });
    const corpus = assembler.finish();
    const index = await openLocalIndex(corpus, await indexArticles(corpus.byId), null);
    return toInUse({ corpus, readings: new Map() }, index, now());
  }
}

/** @throws ReindexError when the corpus must not take the place of the one in use. */
function checkUsable(corpus: Corpus, inUse: Corpus): void {
  // A sub-folder counts when articles in use are below it: they would look removed.
  const isLoss = ({ code, file }: Problem) =>
    code === 'folder-unreadable' &&
    (file === ROOT || inUse.articles.some((article) => article.file.startsWith(`${file}/`)));
  if (corpus.problems.some(isLoss)) throw new ReindexError('folder-unreadable', corpus.problems);
  if (corpus.articles.length === 0) throw new ReindexError('no-articles', corpus.problems);
}

function toInUse(
  { corpus, readings }: CorpusReading,
  index: GenerationIndex,
  builtAt: number,
): InUse {
  const generation = {
    id: generationId(corpus),
    corpus,
    collection: index,
    timeline: keepFirst(() => index.timeline()),
    suggestions: keepFirst(async () => createSuggestionIndex(await index.suggestions())),
    catalogue: keepFirst(async () => createSuggestionIndex(await collectCatalogue(corpus.byId))),
    builtAt,
  };
  return { generation, index, readings };
}

/** Does the work for the first who asks, and for the next one where that failed but may not again. */
function keepFirst<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let kept: Promise<Result> | undefined;
  return () => {
    kept ??= work().catch((error: unknown) => {
      if (!(error instanceof TimelineError)) kept = undefined;
      throw error;
    });
    return kept;
  };
}

function generationId(corpus: Corpus): string {
  return createHash('sha256')
    .update(`${ANALYSIS_VERSION}\n${corpus.contentHash}`)
    .digest('hex')
    .slice(0, 12);
}

function describe(
  before: Generation,
  after: Corpus,
  inUse: Generation,
  durationMs: number,
): ReindexReport {
  return {
    ...diffCorpora(before.corpus, after),
    problems: after.problems,
    articleCount: after.articles.length,
    passageCount: inUse.collection.passageCount,
    generationId: inUse.id,
    durationMs,
  };
}

function outcomeOf(error: Error | null): ReindexResult['outcome'] {
  if (error === null) return 'applied';
  return error instanceof ReindexError ? error.code : 'unexpected';
}
