import picocolors from 'picocolors';
import { countRejected } from '../corpus/index.ts';
import { describeProblem } from '../i18n/index.ts';
import type { Library } from '../library/index.ts';
import { UserError } from '../shared/errors.ts';
import { styleFor, writeText } from './io.ts';
import { terminalMessages } from './messages.ts';
import { createProgressLine } from './progress-line.ts';
import type { Session } from './session.ts';

/**
 * Does something with a library of the articles: reads them and builds their index, with a progress
 * line, says if any were rejected, and closes it.
 */
export async function withLibrary<Result>(
  session: Session,
  work: (library: Library) => Promise<Result>,
): Promise<Result> {
  const library = await openLibrary(session);
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}

async function openLibrary(session: Session): Promise<Library> {
  const { config, io, locale, log, parts } = session;
  const progress = createProgressLine(io.stderr, locale);
  let library: Library;
  try {
    library = await parts.createLibrary({
      folder: config.corpusDir,
      maxArticleBytes: config.maxArticleBytes,
      onProgress: progress.show,
      log,
      host: parts.createThreadHost(config, log),
    });
  } finally {
    progress.clear();
  }
  const { articles, problems } = library.current().corpus;
  const rejected = countRejected(problems);
  // Without any article there is more to say than this; see requireArticles.
  if (rejected > 0 && articles.length > 0) {
    const { dim } = picocolors.createColors(styleFor(io.stderr, io.env).colour);
    const messages = terminalMessages[locale];
    const notice = messages.rejected(rejected);
    await writeText(io.stderr, `${dim(notice)}\n`);
  }
  return library;
}

/** @throws UserError when there is no article to answer from, with what is known of the reason. */
export function requireArticles(library: Library, session: Session): void {
  const message = missingArticles(library, session);
  if (message !== null) throw new UserError('no-articles', message);
}

/** What to say when there is no article, or null when there are some. */
export function missingArticles(library: Library, { config, locale }: Session): string | null {
  const { articles, problems } = library.current().corpus;
  if (articles.length > 0) return null;
  const messages = terminalMessages[locale];
  const rejected = countRejected(problems);
  const lines = [messages.noArticles(config.corpusDir)];
  const unreadable = problems.find((problem) => problem.code === 'folder-unreadable');
  if (unreadable) {
    const { where, reason, remedy } = describeProblem(unreadable, locale);
    lines.push(unreadable.file === '.' ? reason : `${where}: ${reason}`, remedy);
  } else if (rejected > 0) {
    lines.push(messages.rejected(rejected));
  }
  return lines.join('\n');
}
