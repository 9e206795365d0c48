import type { AnyFeed } from 'feedsmith';
import { toOneLine } from '../metadata/one-line.ts';
import { renderParagraphs } from './html-text.ts';
import { parseHtml } from './html-tree.ts';

/** Items of a feed that are read, the first ones. */
export const MAX_FEED_ITEMS = 1000;

/** An item of a feed, nothing about it checked. */
export interface FeedItem {
  /** The same for the same item, also when it changes; empty when it has nothing that tells. */
  readonly id: string;
  readonly title: string | null;
  /** Absolute, or null. */
  readonly url: string | null;
  /** As the feed writes them. */
  readonly published: string | null;
  readonly updated: string | null;
  /** Its whole text where the feed has it, as HTML or as plain text. */
  readonly content: { readonly kind: 'html' | 'text'; readonly value: string } | null;
}

/** A feed: RSS, Atom, RDF or JSON Feed. */
export interface Feed {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
  /** Whether there are more items than {@link MAX_FEED_ITEMS}. */
  readonly isCut: boolean;
}

/**
 * Reads a feed; null when it is none.
 *
 * @param address where it came from, which relative addresses in it start from.
 */
export async function parseFeed(text: string, address: string | null): Promise<Feed | null> {
  // Loaded only here: most folders have no feed.
  const { parseFeed: parse, DetectError, MalformedError, ParseError } = await import('feedsmith');
  let parsed: AnyFeed;
  try {
    parsed = parse(text, { maxItems: MAX_FEED_ITEMS + 1 });
  } catch (error) {
    const isNoFeed = [DetectError, MalformedError, ParseError].some(
      (type) => error instanceof type,
    );
    if (isNoFeed || error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
  const { title, items } = readParsed(parsed, address);
  return { title, items: items.slice(0, MAX_FEED_ITEMS), isCut: items.length > MAX_FEED_ITEMS };
}

type Parts = Omit<Feed, 'isCut'>;

function readParsed(parsed: AnyFeed, address: string | null): Parts {
  switch (parsed.format) {
    case 'rss':
    case 'rdf':
      return readRss(parsed.feed, address);
    case 'atom':
      return readAtom(parsed.feed, address);
    case 'json':
      return readJson(parsed.feed, address);
  }
}

function readRss(
  feed: Extract<AnyFeed, { readonly format: 'rss' | 'rdf' }>['feed'],
  address: string | null,
): Parts {
  const base = address ?? feed.link ?? null;
  const items = (feed.items ?? []).map((item) => {
    const guid = 'guid' in item ? item.guid : undefined;
    const isLink = guid?.isPermaLink !== false && /^https?:/iu.test(guid?.value ?? '');
    const link = item.link ?? (isLink ? guid?.value : undefined);
    const published = ('pubDate' in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0];
    const html = item.content?.encoded ?? null;
    return toItem({
      id: guid?.value ?? link ?? item.title,
      title: plainText(item.title),
      url: resolve(link, base),
      published,
      updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
      content: html === null ? longText(item.description) : fullText(html),
    });
  });
  return { title: plainText(feed.title), items };
}

function readAtom(
  feed: Extract<AnyFeed, { readonly format: 'atom' }>['feed'],
  address: string | null,
): Parts {
  const alternate = (links: typeof feed.links) =>
    links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  const base = address ?? alternate(feed.links) ?? null;
  const items = (feed.entries ?? []).map((entry) => {
    const link = alternate(entry.links);
    const { value, type } = entry.content ?? {};
    const isPlain = type === undefined || type === 'text' || type === 'text/plain';
    return toItem({
      id: entry.id ?? link,
      title: plainText(entry.title?.value),
      url: resolve(link, base),
      published: entry.published,
      updated: entry.updated,
      content: isPlain ? plainContent(value) : fullText(value),
    });
  });
  return { title: plainText(feed.title?.value), items };
}

function readJson(
  feed: Extract<AnyFeed, { readonly format: 'json' }>['feed'],
  address: string | null,
): Parts {
  const base = address ?? feed.feed_url ?? feed.home_page_url ?? null;
  const items = (feed.items ?? []).map((item) =>
    toItem({
      id: item.id ?? item.url,
      title: item.title,
      url: resolve(item.url, base),
      published: item.date_published,
      updated: item.date_modified,
      content: fullText(item.content_html) ?? plainContent(item.content_text),
    }),
  );
  return { title: feed.title ?? null, items };
}

/** What a feed can leave out. */
type Loose = { readonly [Key in keyof FeedItem]: unknown } & Pick<FeedItem, 'content'>;

function toItem({ id, title, url, published, updated, content }: Loose): FeedItem {
  return {
    id: textOf(id) ?? '',
    title: textOf(title),
    url: textOf(url),
    published: textOf(published),
    updated: textOf(updated),
    content,
  };
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return toOneLine(value).slice(0, 2048) || null;
}

function resolve(link: string | undefined, base: string | null): string | null {
  if (link === undefined || !URL.canParse(link, base ?? undefined)) return null;
  const url = new URL(link, base ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** Titles hold markup and entities, whatever the feed says of them. */
function plainText(html: string | undefined): string | null {
  if (html === undefined) return null;
  if (!/[<&]/u.test(html)) return html;
  const parsed = parseHtml(html);
  if (parsed.kind !== 'document') return null;
  return renderParagraphs(parsed.document)
    .map(({ text }) => text)
    .join(' ');
}

/** UTF-16 units without markup. A description of an item that is longer is its text, not its teaser. */
const MIN_FULL_LENGTH = 1500;

function longText(html: string | undefined): FeedItem['content'] {
  const length = html?.replaceAll(/<[^>]*>/gu, '').length ?? 0;
  return length < MIN_FULL_LENGTH ? null : fullText(html);
}

/** The end of a text that goes on elsewhere: "…", "[...]". */
const IS_CUT = /(?:…|\.{3})\s*\]?\s*(?:<[^>]*>\s*)*$/u;

function fullText(html: string | undefined): FeedItem['content'] {
  if (html === undefined || html.trim() === '' || isCut(html)) return null;
  return { kind: 'html', value: html };
}

function plainContent(text: string | undefined): FeedItem['content'] {
  if (text === undefined || text.trim() === '' || isCut(text)) return null;
  return { kind: 'text', value: text };
}

function isCut(content: string): boolean {
  return IS_CUT.test(content.trimEnd().slice(-200));
}
