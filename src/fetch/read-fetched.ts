import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noteOrigin, type Origin } from '../corpus/editing/index.ts';
import {
  type Article,
  decodePage,
  type Feed,
  loadCorpus,
  type Problem,
  parseFeed,
  withOrigin,
} from '../corpus/index.ts';
import type { Fetched } from './create-fetcher.ts';
import { FetchError } from './fetch-error.ts';
import { endingOf, isDocumentEnding, nameOfPage } from './page-name.ts';

/** A page as it is to be kept, and what the reader of the folder makes of it. */
export interface ReadPage {
  /** A name for its file, not yet safe. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a document: where it came from, which text files say in their front matter. */
  readonly origin: Origin | null;
  readonly article: Article;
  readonly problems: readonly Problem[];
}

/** What reading a page needs. */
export interface PageToRead {
  readonly page: Extract<Fetched, { readonly kind: 'fetched' }>;
  /** When it was fetched, an instant in ISO 8601. */
  readonly retrieved: string;
  readonly maxArticleBytes: number;
}

/**
 * Makes the file of a page: a document as it is, else its text in UTF-8, with front matter that says where and when it came
 * from. The address is where it was in the end, or what the page calls its own address on that host.
 *
 * @throws FetchError `type` or `no-article` when the file would give no article.
 */
export async function readPage({
  page,
  retrieved,
  maxArticleBytes,
}: PageToRead): Promise<ReadPage> {
  const ending = endingOf(page.mediaType, page.url);
  if (ending !== null && isDocumentEnding(ending)) {
    const { bytes, url } = page;
    const name = nameOfPage(url, ending, bytes);
    const origin = { url, retrieved };
    return {
      name,
      bytes,
      origin,
      ...(await readFile(`page.${ending}`, bytes, maxArticleBytes, origin)),
    };
  }
  const decoded = ending === null ? null : decodePage(page.bytes, page.charset);
  if (ending === null || decoded === null) throw new FetchError('type', page.mediaType);
  if (FEED.test(decoded.text.slice(0, LOOKED_AT))) throw new FetchError('feed');
  const read = async (origin: { readonly url?: string }) => {
    const text = withOrigin(decoded.text, { ...origin, retrieved });
    if (text === null) throw new FetchError('no-article');
    const bytes = Buffer.from(text);
    return { bytes, ...(await readFile(`page.${ending}`, bytes, maxArticleBytes, null)) };
  };
  // Without its address first, to see what it calls it.
  const canonical = (await read({})).article.url;
  const url = canonical !== null && isSameHost(canonical, page.url) ? canonical : page.url;
  const file = await read({ url });
  return { name: nameOfPage(url, ending, file.bytes), origin: null, ...file };
}

/** How RSS, Atom and RDF begin, whatever their server calls them. */
const FEED =
  /^\uFEFF?\s*(?:<(?:\?[^>]*|!--[^>]*--|!DOCTYPE[^>]*)>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/iu;
const LOOKED_AT = 2000;

/** What reading a feed needs. */
export interface FeedToRead {
  readonly feed: Extract<Fetched, { readonly kind: 'fetched' }>;
}

/** @throws FetchError `no-feed` */
export async function readFeed({ feed }: FeedToRead): Promise<Feed> {
  const decoded = decodePage(feed.bytes, feed.charset);
  const read = decoded === null ? null : await parseFeed(decoded.text, feed.url);
  if (read === null) throw new FetchError('no-feed', feed.mediaType);
  return read;
}

/** A page may say which of its addresses is meant, and not that it is somebody else's. */
function isSameHost(one: string, other: string): boolean {
  const { host, username, password } = new URL(one);
  return host === new URL(other).host && username === '' && password === '';
}

async function readFile(
  name: string,
  bytes: Uint8Array,
  maxArticleBytes: number,
  origin: Origin | null,
): Promise<Pick<ReadPage, 'article' | 'problems'>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'verbatim-fetch-'));
  try {
    await writeFile(path.join(folder, name), bytes);
    if (origin !== null) await noteOrigin(folder, name, origin);
    const { articles, problems } = await loadCorpus(folder, { maxArticleBytes });
    const [article] = articles;
    if (article === undefined) {
      const [cause] = problems;
      throw cause?.code === 'too-large'
        ? new FetchError('too-large')
        : new FetchError('no-article', cause?.code);
    }
    // Plain data, for other threads.
    return { article: { ...article }, problems };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
