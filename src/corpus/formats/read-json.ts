import { type Reading, rejectWith } from '../build-article.ts';
import { createError } from '../problem.ts';
import { createCollector, parseJson, readValue, TEXT_KEYS } from './json-record.ts';

/** Where news services have their list of articles. */
const LIST_KEYS = ['articles', 'items', 'data', 'results', 'documents'] as const;

/**
 * Reads a whole file of JSON: an article, a list of articles, or an object with such a list. The articles
 * of a list are counted from 1, as lines are.
 */
export function readJson(content: string, file: string): Reading {
  const parsed = parseJson(content);
  if ('cause' in parsed) {
    return rejectWith(createError('invalid-json', parsed, file));
  }
  const list = listIn(parsed.value);
  if (list === null) return readValue(parsed.value, file, null);
  const { drafts, problems, add } = createCollector(file);
  for (const [index, value] of list.entries()) {
    if (!add(readValue(value, file, index + 1), index + 1)) break;
  }
  if (list.length === 0) problems.push(createError('empty', {}, file));
  return { drafts, problems };
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const record = new Map<string, unknown>(Object.entries(value));
  if (TEXT_KEYS.some((key) => record.has(key))) return null;
  for (const key of LIST_KEYS) {
    const list = record.get(key);
    if (Array.isArray(list)) return list;
  }
  return null;
}
