import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

/** Browsers stop here as well, and pages that people wrote stay below 100. */
export const MAX_HTML_DEPTH = 512;

/**
 * Far more than a page of 2 MiB has. A few bytes of mis-nested markup can stand for many elements,
 * so that the size of the file does not bound them.
 */
export const MAX_HTML_ELEMENTS = 250_000;

/** A parsed page, or the limit that it broke. */
type ParsedHtml =
  | { readonly kind: 'document'; readonly document: HtmlNode }
  | { readonly kind: 'too-deep'; readonly depth: number }
  | { readonly kind: 'too-many-elements' };

/** A node of a parsed page. */
export type HtmlNode = DefaultTreeAdapterTypes.Node;

/** An element of a parsed page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Parses a page, and stops as soon as it is deeper or larger than the limits. */
export function parseHtml(html: string): ParsedHtml {
  let depth = 0;
  let elementCount = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...args) {
      elementCount += 1;
      if (elementCount > MAX_HTML_ELEMENTS) throw new HtmlLimitError({ kind: 'too-many-elements' });
      return defaultTreeAdapter.createElement(...args);
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
    'nav header footer aside dialog form button select textarea input datalist',
    'svg math iframe object embed canvas audio video map',
  ].flatMap((tags) => tags.split(' ')),
);

const DROPPED_ROLES: ReadonlySet<string> = new Set(
  'navigation banner contentinfo complementary search'.split(' '),
);

/** Whether an element, with everything in it, is not part of what a page says to its reader. */
export function isDropped(element: HtmlElement): boolean {
  if (DROPPED_TAGS.has(element.tagName)) return true;
  if (attributeOf(element, 'hidden') !== null) return true;
  if (attributeOf(element, 'aria-hidden')?.toLowerCase() === 'true') return true;
  if (DROPPED_ROLES.has(attributeOf(element, 'role')?.toLowerCase() ?? '')) return true;
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
