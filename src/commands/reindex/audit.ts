import { countRejected } from '../../corpus/index.ts';
import type { LibraryStatus, ReindexReport, RunningReindex } from '../../library/index.ts';
import type { AuditEntry, CommandCall } from '../command.ts';
import { reindexMessages } from './messages.ts';
import { progressText } from './progress.ts';
import { countsLine } from './report.ts';
import { codeOf, reasonOf } from './status.ts';
import { inSeconds, nameOf } from './words.ts';

type Caller = Pick<CommandCall, 'person'>;

/**
 * A reindex was applied.
 *
 * @param before id of the generation before.
 */
export function appliedEntry(
  { person }: Caller,
  report: ReindexReport,
  before: string,
): AuditEntry {
  const { added, changed, removed, problems, generationId: after, durationMs } = report;
  return {
    action: 'reindex-apply',
    person,
    text: (locale) =>
      [
        reindexMessages[locale].auditApplied(inSeconds(durationMs)),
        countsLine(report, locale),
        reindexMessages[locale].versions(before, after),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    fields: {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      rejected: countRejected(problems.filter(({ severity }) => severity === 'error')),
      generationBefore: before,
      generationAfter: after,
      durationMs,
    },
  };
}

/** A reindex failed, and the generation in use stayed. */
export function failedEntry(
  { person }: Caller,
  error: unknown,
  { generation, last }: LibraryStatus,
): AuditEntry {
  return {
    action: 'reindex-failed',
    person,
    text: (locale) => reindexMessages[locale].auditFailed(firstLine(reasonOf(error, locale))),
    fields: {
      reason: codeOf(error),
      generationBefore: generation.id,
      generationAfter: generation.id,
      durationMs: last && last.endedAt - last.startedAt,
    },
  };
}

/** Somebody cancelled a reindex. */
export function cancelledEntry(
  { person }: Caller,
  run: RunningReindex,
  { generation }: LibraryStatus,
): AuditEntry {
  const { by, stage, done, total } = run;
  return {
    action: 'reindex-cancel',
    person,
    text: (locale) =>
      reindexMessages[locale].auditCancelled(
        nameOf(by, locale),
        firstLine(progressText({ stage, done, total }, locale)),
      ),
    fields: {
      startedBy: by,
      stage,
      done,
      total,
      generationBefore: generation.id,
      generationAfter: generation.id,
    },
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('');
}
