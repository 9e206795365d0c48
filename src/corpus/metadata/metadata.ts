import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { METADATA_KEYS, type MetadataKey } from '../article.ts';
import { createWarning, type Problem, type ProblemValues } from '../problem.ts';
import { cutAtWord, toOneLine } from './one-line.ts';
import { meantBy } from './other-keys.ts';
import { parseDate } from './parse-date.ts';

/** The metadata that somebody stated, checked and in its final form; what is absent is inferred. */
export type GivenMetadata = { readonly [Key in MetadataKey]?: string };

/** One key of a mapping from outside, nothing about it checked. */
interface RawEntry {
  readonly key: string;
  readonly value: unknown;
  /** 1-based line in the file, or null. */
  readonly line: number | null;
}

const MAX_ID_LENGTH = 200;
/** Longer titles and publishers end in "…". */
const MAX_LINE_LENGTH = 500;
const MAX_TAG_LENGTH = 35;
const MAX_URL_LENGTH = 2048;
const MAX_SHOWN_LENGTH = 60;
/** Longer names are compared with nothing, which bounds the work. */
const MAX_COMPARED_LENGTH = 200;

const oneLine = z
  .string()
  .transform((text) => cutAtWord(toOneLine(text), MAX_LINE_LENGTH))
  .pipe(z.string().min(1));

interface Field {
  readonly expected: ProblemValues['invalid-value']['expected'];
  readonly schema: z.ZodType<string>;
}

const FIELDS: Readonly<Record<MetadataKey, Field>> = {
  id: {
    expected: 'id',
    schema: z
      .union([z.string(), z.int()])
      .transform((id) => String(id).trim())
      .pipe(z.string().min(1).max(MAX_ID_LENGTH))
      .refine((id) => toOneLine(id) === id),
  },
  title: { expected: 'text', schema: oneLine },
  publisher: { expected: 'text', schema: oneLine },
  author: { expected: 'text', schema: oneLine },
  published: {
    expected: 'date',
    schema: z
      .string()
      .transform((text) => parseDate(text) ?? '')
      .pipe(z.string().min(1)),
  },
  language: {
    expected: 'language',
    schema: z
      .string()
      .transform((tag) => parseLanguageTag(tag.trim()) ?? '')
      .pipe(z.string().min(1)),
  },
  retrieved: {
    expected: 'instant',
    schema: z
      .string()
      .transform((text) => text.trim())
      .pipe(z.iso.datetime({ offset: true }))
      .transform((text) => new Date(text).toISOString()),
  },
  url: {
    expected: 'url',
    schema: z
      .string()
      .transform((text) => parseWebAddress(text.trim()) ?? '')
      .pipe(z.string().min(1)),
  },
};

/**
 * Checks the entries of one mapping. A value that does not fit gives a warning and is left out, and so
 * does a key that nobody knows, with the nearest of `known`; null and blank text mean "not given". Keys of other tools count where
 * ours is not given.
 */
export function readMetadata(
  entries: Iterable<RawEntry>,
  file: string,
  known: readonly string[] = METADATA_KEYS,
): { readonly given: GivenMetadata; readonly problems: readonly Problem[] } {
  const given: { [Key in MetadataKey]?: string } = {};
  const problems: Problem[] = [];
  const meant = [...entries].map((entry) => ({
    ...entry,
    meaning: meantBy(entry.key, entry.value),
  }));
  const own = meant.filter(({ key, meaning }) => key === meaning);
  const others = meant.filter(({ key, meaning }) => key !== meaning);
  for (const { key, value, line, meaning } of [...own, ...others]) {
    if (meaning === 'other') continue;
    if (meaning === null) {
      problems.push(createUnknownKeyWarning(key, known, file, line));
      continue;
    }
    if (value === null || (typeof value === 'string' && value.trim() === '')) continue;
    if (given[meaning] !== undefined) continue;
    const parsed = parseField(meaning, value);
    // Other tools have lists of persons there.
    if (parsed === null && meaning === 'author') continue;
    if (parsed === null) {
      const { expected } = FIELDS[meaning];
      const got = describeValue(value);
      problems.push(createWarning('invalid-value', { key, expected, got }, file, line));
    } else {
      given[meaning] = parsed;
    }
  }
  return { given, problems: problems.toSorted((one, two) => (one.line ?? 0) - (two.line ?? 0)) };
}

/** The final form of one metadata value, or null when it does not fit its key. */
export function parseField(key: MetadataKey, value: unknown): string | null {
  const result = FIELDS[key].schema.safeParse(value);
  return result.success ? result.data : null;
}

/** The fields that have a value. */
export function withoutNulls(
  values: Readonly<Partial<Record<MetadataKey, string | null>>>,
): GivenMetadata {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** The warning about a key that is not one of `known`, with the one that was probably meant. */
export function createUnknownKeyWarning(
  key: string,
  known: readonly string[],
  file: string,
  line: number | null,
): Problem {
  const nearest = nearestOf(key, known);
  return createWarning('unknown-key', { key: describeValue(key), nearest }, file, line);
}

/** The one of `known` that somebody who wrote `word` probably meant, or null. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  if (known.length === 0 || word.length > MAX_COMPARED_LENGTH) return null;
  const exact = closest(word, known);
  const folded = closest(word.toLowerCase(), known);
  const nearest = distance(word, exact) <= distance(word.toLowerCase(), folded) ? exact : folded;
  const difference = distance(word.toLowerCase(), nearest.toLowerCase());
  return difference <= Math.min(3, Math.ceil(nearest.length / 3)) ? nearest : null;
}

/** A short form of any value, on one line, for a message. Safe for deeply nested values. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return cutAtWord(toOneLine(value.slice(0, 500)), MAX_SHOWN_LENGTH);
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return String(value);
}

function parseLanguageTag(tag: string): string | null {
  // Intl would take "English" for a language that nobody has registered yet.
  if (tag.length > MAX_TAG_LENGTH || !/^[a-z]{2,3}(?:[-_]|$)/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]?.toLowerCase() ?? null;
  } catch {
    return null;
  }
}

function parseWebAddress(text: string): string | null {
  // URL would forgive "https:example.org"; nobody means that.
  if (text.length > MAX_URL_LENGTH || !/^https?:\/\//iu.test(text) || !URL.canParse(text))
    return null;
  return new URL(text).href;
}
