import { z } from 'zod';
import { type Locale, localised } from '../../i18n/index.ts';
import { ReindexError, type ReindexReport, type RunningReindex } from '../../library/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Command, CommandCall, CommandResult, Services } from '../command.ts';
import { commandMessages } from '../messages.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { articleJson } from '../sources/sources.ts';
import { appliedEntry, cancelledEntry, failedEntry } from './audit.ts';
import { reindexMessages } from './messages.ts';
import { cancelAction } from './progress.ts';
import {
  countsLine,
  hasChanges,
  previewReply,
  reportHash,
  reportSections,
  sectionBlocks,
} from './report.ts';
import { lastBlocks, statusResult } from './status.ts';
import { actorOf, explainReindexError, indexSummary, inSeconds, nameOf } from './words.ts';

const SUBCOMMANDS = ['preview', 'apply', 'cancel', 'status'] as const;

/** `/reindex`: what a reindex would change, doing it, giving it up, and how it stands. */
export const reindexCommand: Command = {
  outlastsAnswer: true,
  isAboutIndex: true,
  definition: {
    name: 'reindex',
    description: localised('Reread the article folder', '重新读取文章文件夹'),
    access: 'moderators',
    options: [],
    subcommands: [
      {
        name: 'preview',
        description: localised(
          'Show what would be added, changed, removed and rejected',
          '查看将新增、修改、移除和不采用的文章',
        ),
        options: [],
      },
      {
        name: 'apply',
        description: localised(
          'Read the articles and switch to the new index',
          '读取文章并启用新的索引',
        ),
        options: [],
      },
      {
        name: 'cancel',
        description: localised(
          'Cancel the running reindex and keep the current index',
          '取消正在进行的重建，保留当前索引',
        ),
        options: [],
      },
      {
        name: 'status',
        description: localised(
          'Show the current index and whether a reindex is running',
          '查看当前索引以及是否正在重建',
        ),
        options: [],
      },
    ],
  },

  run: async (call, services) => {
    const { locale } = call;
    const messages = commandMessages[locale];
    if (!call.isModerator) throw new UserError('moderators-only', messages.moderatorsOnly);
    const subcommand = SUBCOMMANDS.find((name) => name === call.subcommand);
    if (subcommand === undefined) {
      throw new UserError(
        'unknown-subcommand',
        messages.unknownSubcommand('reindex', SUBCOMMANDS.join(messages.listSeparator)),
      );
    }
    try {
      return await RUNS[subcommand](call, services);
    } catch (error) {
      if (!(error instanceof ReindexError)) throw error;
      const { run } = error;
      if (run) return busyResult(run, call, services);
      throw new UserError(error.code, explainReindexError(error, locale), { cause: error });
    }
  },
};

const RUNS: Readonly<Record<(typeof SUBCOMMANDS)[number], Command['run']>> = {
  preview,
  apply,
  cancel: async (call, services) => cancel(call, services),
  status: async ({ locale }, { library }) =>
    statusResult(library.status(), reindexMessages[locale].status, locale),
};

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
    ...(hasChanges(report) ? [] : [textBlock(messages.nothingChanged)]),
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
    summary: { ...privateReply(messages.applied, summary, locale), visibility: 'public' },
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
    reply: { ...privateReply(messages.alreadyDifferent, blocks, locale), actions: [again] },
    json: () => null,
  };
}

/** Another reindex is in the way: by whom, how far it is, and what can be done. */
function busyResult(
  run: RunningReindex,
  { locale }: CommandCall,
  { library }: Services,
): CommandResult {
  // As it stood when it was in the way: it may have ended by now.
  const status = { ...library.status(), running: run };
  return statusResult(status, reindexMessages[locale].anotherRuns, locale);
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

/** A reindex is the moderator's business; the channel does not see it. */
function privateReply(heading: string, blocks: readonly Block[], locale: Locale): Reply {
  return { locale, visibility: 'private', heading, blocks, footer: null };
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
