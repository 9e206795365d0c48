import { type Reading, rejectWith } from '../build-article.ts';
import { createError, createWarning } from '../problem.ts';
import { createCollector, parseJson, readValue, TEXT_KEYS } from './json-record.ts';
import { readFeedArticles } from './read-feed.ts';

/** Where news services have their list of articles. */
const LIST_KEYS = ['articles', 'items', 'data', 'results', 'documents'] as const;

/**
 * Reads a whole file of JSON: an article, a list of articles, an object with such a list, or a feed. The
 * articles of a list are counted from 1, as lines are.
 */
export async function readJson(content: string, file: string): Promise<Reading> {
  const parsed = parseJson(content);
  if ('cause' in parsed) {
    return rejectWith(createError('invalid-json', parsed, file));
  }
  const { value } = parsed;
  const record = recordOf(value);
  if (FEED.test(String(record.get('version')))) return readFeedArticles(content, file);
  const list = Array.isArray(value) ? value : listIn(record);
  if (list === null) {
    // Many files of this ending are something else.
    return TEXT_KEYS.some((key) => record.has(key))
      ? readValue(value, file, null)
      : { drafts: [], problems: [createWarning('not-a-feed', {}, file)] };
  }
  const { drafts, problems, add } = createCollector(file);
  for (const [index, each] of list.entries()) {
    if (!add(readValue(each, file, index + 1), index + 1)) break;
  }
  if (list.length === 0) problems.push(createError('empty', {}, file));
  return { drafts, problems };
}

/** The version that a JSON Feed names (jsonfeed.org, "Top-level"). */
const FEED = /^https:\/\/jsonfeed\.org\/version\//u;

function recordOf(value: unknown): ReadonlyMap<string, unknown> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map<string, unknown>(isRecord ? Object.entries(value) : []);
}

function listIn(record: ReadonlyMap<string, unknown>): readonly unknown[] | null {
  if (TEXT_KEYS.some((key) => record.has(key))) return null;
  for (const key of LIST_KEYS) {
    const list = record.get(key);
    if (Array.isArray(list)) return list;
  }
  return null;
}
