import type { Dirent } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { createError, createWarning, type Problem } from '../problem.ts';
import { causeOf } from './open-file.ts';

/** How many files of a folder are read, unless another number is asked for. */
export const DEFAULT_MAX_FILES = 100_000;

/** How a file is read. */
export type FileKind = 'text' | 'markdown' | 'html' | 'jsonl' | 'json' | 'feed' | DocumentKind;

/** Files that are read in a thread of their own. */
export type DocumentKind = 'pdf' | 'docx' | 'epub';

/** One file to read. */
export interface ListedFile {
  /** Path below the corpus folder, with `/` between folders. */
  readonly file: string;
  /** Where it really is: absolute, all links resolved. */
  readonly path: string;
  readonly kind: FileKind;
}

/** What a folder holds. */
export interface Listing {
  /** The article files, sorted by `file`. */
  readonly files: readonly ListedFile[];
  /** Names of the metadata files at the root that are there, in order of priority. */
  readonly sources: readonly Omit<ListedFile, 'kind'>[];
  /** The same of the files with synonyms. */
  readonly synonyms: readonly Omit<ListedFile, 'kind'>[];
  /** The same of those that name feeds. */
  readonly feeds: readonly Omit<ListedFile, 'kind'>[];
  readonly problems: readonly Problem[];
}

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['shtml', 'html'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['json', 'json'],
  ['pdf', 'pdf'],
  ['xml', 'feed'],
  ['rss', 'feed'],
  ['atom', 'feed'],
  ['docx', 'docx'],
  ['epub', 'epub'],
]);

/** Where fetched documents came from: lines that Verbatim writes, in the form of `sources.yaml`. */
export const FETCHED_NAME = 'fetched.yaml';

const SOURCES_NAMES: readonly string[] = ['sources.yaml', 'sources.yml', FETCHED_NAME];
const SYNONYMS_NAMES: readonly string[] = ['synonyms.yaml', 'synonyms.yml'];
const FEEDS_NAMES: readonly string[] = ['feeds.yaml', 'feeds.yml'];

/** What stands at the root beside the articles and is read, too. */
const ROOT_NAMES: ReadonlySet<string> = new Set([
  ...SOURCES_NAMES,
  ...SYNONYMS_NAMES,
  ...FEEDS_NAMES,
]);

/** A folder or a link that is still to be looked at. */
interface Pending {
  readonly file: string;
  readonly path: string;
}

/** What has been found so far. */
interface Findings {
  /** By real path; one more than allowed shows that there were too many. */
  readonly files: Map<string, ListedFile>;
  /** Those of {@link ROOT_NAMES}, by name. */
  readonly atRoot: Map<string, Pending>;
  readonly visitedFolders: Set<string>;
  readonly links: Pending[];
  /** How many files are of no kind that is read, by their ending. */
  readonly passedOver: Map<string, number>;
  readonly problems: Problem[];
}

/**
 * Lists the article files of a folder and its sub-folders, at most `maxFiles`. Dotfiles and
 * READMEs are passed over, and so are other extensions, with one warning. Links are followed inside the folder only, and to each
 * file once. What cannot be listed is a problem; only an aborted signal throws.
 */
export async function listFiles(
  folder: string,
  maxFiles: number,
  signal?: AbortSignal,
): Promise<Listing> {
  const found: Findings = {
    files: new Map(),
    atRoot: new Map(),
    visitedFolders: new Set(),
    links: [],
    passedOver: new Map(),
    problems: [],
  };
  try {
    const root = await realpath(folder);
    await walk({ file: '', path: root }, found, maxFiles, signal);
    // Links come last, so that a file that is there in its own right is not read as its link.
    // Walking a linked folder can append to them.
    for (const link of found.links) {
      if (found.files.size > maxFiles) break;
      const target = await followLink(link, root);
      if (target === null) passOver(link.file, found);
      else if ('code' in target) found.problems.push(target);
      else if (!target.isFolder) addFile({ file: link.file, path: target.path }, found);
      else await walk({ file: link.file, path: target.path }, found, maxFiles, signal);
    }
  } catch (error) {
    signal?.throwIfAborted();
    found.problems.push(createError('folder-unreadable', { cause: causeOf(error) }, '.'));
  }
  if (found.files.size > maxFiles) {
    found.problems.push(createError('too-many-files', { maxFiles }, '.'));
  }
  if (found.passedOver.size > 0) found.problems.push(createPassedOverWarning(found.passedOver));
  return {
    files: [...found.files.values()]
      .toSorted((one, other) => compareText(one.file, other.file))
      .slice(0, maxFiles),
    sources: SOURCES_NAMES.flatMap((name) => found.atRoot.get(name) ?? []),
    synonyms: SYNONYMS_NAMES.flatMap((name) => found.atRoot.get(name) ?? []),
    feeds: FEEDS_NAMES.flatMap((name) => found.atRoot.get(name) ?? []),
    problems: found.problems,
  };
}

