import { type Article, countRejected, type Problem } from '../corpus/index.ts';
import { describeProblem, formatCount, type Locale, messagesFor } from '../i18n/index.ts';
import type { LibraryStatus, ReindexError, ReindexReport } from '../library/index.ts';
import { commandMessages } from './messages.ts';
import type { Block, ListBlock } from './reply.ts';
import { textBlock } from './reply-parts.ts';

/** How many reasons are given for a refusal. */
const MAX_REASONS = 5;

/** How many items of one section are listed. No message holds as many; a terminal might. */
const MAX_ITEMS = 200;

/** Why a reindex did not take place, and what its person can do about it. */
export function explainRefusal(error: ReindexError, locale: Locale): string {
  const messages = messagesFor(commandMessages, locale);
  switch (error.code) {
    case 'busy':
      return messages.busy;
    case 'time-limit':
      return messages.timeLimit;
    case 'memory-limit':
      return messages.memoryLimit;
    case 'thread-ended':
      return messages.threadEnded;
    case 'folder-unreadable': {
      const unreadable = error.problems.filter(({ code }) => code === 'folder-unreadable');
      const root = unreadable.find(({ file }) => file === '.');
      if (!root) return [messages.subfolderUnreadable, ...reasons(unreadable, locale)].join('\n');
      const { reason, remedy } = describeProblem(root, locale);
      return messages.folderUnreadable(reason, remedy);
    }
    case 'no-articles': {
      const errors = errorsIn(error.problems);
      const rejected = formatCount(countRejected(errors), locale);
      return [messages.noUsableArticle(rejected), ...reasons(errors, locale)].join('\n');
    }
  }
}

function reasons(problems: readonly Problem[], locale: Locale): string[] {
  const lines = problems.slice(0, MAX_REASONS).map((problem) => problemLine(problem, locale));
  return lines.length < problems.length ? [...lines, '…'] : lines;
}

/** Whether the articles in the folder are others than those in use. */
export function hasChanges({ added, changed, removed }: ReindexReport): boolean {
  return added.length + changed.length + removed.length > 0;
}

/** What a folder changes, and what is wrong with it. */
export function reportBlocks(report: ReindexReport, locale: Locale): Block[] {
  const messages = messagesFor(commandMessages, locale);
  function section<Entry>(
    title: (count: string) => string,
    entries: readonly Entry[],
    toItem: (entry: Entry) => ListBlock['items'][number],
    count = entries.length,
  ): Block[] {
    if (entries.length === 0) return [];
    const items = entries.slice(0, MAX_ITEMS).map(toItem);
    const left = entries.length - items.length;
    const more = { count: left, text: messages.andMore(formatCount(left, locale)) };
    return [
      textBlock(title(formatCount(count, locale)), 'heading'),
      { type: 'list', items, ...(left > 0 && { more }) },
    ];
  }
  const toProblemItem = (problem: Problem) => problemItem(problem, locale);
  const errors = errorsIn(report.problems);
  const warnings = report.problems.filter(({ severity }) => severity === 'warning');
  return [
    ...(hasChanges(report) ? [] : [textBlock(messages.nothingChanged)]),
    ...section(messages.added, report.added, articleItem),
    ...section(messages.changed, report.changed, ({ after }) => articleItem(after)),
    ...section(messages.removed, report.removed, articleItem),
    ...section(messages.rejected, errors, toProblemItem, countRejected(errors)),
    ...section(messages.warnings, warnings, toProblemItem),
  ];
}

function errorsIn(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

function articleItem({ title, file, url }: Article): ListBlock['items'][number] {
  return { text: title, detail: file, url };
}

/** A problem with what to do about it. */
export function problemItem(problem: Problem, locale: Locale): ListBlock['items'][number] {
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
export function utcTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
