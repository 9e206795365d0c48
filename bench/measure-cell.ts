import type { Article } from '../src/corpus/index.ts';
import { splitPassages } from '../src/retrieval/passages/split-passages.ts';
import type { Cell, Measurement } from './cell.ts';
import type { BuiltEngine, EngineInput } from './engines/engine.ts';
import { ENGINES } from './engines/index.ts';
import { startEventLoopProbe } from './event-loop-probe.ts';
import { percentile } from './percentile.ts';
import { type BenchQuestion, generateTexts } from './texts/generate-texts.ts';

const BYTES_PER_MB = 1024 * 1024;

/** Generates the texts of a cell, builds its engine over them and asks it, in this process. */
export async function measureCell(cell: Cell, collectGarbage: () => void): Promise<Measurement> {
  const { articles, warmUp, questions } = generateTexts(cell);
  const input = toInput(articles, cell.passageCount);
  const heapMb = () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / BYTES_PER_MB;
  };

  const heapBefore = heapMb();
  const probe = startEventLoopProbe();
  const startedAt = performance.now();
  const engine = await ENGINES[cell.engine].build(input);
  const buildSeconds = (performance.now() - startedAt) / 1000;
  const longestPauseMs = probe.stop();
  const heapBuilt = heapMb();

  await askAll(engine, warmUp);
  const { times, foundShare } = await askAll(engine, questions);
  return {
    buildSeconds,
    longestPauseMs,
    heapMb: heapBuilt - heapBefore,
    heapAfterQuestionsMb: heapMb() - heapBefore,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    foundShare,
  };
}

/** Cuts the articles as Verbatim does, so that every engine has the same passages. */
function toInput(articles: ReadonlyMap<string, Article>, passageCount: number): EngineInput {
  const passages = [...articles.values()].flatMap((article) => splitPassages(article).passages);
  if (passages.length !== passageCount) {
    throw new Error(`${passageCount} passages were generated, but ${passages.length} were cut`);
  }
  const documents = passages.map(({ articleId, start, end }, id) => {
    const article = articles.get(articleId);
    return { id, text: article?.text.slice(start, end) ?? '', title: article?.title ?? '' };
  });
  return { articles, passages, documents };
}

async function askAll(
  engine: BuiltEngine,
  questions: readonly BenchQuestion[],
): Promise<{ readonly times: readonly number[]; readonly foundShare: number }> {
  const times: number[] = [];
  let found = 0;
  for (const { text, passage } of questions) {
    const startedAt = performance.now();
    const results = await engine.ask(text);
    times.push(performance.now() - startedAt);
    if (results.holds(passage)) found += 1;
  }
  return { times, foundShare: found / questions.length };
}
