import { createHash } from 'node:crypto';
import { type Corpus, createCorpusAssembler, diffCorpora, type Problem } from '../corpus/index.ts';
import { indexArticles } from '../retrieval/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import {
  type Generation,
  type Library,
  type LibraryLog,
  type LibraryProgress,
  type LibraryStatus,
  NO_LOG,
  ReindexError,
  type ReindexReport,
  type ReindexRun,
} from './library.ts';
import { createLocalWorkshop, openLocalIndex } from './local-workshop.ts';
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
  readonly onReindex?: (run: ReindexRun) => void;
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
  const { onReindex = () => {} } = options;
  let inUse = await buildFirst(workshop, options, now, log);
  let running: LibraryStatus['running'] = null;
  let last: LibraryStatus['last'] = null;

  /** Runs one at a time, and keeps the progress for whoever asks for the status. */
  async function alone<Result>(
    onProgress: ((progress: LibraryProgress) => void) | undefined,
    work: (report: (progress: LibraryProgress) => void) => Promise<Result>,
  ): Promise<Result> {
    if (running) throw new ReindexError('busy');
    const startedAt = now();
    running = { stage: 'reading', done: 0, total: 0, startedAt };
    try {
      return await work((progress) => {
        running = { ...progress, startedAt };
        onProgress?.(progress);
      });
    } finally {
      running = null;
    }
  }

  /** Reads the folder in a new build, and does the rest of the work unless the corpus is no good. */
  async function run<Result>(
    report: (progress: LibraryProgress) => void,
    work: (reading: CorpusReading, build: GenerationBuild) => Promise<Result>,
  ): Promise<Result> {
    const build = workshop.begin(options);
    try {
      const reading = await build.read(inUse.readings, report);
      checkUsable(reading.corpus, inUse.generation.corpus);
      return await work(reading, build);
    } catch (error) {
      await build.discard();
      throw error;
    }
  }

  return {
    current: () => inUse.generation,
    status: () => ({ generation: inUse.generation, running, last }),
    preview: (onProgress) =>
      alone(onProgress, async (report) => {
        const startedAt = now();
        const { generation } = inUse;
        return run(report, async ({ corpus }, build) => {
          await build.discard();
          return describe(generation, corpus, generation, now() - startedAt);
        });
      }),
    apply: async (onProgress) => {
      const askedAt = now();
      try {
        const result = await alone(onProgress, async (report) => {
          const startedAt = now();
          return run(report, async (reading, build) => {
            const before = inUse;
            const index = await build.index(report);
            inUse = toInUse(reading, index, now());
            before.index.retire();
            const { generation } = inUse;
            return describe(before.generation, reading.corpus, generation, now() - startedAt);
          });
        });
        last = { endedAt: now(), error: null };
        onReindex({ outcome: 'applied', durationMs: now() - askedAt });
        return result;
      } catch (error) {
        const outcome = codeOf(error);
        if (outcome !== 'busy') {
          last = { endedAt: now(), error: outcome };
          onReindex({ outcome, durationMs: now() - askedAt });
        }
        throw error;
      }
    },
    close: () => workshop.close(),
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
    const data = await indexArticles(corpus.byId);
    const index = await openLocalIndex(corpus, data, null);
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
  let entries: Promise<readonly TimelineEntry[]> | undefined;
  const timeline = () => {
    entries ??= index.timeline().catch((error: unknown) => {
      // Found anew by the next who asks.
      entries = undefined;
      throw error;
    });
    return entries;
  };
  const generation = {
    id: generationId(corpus),
    corpus,
    collection: index,
    timeline,
    builtAt,
  };
  return { generation, index, readings };
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

function codeOf(error: unknown): ReindexError['code'] | 'unexpected' {
  return error instanceof ReindexError ? error.code : 'unexpected';
}
