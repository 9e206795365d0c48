import { defaultTreeAdapter } from 'parse5';
import {
  attributeOf,
  BLOCK_TAGS,
  type HtmlElement,
  type HtmlNode,
  isDropped,
} from './html-tree.ts';

/** Elements that a page's layout is made of; the others are parts of a text. */
const LAYOUT_TAGS: ReadonlySet<string> = new Set('div section center table tbody tr td'.split(' '));

/** A block that holds less than this share of what is around it would lose part of the text. */
const MIN_SHARE = 2 / 3;

/** What an element holds, everything below it included. */
interface Measure {
  readonly element: HtmlElement;
  readonly parent: Measure | null;
  readonly children: Measure[];
  /** Characters that are not white space. */
  letters: number;
  /** Those of them that are inside of links. */
  linkLetters: number;
  /** Blocks with text and without further such blocks. */
  paragraphs: number;
}

/**
 * The element that holds a page's main text: the weightiest `<article>`, else `<main>`, else the
 * innermost block that has nearly all of the text outside of links. Null for a page without text.
 */
export function findMainElement(document: HtmlNode): HtmlElement | null {
  const measures = measure(document);
  const heaviest = (isCandidate: (element: HtmlElement) => boolean): Measure | null => {
    let best: Measure | null = null;
    for (const candidate of measures) {
      if (!isCandidate(candidate.element) || weightOf(candidate) <= 0) continue;
      if (best === null || weightOf(candidate) > weightOf(best)) best = candidate;
    }
    return best;
  };
  const marked =
    heaviest(({ tagName }) => tagName === 'article') ??
    heaviest((element) => element.tagName === 'main' || attributeOf(element, 'role') === 'main');
  if (marked !== null) return marked.element;

  let densest = measures.find(({ element }) => element.tagName === 'body') ?? null;
  for (let inner = densest; inner !== null; inner = findDenseChild(inner)) densest = inner;
  return densest?.element ?? null;
}

function findDenseChild(parent: Measure): Measure | null {
  // Not one paragraph alone: its siblings would be lost.
  const isDense = (child: Measure): boolean =>
    LAYOUT_TAGS.has(child.element.tagName) &&
    child.paragraphs > 1 &&
    weightOf(child) >= weightOf(parent) * MIN_SHARE;
  return parent.children.find(isDense) ?? null;
}

function weightOf({ letters, linkLetters }: Measure): number {
  return letters - linkLetters;
}

/** Measures every element that is not dropped, in document order. */
function measure(document: HtmlNode): readonly Measure[] {
  const measures: Measure[] = [];
  const stack: { node: HtmlNode; parent: Measure | null; isInLink: boolean }[] = [
    { node: document, parent: null, isInLink: false },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next;
    let { parent, isInLink } = next;
    if (defaultTreeAdapter.isTextNode(node) && parent !== null) {
      const letters = node.value.length - countWhiteSpace(node.value);
      parent.letters += letters;
      if (isInLink) parent.linkLetters += letters;
    }
    if (defaultTreeAdapter.isElementNode(node)) {
      if (isDropped(node)) continue;
      const own: Measure = {
        element: node,
        parent,
        children: [],
        letters: 0,
        linkLetters: 0,
        paragraphs: 0,
      };
      parent?.children.push(own);
      measures.push(own);
      parent = own;
      isInLink ||= node.tagName === 'a';
    }
    if (!('childNodes' in node)) continue;
    for (const child of node.childNodes.toReversed()) stack.push({ node: child, parent, isInLink });
  }
  addUp(measures);
  return measures;
}

/** Children come after their parents, so that one pass from the end adds up everything. */
function addUp(measures: readonly Measure[]): void {
  for (const own of measures.toReversed()) {
    const isParagraph = own.letters > 0 && own.paragraphs === 0;
    if (isParagraph && BLOCK_TAGS.has(own.element.tagName)) own.paragraphs = 1;
    if (own.parent === null) continue;
    own.parent.letters += own.letters;
    own.parent.linkLetters += own.linkLetters;
    own.parent.paragraphs += own.paragraphs;
  }
}

function countWhiteSpace(text: string): number {
  return text.match(/\s/gu)?.length ?? 0;
}
