import { z } from 'zod';
import { localised } from '../../i18n/index.ts';
import { ReindexError, type ReindexReport } from '../../library/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Command, CommandCall, CommandResult, Services } from '../command.ts';
import { moderatorCommand } from '../moderator-command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import type { Action } from '../reply.ts';
import { privateReply, textBlock } from '../reply-parts.ts';
import { articleJson } from '../sources/sources.ts';
import { appliedEntry, cancelledEntry, failedEntry } from './audit.ts';
import { reindexMessages } from './messages.ts';
import { cancelAction } from './progress.ts';
import {
  changeBlocks,
  countsLine,
  previewReply,
  reportHash,
  reportSections,
  sectionBlocks,
} from './report.ts';
import { lastBlocks, statusResult } from './status.ts';
import { actorOf, explainReindexError, indexSummary, inSeconds, nameOf } from './words.ts';

/** `/reindex`: what a reindex would change, doing it, giving it up, and how it stands. */
export const reindexCommand: Command = {
  ...moderatorCommand(
    {
      name: 'reindex',
      description: localised('Reread the article folder', '重新读取文章文件夹'),
    },
    {
      preview: {
        description: localised(
          'Show what would be added, changed, removed and rejected',
          '查看将新增、修改、移除和不采用的文章',
        ),
        run: explained(preview),
      },
      apply: {
        description: localised(
          'Read the articles and switch to the new index',
          '读取文章并启用新的索引',
        ),
        run: explained(apply),
      },
      cancel: {
        description: localised(
          'Cancel the running reindex and keep the current index',
          '取消正在进行的重建，保留当前索引',
        ),
        run: async (call, services) => cancel(call, services),
      },
      status: {
        description: localised(
          'Show the current index and whether a reindex is running',
          '查看当前索引以及是否正在重建',
        ),
        run: async ({ locale }, { library }) =>
          statusResult(library.status(), reindexMessages[locale].status, locale),
      },
    },
  ),
  outlastsAnswer: true,
  isAboutIndex: true,
};

/** Says why a reindex did not take place; where another one is in the way, how that stands. */
function explained(run: Command['run']): Command['run'] {
  return async (call, services) => {
    try {
      return await run(call, services);
    } catch (error) {
      if (!(error instanceof ReindexError)) throw error;
      const { locale } = call;
      if (!error.run) {
        throw new UserError(error.code, explainReindexError(error, locale), { cause: error });
      }
      // As it stood when it was in the way: it may have ended by now.
      const status = { ...services.library.status(), running: error.run };
      return statusResult(status, reindexMessages[locale].anotherRuns, locale);
    }
  };
}

async function preview(call: CommandCall, { library }: Services): Promise<CommandResult> {
  const { locale, onProgress } = call;
  const schemas = optionSchemas(locale);
  const { start = 1, seen } = parseOptions(
    // Not among the definitions, here as below: it is what buttons say.
    z.object({ start: schemas.position('start'), seen: schemas.optionalText('seen') }),
    call.options,
  );
  // A page that is turned stays until the next one is there.
  const report = await library.preview(seen === undefined ? onProgress : undefined);
  return {
    reply: previewReply({ report, start, seen, locale }),
    json: () => reportJson(report),
  };
}

async function apply(call: CommandCall, { library, audit }: Services): Promise<CommandResult> {
  const { locale, onProgress } = call;
  const schemas = optionSchemas(locale);
  const { base, seen } = parseOptions(
    z.object({ base: schemas.optionalText('base'), seen: schemas.optionalText('seen') }),
    call.options,
  );
  const { id: before } = library.current();
  if (base !== undefined && base !== before) return outdatedResult(call, library);
  const actions = [cancelAction(locale)];
  try {
    const report = await library.apply(
      (progress) => onProgress?.({ ...progress, actions }),
      actorOf(call),
    );
    audit?.(appliedEntry(call, report, before));
    const isOther = seen !== undefined && seen !== reportHash(report, before);
    return appliedResult(report, isOther, call, library);
  } catch (error) {
    const isOurs = error instanceof ReindexError && ['busy', 'cancelled'].includes(error.code);
    if (!isOurs) audit?.(failedEntry(call, error, library.status()));
    throw error;
  }
}

function appliedResult(
  report: ReindexReport,
  isOther: boolean,
  { locale }: CommandCall,
  library: Services['library'],
): CommandResult {
  const messages = reindexMessages[locale];
  const took = messages.took(inSeconds(report.durationMs));
  const counts = countsLine(report, locale);
  const summary = [
    ...changeBlocks(report, locale),
    ...(counts === '' ? [] : [textBlock(counts)]),
    textBlock(`${indexSummary(library.status(), locale)} · ${took}`, 'subtle'),
  ];
  const blocks = [
    ...(isOther ? [textBlock(messages.appliedOther, 'warning')] : []),
    ...summary,
    ...sectionBlocks(reportSections(report, locale), locale),
  ];
  return {
    reply: privateReply(messages.applied, blocks, locale),
    summary: privateReply(messages.applied, summary, locale, { visibility: 'public' }),
    json: () => reportJson(report),
  };
}

/** The preview that was to be applied is of an index that is in use no more. */
function outdatedResult({ locale }: CommandCall, library: Services['library']): CommandResult {
  const messages = reindexMessages[locale];
  const status = library.status();
  const blocks = [textBlock(messages.previewOutdated), ...lastBlocks(status, locale)];
  const again: Action = {
    label: messages.previewAgain,
    call: { command: 'reindex', subcommand: 'preview', options: {} },
  };
  return {
    reply: privateReply(messages.alreadyDifferent, blocks, locale, { actions: [again] }),
    json: () => null,
  };
}

function cancel(call: CommandCall, { library, audit }: Services): CommandResult {
  const { locale } = call;
  const messages = reindexMessages[locale];
  const status = library.status();
  const run = library.cancel(actorOf(call));
  if (!run) {
    const blocks = [textBlock(messages.nothingToCancel), ...lastBlocks(status, locale)];
    return { reply: privateReply('', blocks, locale), json: () => ({ cancelled: null }) };
  }
  audit?.(cancelledEntry(call, run, status));
  const text = messages.cancelledRun(nameOf(run.by, locale));
  return {
    reply: privateReply('', [textBlock(text)], locale),
    json: () => ({ cancelled: run }),
  };
}

function reportJson(report: ReindexReport) {
  const { added, changed, removed, ...rest } = report;
  return {
    added: added.map(articleJson),
    changed: changed.map(({ after }) => articleJson(after)),
    removed: removed.map(articleJson),
    ...rest,
  };
}
