import { posix } from 'node:path';
import { METADATA_KEYS } from '../article.ts';
import { FETCHED_NAME, type ListedFile, type Listing } from '../folder/list-files.ts';
import {
  createUnknownKeyWarning,
  describeValue,
  type GivenMetadata,
  nearestOf,
  readMetadata,
} from '../metadata/metadata.ts';
import { createError, createWarning, type Problem } from '../problem.ts';
import { readTextFile } from './decode.ts';
import { parseYamlMapping, type YamlEntry, type YamlMapping } from './yaml-mapping.ts';

/** Some 6,000 entries. More is hostile, or belongs into the articles. */
const MAX_SOURCES_BYTES = 512 * 1024;

/** To compare a name with every file takes a while, and after some the picture is clear. */
const MAX_NEAREST_NAMES = 20;

/** What `sources.yaml` states, by file. */
export interface Sources {
  readonly byFile: ReadonlyMap<string, GivenMetadata>;
  readonly problems: readonly Problem[];
}

/**
 * Reads `sources.yaml`, `sources.yml` and `fetched.yaml` (the first that gives a key wins). A file that
 * cannot be used is one problem, and a value that does not fit is another; the articles do without.
 */
export function readSources(listing: Listing): Sources {
  const byFile = new Map<string, GivenMetadata>();
  const problems: Problem[] = [];
  // macOS decomposes the accents in file names; people do not when they type them.
  const listed = new Map(listing.files.map((item) => [item.file.normalize('NFC'), item]));
  const names = [...listed.keys()];
  let unknownCount = 0;
  for (const { file: source, path } of listing.sources) {
    const mapping = readMapping(path, source);
    if ('code' in mapping) {
      problems.push(mapping);
      continue;
    }
    const readEntry = createEntryReader(source, problems);
    for (const entry of mapping.entries) {
      const name = posix.normalize(entry.key).normalize('NFC');
      const item = listed.get(name);
      if (item === undefined) {
        // What was fetched can be gone.
        if (source === FETCHED_NAME) continue;
        unknownCount += 1;
        const nearest = unknownCount > MAX_NEAREST_NAMES ? null : nearestOf(name, names);
        const values = { name: describeValue(entry.key), nearest };
        problems.push(createWarning('unknown-file', values, source, entry.line));
      } else byFile.set(item.file, { ...readEntry(entry, item), ...byFile.get(item.file) });
    }
  }
  return { byFile, problems };
}

function readMapping(path: string, source: string): YamlMapping | Problem {
  const attempt = readTextFile(path, source, MAX_SOURCES_BYTES);
  if (!attempt.ok) return attempt.problem;
  const parsed = parseYamlMapping(attempt.value, 2);
  if (parsed.kind === 'invalid') {
    const { fault, detail, line } = parsed;
    return createError('invalid-yaml', { fault, detail }, source, line);
  }
  if (parsed.kind === 'other') {
    const got = describeValue(parsed.text);
    return createError('invalid-value', { key: '', expected: 'mapping', got }, source);
  }
  return parsed;
}

/** Reads what is stated about one file; what several files share is checked and reported once. */
function createEntryReader(source: string, problems: Problem[]) {
  const finished = new Map<YamlMapping, GivenMetadata>();
  return ({ key, value, line }: YamlEntry, { kind }: ListedFile): GivenMetadata => {
    if (value === null) return {};
    if (typeof value === 'string' || !('kind' in value)) {
      const values = { key: describeValue(key), got: describeValue(value) };
      problems.push(createError('invalid-value', { ...values, expected: 'mapping' }, source, line));
      return {};
    }
    let given = finished.get(value);
    if (given === undefined) {
      const metadata = readMetadata(value.entries, source);
      for (const problem of metadata.problems) problems.push(problem);
      given = metadata.given;
      finished.set(value, given);
    }
    const canBeMany = kind === 'jsonl' || kind === 'json';
    if (!canBeMany || given.id === undefined) return given;
    // One id cannot be that of every article.
    const known = METADATA_KEYS.filter((name) => name !== 'id');
    const idLine = value.entries.find((entry) => entry.key === 'id')?.line ?? line;
    problems.push(createUnknownKeyWarning('id', known, source, idLine));
    const { id: _id, ...shared } = given;
    return shared;
  };
}
