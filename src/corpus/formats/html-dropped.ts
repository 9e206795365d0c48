import { attributeOf, type HtmlElement } from './html-tree.ts';

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
