import type { Dirent } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { createError, type Problem } from '../problem.ts';
import { causeOf } from './open-file.ts';

/** How many files of a folder are read, unless another number is asked for. */
export const DEFAULT_MAX_FILES = 100_000;

/** How a file is read. */
type FileKind = 'text' | 'html' | 'jsonl';

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
  readonly problems: readonly Problem[];
}

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ['txt', 'text'],
  ['md', 'text'],
  ['html', 'html'],
  ['htm', 'html'],
  ['jsonl', 'jsonl'],
]);

const SOURCES_NAMES: readonly string[] = ['sources.yaml', 'sources.yml'];

/** A folder or a link that is still to be looked at. */
interface Pending {
  readonly file: string;
  readonly path: string;
}

/** What has been found so far. */
interface Findings {
  /** By real path; one more than allowed shows that there were too many. */
  readonly files: Map<string, ListedFile>;
  readonly sources: Map<string, Pending>;
  readonly visitedFolders: Set<string>;
  readonly links: Pending[];
  readonly problems: Problem[];
}

/**
 * Lists the article files of a folder and its sub-folders, at most `maxFiles`. Dotfiles, READMEs
 * and other extensions are passed over. Links are followed inside the folder only, and to each
 * file once. What cannot be listed is a problem; only an aborted signal throws.
 */
export async function listFiles(
  folder: string,
  maxFiles: number,
  signal?: AbortSignal,
): Promise<Listing> {
  const found: Findings = {
    files: new Map(),
    sources: new Map(),
    visitedFolders: new Set(),
    links: [],
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
      if (target === null) continue;
      if ('code' in target) found.problems.push(target);
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
  return {
    files: [...found.files.values()]
      .toSorted((one, other) => compareText(one.file, other.file))
      .slice(0, maxFiles),
    sources: SOURCES_NAMES.flatMap((name) => found.sources.get(name) ?? []),
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
  if (SOURCES_NAMES.includes(file)) found.sources.set(file, { file, path });
  const kind = kindOf(file);
  if (kind !== null && !found.files.has(path)) found.files.set(path, { file, path, kind });
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

function isWanted(file: string): boolean {
  return kindOf(file) !== null || SOURCES_NAMES.includes(file);
}

function kindOf(file: string): FileKind | null {
  if (/^readme/iu.test(basename(file))) return null;
  return KINDS.get(extname(file).slice(1).toLowerCase()) ?? null;
}

/** The files of a folder that are read as articles, sorted. What cannot be listed is left out. */
export async function listArticleFiles(
  folder: string,
): Promise<readonly Pick<ListedFile, 'file' | 'path'>[]> {
  const { files } = await listFiles(folder, DEFAULT_MAX_FILES);
  return files;
}
