import { parseFragment, serialize } from 'parse5';
import { extractWithReadability } from './html-readability.ts';
import { type Paragraph, renderParagraphs, weigh } from './html-text.ts';
import {
  attributeOf,
  BLOCK_TAGS,
  childElements,
  type HtmlElement,
  type HtmlNode,
  measureLetters,
  walkElements,
} from './html-tree.ts';

/** Below this weight Readability has missed the text, and a marked or dense block may be it. */
const MIN_WEIGHT = 300;

/**
 * Pages for Readability are smaller: in nodes, and in UTF-16 units of text and of markup, each counted
 * once for every element that it stands in. 1,301 saved pages have at most 27,000 and 9.5 million.
 */
const MAX_NODES = 30_000;
const MAX_WORK = 20_000_000;

/** What the markup of a node counts for, in UTF-16 units. */
const WORK_OF_NODE = 20;

/** The share of a page's prose that an element marked as the article must hold to be believed. */
const MIN_MARKED_SHARE = 0.4;

/** A block that holds less than this share of what is around it would lose part of the text. */
const MIN_DENSE_SHARE = 2 / 3;

/** Elements that a page's layout is made of; the others are parts of a text. */
const LAYOUT_TAGS: ReadonlySet<string> = new Set(
  'article main div section center table tbody tr td'.split(' '),
);

/** What the block with an article's first sentences is called in several languages. */
const LEAD =
  /(?:^|[-_ ])(?:lead|lede|intro(?:duction)?|standfirst|excerpt|deck|dek|subtitle|sub-?headline|summary|abstract|vorspann|chapo|bajada|entradilla|sapo|occhiello|zhaiyao|daoyu)(?:[-_ ]|$)/iu;

/** Lighter blocks are labels, heavier ones the text itself. */
const LEAD_WEIGHT = { min: 60, max: 1500 } as const;

/** The paragraphs of a page's main text, from a page without noise. */
export function findMainParagraphs(document: HtmlNode): readonly Paragraph[] {
  const found = fromReadability(document);
  const dense = weigh(found) < MIN_WEIGHT ? fromDensestBlock(document) : [];
  const best = dense.length > 0 && weigh(dense) >= weigh(found) ? dense : found;
  return [...findLead(document, best), ...best];
}

/** Empty where it finds no text, and for pages that would hold it up. */
function fromReadability(document: HtmlNode): readonly Paragraph[] {
  if (!('childNodes' in document) || isTooMuch(document)) return [];
  const content = extractWithReadability(serialize(document));
  return content === null ? [] : renderParagraphs(parseFragment(content));
}

/** It looks at the text of an element for each of those around it, and compares many with many. */
function isTooMuch(document: HtmlNode): boolean {
  let nodes = 0;
  let work = 0;
  const stack: { readonly node: HtmlNode; readonly depth: number }[] = [
    { node: document, depth: 0 },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    nodes += 1;
    work += depth * (WORK_OF_NODE + ('value' in node ? node.value.length : 0));
    if (nodes > MAX_NODES || work > MAX_WORK) return true;
    if (!('childNodes' in node)) continue;
    for (const child of node.childNodes) stack.push({ node: child, depth: depth + 1 });
  }
  return false;
}

/**
 * The marked element with the most prose, if it holds much of the page's, else the body; and in it the
 * innermost block that holds nearly all of that.
 */
function fromDensestBlock(document: HtmlNode): readonly Paragraph[] {
  const letters = measureLetters(document);
  const proseOf = (node: HtmlNode): number => {
    const own = letters.get(node);
    return own === undefined ? 0 : own.all - own.inLinks;
  };
  const elements = [...walkElements(document)];
  const minimum = proseOf(document) * MIN_MARKED_SHARE;
  let block = elements.find(({ tagName }) => tagName === 'body');
  let mostProse = minimum;
  for (const element of elements) {
    if (!isMarked(element) || proseOf(element) <= mostProse) continue;
    block = element;
    mostProse = proseOf(element);
  }
  for (let inner = block; inner !== undefined; ) {
    block = inner;
    const wanted = proseOf(block) * MIN_DENSE_SHARE;
    inner = childElements(block).find((child) => isLayout(child) && proseOf(child) > wanted);
  }
  return block === undefined ? [] : renderParagraphs(block);
}

/** Whether an element is no single paragraph: the others beside that would be lost. */
function isLayout(element: HtmlElement): boolean {
  const isBlock = ({ tagName }: HtmlElement): boolean => BLOCK_TAGS.has(tagName);
  return LAYOUT_TAGS.has(element.tagName) && childElements(element).some(isBlock);
}

function isMarked(element: HtmlElement): boolean {
  return (
    element.tagName === 'article' ||
    element.tagName === 'main' ||
    attributeOf(element, 'role') === 'main' ||
    attributeOf(element, 'itemprop') === 'articleBody'
  );
}

/** The lead that stands after the headline in a block of its own, unless it is in `text` already. */
function findLead(document: HtmlNode, text: readonly Paragraph[]): readonly Paragraph[] {
  const known = new Set(text.map((paragraph) => paragraph.text));
  let isAfterHeadline = false;
  for (const element of walkElements(document)) {
    isAfterHeadline ||= element.tagName === 'h1';
    if (!isAfterHeadline || !LEAD.test(attributeOf(element, 'class')?.slice(0, 200) ?? ''))
      continue;
    const lead = renderParagraphs(element);
    const weight = weigh(lead);
    if (weight < LEAD_WEIGHT.min || weight > LEAD_WEIGHT.max) continue;
    if (lead.some(({ letters, linkLetters }) => linkLetters > letters / 3)) continue;
    return lead.some((paragraph) => known.has(paragraph.text)) ? [] : lead;
  }
  return [];
}
