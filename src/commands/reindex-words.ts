import type { Article, Problem } from '../corpus/index.ts';
import { describeProblem, formatCount, type Locale, messagesFor } from '../i18n/index.ts';
import type { LibraryStatus, ReindexError, ReindexReport } from '../library/index.ts';
import { commandMessages } from './messages.ts';
import type { Block, ListBlock } from './reply.ts';
import { textBlock } from './reply-parts.ts';

/** How many reasons are given when no article at all can be used. */
const MAX_REASONS = 5;

/** Why a reindex did not take place, and what its person can do about it. */
export function explainRefusal(error: ReindexError, locale: Locale): string {
  const messages = messagesFor(commandMessages, locale);
  switch (error.code) {
    case 'busy':
      return messages.busy;
    case 'folder-unreadable':
      return error.problems
        .filter(({ code }) => code === 'folder-unreadable')
        .map((problem) => describeProblem(problem, locale))
        .map(({ reason, remedy }) => messages.folderUnreadable(reason, remedy))
        .join('\n');
    case 'no-articles': {
      const errors = errorsIn(error.problems);
      const reasons = errors.slice(0, MAX_REASONS).map((problem) => problemLine(problem, locale));
      if (reasons.length < errors.length) reasons.push('…');
      return [messages.noUsableArticle(rejectedCount(errors, locale)), ...reasons].join('\n');
    }
  }
}

/** Whether the articles in the folder are others than those in use. */
export function hasChanges({ added, changed, removed }: ReindexReport): boolean {
  return added.length + changed.length + removed.length > 0;
}

/** What a folder changes, and what is wrong with it. */
export function reportBlocks(report: ReindexReport, locale: Locale): Block[] {
  const messages = messagesFor(commandMessages, locale);
  const section = (
    title: (count: string) => string,
    items: ListBlock['items'],
    count = formatCount(items.length, locale),
  ): Block[] =>
    items.length === 0 ? [] : [textBlock(title(count), 'heading'), { type: 'list', items }];
  const errors = errorsIn(report.problems);
  return [
    ...(hasChanges(report) ? [] : [textBlock(messages.nothingChanged)]),
    ...section(messages.added, report.added.map(articleItem)),
    ...section(
      messages.changed,
      report.changed.map(({ after }) => articleItem(after)),
    ),
    ...section(messages.removed, report.removed.map(articleItem)),
    ...section(
      messages.rejected,
      errors.map((problem) => problemItem(problem, locale)),
      rejectedCount(errors, locale),
    ),
    ...section(
      messages.warnings,
      report.problems
        .filter(({ severity }) => severity === 'warning')
        .map((problem) => problemItem(problem, locale)),
    ),
  ];
}

function errorsIn(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** An article can have several errors; it is one line of a `.jsonl` file, or the whole of another. */
function rejectedCount(errors: readonly Problem[], locale: Locale): string {
  const places = errors.map(({ file, line }) =>
    file.endsWith('.jsonl') ? `${file}:${line}` : file,
  );
  return formatCount(new Set(places).size, locale);
}

function articleItem({ title, file, url }: Article): ListBlock['items'][number] {
  return { text: title, detail: file, url };
}

function problemItem(problem: Problem, locale: Locale): ListBlock['items'][number] {
  return {
    text: problemLine(problem, locale),
    detail: describeProblem(problem, locale).remedy,
    url: null,
  };
}

function problemLine(problem: Problem, locale: Locale): string {
  const { where, reason } = describeProblem(problem, locale);
  return messagesFor(commandMessages, locale).problemAt(where, reason);
}

/** How large the index in use is, and which it is. */
export function indexSummary({ generation }: LibraryStatus, locale: Locale): string {
  const { corpus, collection, id } = generation;
  return messagesFor(commandMessages, locale).indexSummary(
    formatCount(corpus.articles.length, locale),
    formatCount(collection.passageCount, locale),
    id,
  );
}

/** What is in use, what is going on and how the last run ended. */
export function statusBlocks(status: LibraryStatus, locale: Locale): Block[] {
  const messages = messagesFor(commandMessages, locale);
  const { generation, running, last } = status;
  const blocks: Block[] = [
    textBlock(indexSummary(status, locale)),
    textBlock(messages.builtAt(utcTime(generation.builtAt))),
    textBlock(
      running
        ? messages.running(
            running.stage,
            formatCount(running.done, locale),
            formatCount(running.total, locale),
          )
        : messages.notRunning,
    ),
  ];
  if (last) {
    const when = utcTime(last.endedAt);
    blocks.push(
      last.error === null
        ? textBlock(messages.lastApplied(when), 'subtle')
        : textBlock(messages.lastFailed(when), 'warning'),
    );
  }
  return blocks;
}

/** To the minute, and the same for every reader wherever they are. */
function utcTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
