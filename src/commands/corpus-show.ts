import { z } from 'zod';
import type { Change, FolderFile } from '../curation/index.ts';
import { formatBytes, formatCount } from '../i18n/index.ts';
import type { CommandResult } from './command.ts';
import { type CorpusUse, corpusAction, corpusReply, whoAndWhen } from './corpus-use.ts';
import { optionSchemas, parseOptions } from './options.ts';
import { utcTime } from './reindex-words.ts';
import type { Action, ListBlock, Reply } from './reply.ts';
import { textBlock } from './reply-parts.ts';

/** The most files of one page: what is read at a glance. */
const PAGE_FILES = 10;

/** `/corpus show`: the files of the folder, page by page, and the change that can be undone. */
export async function showCorpus(use: CorpusUse): Promise<CommandResult> {
  const { call, curation } = use;
  const schemas = optionSchemas(call.locale);
  const schema = z.object({ start: schemas.position('start') });
  const { start = 1 } = parseOptions(schema, call.options);
  const files = await curation.files();
  const last = await curation.lastChange();
  const first = Math.min(start, Math.max(1, files.length)) - 1;
  const { fits = () => true } = call;
  let reply = pageReply(files, first, PAGE_FILES, last, use);
  for (let length = PAGE_FILES - 1; length > 0 && !fits(reply); length -= 1) {
    reply = pageReply(files, first, length, last, use);
  }
  return { reply, json: () => ({ files, last }) };
}

function pageReply(
  files: readonly FolderFile[],
  first: number,
  length: number,
  last: Change | null,
  use: CorpusUse,
): Reply {
  const { call, messages } = use;
  const { locale } = call;
  const count = (value: number) => formatCount(value, locale);
  const shown = files.slice(first, first + length);
  const end = first + shown.length;
  const isPaged = shown.length < files.length;
  return corpusReply(
    use,
    messages.showHeading(count(files.length), files.length === 1),
    [
      shown.length === 0
        ? textBlock(messages.showEmpty)
        : { type: 'list', items: shown.map((file) => fileItem(file, use)) },
      textBlock(last === null ? messages.nothingToUndo : lastLine(last, use), 'subtle'),
    ],
    [
      ...(isPaged
        ? [
            turn(messages.previous, first === 0 ? null : Math.max(1, first + 1 - PAGE_FILES)),
            {
              label: messages.position(count(first + 1), count(end), count(files.length)),
              call: null,
            },
            turn(messages.next, end === files.length ? null : end + 1),
          ]
        : []),
      ...(last === null ? [] : [corpusAction(messages.undo, 'undo', { change: last.id })]),
    ],
  );
}

function turn(label: string, start: number | null): Action {
  return start === null
    ? { label, call: null }
    : corpusAction(label, 'show', { start: String(start) });
}

function fileItem(
  { file, byteLength, changedAt, addedBy }: FolderFile,
  { call, library, messages }: CorpusUse,
): ListBlock['items'][number] {
  const { locale } = call;
  const articles = library.current().corpus.articles.filter((article) => article.file === file);
  const detail = [
    articles.length === 0
      ? messages.holdsNone
      : messages.holds(formatCount(articles.length, locale), articles.length === 1),
    formatBytes(byteLength, locale),
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
