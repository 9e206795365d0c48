import { styleFor } from './io.ts';
import { writeText } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { checkToJson, renderCheck } from './render-check.ts';
import { safeJson } from './safe-text.ts';
import type { Session } from './session.ts';

/**
 * Reads the articles and says what is wrong with them.
 *
 * @returns the exit code: 1 when an article was rejected or there is none.
 */
export async function checkCorpus(session: Session): Promise<number> {
  const { config, io, json, locale, parts } = session;
  const progress = createProgressLine(io.stderr, locale);
  const corpus = await parts
    .loadCorpus(config.corpusDir, {
      maxArticleBytes: config.maxArticleBytes,
      onProgress: ({ filesRead, fileCount }) =>
        progress.show({ stage: 'reading', done: filesRead, total: fileCount }),
    })
    .finally(progress.clear);
  const text = json
    ? `${safeJson(checkToJson(corpus, locale), 2)}\n`
    : renderCheck(corpus, locale, styleFor(io.stdout, io.env));
  await writeText(io.stdout, text);
  const isRejected = corpus.problems.some((problem) => problem.severity === 'error');
  return isRejected || corpus.articles.length === 0 ? 1 : 0;
}
