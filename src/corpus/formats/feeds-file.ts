import type { ListedFile } from '../folder/list-files.ts';
import { describeValue, parseField } from '../metadata/metadata.ts';
import { createWarning, type Problem } from '../problem.ts';
import { readTextFile } from './decode.ts';
import { parseYamlMapping } from './yaml-mapping.ts';

/** A thousand feeds and their comments. */
const MAX_FEEDS_BYTES = 256 * 1024;

/** How often a feed is looked at that says nothing, and the bounds of what one can say, in ms. */
const HOUR = 60 * 60_000;
const SHORTEST = 5 * 60_000;
const LONGEST = 30 * 24 * HOUR;

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: HOUR, d: 24 * HOUR };

/** One line of `feeds.yaml`. */
export interface ListedFeed {
  readonly address: string;
  /** How long to wait from one look at it to the next, in ms. */
  readonly intervalMs: number;
  /** Where it stands, from 1. */
  readonly line: number;
}

/** What `feeds.yaml` says. */
export interface FeedList {
  /** Path below the folder. */
  readonly file: string;
  readonly feeds: readonly ListedFeed[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `feeds.yaml`: an address and an interval a line. Each line is YAML by itself, so that one that
 * cannot be read costs itself; nothing in it makes an error, since no article is lost.
 */
export function readFeedsFile({ file, path }: Omit<ListedFile, 'kind'>): FeedList {
  const attempt = readTextFile(path, file, MAX_FEEDS_BYTES);
  if (!attempt.ok) return { file, feeds: [], problems: [attempt.problem] };
  const feeds = new Map<string, ListedFeed>();
  const problems: Problem[] = [];
  for (const [index, text] of attempt.value.split(/\r?\n/u).entries()) {
    const read = readLine(text, index + 1, file);
    if (read === null) continue;
    if ('code' in read) problems.push(read);
    else if (feeds.has(read.address)) {
      const values = { fault: 'duplicate-key', detail: describeValue(read.address) } as const;
      problems.push(createWarning('invalid-yaml', values, file, read.line));
    } else feeds.set(read.address, read);
  }
  return { file, feeds: [...feeds.values()], problems };
}

function readLine(text: string, line: number, file: string): ListedFeed | Problem | null {
  const parsed = parseYamlMapping(text, 1);
  if (parsed.kind === 'invalid') {
    const { fault, detail } = parsed;
    return createWarning('invalid-yaml', { fault, detail }, file, line);
  }
  const invalid = (key: string, expected: 'url' | 'interval' | 'mapping', value: unknown) =>
    createWarning('invalid-value', { key, expected, got: describeValue(value) }, file, line);
  if (parsed.kind === 'other') return invalid('', 'mapping', parsed.text);
  const [entry] = parsed.entries;
  if (entry === undefined) return null;
  const address = parseField('url', entry.key);
  if (address === null) return invalid('', 'url', entry.key);
  const intervalMs = entry.value === null ? HOUR : readInterval(entry.value);
  if (intervalMs === null) return invalid(describeValue(entry.key), 'interval', entry.value);
  return { address, intervalMs, line };
}

/** "30m", "2h", "1d" in ms, or null. */
function readInterval(value: unknown): number | null {
  const [, count, unit = ''] =
    /^(\d{1,5})\s*([mhd])$/u.exec(typeof value === 'string' ? value : '') ?? [];
  const ms = Number(count) * (UNITS[unit] ?? Number.NaN);
  return ms >= SHORTEST && ms <= LONGEST ? ms : null;
}
