import { z } from 'zod';
import type {
  Feedback,
  PageRequest,
  PassageReference,
  QuestionGroup,
  ResultPage,
  WrongPassage,
} from '../../feedback/index.ts';
import { formatDate, type Locale, localised, type MessagesOf } from '../../i18n/index.ts';
import type { Generation } from '../../library/index.ts';
import { createQuote, type Quote, QuoteError, verifyQuote } from '../../retrieval/index.ts';
import type { Command, CommandCall, CommandResult, Services } from '../command.ts';
import { moderatorCommand } from '../moderator-command.ts';
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
import type { Action } from '../reply.ts';
import { privateReply, quoteBlock, textBlock } from '../reply-parts.ts';
import { orUnavailable, requireFeedback } from './ask-feedback.ts';
import { feedbackMessages } from './messages.ts';

/** The longest file that is exported, in bytes: Discord takes 10 MiB with all its wrapping. */
const EXPORT_BYTES = 8 * 1024 ** 2;

const EXPORT_NAME = 'feedback.csv';

/** The most items of a page: what is read at a glance. */
const PAGE_ITEMS = 8;

/** `/insights`: what people asked in vain or found wrong, the whole of it as a file, and deleting it. */
export const insightsCommand = moderatorCommand(
  {
    name: 'insights',
    description: localised(
      'Show questions without an answer and quotes marked as wrong',
      '查看没有答案的问题和被标为错误的引文',
    ),
    feature: 'feedback',
  },
  {
    unanswered: {
      description: localised(
        'Questions without an answer, most people first',
        '没有答案的问题，提问人数多的在前',
      ),
      run: withFeedback(showUnanswered),
    },
    wrong: {
      description: localised(
        'Quotes marked as wrong, most people first',
        '被标为错误的引文，人数多的在前',
      ),
      run: withFeedback(showWrong),
    },
    export: {
      description: localised(
        'Export all questions and feedback as a CSV file',
        '把所有问题与反馈导出为 CSV 文件',
      ),
      run: withFeedback(exportAll),
    },
    delete: {
      description: localised(
        'Delete all questions and feedback, after a confirmation',
        '删除所有问题与反馈（需确认）',
      ),
      run: withFeedback(deleteAll),
    },
  },
);

function withFeedback(run: (context: Context) => Promise<CommandResult>): Command['run'] {
  return async (call, services) => {
    const { locale } = call;
    const feedback = requireFeedback(services, locale);
    const context = { call, services, feedback, messages: feedbackMessages[locale] };
    return orUnavailable(run(context), locale);
  };
}

interface Context {
  readonly call: CommandCall;
  readonly services: Services;
  readonly feedback: Feedback;
  readonly messages: MessagesOf<typeof feedbackMessages>;
}

function showUnanswered(context: Context): Promise<CommandResult> {
  const { call, feedback, messages } = context;
  return showList(context, {
    load: feedback.unanswered,
    heading: messages.insights.unansweredHeading,
    none: messages.insights.noneUnanswered,
    toUnit: (group) => unansweredUnit(group, call.locale),
  });
}

function showWrong(context: Context): Promise<CommandResult> {
  const { call, feedback, messages, services } = context;
  const generation = services.library.current();
  return showList(context, {
    load: feedback.wrong,
    heading: messages.insights.wrongHeading,
    none: messages.insights.noneWrong,
    toUnit: (passage) => wrongUnit(passage, generation, call.locale),
  });
}

interface List<Item> {
  readonly load: (request: PageRequest) => Promise<ResultPage<Item>>;
  readonly heading: (count: number) => string;
  readonly none: (days: number) => string;
  readonly toUnit: (item: Item) => Unit;
}

