import {
  type Article,
  type CorpusPart,
  type Problem,
  type readParts,
  type SynonymGroup,
  storeArticle,
} from '../../src/corpus/index.ts';
import {
  createLibrary,
  createLocalHost,
  type IndexHost,
  type Library,
  type LibraryOptions,
} from '../../src/library/index.ts';

/** A folder of articles that exists in memory only, and a clock that a test moves by hand. */
export interface MemoryFolder {
  articles: readonly Article[];
  problems: readonly Problem[];
  synonyms: readonly SynonymGroup[];
  /** Runs while the folder is read; what it throws, the reader throws. */
  whileReading: () => Promise<void> | void;
  /** ms since the epoch. */
  time: number;
  /** How often the folder was read. */
  readCount: number;
  readonly read: typeof readParts;
}

export function memoryFolder(articles: readonly Article[]): MemoryFolder {
  const folder: MemoryFolder = {
    articles,
    problems: [],
    synonyms: [],
    whileReading: () => {},
    time: Date.UTC(2024, 4, 3, 23, 30),
    readCount: 0,
    async *read(_path, options) {
      folder.readCount += 1;
      const parts = [...partsOf(folder.articles, folder.problems, folder.synonyms)];
      await folder.whileReading();
      yield* parts;
      for (const index of folder.articles.keys()) {
        options?.onProgress?.({ filesRead: index + 1, fileCount: folder.articles.length });
      }
    },
  };
  return folder;
}

/** What a reader would have found: each article in a file of its own. */
export function* partsOf(
  articles: readonly Article[],
  problems: readonly Problem[] = [],
  synonyms: readonly SynonymGroup[] = [],
): Generator<CorpusPart> {
  yield { kind: 'problems', problems };
  const beside = { file: 'synonyms.yaml', path: '', signature: null, cacheKey: '', problems: [] };
  if (synonyms.length > 0) yield { kind: 'file', parsed: { ...beside, articles: [], synonyms } };
  for (const article of articles) {
    const { file } = article;
    const from = { file, path: `/articles/${file}`, signature: null, cacheKey: '' };
    const parsed = {
      ...from,
      articles: [{ article: storeArticle(article), line: null }],
      problems: [],
    };
    yield { kind: 'file', parsed };
  }
}

/** A host in this thread, over a folder that has these articles. */
export function hostOver(articles: readonly Article[]): IndexHost {
  return createLocalHost(async function* read() {
    yield* partsOf(articles);
  });
}

/** A real library over a folder in memory. */
export async function libraryOver(
  folder: MemoryFolder,
  onProgress?: LibraryOptions['onProgress'],
): Promise<Library> {
  return createLibrary({
    folder: '/articles',
    maxArticleBytes: 1024,
    now: () => folder.time,
    host: createLocalHost(folder.read),
    ...(onProgress && { onProgress }),
  });
}

/** A gate that stays closed until it is opened. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const gateway = new AbortController();
  const opened = new Promise<void>((resolve) => {
    gateway.signal.addEventListener('abort', () => resolve());
  });
  return { opened, open: () => gateway.abort() };
}

/** What a reader says of a folder that is not there. */
export const FOLDER_REMOVED: Problem = {
  code: 'folder-unreadable',
  severity: 'error',
  file: '.',
  line: null,
  values: { cause: 'ENOENT' },
};

/** An error that rejects the article in `file`. */
export function emptyFile(file: string, line: number | null = null): Problem {
  return { code: 'empty', severity: 'error', file, line, values: {} };
}
