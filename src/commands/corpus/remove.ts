import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article } from '../../corpus/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { CommandResult } from '../command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import { indexSummary } from '../reindex/words.ts';
import { textBlock } from '../reply-parts.ts';
import { articleDetail } from '../sources/sources.ts';
import {
  type CorpusUse,
  corpusAction,
  corpusReply,
  putInUse,
  refuseWhileBusy,
  resultOf,
} from './editing.ts';
import { corpusMessages } from './messages.ts';

/** How many articles a person is asked to choose among: as many as one row has buttons. */
const MAX_CHOICES = 5;

/** Hexadecimal digits of a digest that stands for a file in a button, where its name may be too long. */
const KEY_DIGITS = 12;

/** A file, with the articles in use that came from it. */
interface Target {
  readonly file: string;
  readonly articles: readonly Article[];
}

/** `/corpus remove`: asks first, naming what it is about, and removes when that is confirmed. */
export async function removeFromCorpus(use: CorpusUse): Promise<CommandResult> {
  const { call, messages } = use;
  const schemas = optionSchemas(call.locale);
  const { article, file, confirm } = parseOptions(
    z.object({
      article: schemas.optionalText('article'),
      file: schemas.optionalText('file'),
      confirm: schemas.optionalText('confirm'),
    }),
    call.options,
  );
  if (confirm === 'no') return resultOf(corpusReply(use, messages.kept, []), {});
  const targets = await allTargets(use);
  if (file !== undefined) {
    const target = targets.find((each) => keyOf(each.file) === file);
    if (!target) throw new UserError('changed-since', messages.changedSince);
    if (confirm === undefined) return ask(target, use);
    if (confirm !== versionOf(target)) return ask(target, use, true);
    return use.editor.exclusively(() => remove(target, use));
  }
  if (article === undefined) throw new UserError('article-missing', messages.articleMissing);
  const [found, ...others] = targetsFor(article, targets);
  if (!found) throw new UserError('no-match', messages.noMatch(article));
  return others.length === 0 ? ask(found, use) : choose([found, ...others], article, use);
}

async function allTargets({ editor, library }: CorpusUse): Promise<Target[]> {
  const byFile = new Map<string, Article[]>();
  for (const article of library.current().corpus.articles) {
    const others = byFile.get(article.file);
    if (others) others.push(article);
    else byFile.set(article.file, [article]);
  }
  const files = await editor.files();
  return files.map(({ file }) => ({ file, articles: byFile.get(file) ?? [] }));
}

/** By id, then by file, then by words of the title. */
function targetsFor(query: string, targets: readonly Target[]): Target[] {
  const byId = targets.filter(({ articles }) => articles.some(({ id }) => id === query));
  if (byId.length > 0) return byId;
  const byFile = targets.filter(({ file }) => file === query);
  if (byFile.length > 0) return byFile;
  const words = [...new Set(folded(query).split(/\s+/u))];
  return targets.filter(({ articles }) =>
    articles.some((article) => {
      const title = folded(article.title);
      return words.every((word) => title.includes(word));
    }),
  );
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function keyOf(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, KEY_DIGITS);
}

/** What a person was shown of a file: another one after the file was read anew and is different. */
function versionOf({ file, articles }: Target): string {
  const hashes = articles.map(({ contentHash }) => contentHash);
  return keyOf([file, ...hashes].join('\n'));
}

function titleOf({ file, articles }: Target): string {
  return articles[0]?.title ?? file;
}

function ask(target: Target, use: CorpusUse, hasChanged = false): CommandResult {
  const { call, messages } = use;
  const { file, articles } = target;
  const [first] = articles;
  const title = titleOf(target);
  const reply = corpusReply(
    use,
    messages.removeHeading(title),
    [
      ...(hasChanged ? [textBlock(messages.changedSince, 'warning')] : []),
      ...(first ? [textBlock(articleDetail(first, call.locale), 'subtle')] : []),
      textBlock(first ? messages.removeFile(file, articles.length) : messages.removeRejected(file)),
      textBlock(messages.canBeUndone, 'subtle'),
    ],
    [
      corpusAction(
        messages.remove(title),
        'remove',
        { file: keyOf(file), confirm: versionOf(target) },
        { emphasis: 'danger' },
      ),
      corpusAction(messages.keep, 'remove', { file: keyOf(file), confirm: 'no' }),
    ],
  );
  return resultOf(reply, { file, articles: articles.map(({ id }) => id) });
}

function choose(targets: readonly Target[], query: string, use: CorpusUse): CommandResult {
  const { messages } = use;
  const shown = targets.slice(0, MAX_CHOICES);
  const left = targets.length - shown.length;
  const reply = corpusReply(
    use,
    messages.severalMatch(query, targets.length),
    [
      {
        type: 'list',
        items: shown.map((target) => ({
          text: titleOf(target),
          detail: target.file,
          url: target.articles[0]?.url ?? null,
        })),
        ...(left > 0 && {
          more: { count: left, text: messages.andMore(left) },
        }),
      },
    ],
    shown.map((target) => corpusAction(titleOf(target), 'remove', { file: keyOf(target.file) })),
  );
  return resultOf(reply, { files: targets.map(({ file }) => file) });
}

async function remove({ file }: Target, use: CorpusUse): Promise<CommandResult> {
  const { call, editor, library, audit, messages } = use;
  refuseWhileBusy(use);
  const change = await editor.remove(file, call.person);
  const outcome = await putInUse(change, use);
  if (!outcome.isMade) {
    const warning = textBlock(`${messages.takenBack} ${outcome.reason}`, 'warning');
    return resultOf(corpusReply(use, messages.kept, [warning]), { removed: null });
  }
  audit({
    action: 'corpus-remove',
    person: call.person,
    text: (locale) => corpusMessages[locale].removed(file),
    fields: { file, articles: outcome.report.removed.map(({ id }) => id) },
  });
  const reply = corpusReply(
    use,
    messages.removed(file),
    [
      textBlock(indexSummary(library.status(), call.locale), 'subtle'),
      textBlock(messages.canBeUndone, 'subtle'),
    ],
    [corpusAction(messages.undo, 'undo', { change: change.id })],
  );
  return resultOf(reply, { removed: file });
}
