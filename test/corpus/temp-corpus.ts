import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Corpus, type LoadCorpusOptions, loadCorpus } from '../../src/corpus/index.ts';

/** File contents by path below the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with these files, which is gone after the running test. */
export async function createFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-corpus-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Writes files into a folder, and makes their sub-folders. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** What is read from a folder with these files. */
export async function load(files: Files, options?: LoadCorpusOptions): Promise<Corpus> {
  return loadCorpus(await createFolder(files), options);
}

/** The only article of a folder with only this file, which must be without problems. */
export async function loadOne(content: string, file = 'story.txt') {
  const corpus = await load({ [file]: content });
  const [article] = corpus.articles;
  if (article === undefined || corpus.articles.length > 1 || corpus.problems.length > 0) {
    throw new Error(`expected one article: ${JSON.stringify(corpus.problems)}`);
  }
  return article;
}

/** Problems in short: `code file:line`. */
export function outline({ problems }: Corpus): readonly string[] {
  return problems.map(({ code, severity, file, line }) => {
    const place = line === null ? file : `${file}:${line}`;
    return `${severity === 'warning' ? 'warning ' : ''}${code} ${place}`;
  });
}
