import type { Locale } from '../../i18n/index.ts';
import { type LibraryStatus, ReindexError } from '../../library/index.ts';
import type { CommandResult } from '../command.ts';
import type { Action, Block } from '../reply.ts';
import { privateReply, textBlock } from '../reply-parts.ts';
import { reindexMessages } from './messages.ts';
import { cancelAction, progressText } from './progress.ts';
import { explainReindexError, indexSummary, nameOf, utcTime } from './words.ts';

/** What is in use, what is going on and how the last run ended, under a heading. */
export function statusResult(
  status: LibraryStatus,
  heading: string,
  locale: Locale,
): CommandResult {
  return {
    reply: privateReply(heading, statusBlocks(status, locale), locale, {
      ...(status.running && { actions: [refreshAction(locale), cancelAction(locale)] }),
    }),
    json: () => statusJson(status),
  };
}

function refreshAction(locale: Locale): Action {
  const call = { command: 'reindex', subcommand: 'status', options: {} };
  return { label: reindexMessages[locale].refresh, call };
}

function statusBlocks(status: LibraryStatus, locale: Locale): Block[] {
  const messages = reindexMessages[locale];
  const { generation, running } = status;
  return [
    textBlock(indexSummary(status, locale)),
    textBlock(messages.builtAt(utcTime(generation.builtAt))),
    ...(running
      ? [
          textBlock(messages.startedBy(nameOf(running.by, locale), utcTime(running.startedAt))),
          textBlock(progressText(running, locale)),
        ]
      : [textBlock(messages.notRunning)]),
    ...lastBlocks(status, locale),
  ];
}

/** How the last reindex ended, and why it failed; nothing where there was none. */
export function lastBlocks({ last }: LibraryStatus, locale: Locale): Block[] {
  if (!last) return [];
  const messages = reindexMessages[locale];
  const { error } = last;
  const when = utcTime(last.endedAt);
  const who = nameOf(last.by, locale);
  if (error === null) return [textBlock(messages.lastApplied(who, when), 'subtle')];
  if (error instanceof ReindexError && error.code === 'cancelled') {
    return [textBlock(messages.lastCancelled(nameOf(error.by, locale), when), 'subtle')];
  }
  return [
    textBlock(messages.lastFailed(who, when), 'warning'),
    textBlock(reasonOf(error, locale), 'subtle'),
  ];
}

/** Why a reindex failed, for a person: of what was not foreseen only that the log has it. */
export function reasonOf(error: unknown, locale: Locale): string {
  return error instanceof ReindexError
    ? explainReindexError(error, locale)
    : reindexMessages[locale].unexpected;
}

/** The kebab-case reason of a failure, for JSON and the log. */
export function codeOf(error: unknown): string {
  return error instanceof ReindexError ? error.code : 'unexpected';
}

function statusJson({ generation, running, last }: LibraryStatus) {
  const { id, corpus, collection, builtAt } = generation;
  return {
    generation: {
      id,
      articleCount: corpus.articles.length,
      passageCount: collection.passageCount,
      builtAt,
    },
    running,
    last: last && { ...last, error: last.error && codeOf(last.error) },
  };
}
