import { describeValue, type GivenMetadata, readMetadata } from '../metadata/metadata.ts';
import { createError, createWarning, type Problem } from '../problem.ts';
import {
  type ParsedYaml,
  parseYamlMapping,
  type YamlEntry,
  type YamlMapping,
} from './yaml-mapping.ts';

/** Front matter is a handful of lines; more than this (UTF-16 units) is something else. */
const MAX_FRONT_MATTER_LENGTH = 8 * 1024;

/** What a text file states about itself, and the rest of it. */
export interface FrontMatter {
  readonly given: GivenMetadata;
  /** The file after its front matter, nothing else changed. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Splits a file whose first line is `---` at the next line that is `---` or `...`, and reads the
 * YAML between; with `+++` it is TOML, with a line `{` JSON, as Hugo has them. A file that begins
 * otherwise has no front matter and is all text, and so is one that begins with a rule.
 */
export function readFrontMatter(content: string, file: string): FrontMatter {
  const other = readTomlOrJson(content, file);
  if (other !== null || RULE.test(content)) {
    return other ?? { given: {}, text: content, problems: [] };
  }
  const opening = /^---[ \t]*(?:\r?\n|$)/u.exec(content)?.[0];
  if (opening === undefined) return { given: {}, text: content, problems: [] };
  const closing = findClosingFence(content, opening.length);
  if (closing === null) return rejectFrontMatter(createError('unclosed-front-matter', {}, file, 1));
  const source = content.slice(opening.length, closing.start);
  if (source.length > MAX_FRONT_MATTER_LENGTH) {
    const bytes = Buffer.byteLength(source);
    return rejectFrontMatter(
      createError('too-large', { bytes, maxBytes: MAX_FRONT_MATTER_LENGTH }, file, 1),
    );
  }
  const whole = parsePlainYaml(source);
  if (whole.kind === 'invalid' && isHostile(whole, source)) {
    const { fault, detail, line } = whole;
    return rejectFrontMatter(createError('invalid-yaml', { fault, detail }, file, line + 1));
  }
  const { parsed, problems: faults } =
    whole.kind === 'invalid' ? parseFields(source, file) : { parsed: whole, problems: [] };
  if (parsed.kind === 'other') {
    const got = describeValue(parsed.text);
    return rejectFrontMatter(
      createError('invalid-value', { key: '', expected: 'mapping', got }, file, 2),
    );
  }
  const entries = parsed.entries.map((entry) => ({ ...entry, line: entry.line + 1 }));
  const { given, problems } = readMetadata(entries, file);
  return { given, text: content.slice(closing.end), problems: [...faults, ...problems] };
}

/** Whether YAML is nested without end, or has aliases in what aliases stand for: nobody's mistake. */
function isHostile({ fault }: Extract<ParsedYaml, { kind: 'invalid' }>, source: string): boolean {
  return fault === 'depth' || (fault === 'alias' && source.includes('&'));
}

/** How a field begins: its key, at the beginning of a line. */
const FIELD_START = /^(?=(?:["'][^"'\n]*["']|[^\s"'#:[{-][^\n:]*):(?:\s|$))/gmu;

/**
 * What is left of YAML that cannot be read as a whole: each field by itself. One that cannot be read, or
 * that is there twice, is a warning; nothing that is no field is kept.
 */
function parseFields(
  source: string,
  file: string,
): { readonly parsed: YamlMapping; readonly problems: readonly Problem[] } {
  const entries = new Map<string, YamlEntry>();
  const problems: Problem[] = [];
  let linesBefore = 0;
  for (const field of source.split(FIELD_START)) {
    const lineCount = field.split('\n').length - 1;
    const parsed = parsePlainYaml(field);
    // What is never closed is reported at its end.
    const lineOf = (line: number) => linesBefore + Math.min(line, Math.max(1, lineCount));
    if (parsed.kind === 'mapping') {
      for (const entry of parsed.entries) {
        const line = lineOf(entry.line);
        if (entries.has(entry.key)) {
          const values = { fault: 'duplicate-key', detail: describeValue(entry.key) } as const;
          problems.push(createWarning('invalid-yaml', values, file, line + 1));
        } else entries.set(entry.key, { ...entry, line });
      }
    } else {
      const { fault, detail, line } =
        parsed.kind === 'invalid'
          ? parsed
          : ({ ...parsed, fault: 'other', detail: parsed.text, line: 1 } as const);
      problems.push(createWarning('invalid-yaml', { fault, detail }, file, lineOf(line) + 1));
    }
    linesBefore += lineCount;
  }
  return { parsed: { kind: 'mapping', entries: [...entries.values()] }, problems };
}

/** A line of its own with a key and text, and no more of the text in the next line. */
const PLAIN_LINE = /^(["']?)([\w-]+)\1:[ \t]+([^\s[{|>&!#*].*?)[ \t]*$(?!\r?\n[ \t]+\S)/gmu;

/** Text that YAML takes for something else: ": " in it, a sign that begins no text, more after a quotation. */
const MISTAKEN = /^[@`%]|^[^"'].*:\s|^"[^"]*"\s*[^\s#]|^'[^']*'\s*[^\s#']/u;

/**
 * The mapping that a person meant who wrote text as it is. A number sign in a title begins no comment;
 * where YAML cannot be read, text that is mistaken for something else is taken as it stands.
 */
function parsePlainYaml(source: string): ReturnType<typeof parseYamlMapping> {
  const quoteWhere = (isMeant: (key: string, value: string) => boolean) =>
    source.replaceAll(PLAIN_LINE, (line, _quote, key: string, value: string) =>
      isMeant(key, value) ? `${key}: ${JSON.stringify(value)}` : line,
    );
  const hasSign = (key: string, value: string) =>
    /^(?:title|headline)$/iu.test(key) && /^[^"'].*\s#/u.test(value);
  const parsed = parseYamlMapping(quoteWhere(hasSign), 1);
  if (parsed.kind !== 'invalid') return parsed;
  const plain = parseYamlMapping(
    quoteWhere((key, value) => hasSign(key, value) || MISTAKEN.test(value)),
    1,
  );
  // Of what cannot be read either way, the fault of what is written counts.
  return plain.kind === 'invalid' ? parsed : plain;
}

/** A line of hyphens over a paragraph that is no YAML mapping, and no comment over one that ends. */
const RULE =
  /^---[ \t]*\r?\n[ \t]*\r?\n(?![ \t]*[\w"'-]+[ \t]*:|(?:#[^\n]*\n|[ \t]*\r?\n){1,20}[a-z][\w-]*:[ \t][^]{0,8192}?\n---[ \t]*(?:\r?\n|$))/u;

/** Front matter between lines of `+++`, or from a line `{` to a line `}`; null for a file without. */
function readTomlOrJson(content: string, file: string): FrontMatter | null {
  const [whole, fence, source] =
    /^(\+{3}|\{)[ \t]*\r?\n([\s\S]{0,8192}?)^(?:\+{3}|\})[ \t]*(?:\r?\n|$(?![\s\S]))/mu.exec(
      content,
    ) ?? [];
  if (whole === undefined || source === undefined) return null;
  const entries = fence === '{' ? readJsonEntries(source) : readTomlEntries(source);
  if (entries === null) return null;
  const { given, problems } = readMetadata(entries, file);
  return { given, text: content.slice(whole.length), problems };
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly line: number | null;
}

function readJsonEntries(source: string): readonly Entry[] | null {
  try {
    const value: unknown = JSON.parse(`{${source}}`);
    if (typeof value !== 'object' || value === null) return null;
    return Object.entries(value).map(([key, inner]) => ({ key, value: inner, line: null }));
  } catch {
    // Text in braces: there is no front matter.
    return null;
  }
}

/** The keys of TOML before its first table. Values are strings, dates and numbers as written. */
function readTomlEntries(source: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    if (/^\s*\[/u.test(line)) break;
    const [, key, text] = /^\s*["']?([\w-]+)["']?\s*=\s*(.*?)\s*$/u.exec(line) ?? [];
    if (key === undefined || text === undefined) continue;
    const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:#.*)?$/u.exec(text);
    const list = /^\[.*\]/u.exec(text)?.[0];
    const value =
      list !== undefined
        ? Array.from(list.matchAll(/"([^"]*)"|'([^']*)'/gu), ([, one, other]) => one ?? other).join(
            ', ',
          )
        : quoted === null
          ? text.replace(/\s+#.*$/u, '')
          : (quoted[2] ?? quoted[1]?.replaceAll(/\\(.)/gu, '$1'));
    entries.push({ key, value, line: index + 2 });
  }
  return entries;
}

function rejectFrontMatter(problem: Problem): FrontMatter {
  return { given: {}, text: '', problems: [problem] };
}

function findClosingFence(content: string, from: number): { start: number; end: number } | null {
  const fence = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$(?![\s\S]))/gmu;
  fence.lastIndex = from;
  const match = fence.exec(content);
  return match === null ? null : { start: match.index, end: fence.lastIndex };
}
