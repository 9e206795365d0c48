import type { Listing } from '../folder/list-files.ts';
import type { ParsedFile, SynonymGroup } from '../folder/parsed-file.ts';
import { describeValue } from '../metadata/metadata.ts';
import { createWarning, type Problem, type ProblemValues } from '../problem.ts';
import { readTextFile } from './decode.ts';

/** Each question is compared with every phrase. */
const MAX_GROUPS = 500;
const MAX_PHRASES = 12;
/** In UTF-16 units. */
const MAX_PHRASE_LENGTH = 80;
const MAX_SYNONYMS_BYTES = 256 * 1024;

/** A comment of YAML, a document's mark, or nothing. */
const COMMENT = /(?:^|\s)#.*$/u;
const MARK = /^(?:---|\.\.\.|)$/u;

/**
 * Reads `synonyms.yaml` and `synonyms.yml`, a group a line: `- CEO = chief executive` or `- [CEO,
 * chief executive]`. Line by line, so that one that is no group costs itself alone: a warning with its
 * number.
 */
export function readSynonyms(listing: Pick<Listing, 'synonyms'>): ParsedFile[] {
  return listing.synonyms.map(({ file, path }) => {
    const { synonyms, problems } = readFile(file, path);
    return { file, path, signature: null, cacheKey: '', articles: [], problems, synonyms };
  });
}

type Reading = Required<Pick<ParsedFile, 'synonyms' | 'problems'>>;

function readFile(file: string, path: string): Reading {
  const attempt = readTextFile(path, file, MAX_SYNONYMS_BYTES);
  return attempt.ok
    ? readLines(attempt.value, file)
    : { synonyms: [], problems: [attempt.problem] };
}

function readLines(text: string, file: string): Reading {
  const synonyms: SynonymGroup[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    const written = line.replace(COMMENT, '').trim();
    if (MARK.test(written)) continue;
    if (synonyms.length === MAX_GROUPS) {
      const values = { maxGroups: MAX_GROUPS };
      problems.push(createWarning('too-many-synonyms', values, file, index + 1));
      break;
    }
    const group = readGroup(written);
    const fault = faultOf(group);
    if (fault === null) synonyms.push(group);
    else {
      const values = { fault, got: describeValue(written) };
      problems.push(createWarning('invalid-synonyms', values, file, index + 1));
    }
  }
  return { synonyms, problems };
}

function readGroup(line: string): SynonymGroup {
  const item = unquote(line.replace(/^-\s+/u, ''));
  const inBrackets = /^\[(?<inside>.*)\]$/u.exec(item)?.groups?.['inside'];
  const phrases = inBrackets === undefined ? item.split(/[=＝]/u) : inBrackets.split(/[,，、]/u);
  const distinct = new Map<string, string>();
  for (const phrase of phrases.map((each) => unquote(each.trim()))) {
    const key = phrase.toLowerCase();
    if (phrase !== '' && !distinct.has(key)) distinct.set(key, phrase);
  }
  return [...distinct.values()];
}

function unquote(text: string): string {
  return /^(?<mark>["'])(?<inside>.*)\k<mark>$/u.exec(text)?.groups?.['inside']?.trim() ?? text;
}

function faultOf(group: SynonymGroup): ProblemValues['invalid-synonyms']['fault'] | null {
  if (group.length < 2) return 'no-group';
  if (group.length > MAX_PHRASES) return 'many-phrases';
  if (group.some((phrase) => phrase.length > MAX_PHRASE_LENGTH)) return 'long-phrase';
  return group.every((phrase) => /[\p{L}\p{N}]/u.test(phrase)) ? null : 'no-words';
}
