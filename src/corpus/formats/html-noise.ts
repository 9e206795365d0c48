import { defaultTreeAdapter } from 'parse5';
import {
  attributeOf,
  childElements,
  type HtmlElement,
  type HtmlNode,
  isDropped,
  isHidden,
  type Letters,
  measureLetters,
  rawTextOf,
} from './html-tree.ts';

/** Words in a class or an id, in kebab-case, of boxes with other stories. */
const OTHER_STORIES = [
  'related recommend(?:s|ed|ations?)? recirc trending most-(?:read|popular|viewed) popular',
  'read-(?:more|next|also) see-also also-read more-(?:stories|news|on|from) up-next',
].join(' ');

const OF_ANOTHER_STORY = toPattern(OTHER_STORIES, 'teasers? comments? commentlist repl(?:y|ies)');

/** Words that say that an element is not the article. */
const FURNITURE = toPattern(
  OTHER_STORIES,
  'ads? adv adverts? advertisements? advertising banners? sponsored sponsors? promos? promotions?',
  'outbrain taboola cookies? consent gdpr newsletters? subscribe subscriptions? sign-?up paywall',
  'social share shares sharing sharebar sharedaddy addthis follow',
  'breadcrumbs? crumbs? sidebar nav navi navbar navigation menu footer toolbar tools pagination pager',
  'login modal pop-?up skip-link screen-reader-text visually-hidden sr-only',
  'byline authors? author-(?:bio|box|info) bio rating tag-list date publish-info',
);

/** The same, for words that name parts of articles as well: those are longer. */
const FURNITURE_IF_SHORT = toPattern('teasers? widgets? meta tags overlay print toc header cta');

/** Never part of a sentence, whatever the element. */
const ASIDES = toPattern(
  '(?:[a-z]+-)*captions?(?:-text)? credits? image-credit photo-credit copyright timestamp',
  'rollover-block tooltip pop-?over hover-?card',
);

/** Boxes that are as long as the article on a short page. */
const CONSENT = toPattern('cookies? consent gdpr');

const COMMENTS = toPattern('comments? commentlist disqus dsq repl(?:y|ies) respond livefyre');

/** Other elements are parts of sentences, whatever they are called. */
const NAMED_TAGS: ReadonlySet<string> = new Set(
  [
    'div section article aside header footer center form details address blockquote',
    'ul ol dl li table p h2 h3 h4 h5 h6 a button label time',
  ].flatMap((tags) => tags.split(' ')),
);

/** What somebody took back. */
const STRUCK_OUT: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

/** Shares of all the letters of a page; what holds more is a wrapper, such as "with-sidebar". */
const MAX_SHARE = 0.3;
const MAX_SHARE_IF_SHORT = 0.05;
const MAX_SHARE_OF_COMMENTS = 0.9;
const MAX_SHARE_OF_CONSENT = 0.6;

/** Letters outside of links that furniture stays below, unless most of it is links. */
const MAX_PROSE = 1000;

/**
 * Takes out of a page what is not an article's text: scripts and controls, menus, boxes for comments,
 * cookies and newsletters, related stories, captions, hover cards. An element that holds much of the
 * page's text is kept, whatever it is called.
 */
export function removeNoise(document: HtmlNode): void {
  const letters = measureLetters(document);
  const total = letters.get(document)?.all ?? 0;
  const stack: HtmlNode[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('childNodes' in node)) continue;
    node.childNodes = node.childNodes.filter(
      (child, index, all) => !isNoise(child, all[index - 1], letters.get(child), total),
    );
    for (const child of node.childNodes) stack.push(child);
  }
}

function isNoise(
  node: HtmlNode,
  before: HtmlNode | undefined,
  own: Letters | undefined,
  total: number,
): boolean {
  if (defaultTreeAdapter.isCommentNode(node)) return true;
  if (!defaultTreeAdapter.isElementNode(node) || own === undefined) return false;
  const { tagName } = node;
  if (tagName === 'sup') return isReference(node, before);
  if (tagName === 'head' || tagName === 'title') return false;
  if (isDropped(node)) return true;
  const share = own.all / total;
  if (STRUCK_OUT.has(tagName)) return share < MAX_SHARE_OF_COMMENTS;
  if (isHidden(node)) return share < MAX_SHARE;
  if (tagName === 'form') return share < MAX_SHARE;
  if (tagName === 'header' && !isInArticle(node)) return share < MAX_SHARE;
  const name = nameOf(node);
  if (name === '') return false;
  if (ASIDES.test(name)) return share < MAX_SHARE;
  if (!NAMED_TAGS.has(tagName)) return false;
  if (COMMENTS.test(name)) return share < MAX_SHARE_OF_COMMENTS;
  if (CONSENT.test(name) && own.all < MAX_PROSE) return share < MAX_SHARE_OF_CONSENT;
  const isProse = own.all - own.inLinks > MAX_PROSE && own.inLinks < own.all / 2;
  if (FURNITURE.test(name) && !isProse) return share < MAX_SHARE;
  return FURNITURE_IF_SHORT.test(name) && share < MAX_SHARE_IF_SHORT;
}

/** Whether an element stands in a box with other stories or with comments. */
export function isOfAnotherStory(element: HtmlElement): boolean {
  let node: HtmlElement['parentNode'] = element;
  while (node !== null && 'tagName' in node) {
    if (OF_ANOTHER_STORY.test(nameOf(node))) return true;
    node = node.parentNode;
  }
  return false;
}

function isInArticle(element: HtmlElement): boolean {
  let node = element.parentNode;
  while (node !== null && 'tagName' in node) {
    if (node.tagName === 'article' || node.tagName === 'main') return true;
    node = node.parentNode;
  }
  return false;
}

/** Whether a raised text leads to a note: "[2]", a link, or a number after a word; not "km²". */
function isReference(element: HtmlElement, before: HtmlNode | undefined): boolean {
  const isLinked = childElements(element).some(({ tagName }) => tagName === 'a');
  return isNoteMark(rawTextOf(element), isLinked, before === undefined ? '' : rawTextOf(before));
}

/** Whether a raised text leads to a note; what stands before it tells a note's number from a power. */
export function isNoteMark(raised: string, isLinked: boolean, before: string): boolean {
  const text = raised.trim();
  if (/^[[(［（【]?[\d*†‡§]{1,3}[\])］）】]$/u.test(text)) return true;
  if (!/^[\d*†‡§,;–-]{1,7}$/u.test(text)) return false;
  return isLinked || /(?:\p{L}{3}|\p{Script=Han}|[.,;:!?"”’»。，；：！？」』])$/u.test(before);
}

/** Class and id in kebab-case: "relatedPosts main_nav" gives "related-posts-main-nav". */
function nameOf(element: HtmlElement): string {
  return `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`
    .slice(0, 500)
    .trim()
    .replaceAll(/([a-z])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, '-');
}

function toPattern(...words: readonly string[]): RegExp {
  return new RegExp(`(?:^|-)(?:${words.join(' ').split(' ').join('|')})(?:-|$)`, 'u');
}
