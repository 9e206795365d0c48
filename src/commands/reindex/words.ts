import { countRejected, type Problem } from '../../corpus/index.ts';
import { describeProblem, type Locale } from '../../i18n/index.ts';
import type { Actor, LibraryStatus, ReindexError } from '../../library/index.ts';
import type { CommandCall } from '../command.ts';
import { reindexMessages } from './messages.ts';

/** How many reasons are given for a refusal. */
const MAX_REASONS = 5;

/** UTF-16 units of a person's name; Discord's are no longer than 32 characters. */
const NAME_UNITS = 64;

/** Controls, and what changes the direction of the words beside it (Unicode Standard Annex 9). */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Who uses a command, as the library knows them. */
export function actorOf({ person }: Pick<CommandCall, 'person'>): Actor {
  return person ? { kind: 'person', ...person } : { kind: 'terminal' };
}

/** What an actor is called, on one line. Plain text. */
export function nameOf(actor: Actor | null, locale: Locale): string {
  const { actors } = reindexMessages[locale];
  if (actor === null) return actors.unknown;
  if (actor.kind !== 'person') return actors[actor.kind];
  const name = actor.name.replace(UNSEEN, ' ').trim().slice(0, NAME_UNITS);
  return name.replace(/\p{Cs}$/u, '') || actor.id;
}

/** Why a reindex was not applied, and what its person can do about it. */
export function explainReindexError(error: ReindexError, locale: Locale): string {
  const messages = reindexMessages[locale];
  switch (error.code) {
    case 'busy':
      return messages.busy(nameOf(error.run?.by ?? null, locale));
    case 'cancelled':
      return error.by?.kind === 'shutdown'
        ? messages.shutDown
        : messages.cancelled(nameOf(error.by, locale));
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
      const errors = error.problems.filter(({ severity }) => severity === 'error');
      const rejected = countRejected(errors);
      return [messages.noUsableArticle(rejected), ...reasons(errors, locale)].join('\n');
    }
  }
}

function reasons(problems: readonly Problem[], locale: Locale): string[] {
  const lines = problems.slice(0, MAX_REASONS).map((problem) => problemLine(problem, locale));
  return lines.length < problems.length ? [...lines, '…'] : lines;
}

/** Where a problem is, and which: "lines.jsonl:7: there is no text in it". */
export function problemLine(problem: Problem, locale: Locale): string {
  const { where, reason } = describeProblem(problem, locale);
  return reindexMessages[locale].problemAt(where, reason);
}

/** How large the index in use is, and which it is. */
export function indexSummary(
  { generation }: Pick<LibraryStatus, 'generation'>,
  locale: Locale,
): string {
  const { corpus, collection, id } = generation;
  return reindexMessages[locale].indexSummary(corpus.articles.length, collection.passageCount, id);
}

/** ms as seconds with one decimal. */
export function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

/** To the minute, and the same for every reader wherever they are. */
export function utcTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
