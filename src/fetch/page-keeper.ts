import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addFile, CorpusEditError, noteOrigin } from '../corpus/editing/index.ts';
import type { Article } from '../corpus/index.ts';
import { errnoOf } from '../shared/fs.ts';
import { createOneAtATime } from '../shared/one-at-a-time.ts';
import type { Fetcher, Validators } from './create-fetcher.ts';
import { FetchError } from './fetch-error.ts';
import { endingOf, isFeedType } from './page-name.ts';
import type { PageToRead, ReadPage } from './read-fetched.ts';
import type { FetchedReader } from './reading-thread.ts';
import { createStateFile, type FetchLog } from './state-file.ts';

/** What became of a page. */
export interface KeptPage {
  /** `kept`: a new file. `new-version`: a new file beside those of the same address. `same`: what is there already. */
  readonly outcome: 'kept' | 'new-version' | 'same';
  /** Path below the folder. */
  readonly file: string;
  readonly article: Pick<Article, 'title' | 'publisher' | 'published' | 'url'>;
}

/** Fetches pages and keeps them as files of the folder of articles. */
export interface PageKeeper {
  /**
   * Fetches a page and reads it. Nothing is kept.
   *
   * @throws FetchError
   */
  look(address: string, signal?: AbortSignal): Promise<ReadPage>;
  /**
   * The same, and keeps it, unless its text is that of the newest article of its address.
   *
   * @throws FetchError
   */
  keep(address: string, signal?: AbortSignal): Promise<KeptPage>;
  /**
   * Keeps a page that is there already, in the same way.
   *
   * @throws FetchError
   */
  keepPage(page: PageToRead['page']): Promise<KeptPage>;
}

/** What a keeper is made of. */
export interface PageKeeperOptions {
  readonly fetcher: Fetcher;
  readonly reader: Pick<FetchedReader, 'page'>;
  /** The folder of articles. */
  readonly folder: string;
  readonly dataDir: string;
  readonly maxArticleBytes: number;
  /** The articles of the folder, as they were last read. */
  readonly articles: () => readonly Article[];
  /** ms since the epoch. */
  readonly now: () => number;
  readonly log: FetchLog;
}

/** Pages that are asked for again with what their servers said the last time. */
const MOST_REMEMBERED = 10_000;

const text = z.string().nullable();

const PAGES = z.record(
  z.string(),
  z.object({ url: z.string(), etag: text, lastModified: text }).readonly(),
);

/** An article that is there, as far as it matters here. */
interface Known extends Pick<Article, 'file' | 'title' | 'publisher' | 'published' | 'url'> {
  /** Of its title and its text. */
  readonly hash: string;
}

/** A {@link PageKeeper}. */
export function createPageKeeper(options: PageKeeperOptions): PageKeeper {
  const { fetcher, reader, folder, maxArticleBytes, articles, now } = options;
  const state = createStateFile<z.infer<typeof PAGES>>(options, 'pages.json', PAGES, {});
  const inTurn = createOneAtATime();
  /** What was kept since the start, which may not be in `articles` yet; by address. */
  const added = new Map<string, Known>();

  const retrievedNow = () => new Date(now()).toISOString();

  /** The newest article of an address. */
  function newest(url: string): Known | null {
    const known = added.get(url);
    if (known !== undefined) return known;
    const [first] = articles()
      .filter((article) => article.url === url)
      .toSorted((one, other) => (other.retrieved ?? '').localeCompare(one.retrieved ?? ''));
    return first === undefined ? null : toKnown(first, first.file);
  }

  /** Null when it has not changed since the server said so much of it. */
  async function get(
    address: string,
    validators: Validators | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly read: ReadPage; readonly validators: Validators } | null> {
    const accepts = (mediaType: string) => {
      if (isFeedType(mediaType)) throw new FetchError('feed');
      return endingOf(mediaType, address) !== null;
    };
    const page = await fetcher({ address, accepts, validators, ...(signal && { signal }) });
    if (page.kind === 'unchanged') return null;
    const read = await reader.page({ page, retrieved: retrievedNow(), maxArticleBytes });
    return { read, validators: page.validators };
  }

  async function write(read: ReadPage, url: string): Promise<KeptPage> {
    const { article } = read;
    const before = newest(url);
    const isSame = before?.hash === hashOf(article);
    const ids = new Set(articles().map(({ id }) => id));
    const file = isSame ? before.file : await add(read, ids);
    if (!isSame) added.set(url, toKnown(article, file));
    return { outcome: isSame ? 'same' : before === null ? 'kept' : 'new-version', file, article };
  }

  async function add({ name, bytes, origin }: ReadPage, ids: ReadonlySet<string>): Promise<string> {
    try {
      const file = await addFile(folder, name, bytes, (id) => ids.has(id));
      if (origin !== null) await noteOrigin(folder, file, origin);
      return file;
    } catch (error) {
      const cause = error instanceof CorpusEditError ? error.code : errnoOf(error);
      if (cause === null) throw error;
      throw new FetchError('not-kept', cause, { cause: error });
    }
  }

  return {
    async keepPage(page) {
      const read = await reader.page({ page, retrieved: retrievedNow(), maxArticleBytes });
      return inTurn(() => write(read, read.article.url ?? page.url));
    },
    async look(address, signal) {
      const got = await get(address, undefined, signal);
      if (got === null) throw new FetchError('status', '304');
      return got.read;
    },
    async keep(address, signal) {
      const remembered = (await state.read())[address];
      // What is not there any more has to be sent again.
      const known = remembered === undefined ? null : newest(remembered.url);
      const got = await get(address, known === null ? undefined : remembered, signal);
      if (got === null) {
        if (known === null) throw new FetchError('status', '304');
        return { outcome: 'same', file: known.file, article: known };
      }
      return inTurn(async () => {
        const url = got.read.article.url ?? address;
        const kept = await write(got.read, url);
        const { [address]: _, ...others } = await state.read();
        const all = { ...others, [address]: { url, ...got.validators } };
        await state.write(Object.fromEntries(Object.entries(all).slice(-MOST_REMEMBERED)));
        return kept;
      });
    },
  };
}

function toKnown(article: Article, file: string): Known {
  const { title, publisher, published, url } = article;
  return { file, title, publisher, published, url, hash: hashOf(article) };
}

function hashOf({ title, text: words }: Article): string {
  return createHash('sha256').update(`${title}\n${words}`).digest('hex');
}
