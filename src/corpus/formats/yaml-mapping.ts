import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import { cutAtWord, toOneLine } from '../metadata/one-line.ts';
import type { ProblemValues } from '../problem.ts';

/** Details quote the source, which can be long. */
const MAX_DETAIL_LENGTH = 160;

/**
 * Levels of nesting, as the parser's stack counts them. Metadata is two deep, and a file of brackets
 * costs the library seconds, gigabytes and in the end the process.
 */
const MAX_NESTING = 20;

/** A mapping as it stands in a YAML file. One and the same object for an anchor and its aliases. */
export interface YamlMapping {
  readonly kind: 'mapping';
  readonly entries: readonly YamlEntry[];
}

/**
 * One key and its value: the text of a scalar as it was written (so that dates and numbers keep
 * their form), null when empty, a mapping, or an empty array standing for any list.
 */
export interface YamlEntry {
  readonly key: string;
  readonly value: string | null | YamlMapping | readonly never[];
  /** 1-based line in the parsed source. */
  readonly line: number;
}

/** What a YAML source is. `other` is anything valid that is not a mapping, in short. */
export type ParsedYaml =
  | YamlMapping
  | { readonly kind: 'other'; readonly text: string }
  | ({ readonly kind: 'invalid'; readonly line: number } & YamlFault);

type YamlFault = ProblemValues['invalid-yaml'];

/**
 * Parses a mapping, and the mappings in it `maxDepth` levels down; deeper ones come out empty.
 * Nothing is expanded, and aliases inside of what aliases can stand for are refused, so that an
 * "alias bomb" costs no more than its letters.
 */
export function parseYamlMapping(source: string, maxDepth: number): ParsedYaml {
  const lines = new LineCounter();
  const invalid = ({ fault, detail }: YamlFault, offset: number): ParsedYaml => ({
    kind: 'invalid',
    fault,
    detail: cutAtWord(toOneLine(detail.slice(0, 1000)), MAX_DETAIL_LENGTH),
    line: lines.linePos(offset).line,
  });
  try {
    const document = composeDocument(source, lines);
    const targets = resolveAliases(document);
    const root = document.contents;
    if (isMap(root)) return createMappingReader(lines, targets)(root, maxDepth);
    if (root === null || (isScalar(root) && root.value === null)) {
      return { kind: 'mapping', entries: [] };
    }
    return { kind: 'other', text: isScalar(root) ? scalarText(root) : '[…]' };
  } catch (error) {
    if (error instanceof YamlContentError) return invalid(error, error.offset);
    // Whatever else the library throws, the source is to blame.
    const detail = error instanceof Error ? error.message : String(error);
    return invalid({ fault: 'other', detail }, 0);
  }
}

/** What a person did, by the library's code for what it met. */
function toFault({ code, message, pos: [offset] }: YAMLParseError, source: string): YamlFault {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const start = source.lastIndexOf('\n', offset - 1) + 1;
      const [, key] = /^\s*["']?([^\s:"']+)["']?:[ \t].*:(?:\s|$)/u.exec(source.slice(start)) ?? [];
      return key === undefined
        ? { fault: 'other', detail: message }
        : { fault: 'colon', detail: key };
    }
    case 'MISSING_CHAR':
      if (message.includes('quote')) return { fault: 'quote', detail: '' };
      return { fault: message.startsWith('Flow') ? 'bracket' : 'other', detail: message };
    case 'BAD_INDENT':
      return { fault: message.startsWith('Flow') ? 'bracket' : 'other', detail: message };
    case 'BAD_SCALAR_START':
      return { fault: 'character', detail: source.slice(offset, offset + 1) };
    case 'TAB_AS_INDENT':
      return { fault: 'tab', detail: '' };
    default:
      return { fault: 'other', detail: message };
  }
}

class YamlContentError extends Error implements YamlFault {
  override readonly name = 'YamlContentError';
  readonly fault: YamlFault['fault'];
  readonly detail: string;
  readonly offset: number;

  constructor({ fault, detail }: YamlFault, offset: number) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.detail = detail;
    this.offset = offset;
  }
}

/** The only document of a source, looked at while it is parsed: what is nested too deeply is not. */
function composeDocument(source: string, lines: LineCounter): Document.Parsed {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  function* parse() {
    for (const lexeme of new Lexer().lex(source)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > MAX_NESTING) {
        throw new YamlContentError({ fault: 'depth', detail: '' }, parser.offset);
      }
    }
    yield* parser.end();
  }
  const composer = new Composer({
    // The library compares every key with every other one, which 10,000 files do not bear.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, second] = composer.compose(parse(), true, source.length);
  if (!document) throw new YamlContentError({ fault: 'other', detail: 'no document' }, 0);
  const [error] = document.errors;
  if (error) throw new YamlContentError(toFault(error, source), error.pos[0]);
  if (second)
    throw new YamlContentError(
      { fault: 'other', detail: 'more than one document' },
      second.range[0],
    );
  return document;
}

/** The node that each alias stands for. Refuses aliases inside of what aliases can stand for. */
function resolveAliases(document: Document.Parsed): ReadonlyMap<unknown, unknown> {
  const anchors = new Map<string, unknown>();
  const targets = new Map<unknown, unknown>();
  visit(document, (_key, node, path) => {
    if (isAlias(node)) {
      const offset = node.range?.[0] ?? 0;
      // Aliases that multiply others are how a kilobyte becomes a gigabyte; metadata needs none.
      if (path.some((parent) => isNode(parent) && 'anchor' in parent && parent.anchor)) {
        throw new YamlContentError({ fault: 'alias', detail: node.source }, offset);
      }
      if (!anchors.has(node.source)) {
        throw new YamlContentError({ fault: 'alias', detail: node.source }, offset);
      }
      targets.set(node, anchors.get(node.source));
    } else if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string') {
      anchors.set(node.anchor, node);
    }
  });
  return targets;
}

function createMappingReader(lines: LineCounter, targets: ReadonlyMap<unknown, unknown>) {
  const finished = new Map<YAMLMap, YamlMapping>();
  return function readMapping(map: YAMLMap, depth: number): YamlMapping {
    const known = finished.get(map);
    if (known !== undefined) return known;
    const entries = new Map<string, YamlEntry>();
    for (const pair of depth > 0 ? map.items : []) {
      const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
      const key = isScalar(pair.key) ? scalarText(pair.key) : '[…]';
      if (entries.has(key))
        throw new YamlContentError({ fault: 'duplicate-key', detail: key }, offset);
      const { line } = lines.linePos(offset);
      const node = targets.get(pair.value) ?? pair.value;
      if (isMap(node)) entries.set(key, { key, line, value: readMapping(node, depth - 1) });
      else if (isScalar(node)) {
        entries.set(key, { key, line, value: node.value === null ? null : scalarText(node) });
      } else entries.set(key, { key, line, value: node === null ? null : [] });
    }
    const mapping: YamlMapping = { kind: 'mapping', entries: [...entries.values()] };
    finished.set(map, mapping);
    return mapping;
  };
}

function scalarText(scalar: { readonly value: unknown; readonly source?: string }): string {
  return scalar.source ?? '';
}
