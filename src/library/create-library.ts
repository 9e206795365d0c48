import { createHash } from 'node:crypto';
import {
  assembleCorpus,
  type Corpus,
  diffCorpora,
  type ParseCache,
  type ParsedCorpus,
  type Problem,
} from '../corpus/index.ts';
import { collectCatalogue, createSuggestionIndex, indexArticles } from '../retrieval/index.ts';
import { createOneAtATime } from '../shared/one-at-a-time.ts';
import { ANALYSIS_VERSION } from './analysis-version.ts';
import type { ArticleSource, GenerationBuilder, GenerationIndex, IndexHost } from './index-host.ts';
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
import { createLocalHost, openLocalIndex } from './local-host.ts';
import { withNewestVersions } from './newest-versions.ts';
import { createReindexRuns, createTimeLeft } from './reindex-runs.ts';

/** What a library is made of. */
export interface LibraryOptions extends ArticleSource {
  /** Progress of the first reading and building. */
  readonly onProgress?: (progress: LibraryProgress) => void;
  /** ms since the epoch; `Date.now` when left out. */
  readonly now?: () => number;
  /** Where generations are made; in this thread when left out. */
  readonly host?: IndexHost;
  readonly log?: LibraryLog;
  /** Is told how each {@link Library.apply} ended, unless another run was going on. */
  readonly onReindex?: (result: ReindexResult) => void;
  /**
   * Whether suggestions are collected and the timeline is found as soon as a generation is in use, so
   * that they are there for the first who asks. In the background: questions go before it.
   */
  readonly warmsUp?: boolean;
}

/** How a problem names the folder itself. */
const ROOT = '.';

/** A generation with what belongs to it and is nobody else's business. */
interface InUse {
  readonly generation: Generation;
  readonly index: GenerationIndex;
  readonly parseCache: ParseCache;
}

/**
 * Reads the folder and builds the first generation. Nothing that is wrong with the folder or an
 * article is thrown: it is in `current().corpus.problems`, and the library may be empty. It is empty
 * as well when building goes over a limit or its thread ends, and the log says why.
 */
export async function createLibrary(options: LibraryOptions): Promise<Library> {
  const { now = Date.now, log = NO_LOG, host = createLocalHost() } = options;
  const { onReindex = () => {}, warmsUp = false } = options;
  let isClosed = false;
  let inUse = await buildFirst(host, options, now, log);
  if (warmsUp) void warmUp(inUse.generation);
  const runs = createReindexRuns(now, ({ startedAt, endedAt, error }) =>
    onReindex({ outcome: outcomeOf(error), durationMs: endedAt - startedAt }),
  );
  const inTurn = createOneAtATime();

  async function warmUp(generation: Generation): Promise<void> {
    try {
      await generation.suggestions();
    } catch (error) {
      if (!isClosed) log.warn({ err: error }, 'could not collect the suggestions yet');
    }
    try {
      if (!isClosed) await generation.timeline();
    } catch (error) {
      // One that cannot be found is logged where that is noticed, and remembered.
      if (isClosed || error instanceof TimelineError) return;
      log.warn({ err: error }, 'could not find the timeline yet');
    }
  }

  /** Reads the folder in a new build, and does the rest of the work unless the corpus is no good. */
  async function read<Result>(
    report: (progress: LibraryProgress) => void,
    signal: AbortSignal | null,
    work: (parsed: ParsedCorpus, builder: GenerationBuilder) => Promise<Result>,
  ): Promise<Result> {
    const builder = host.begin(options);
    signal?.addEventListener('abort', () => void builder.discard(), { once: true });
    try {
      const parsed = await builder.read(inUse.parseCache, report);
      checkUsable(parsed.corpus, inUse.generation.corpus);
      return await work(parsed, builder);
    } catch (error) {
      await builder.discard();
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
    return read(report, null, async ({ corpus }, builder) => {
      await builder.discard();
      return describe(generation, corpus, generation, now() - startedAt);
    });
  }

  return {
    current: () => inUse.generation,
    status: () => ({ generation: inUse.generation, running: runs.running(), last: runs.last() }),
    preview: (onProgress) => inTurn(() => preview(onProgress)),
    apply: (onProgress, by = null) =>
      runs.start(by, onProgress, async ({ report, signal, finish }) => {
        const startedAt = now();
        return read(report, signal, async (parsed, builder) => {
          const before = inUse;
          const index = await builder.index(report);
          finish();
          inUse = toInUse(parsed, index, now());
          before.index.retire();
          const { generation } = inUse;
          if (warmsUp) void warmUp(generation);
          return describe(before.generation, parsed.corpus, generation, now() - startedAt);
        });
      }),
    cancel: (by) => runs.cancel(by),
    close() {
      isClosed = true;
      return host.close();
    },
  };
}

async function buildFirst(
  host: IndexHost,
  options: LibraryOptions,
  now: () => number,
  log: LibraryLog,
): Promise<InUse> {
  const { onProgress = () => {} } = options;
  const builder = host.begin(options);
  let problems: readonly Problem[] = [];
  try {
    const read = await builder.read(new Map(), onProgress);
    ({ problems } = read.corpus);
    const parsed = (await lastGood(builder, read.corpus, log)) ?? read;
    return toInUse(parsed, await builder.index(onProgress), now());
  } catch (error) {
    await builder.discard();
    if (!(error instanceof ReindexError)) throw error;
    log.error({ err: error }, 'could not build the index; there is nothing to answer from');
    const parsed = await assembleCorpus(options.folder, [], problems);
    const data = await indexArticles(parsed.corpus.byId);
    const index = await openLocalIndex(parsed.corpus, data, null);
    return toInUse(parsed, index, now());
  }
}

/** What there was before a folder that gives no article at all, or null. */
async function lastGood(
  builder: GenerationBuilder,
  { articles, problems, folder }: Corpus,
  log: LibraryLog,
): Promise<ParsedCorpus | null> {
  if (articles.length > 0) return null;
  const last = await builder.restore(problems);
  if (last) {
    const fields = { folder, articles: last.corpus.articles.length };
    log.warn(fields, 'the folder gives no article; the last good index is used');
  }
  return last;
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
  { corpus, parseCache }: ParsedCorpus,
  index: GenerationIndex,
  builtAt: number,
): InUse {
  const { collection, timeline } = withNewestVersions(index, corpus.articles);
  const generation = {
    id: generationId(corpus),
    corpus,
    collection,
    timeline: keepFirst(timeline),
    suggestions: keepFirst(async () => createSuggestionIndex(await index.suggestions())),
    catalogue: keepFirst(async () => createSuggestionIndex(await collectCatalogue(corpus.byId))),
    builtAt,
  };
  return { generation, index, parseCache };
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
