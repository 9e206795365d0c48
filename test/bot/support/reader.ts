/**
 * A reader's view of Discord's markdown, written from its published parts and from parsers that were
 * compared with the client: at every place it tries every rule, so that it sees at least as much
 * markup as Discord does. It knows nothing of the escaper.
 */
export type ReadNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: Wrapper; readonly children: readonly ReadNode[] }
  | { readonly type: Leaf; readonly raw: string };

type Wrapper =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'spoiler'
  | 'quote'
  | 'heading'
  | 'subtext'
  | 'list'
  | 'masked-link';
type Leaf = 'code' | 'mention' | 'timestamp' | 'emoji' | 'link' | 'command';

interface Context {
  readonly isInQuote: boolean;
}

/** Rules that hold at the start of a line only. The first group is what is inside. */
const BLOCK_RULES: readonly (readonly [Wrapper, RegExp])[] = [
  ['quote', /^ *>>> ([\s\S]*)/u],
  ['quote', /^( *> [^\n]*(?:\n *> [^\n]*)*\n?)/u],
  ['heading', /^ *#{1,6}\s+([^\n]*)\n?/u],
  ['subtext', /^-#\s+([^\n]+)\n?/u],
  ['list', /^ *(?:[-*+]|\d+[.)]) +([^\n]*)\n?/u],
];

const LEAF_RULES: readonly (readonly [Leaf, RegExp])[] = [
  ['code', /^```[\s\S]+?```/u],
  ['code', /^(`+)[\s\S]*?[^`]\1(?!`)/u],
  ['mention', /^<@[!&]?\d+>/u],
  ['mention', /^<#\d+>/u],
  ['mention', /^<id:\w+>/u],
  ['mention', /^@(?:everyone|here)/u],
  ['command', /^<\/[^>]+:\d+>/u],
  ['timestamp', /^<t:-?\d+(?::\w)?>/u],
  ['emoji', /^<a?:\w+:\d+>/u],
  ['emoji', /^:[\w+-]+:/u],
  ['link', /^<[^\s<>]*[:@+][^\s<>]*>/u],
  ['link', /^(?:https?|steam|discord|mailto|tel):\/?\/?[^\s<]/u],
  ['link', /^discord(?:app)?\.(?:gg|com)\/\w/u],
];

const WRAPPER_RULES: readonly (readonly [Wrapper, RegExp])[] = [
  ['masked-link', /^\[((?:[^[\]\\]|\\[\s\S])*)\]\([^)]*\)/u],
  ['bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u],
  ['italic', /^\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)\*(?!\*)/u],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u],
  ['italic', /^_((?:__|\\[\s\S]|[^\\_])+?)_/u],
  ['strike', /^~~([\s\S]+?)~~/u],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/u],
];

const ESCAPE = /^\\([^0-9A-Za-z\s])/u;

/** What a person sees of a text display. */
export function read(source: string, context: Context = { isInQuote: false }): ReadNode[] {
  const nodes: ReadNode[] = [];
  let plain = '';
  let offset = 0;
  const flush = () => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
  };
  while (offset < source.length) {
    const rest = source.slice(offset);
    const isLineStart = offset === 0 || source[offset - 1] === '\n';
    const found = (isLineStart ? readBlock(rest, context) : null) ?? readInline(rest, context);
    const escape = found ? null : ESCAPE.exec(rest);
    if (found) {
      flush();
      nodes.push(found.node);
      offset += found.length;
    } else {
      const taken = escape?.[0] ?? rest.charAt(0);
      plain += escape?.[1] ?? taken;
      offset += taken.length;
    }
  }
  flush();
  return nodes;
}

function readBlock(rest: string, context: Context) {
  for (const [type, rule] of BLOCK_RULES) {
    const match = type === 'quote' && context.isInQuote ? null : rule.exec(rest);
    if (!match) continue;
    const inner = match[1] ?? '';
    const isQuote = type === 'quote';
    const content = isQuote ? inner.replace(/\n$/u, '').replace(/^ *> /gmu, '') : inner;
    const children = read(content, { isInQuote: context.isInQuote || isQuote });
    return { node: { type, children }, length: match[0].length } as const;
  }
  return null;
}

function readInline(rest: string, context: Context) {
  for (const [type, rule] of LEAF_RULES) {
    const match = rule.exec(rest);
    if (match) return { node: { type, raw: match[0] }, length: match[0].length } as const;
  }
  for (const [type, rule] of WRAPPER_RULES) {
    const match = rule.exec(rest);
    if (!match) continue;
    // Blocks inside of formatting start at its first character only when it starts the line.
    const children = read(match[1] ?? '', context);
    return { node: { type, children }, length: match[0].length } as const;
  }
  return null;
}

/** The words that are shown, without their looks. */
export function shownText(nodes: readonly ReadNode[]): string {
  return nodes
    .map((node) => {
      if ('text' in node) return node.text;
      return 'children' in node ? shownText(node.children) : node.raw;
    })
    .join('');
}

/** The kinds of markup that are found anywhere in a text. */
export function markupIn(nodes: readonly ReadNode[]): ReadNode['type'][] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    return 'children' in node ? [node.type, ...markupIn(node.children)] : [node.type];
  });
}
