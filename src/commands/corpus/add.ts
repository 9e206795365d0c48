import { z } from 'zod';
import type { Upload } from '../../corpus/editing/index.ts';
import { type Article, checkDetails, UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import { FetchError } from '../../fetch/index.ts';
import { describeFetchFault, formatBytes } from '../../i18n/index.ts';
import { UserError } from '../../shared/errors.ts';
import { AttachmentError, type CommandResult, type FormDefinition } from '../command.ts';
import { parseOptions } from '../options.ts';
import { problemItem } from '../reindex/report.ts';
import { indexSummary } from '../reindex/words.ts';
import type { Action, Block, ListItem, Reply } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { articleItem } from '../sources/sources.ts';
import { type CorpusUse, corpusAction, corpusReply, putInUse, resultOf } from './editing.ts';
import { corpusMessages } from './messages.ts';

/** How many articles and problems of a file are listed. */
const MAX_ITEMS = 5;

/** UTF-16 units of an article's beginning that are shown. */
const OPENING_UNITS = 300;

/** UTF-16 units: as much as the reader keeps of a title or a publisher, and of an address. */
const LINE_UNITS = 500;
const ADDRESS_UNITS = 2048;
const DATE_UNITS = 40;

const TYPED = z.object({
  file: z.string().optional(),
  upload: z.string().optional(),
  do: z.enum(['look', 'add', 'edit', 'discard']).default('look'),
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
});

/** `/corpus add`: a file is looked at first, and what is done with it then comes from its buttons. */
export async function addToCorpus(use: CorpusUse): Promise<CommandResult> {
  const { editor, messages } = use;
  const typed = parseOptions(TYPED, use.call.options);
  if (typed.upload === undefined) {
    const isOne = (typed.file === undefined) !== (typed.url === undefined);
    if (!isOne) throw new UserError('no-attachment', messages.noAttachment);
    const upload =
      typed.url === undefined ? await receive(typed.file, use) : await fetchPage(typed.url, use);
    return preview(upload, use);
  }
  switch (typed.do) {
    case 'look':
      return preview(await editor.uploaded(typed.upload), use);
    case 'edit': {
      const upload = await editor.uploaded(typed.upload);
      const { details, problems } = checkDetails(typed, upload.name);
      if (problems.length > 0) throw new UserError('invalid-details', linesOf(problems, use));
      return preview(await editor.edit(upload.id, details), use);
    }
    case 'discard':
      await editor.discard(typed.upload);
      return resultOf(corpusReply(use, messages.discarded, []), { discarded: typed.upload });
    case 'add':
      return addUpload(typed.upload, use);
  }
}

/** The form with the details of an upload as they are now. */
export async function detailsForm(use: CorpusUse): Promise<FormDefinition> {
  const { editor, messages, call } = use;
  const { upload: id = '' } = parseOptions(TYPED, call.options);
  const upload = await editor.uploaded(id);
  const [article] = upload.articles;
  if (!article || !upload.isEditable)
    throw new UserError('not-editable', messages.errors['not-editable']());
  const { title, publisher, published, url } = article;
  const field = (name: 'title' | 'publisher' | 'published' | 'url', value: string | null) => ({
    name,
    label: messages.fields[name],
    value: value ?? '',
  });
  return {
    title: messages.formTitle,
    fields: [
      { ...field('title', title), maxLength: LINE_UNITS },
      {
        ...field('publisher', publisher === UNKNOWN_PUBLISHER ? null : publisher),
        maxLength: LINE_UNITS,
      },
      { ...field('published', published), maxLength: DATE_UNITS, placeholder: '2020-09-14' },
      { ...field('url', url), maxLength: ADDRESS_UNITS, placeholder: 'https://' },
    ],
    call: { command: 'corpus', subcommand: 'add', options: { upload: id, do: 'edit' } },
  };
}

async function receive(key: string | undefined, use: CorpusUse): Promise<Upload> {
  const { call, editor, messages } = use;
  const attachment = call.attachments?.get(key ?? '');
  if (!attachment) throw new UserError('no-attachment', messages.noAttachment);
  const { name, byteLength, read } = attachment;
  editor.checkName(name);
  const maxBytes = editor.maxUploadBytes(name);
  const tooLarge = () => new UserError('too-large', messages.tooLarge(name, formatBytes(maxBytes)));
  if (byteLength > maxBytes) throw tooLarge();
  try {
    return await editor.upload(name, await read(maxBytes));
  } catch (error) {
    if (!(error instanceof AttachmentError)) throw error;
    if (error.code === 'too-large') throw tooLarge();
    throw new UserError(error.code, messages.attachment[error.code], { cause: error });
  }
}

async function fetchPage(
  address: string,
  { call, editor, fetching, messages }: CorpusUse,
): Promise<Upload> {
  if (fetching === null) throw new UserError('switched-off', messages.fetchingSwitchedOff);
  try {
    const { name, bytes, origin } = await fetching.look(address);
    return await editor.upload(name, bytes, origin);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const [reason, remedy] = describeFetchFault(error.fault, call.locale);
    const message = messages.notFetched(reason, remedy);
    throw new UserError(`fetch-${error.fault.kind}`, message, { cause: error });
  }
}

function preview(upload: Upload, use: CorpusUse, warning: string | null = null): CommandResult {
  return resultOf(previewReply(upload, use, warning), {
    upload: upload.id,
    file: upload.name,
    articles: upload.articles.map(({ id, title }) => ({ id, title })),
    problems: upload.problems,
  });
}

function previewReply(upload: Upload, use: CorpusUse, warning: string | null): Reply {
  const { call, messages } = use;
  const { locale } = call;
  const { id, name, byteLength, articles, problems } = upload;
  const clashes = clashesOf(upload, use);
  const isUsable = articles.length > 0 && clashes.length === 0;
  const [first, ...others] = articles;
  const heading =
    first === undefined
      ? messages.previewNone
      : others.length === 0
        ? messages.previewOne
        : messages.previewMany(articles.length);
  const blocks: Block[] = [
    ...(warning === null ? [] : [textBlock(warning, 'warning')]),
    ...clashes.map((text) => textBlock(text, 'warning')),
    ...copiesOf(upload, use).map((text) => textBlock(text, 'warning')),
    ...versionsOf(upload, use).map((text) => textBlock(text)),
    ...listOf(
      articles.map((article) => articleItem(article, locale)),
      use,
    ),
    ...(first && others.length === 0 ? [textBlock(messages.begins(openingOf(first)))] : []),
    ...(problems.length === 0 ? [] : [textBlock(messages.problems, 'heading')]),
    ...listOf(
      problems.map((problem) => problemItem(problem, locale)),
      use,
    ),
    textBlock(messages.fileAndSize(name, formatBytes(byteLength)), 'subtle'),
    ...(isUsable ? [textBlock(messages.notYet, 'subtle')] : []),
  ];
  const step = (label: string, todo: string, rest: Pick<Action, 'target' | 'emphasis'> = {}) =>
    corpusAction(label, 'add', { upload: id, do: todo }, rest);
  return corpusReply(use, heading, blocks, [
    ...(isUsable ? [step(messages.add, 'add', { emphasis: 'main' })] : []),
    ...(upload.isEditable ? [step(messages.editDetails, 'edit', { target: 'form' })] : []),
    step(messages.discard, 'discard'),
  ]);
}

/** Articles that state an id which another article has: the reader would drop one of them. */
function clashesOf({ articles }: Upload, { library, messages }: CorpusUse): string[] {
  const { byId } = library.current().corpus;
  return articles.flatMap(({ id, inferred }) => {
    // A file gets a name that gives no such id.
    const other = inferred.includes('id') ? undefined : byId.get(id);
    return other ? [messages.idTaken(id, other.title)] : [];
  });
}

function copiesOf({ articles }: Upload, { library, messages }: CorpusUse): string[] {
  const inUse = library.current().corpus.articles;
  return articles.slice(0, MAX_ITEMS).flatMap(({ text }) => {
    const copy = inUse.find((article) => article.text === text);
    return copy ? [messages.sameText(copy.title)] : [];
  });
}

/** Articles that come from the address of one in use, and say something else. */
function versionsOf({ articles }: Upload, { library, messages }: CorpusUse): string[] {
  const inUse = library.current().corpus.articles;
  return articles.slice(0, MAX_ITEMS).flatMap(({ url, retrieved, text }) => {
    const others = inUse.filter((article) => article.url === url);
    const isVersion =
      retrieved !== null && others.length > 0 && others.every((other) => other.text !== text);
    return isVersion ? [messages.newVersion] : [];
  });
}

function listOf(items: readonly ListItem[], { messages }: CorpusUse): Block[] {
  if (items.length === 0) return [];
  const left = items.length - MAX_ITEMS;
  const more = { count: left, text: messages.andMore(left) };
  return [{ type: 'list', items: items.slice(0, MAX_ITEMS), ...(left > 0 && { more }) }];
}

function openingOf({ text, bodyStart }: Article): string {
  const body = text.slice(bodyStart).trimStart();
  const line = body.slice(0, OPENING_UNITS).replaceAll(/\s+/gu, ' ');
  return body.length <= OPENING_UNITS ? line.trim() : `${line.replace(/\p{Cs}$/u, '').trim()}…`;
}

function linesOf(problems: Upload['problems'], { call }: CorpusUse): string {
  return problems
    .map((problem) => problemItem(problem, call.locale))
    .map(({ text, detail }) => `${text}. ${detail ?? ''}`)
    .join('\n');
}

async function addUpload(id: string, use: CorpusUse): Promise<CommandResult> {
  const upload = await use.editor.uploaded(id);
  if (use.library.status().running !== null)
    return preview(upload, use, use.messages.errors.busy());
  return use.editor.exclusively(() => addNow(upload, use));
}

async function addNow(upload: Upload, use: CorpusUse): Promise<CommandResult> {
  const { call, editor, library, audit, messages } = use;
  if (upload.articles.length === 0 || clashesOf(upload, use).length > 0)
    return preview(upload, use);
  const { byId } = library.current().corpus;
  const change = await editor.add(upload.id, call.person, (id) => byId.has(id));
  const { file } = change;
  const outcome = await putInUse(change, use);
  if (!outcome.isMade) {
    const again = outcome.uploadId === null ? null : await editor.uploaded(outcome.uploadId);
    const warning = `${messages.takenBack} ${outcome.reason}`;
    return again
      ? preview(again, use, warning)
      : resultOf(corpusReply(use, messages.previewNone, [textBlock(warning, 'warning')]), {});
  }
  const articles = outcome.report.added.filter((article) => article.file === file);
  const problems = outcome.report.problems.filter((problem) => problem.file === file);
  if (articles.length === 0) {
    const { uploadId } = await editor.undo(change.id);
    return preview(await editor.uploaded(uploadId ?? ''), use, messages.gaveNothing);
  }
  audit({
    action: 'corpus-add',
    person: call.person,
    text: (locale) => corpusMessages[locale].added(file),
    fields: { file, articles: articles.map(({ id }) => id) },
  });
  const reply = corpusReply(
    use,
    messages.added(file),
    [
      ...listOf(
        articles.map((article) => articleItem(article, call.locale)),
        use,
      ),
      ...listOf(
        problems.map((problem) => problemItem(problem, call.locale)),
        use,
      ),
      textBlock(indexSummary(library.status(), call.locale), 'subtle'),
      textBlock(messages.canBeUndone, 'subtle'),
    ],
    [corpusAction(messages.undo, 'undo', { change: change.id })],
  );
  return resultOf(reply, { added: file, articles: articles.map(({ id }) => id), problems });
}
