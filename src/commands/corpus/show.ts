import { z } from 'zod';
import type { Change, FolderFile } from '../../corpus/editing/index.ts';
import type { Problem } from '../../corpus/index.ts';
import { formatBytes } from '../../i18n/index.ts';
import type { CommandResult } from '../command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import { hasOtherPages, itemAt, type Page, type PagedReply, turnActions } from '../paging.ts';
import { problemItem } from '../reindex/report.ts';
import { utcTime } from '../reindex/words.ts';
import type { Block, ListItem, Reply } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { type CorpusUse, corpusAction, corpusReply, whoAndWhen } from './editing.ts';

/** The most files of one page: what is read at a glance. */
const PAGE_FILES = 10;

/** `/corpus show`: the files of the folder, page by page, and the change that can be undone. */
export async function showCorpus(use: CorpusUse): Promise<CommandResult> {
  const { call, editor, fetching } = use;
  const schemas = optionSchemas(call.locale);
  const schema = z.object({ start: schemas.position('start') });
  const { start = 1 } = parseOptions(schema, call.options);
  const files = await editor.files();
  const last = await editor.lastChange();
  const problems = (await fetching?.problems()) ?? [];
  const reply: PagedReply = {
    count: files.length,
    start: start - 1,
    most: PAGE_FILES,
    unit: (index) => ({ item: fileItem(itemAt(files, index), use) }),
    around: (page, blocks) =>
      pageReply(files.length, page, [...blocks, ...problemBlocks(problems, use)], last, use),
  };
  return { reply, json: () => ({ files, last, problems }) };
}

function pageReply(
  count: number,
  page: Page,
  list: readonly Block[],
  last: Change | null,
  use: CorpusUse,
): Reply {
  const { call, messages } = use;
  const callAt = (index: number) => ({
    command: 'corpus',
    subcommand: 'show',
    options: { start: String(index + 1) },
  });
  return corpusReply(
    use,
    messages.showHeading(count),
    [
      ...(count === 0 ? [textBlock(messages.showEmpty)] : list),
      textBlock(
        last === null ? messages.errors['nothing-to-undo']() : lastLine(last, use),
        'subtle',
      ),
    ],
    [
      ...(hasOtherPages(page) ? turnActions(page, count, callAt, call.locale) : []),
      ...(last === null ? [] : [corpusAction(messages.undo, 'undo', { change: last.id })]),
    ],
  );
}

/** How many problems of feeds are told. */
const MAX_PROBLEMS = 3;

function problemBlocks(problems: readonly Problem[], { call, messages }: CorpusUse): Block[] {
  if (problems.length === 0) return [];
  const left = problems.length - MAX_PROBLEMS;
  const more = { count: left, text: messages.andMore(left) };
  const items = problems.slice(0, MAX_PROBLEMS).map((each) => problemItem(each, call.locale));
  return [
    textBlock(messages.feedProblems, 'heading'),
    { type: 'list', items, ...(left > 0 && { more }) },
  ];
}

function fileItem(
  { file, byteLength, changedAt, addedBy }: FolderFile,
  { library, messages }: CorpusUse,
): ListItem {
  const articles = library.current().corpus.articles.filter((article) => article.file === file);
  const detail = [
    articles.length === 0 ? messages.holdsNone : messages.holds(articles.length),
    formatBytes(byteLength),
    addedBy === null
      ? messages.changedAt(utcTime(changedAt))
      : messages.addedBy(...whoAndWhen(addedBy, messages)),
  ];
  return { text: file, detail: detail.join(' · '), url: null };
}

function lastLine(change: Change, { messages }: CorpusUse): string {
  const line = change.action === 'add' ? messages.lastAdded : messages.lastRemoved;
  return line(change.file, ...whoAndWhen(change, messages));
}