/** Orders by UTF-16 units, the same on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

async function walk(
  start: Pending,
  found: Findings,
  maxFiles: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const folders = [start];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal?.throwIfAborted();
    if (found.files.size > maxFiles) return;
    if (found.visitedFolders.has(folder.path)) continue;
    found.visitedFolders.add(folder.path);
    try {
      const entries = await readdir(folder.path, { withFileTypes: true });
      for (const entry of entries.toSorted((one, other) => compareText(one.name, other.name))) {
        addEntry(entry, folder, folders, found);
      }
    } catch (error) {
      // The root's failure is the whole folder's.
      if (folder.file === '') throw error;
      found.problems.push(createFolderError(causeOf(error), folder.file));
    }
  }
}

function addEntry(entry: Dirent, parent: Pending, folders: Pending[], found: Findings): void {
  if (entry.name.startsWith('.')) return;
  const file = parent.file === '' ? entry.name : `${parent.file}/${entry.name}`;
  const path = join(parent.path, entry.name);
  if (entry.isSymbolicLink()) found.links.push({ file, path });
  else if (entry.isDirectory()) folders.push({ file, path });
  else if (entry.isFile()) addFile({ file, path }, found);
  else if (isWanted(file)) {
    found.problems.push(createError('file-unreadable', { cause: 'not-a-file' }, file));
  }
}

function addFile({ file, path }: Pending, found: Findings): void {
  if (ROOT_NAMES.has(file)) found.atRoot.set(file, { file, path });
  const kind = kindOf(file);
  if (kind !== null && !found.files.has(path)) found.files.set(path, { file, path, kind });
  else if (!isWanted(file)) passOver(file, found);
}

/** Files that nobody takes for articles: what says something of the folder, also by language, and what systems leave. */
const NO_ARTICLE = /^(?:readme(?:\.[^.]+)*|thumbs\.db|desktop\.ini)$/iu;

function passOver(file: string, found: Findings): void {
  const name = basename(file);
  if (NO_ARTICLE.test(name)) return;
  const ending = extname(name).toLowerCase();
  // What somebody chose for a name is not for a message.
  const shown = /^readme/iu.test(name) ? 'README' : /^\.[a-z\d]{1,10}$/u.test(ending) ? ending : '';
  found.passedOver.set(shown, (found.passedOver.get(shown) ?? 0) + 1);
}

function createPassedOverWarning(passedOver: ReadonlyMap<string, number>): Problem {
  const endings = [...passedOver]
    .map(([ending, count]) => ({ ending, count }))
    .toSorted((one, other) => other.count - one.count || compareText(one.ending, other.ending));
  const count = endings.reduce((sum, each) => sum + each.count, 0);
  return createWarning('files-passed-over', { count, endings }, '.');
}

/** Where a link leads, why it must not be followed, or null when nobody would want it. */
async function followLink(
  link: Pending,
  root: string,
): Promise<{ readonly path: string; readonly isFolder: boolean } | Problem | null> {
  try {
    const path = await realpath(link.path);
    const isFolder = (await stat(path)).isDirectory();
    if (!isFolder && !isWanted(link.file)) return null;
    const base = root.endsWith(sep) ? root : `${root}${sep}`;
    if (path === root || path.startsWith(base)) return { path, isFolder };
    // As written in the link: the resolved path could tell a stranger about the machine.
    const target = await readlink(link.path);
    return createError('link-outside-folder', { target }, link.file);
  } catch (error) {
    const cause = causeOf(error);
    if (isWanted(link.file)) return createError('file-unreadable', { cause }, link.file);
    // A link without an extension may have been meant for a folder.
    return extname(link.file) === '' ? createFolderError(cause, link.file) : null;
  }
}

/** A folder that is gone has no articles; of one that cannot be listed nobody knows. */
function createFolderError(cause: string, file: string): Problem {
  const isGone = cause === 'ENOENT' || cause === 'ELOOP';
  return createError(isGone ? 'file-unreadable' : 'folder-unreadable', { cause }, file);
}

/** Whether files of a kind are documents, which take long to read and can be hostile in more ways. */
export function isDocument(kind: FileKind): kind is DocumentKind {
  return kind === 'pdf' || kind === 'docx' || kind === 'epub';
}

function isWanted(file: string): boolean {
  return kindOf(file) !== null || ROOT_NAMES.has(file);
}

/** How a file of a name is read; null for one that is none of an article's. */
export function kindOf(file: string): FileKind | null {
  if (/^readme/iu.test(basename(file))) return null;
  return KINDS.get(extname(file).slice(1).toLowerCase()) ?? null;
}

/** The files at the root of a folder that name feeds, in order of priority. */
export async function listFeedFiles(folder: string): Promise<Listing['feeds']> {
  const names = await readdir(folder);
  return FEEDS_NAMES.filter((name) => names.includes(name)).map((file) => {
    return { file, path: join(folder, file) };
  });
}

/** The files of a folder that are read as articles, sorted. What cannot be listed is left out. */
export async function listArticleFiles(
  folder: string,
): Promise<readonly Pick<ListedFile, 'file' | 'path'>[]> {
  const { files } = await listFiles(folder, DEFAULT_MAX_FILES);
  return files;
}
