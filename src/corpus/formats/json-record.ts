import { METADATA_KEYS } from '../article.ts';
import { type Draft, inferId, type Reading, rejectWith } from '../build-article.ts';
import { describeValue, readMetadata } from '../metadata/metadata.ts';
import { createError, type Problem, type ProblemValues } from '../problem.ts';
import { removeNoise } from './html-noise.ts';
import { renderParagraphs } from './html-text.ts';
import { parseWithinLimits } from './html-tree.ts';

/** How much may be wrong with one file before the rest of it is left unread: more than anyone reads. */
const MAX_PROBLEMS = 1000;

/** Puts together what the articles of a file gave; `add` is false when the rest is to be left unread. */
export function createCollector(file: string) {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  // An unknown key is in every article or in none: one warning a file says it.
  const unknownKeys = new Set<string>();
  const add = (reading: Reading, line: number): boolean => {
    drafts.push(...reading.drafts);
    for (const problem of reading.problems) {
      if (problem.code === 'unknown-key') {
        if (unknownKeys.has(problem.values.key)) continue;
        unknownKeys.add(problem.values.key);
      }
      // Only what is lost ends the reading.
      if (problem.severity === 'warning' && problems.length >= MAX_PROBLEMS) continue;
      if (problems.length >= MAX_PROBLEMS) {
        const values = { maxProblems: MAX_PROBLEMS };
        problems.push(createError('too-many-problems', values, file, line));
        return false;
      }
      problems.push(problem);
    }
    return true;
  };
  return { drafts, problems, add };
}

/** The article of a JSON object; `line` is null where it is a file of its own. */
export function readValue(value: unknown, file: string, line: number | null): Reading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const got = describeValue(value);
    return rejectWith(
      createError('invalid-value', { key: '', expected: 'mapping', got }, file, line),
    );
  }
  return readRecord(new Map<string, unknown>(Object.entries(value)), file, line);
}

const KNOWN_KEYS: readonly string[] = [...METADATA_KEYS, 'text'];

/** What news services call an article's text, the best first. */
export const TEXT_KEYS = [
  'text',
  'content',
  'body',
  'articleBody',
  'fulltext',
  'full_text',
] as const;

function readRecord(
  record: ReadonlyMap<string, unknown>,
  file: string,
  line: number | null,
): Reading {
  const textKey = TEXT_KEYS.find((key) => record.has(key)) ?? 'text';
  const entries = [...record]
    .filter(([key]) => !TEXT_KEYS.some((name) => name === key))
    .map(([key, value]) => ({ key, value: nameOf(value), line }));
  const { given, problems } = readMetadata(entries, file, KNOWN_KEYS);
  const text = readText(record.get(textKey), file, line);
  if (typeof text !== 'string') return { drafts: [], problems: [...problems, text] };
  const draft: Draft = {
    file,
    line,
    inferredId: line === null ? inferId(file) : `${inferId(file)}:${line}`,
    given,
    text,
    inferred: {},
    headings: [],
  };
  return { drafts: [draft], problems };
}

/** `{"name": "Harbour Post"}` → "Harbour Post", as JSON-LD and news services write a source. */
function nameOf(value: unknown): unknown {
  const isNamed = typeof value === 'object' && value !== null && 'name' in value;
  return isNamed && typeof value.name === 'string' ? value.name : value;
}

function readText(value: unknown, file: string, line: number | null): string | Problem {
  if (value === undefined || value === null) return createError('missing-text', {}, file, line);
  if (typeof value !== 'string') {
    const got = describeValue(value);
    return createError('invalid-value', { key: 'text', expected: 'text', got }, file, line);
  }
  // JSON can escape what no UTF-8 file can hold.
  if (value.includes('\0')) return createError('binary', {}, file, line);
  if (/\p{Surrogate}/u.test(value)) {
    const values = { position: null, cause: 'half a surrogate pair in "text"' };
    return createError('invalid-json', values, file, line);
  }
  return MARKUP.test(value) ? textOfMarkup(value, file, line) : value;
}

/** What tells markup from text: an element that texts of news services have, with its end or alone. */
const MARKUP = /<\/(?:p|div|b|i|em|strong|a|h[1-6]|li|ul|ol|span|blockquote)>|<(?:p|br)\s*\/?>/iu;

/** The paragraphs of a text in HTML. */
function textOfMarkup(html: string, file: string, line: number | null): string | Problem {
  const parsed = parseWithinLimits(html, file, line);
  if (!parsed.ok) return parsed.problem;
  removeNoise(parsed.value);
  return renderParagraphs(parsed.value)
    .map(({ text }) => text)
    .join('\n\n');
}

/** What JSON says, or where it is none. */
export function parseJson(
  text: string,
): { readonly value: unknown } | ProblemValues['invalid-json'] {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, offset] = /at position (\d+)/u.exec(message) ?? [];
    return {
      position: offset === undefined ? null : Number(offset) + 1,
      cause: describeValue(message.replace(/ is not valid JSON$/u, '')),
    };
  }
}
