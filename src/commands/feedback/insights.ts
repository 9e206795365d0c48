import { z } from 'zod';
import type { Feedback, PageRequest, Page as StoredPage } from '../../feedback/index.ts';
import { formatCount, localised, messagesFor } from '../../i18n/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Command, CommandCall, CommandResult, Services } from '../command.ts';
import { commandMessages } from '../messages.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import {
  hasOtherPages,
  itemAt,
  type Page,
  type PagedReply,
  turnActions,
  type Unit,
  widestPage,
} from '../paging.ts';
import type { Action, Reply } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { orUnavailable, requireFeedback } from './ask-feedback.ts';
import { unansweredUnit, wrongUnit } from './insights-blocks.ts';
import { type InsightsMessages, insightsMessages } from './insights-messages.ts';

const SUBCOMMANDS = ['unanswered', 'wrong', 'export', 'delete'] as const;

/** The longest file that is exported, in bytes: Discord takes 10 MiB with all its wrapping. */
export const EXPORT_BYTES = 8 * 1024 ** 2;

const EXPORT_NAME = 'feedback.csv';

/** The most items of a page: what is read at a glance. */
const PAGE_ITEMS = 8;

/** `/insights`: what people asked in vain or found wrong, the whole of it as a file, and deleting it. */
export const insightsCommand: Command = {
  definition: {
    name: 'insights',
    description: localised(
      'What people asked without an answer or marked as wrong',
      '查看没有答案的问题和被标为错误的引文',
      '查看沒有答案的問題和被標為錯誤的引文',
    ),
    access: 'moderators',
    feature: 'feedback',
    options: [],
    subcommands: [
      {
        name: 'unanswered',
        description: localised(
          'Questions without an answer, most people first',
          '没有答案的问题，提问人数多的在前',
          '沒有答案的問題，提問人數多的在前',
        ),
        options: [],
      },
      {
        name: 'wrong',
        description: localised(
          'Quotes that were marked as wrong, most people first',
          '被标为错误的引文，人数多的在前',
          '被標為錯誤的引文，人數多的在前',
        ),
        options: [],
      },
      {
        name: 'export',
        description: localised(
          'All questions and feedback as a CSV file',
          '把所有问题与反馈导出为 CSV 文件',
          '把所有問題與回饋匯出為 CSV 檔案',
        ),
        options: [],
      },
      {
        name: 'delete',
        description: localised(
          'Delete all questions and feedback, after a confirmation',
          '删除所有问题与反馈（需确认）',
          '刪除所有問題與回饋（需確認）',
        ),
        options: [],
      },
    ],
  },

  run: async (call, services) => {
    const { locale, subcommand } = call;
    const common = messagesFor(commandMessages, locale);
    if (!call.isModerator) throw new UserError('moderators-only', common.moderatorsOnly);
    const feedback = requireFeedback(services, locale);
    const context = { call, services, feedback, messages: messagesFor(insightsMessages, locale) };
    switch (subcommand) {
      case 'unanswered':
        return orUnavailable(showUnanswered(context), locale);
      case 'wrong':
        return orUnavailable(showWrong(context), locale);
      case 'export':
        return orUnavailable(exportAll(context), locale);
      case 'delete':
        return orUnavailable(deleteAll(context), locale);
      default:
        throw new UserError(
          'unknown-subcommand',
          common.unknownSubcommand('insights', SUBCOMMANDS.join(common.listSeparator)),
        );
    }
  },
};

interface Context {
  readonly call: CommandCall;
  readonly services: Services;
  readonly feedback: Feedback;
  readonly messages: InsightsMessages;
}

function showUnanswered(context: Context): Promise<CommandResult> {
  const { call, feedback, messages } = context;
  return showList(context, {
    load: feedback.unanswered,
    heading: messages.unansweredHeading,
    none: messages.noneUnanswered,
    toUnit: (group) => unansweredUnit(group, call.locale),
  });
}

function showWrong(context: Context): Promise<CommandResult> {
  const { call, feedback, messages, services } = context;
  const generation = services.library.current();
  return showList(context, {
    load: feedback.wrong,
    heading: messages.wrongHeading,
    none: messages.noneWrong,
    toUnit: (passage) => wrongUnit(passage, generation, call.locale),
  });
}

interface List<Item> {
  readonly load: (request: PageRequest) => Promise<StoredPage<Item>>;
  readonly heading: (count: string, isOne: boolean) => string;
  readonly none: (days: string) => string;
  readonly toUnit: (item: Item) => Unit;
}

