import { UserError } from '../errors.ts';
import { type Locale, localised, messagesFor } from '../i18n/index.ts';
import {
  type Library,
  type LibraryStatus,
  ReindexError,
  type ReindexReport,
} from '../library/index.ts';
import type { Command, CommandCall, CommandResult } from './command.ts';
import { type CommandMessages, commandMessages } from './messages.ts';
import {
  explainRefusal,
  hasChanges,
  indexSummary,
  reportBlocks,
  statusBlocks,
} from './reindex-words.ts';
import type { Block, Reply } from './reply.ts';
import { textBlock } from './reply-parts.ts';
import { articleJson } from './sources.ts';

const SUBCOMMANDS = ['preview', 'apply', 'status'] as const;

/** `/reindex`: what a reindex would change, doing it, and how it stands. */
export const reindexCommand: Command = {
  definition: {
    name: 'reindex',
    description: localised(
      'Read the folder of articles anew',
      '重新读取文章文件夹',
      '重新讀取文章資料夾',
    ),
    access: 'moderators',
    options: [],
    subcommands: [
      {
        name: 'preview',
        description: localised(
          'Show what would be added, changed, removed and rejected',
          '查看将新增、修改、移除和不采用的文章',
          '查看將新增、修改、移除和不採用的文章',
        ),
        options: [],
      },
      {
        name: 'apply',
        description: localised(
          'Read the articles and put the new index in use',
          '读取文章并启用新的索引',
          '讀取文章並啟用新的索引',
        ),
        options: [],
      },
      {
        name: 'status',
        description: localised(
          'Show the index in use and whether a reindex is running',
          '查看当前索引以及是否正在重建',
          '查看目前的索引以及是否正在重建',
        ),
        options: [],
      },
    ],
  },

  run: async (call, { library }) => {
    const messages = messagesFor(commandMessages, call.locale);
    if (!call.isModerator) throw new UserError('moderators-only', messages.moderatorsOnly);
    try {
      return await runSubcommand(call, library, messages);
    } catch (error) {
      if (!(error instanceof ReindexError)) throw error;
      throw new UserError(error.code, explainRefusal(error, call.locale), { cause: error });
    }
  },
};

async function runSubcommand(
  call: CommandCall,
  library: Library,
  messages: CommandMessages,
): Promise<CommandResult> {
  const { subcommand, locale, onProgress } = call;
  switch (subcommand) {
    case 'preview': {
      const report = await library.preview(onProgress);
      const hint = hasChanges(report) ? [textBlock(messages.applyHint, 'subtle')] : [];
      const blocks = [...reportBlocks(report, locale), ...hint];
      return {
        reply: privateReply(messages.reindexPreview, blocks, locale),
        json: () => reportJson(report),
      };
    }
    case 'apply': {
      const report = await library.apply(onProgress);
      const summary = indexSummary(library.status(), locale);
      const seconds = (report.durationMs / 1000).toFixed(1);
      return {
        reply: privateReply(
          messages.reindexApplied,
          [
            ...reportBlocks(report, locale),
            textBlock(`${summary} · ${messages.tookMs(seconds)}`, 'subtle'),
          ],
          locale,
        ),
        json: () => reportJson(report),
      };
    }
    case 'status': {
      const status = library.status();
      return {
        reply: privateReply(messages.reindexStatus, statusBlocks(status, locale), locale),
        json: () => statusJson(status),
      };
    }
    default:
      throw new UserError(
        'unknown-subcommand',
        messages.unknownSubcommand('reindex', SUBCOMMANDS.join(messages.listSeparator)),
      );
  }
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
    last,
  };
}
