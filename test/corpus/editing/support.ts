import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CorpusEditError,
  type CorpusEditor,
  createCorpusEditor,
} from '../../../src/corpus/editing/index.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A folder of articles, with things around it that nobody may touch. */
export interface Workplace {
  readonly root: string;
  readonly folder: string;
  readonly dataDir: string;
  readonly editor: CorpusEditor;
  /** The same folders in a program that was started anew. */
  readonly restarted: (maxArticleBytes?: number) => CorpusEditor;
  /** Every file of the folder of articles, with its bytes in hexadecimal. */
  readonly inside: () => Promise<Readonly<Record<string, string>>>;
  /** Every file beside the folder of articles and the folder for our own. */
  readonly outside: () => Promise<Readonly<Record<string, string>>>;
  /** ms since the epoch. */
  time: number;
  readonly broken: unknown[];
}

/** Nobody in particular. */
export const PERSON = { id: '1100000000000000002', name: 'Mo' };

/** A workplace with these articles in it; it is gone after the running test. */
export async function workplace(files: Readonly<Record<string, string>> = {}): Promise<Workplace> {
  const root = tempFolder();
  const folder = path.join(root, 'articles');
  const dataDir = path.join(root, 'data');
  await mkdir(folder);
  await mkdir(path.join(root, 'outside'));
  await writeFile(path.join(root, 'outside', 'secret.txt'), 'a secret');
  await writeFile(path.join(root, 'beside.md'), 'beside');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const broken: unknown[] = [];
  const place = { time: Date.now(), broken };
  const restarted = (maxArticleBytes = 4096) =>
    createCorpusEditor({
      folder,
      dataDir,
      maxArticleBytes,
      now: () => place.time,
      onBrokenJournal: (error) => broken.push(error),
    });
  return Object.assign(place, {
    root,
    folder,
    dataDir,
    editor: restarted(),
    restarted,
    inside: () => filesBelow(folder),
    outside: async () => {
      const all = await filesBelow(root);
      return Object.fromEntries(
        Object.entries(all).filter(([file]) => !/^(?:articles|data)\//u.test(file)),
      );
    },
  });
}

async function filesBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: [string, string][] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    files.push([name, (await readFile(file)).toString('hex')]);
  }
  return Object.fromEntries(files.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The code and detail of the CorpusEditError that a promise is rejected with. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof CorpusEditError) return `${error.code} ${error.detail}`.trim();
    throw error;
  }
  throw new Error('expected a CorpusEditError');
}

/** Text in hexadecimal, as `inside` and `outside` have it. */
export function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