/** The page of a list that begins at the call's `start`, with buttons for those around it. */
async function showList<Item>(
  { call, feedback, messages }: Context,
  list: List<Item>,
): Promise<CommandResult> {
  const { locale, subcommand } = call;
  const write = (count: number) => formatCount(count, locale);
  const schemas = optionSchemas(locale);
  const { start = 1 } = parseOptions(z.object({ start: schemas.position('start') }), call.options);
  const { items, total, offset } = await loadAround(list.load, start - 1);
  const days = write(feedback.keptDays);

  const callAt = (index: number) => ({
    command: 'insights',
    ...(subcommand !== null && { subcommand }),
    options: { start: String(index + 1) },
  });
  if (total === 0) {
    const blocks = [textBlock(list.none(days))];
    const heading = list.heading(write(0), false);
    const reply: Reply = {
      locale,
      visibility: 'private',
      heading,
      blocks,
      footer: null,
      isTimeless: true,
    };
    return { reply, json: () => ({ total, items }) };
  }
  const itemsOn = ({ first, end }: Page) => items.slice(first - offset, end - offset);
  const reply: PagedReply = {
    count: total,
    start: start - 1,
    most: PAGE_ITEMS,
    unit: (index) => list.toUnit(itemAt(items, index - offset)),
    around: (page, blocks) => ({
      locale,
      visibility: 'private',
      heading: list.heading(write(total), total === 1),
      blocks,
      footer: messages.keptFor(days),
      isTimeless: true,
      ...(hasOtherPages(page) && { actions: turnActions(page, total, callAt, locale) }),
    }),
  };
  return { reply, json: () => ({ total, items: itemsOn(widestPage(reply)) }) };
}

/** Two pages of a list before an index, and one from there: the last page is found from its end. */
async function loadAround<Item>(
  load: List<Item>['load'],
  index: number,
): Promise<StoredPage<Item> & { readonly offset: number }> {
  const around = async (first: number) => {
    const offset = Math.max(0, first - 2 * PAGE_ITEMS);
    return { ...(await load({ offset, limit: first + PAGE_ITEMS - offset })), offset };
  };
  const page = await around(index);
  // The list has become shorter since: its last page is shown.
  return index < page.total ? page : around(page.total);
}

async function exportAll({ call, services, feedback, messages }: Context): Promise<CommandResult> {
  const { locale, person } = call;
  const { csv, rows, omitted } = await feedback.exportCsv(EXPORT_BYTES);
  services.audit?.({
    action: 'insights-export',
    person,
    text: (language) =>
      messagesFor(insightsMessages, language).auditExport(formatCount(rows, language)),
    fields: { rows, omitted },
  });
  const reply: Reply = {
    locale,
    visibility: 'private',
    heading: messages.exportHeading,
    blocks: [
      textBlock(messages.exported(formatCount(rows, locale))),
      ...(omitted > 0
        ? [textBlock(messages.omitted(formatCount(omitted, locale)), 'warning')]
        : []),
      textBlock(messages.exportNote, 'subtle'),
    ],
    footer: null,
    attachment: { name: EXPORT_NAME, mediaType: 'text/csv', bytes: csv },
    isTimeless: true,
  };
  return { reply, json: () => ({ rows, omitted, csv: Buffer.from(csv).toString('utf8') }) };
}

async function deleteAll({ call, services, feedback, messages }: Context): Promise<CommandResult> {
  const { locale, person } = call;
  const schemas = optionSchemas(locale);
  // Given by the button alone.
  const { confirm } = parseOptions(
    z.object({ confirm: schemas.choice('confirm', ['yes']) }),
    call.options,
  );
  const isConfirmed = confirm === 'yes' && call.isByButton === true;
  const common = { locale, visibility: 'private', footer: null, isTimeless: true } as const;
  if (!isConfirmed) {
    const action: Action = {
      label: messages.deleteEverything,
      call: { command: 'insights', subcommand: 'delete', options: { confirm: 'yes' } },
      emphasis: 'danger',
    };
    return {
      reply: {
        ...common,
        heading: messages.deleteHeading,
        blocks: [textBlock(messages.deleteWarning, 'warning')],
        actions: [action],
      },
      json: () => ({ deleted: null }),
    };
  }
  const deleted = await feedback.deleteAll();
  const { questions, votes } = deleted;
  services.audit?.({
    action: 'insights-delete',
    person,
    text: (language) =>
      messagesFor(insightsMessages, language).auditDelete(
        formatCount(questions, language),
        formatCount(votes, language),
      ),
    fields: { questions, votes },
  });
  const text = messages.deleted(formatCount(questions, locale), formatCount(votes, locale));
  return {
    reply: { ...common, heading: messages.exportHeading, blocks: [textBlock(text)] },
    json: () => ({ deleted }),
  };
}
