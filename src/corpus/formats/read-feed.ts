import { createHash } from 'node:crypto';
import { type Draft, inferId, type Reading, rejectWith } from '../build-article.ts';
import { type GivenMetadata, parseField, withoutNulls } from '../metadata/metadata.ts';
import { createError, createWarning, type Problem } from '../problem.ts';
import { removeNoise } from './html-noise.ts';
import { renderParagraphs } from './html-text.ts';
import { parseWithinLimits } from './html-tree.ts';
import { trimParagraphs } from './html-trim.ts';
import { type FeedItem, MAX_FEED_ITEMS, parseFeed } from './parse-feed.ts';

/** Reads a saved feed: each item with its whole text is an article, those with a teaser are counted. */
export async function readFeedArticles(content: string, file: string): Promise<Reading> {
  const feed = await parseFeed(content, null);
  // Many files of these endings are something else.
  if (feed === null) return { drafts: [], problems: [createWarning('not-a-feed', {}, file)] };
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  const ids = new Set<string>();
  let teasers = 0;
  for (const item of feed.items) {
    const text = textOf(item, file);
    if (text === null) {
      teasers += 1;
      continue;
    }
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    const inferredId = idOf(item, text, file);
    // Some feeds hold an item twice.
    if (ids.has(inferredId)) continue;
    ids.add(inferredId);
    const { title } = item;
    drafts.push({
      file,
      line: null,
      inferredId,
      given: metadataOf(item),
      inferred: withoutNulls({ publisher: parseField('publisher', feed.title) }),
      text,
      headings: title === null ? [] : [title],
    });
  }
  if (drafts.length === 0 && teasers === 0 && problems.length === 0) {
    return rejectWith(createError('empty', {}, file));
  }
  if (teasers > 0) {
    const values = { count: teasers, total: feed.items.length };
    problems.push(createWarning('teasers-only', values, file));
  }
  if (feed.isCut) {
    problems.push(createWarning('feed-too-long', { maxItems: MAX_FEED_ITEMS }, file));
  }
  return { drafts, problems };
}

function textOf({ content, title }: FeedItem, file: string): string | Problem | null {
  if (content === null) return null;
  if (content.kind === 'text') return content.value;
  const parsed = parseWithinLimits(content.value, file);
  if (!parsed.ok) return parsed.problem;
  removeNoise(parsed.value);
  const paragraphs = trimParagraphs(renderParagraphs(parsed.value), title === null ? [] : [title]);
  return paragraphs.map((paragraph) => paragraph.text).join('\n\n') || null;
}

/** The same in every feed that is saved later, as long as the item tells who it is. */
function idOf({ id, url }: FeedItem, text: string, file: string): string {
  const hash = createHash('sha256')
    .update(id || url || text)
    .digest('hex');
  return `${inferId(file)}:${hash.slice(0, 8)}`;
}

function metadataOf({ title, url, published }: FeedItem): GivenMetadata {
  return withoutNulls({
    title: parseField('title', title),
    url: parseField('url', url),
    published: parseField('published', published),
  });
}