/** The page of a list that begins at the call's `start`, with buttons for those around it. */
async function showList<Item>(
  { call, feedback, messages }: Context,
  list: List<Item>,
): Promise<CommandResult> {
  const { locale, subcommand } = call;
  const schemas = optionSchemas(locale);
  const { start = 1 } = parseOptions(z.object({ start: schemas.position('start') }), call.options);
  const { items, total, offset } = await loadAround(list.load, start - 1);

  const callAt = (index: number) => ({
    command: 'insights',
    ...(subcommand !== null && { subcommand }),
    options: { start: String(index + 1) },
  });
  if (total === 0) {
    const blocks = [textBlock(list.none(feedback.keptDays))];
    const reply = privateReply(list.heading(0), blocks, locale, { isTimeless: true });
    return { reply, json: () => ({ total, items }) };
  }
  const itemsOn = ({ first, end }: Page) => items.slice(first - offset, end - offset);
  const reply: PagedReply = {
    count: total,
    start: start - 1,
    most: PAGE_ITEMS,
    unit: (index) => list.toUnit(itemAt(items, index - offset)),
    around: (page, blocks) =>
      privateReply(list.heading(total), blocks, locale, {
        footer: messages.insights.storedFor(feedback.keptDays),
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
): Promise<ResultPage<Item> & { readonly offset: number }> {
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
    text: (language) => feedbackMessages[language].insights.auditExport(rows),
    fields: { rows, omitted },
  });
  const blocks = [
    textBlock(messages.insights.exported(rows)),
    ...(omitted > 0 ? [textBlock(messages.insights.omitted(omitted), 'warning')] : []),
    textBlock(messages.insights.exportNote, 'subtle'),
  ];
  const reply = privateReply(messages.insights.exportHeading, blocks, locale, {
    attachments: [{ name: EXPORT_NAME, mediaType: 'text/csv', bytes: csv }],
    isTimeless: true,
  });
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
  if (!isConfirmed) {
    const action: Action = {
      label: messages.insights.deleteEverything,
      call: { command: 'insights', subcommand: 'delete', options: { confirm: 'yes' } },
      emphasis: 'danger',
    };
    const blocks = [textBlock(messages.insights.deleteWarning, 'warning')];
    const rest = { actions: [action], isTimeless: true };
    return {
      reply: privateReply(messages.insights.deleteHeading, blocks, locale, rest),
      json: () => ({ deleted: null }),
    };
  }
  const deleted = await feedback.deleteAll();
  const { questions, votes } = deleted;
  services.audit?.({
    action: 'insights-delete',
    person,
    text: (language) => feedbackMessages[language].insights.auditDelete(questions, votes),
    fields: { questions, votes },
  });
  const blocks = [textBlock(messages.deleted(questions, votes))];
  return {
    reply: privateReply(messages.insights.exportHeading, blocks, locale, { isTimeless: true }),
    json: () => ({ deleted }),
  };
}

/** A question with how many asked it, how often and when. */
function unansweredUnit(group: QuestionGroup, locale: Locale): Unit {
  const messages = feedbackMessages[locale].insights;
  const detail = [
    messages.people(group.people),
    messages.times(group.times),
    daysOf(group, locale),
  ].join(' · ');
  return { item: { text: group.question, detail, url: null } };
}

/** A passage under the question for which it is wrong. */
function wrongUnit(wrong: WrongPassage, generation: Generation, locale: Locale): Unit {
  const messages = feedbackMessages[locale].insights;
  const { people, peopleForIt, passage, question } = wrong;
  const note = [
    messages.markedWrong(people),
    ...(peopleForIt > 0 ? [messages.markedRight(peopleForIt)] : []),
    daysOf(wrong, locale),
  ].join(' · ');
  const quote = findQuote(passage, generation);
  const heading = textBlock(question, 'heading');
  if (quote) {
    const block = { ...quoteBlock([quote], generation, locale), note, isCompact: true };
    return { blocks: [heading, block] };
  }
  const gone = textBlock(messages.passageGone(passage.articleId), 'subtle');
  return { blocks: [heading, gone, textBlock(note, 'subtle')] };
}

/** A passage as it can be quoted now; null when the articles no longer hold it word for word. */
function findQuote(passage: PassageReference, generation: Generation): Quote | null {
  const article = generation.corpus.byId.get(passage.articleId);
  if (!article) return null;
  const quote = { ...createQuote(article, passage, []), hash: passage.hash };
  try {
    verifyQuote(quote, generation.corpus.byId);
    return quote;
  } catch (error) {
    if (error instanceof QuoteError) return null;
    throw error;
  }
}

/** In UTC. */
function daysOf({ firstAt, lastAt }: Pick<QuestionGroup, 'firstAt' | 'lastAt'>, locale: Locale) {
  const dayOf = (time: number) => formatDate(new Date(time).toISOString().slice(0, 10), locale);
  return feedbackMessages[locale].insights.between(dayOf(firstAt), dayOf(lastAt));
}
