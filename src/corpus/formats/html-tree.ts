import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { Attempt } from '../folder/open-file.ts';
import { createError } from '../problem.ts';

/** Browsers stop here as well, and pages that people wrote stay below 100. */
export const MAX_HTML_DEPTH = 512;

/**
 * Far more than a page of 2 MiB has. A few bytes of mis-nested markup can stand for many elements,
 * so that the size of the file does not bound them.
 */
const MAX_HTML_ELEMENTS = 250_000;

/** What a page says with other attributes is nothing to an article. The last are those of an EPUB's package. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  [
    'class id role hidden aria-hidden style lang dir type rel href src alt colspan rowspan',
    'property name http-equiv itemprop itemtype content datetime',
    'full-path idref media-type properties linear',
  ].flatMap((names) => names.split(' ')),
);

/** In UTF-16 units. Longer values are pictures and programs, and are left out. */
const MAX_ATTRIBUTE_LENGTH = 2000;

/**
 * In UTF-16 units, of all elements: mis-nested markup repeats its attributes. A page with 250,000
 * elements has about as much.
 */
const MAX_ATTRIBUTES_LENGTH = 16 * 1024 * 1024;

/** A parsed page, or the limit that it broke. */
type ParsedHtml =
  | { readonly kind: 'document'; readonly document: HtmlNode }
  | { readonly kind: 'too-deep'; readonly depth: number }
  | { readonly kind: 'too-many-elements' };

/** A node of a parsed page. */
export type HtmlNode = DefaultTreeAdapterTypes.Node;

/** An element of a parsed page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** {@link parseHtml} for the HTML of an article: the limit that it breaks is a problem of its file. */
export function parseWithinLimits(
  html: string,
  file: string,
  line: number | null = null,
): Attempt<HtmlNode> {
  const parsed = parseHtml(html);
  switch (parsed.kind) {
    case 'document':
      return { ok: true, value: parsed.document };
    case 'too-deep': {
      const values = { depth: parsed.depth, maxDepth: MAX_HTML_DEPTH };
      return { ok: false, problem: createError('html-too-deep', values, file, line) };
    }
    case 'too-many-elements': {
      const values = { maxElements: MAX_HTML_ELEMENTS };
      return { ok: false, problem: createError('html-too-many-elements', values, file, line) };
    }
  }
}

/** Parses a page, and stops as soon as it is deeper or larger than the limits. */
export function parseHtml(html: string): ParsedHtml {
  let depth = 0;
  let elementCount = 0;
  let attributeLength = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      const kept = attributes.filter(
        ({ name, value }) => KEPT_ATTRIBUTES.has(name) && value.length <= MAX_ATTRIBUTE_LENGTH,
      );
      elementCount += 1;
      attributeLength += kept.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
      if (elementCount > MAX_HTML_ELEMENTS || attributeLength > MAX_ATTRIBUTES_LENGTH) {
        throw new HtmlLimitError({ kind: 'too-many-elements' });
      }
      return defaultTreeAdapter.createElement(tagName, namespace, kept);
    },
    onItemPush() {
      depth += 1;
      if (depth > MAX_HTML_DEPTH) throw new HtmlLimitError({ kind: 'too-deep', depth });
    },
    onItemPop() {
      depth -= 1;
    },
  };
  try {
    return { kind: 'document', document: parse(html, { treeAdapter }) };
  } catch (error) {
    if (error instanceof HtmlLimitError) return error.outcome;
    throw error;
  }
}

class HtmlLimitError extends Error {
  readonly outcome: ParsedHtml;

  constructor(outcome: ParsedHtml) {
    super(outcome.kind);
    this.name = 'HtmlLimitError';
    this.outcome = outcome;
  }
}

/** The value of an attribute, or null. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** The elements right below an element. */
export function childElements(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter((child) => 'tagName' in child);
}

/** Every element below `root`, `root` included, in document order. Iterative, so any depth will do. */
export function* walkElements(root: HtmlNode): Generator<HtmlElement> {
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (defaultTreeAdapter.isElementNode(node)) yield node;
    if ('childNodes' in node) {
      for (const child of node.childNodes.toReversed()) stack.push(child);
    }
  }
}

/** All text below `root`, just as it is. */
export function rawTextOf(root: HtmlNode): string {
  const pieces: string[] = [];
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) pieces.push(node.value);
    if ('childNodes' in node) {
      for (const child of node.childNodes.toReversed()) stack.push(child);
    }
  }
  return pieces.join('');
}

const DROPPED_TAGS: ReadonlySet<string> = new Set(
  [
    'head script style template noscript noembed noframes',
    'nav footer aside dialog button select textarea input datalist',
    'svg math iframe object embed canvas audio video map img picture figcaption',
  ].flatMap((tags) => tags.split(' ')),
);

const DROPPED_ROLES: ReadonlySet<string> = new Set(
  'navigation banner contentinfo complementary search'.split(' '),
);

/** Whether an element, with everything in it, is never part of a text. */
export function isDropped(element: HtmlElement): boolean {
  if (DROPPED_TAGS.has(element.tagName)) return true;
  return DROPPED_ROLES.has(attributeOf(element, 'role')?.toLowerCase() ?? '');
}

/** Whether a page hides an element. Some show everything by a script only. */
export function isHidden(element: HtmlElement): boolean {
  if (attributeOf(element, 'hidden') !== null) return true;
  if (attributeOf(element, 'aria-hidden')?.toLowerCase() === 'true') return true;
  const style = attributeOf(element, 'style');
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style);
}

/** Elements that begin and end a paragraph. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  [
    'html body article main section search div center p pre blockquote address hr',
    'h1 h2 h3 h4 h5 h6 hgroup details summary figure figcaption fieldset legend',
    'ul ol menu dir li dl dt dd table caption thead tbody tfoot tr td th',
  ].flatMap((tags) => tags.split(' ')),
);

/** Characters that are not white space. */
export interface Letters {
  readonly all: number;
  readonly inLinks: number;
}

/** The letters of each node below `root` and of `root`, everything in it included that is shown. */
export function measureLetters(root: HtmlNode): ReadonlyMap<HtmlNode, Letters> {
  const letters = new Map<HtmlNode, { all: number; inLinks: number }>();
  const nodes: HtmlNode[] = [];
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes.push(node);
    letters.set(node, {
      all: defaultTreeAdapter.isTextNode(node) ? countLetters(node.value) : 0,
      inLinks: 0,
    });
    if ('childNodes' in node && !('tagName' in node && isDropped(node))) {
      for (const child of node.childNodes) stack.push(child);
    }
  }
  // Children come after their parents, so that one pass from the end adds up everything.
  for (const node of nodes.toReversed()) {
    const own = letters.get(node);
    const parent = 'parentNode' in node && node.parentNode !== null && letters.get(node.parentNode);
    if (!own) continue;
    if ('tagName' in node && node.tagName === 'a') own.inLinks = own.all;
    if (!parent) continue;
    parent.all += own.all;
    parent.inLinks += own.inLinks;
  }
  return letters;
}

/** How many characters are not white space. */
export function countLetters(text: string): number {
  return text.length - (text.match(/\s/gu)?.length ?? 0);
}
