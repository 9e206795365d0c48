import { defaultTreeAdapter } from 'parse5';
import { readRows } from './html-table.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { BLOCK_TAGS, countLetters, isDropped } from './html-tree.ts';

/** A paragraph as a browser would show it. */
export interface Paragraph {
  /** Without a blank line in it, except for preformatted text. */
  readonly text: string;
  /** Characters that are not white space, and those of them in links. */
  readonly letters: number;
  readonly linkLetters: number;
  /** The innermost block that it stands in, in lower case. */
  readonly tagName: string;
}

/**
 * Letters outside of links, in paragraphs that are more than a label. A Han character counts three
 * times: it says about as much as three Latin letters.
 */
export function weigh(paragraphs: readonly Paragraph[]): number {
  let weight = 0;
  for (const { text, letters, linkLetters } of paragraphs) {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const own = letters + 2 * han - linkLetters;
    if (own >= 60) weight += own;
  }
  return weight;
}

/**
 * The paragraphs of a node: white space collapsed but in `<pre>`, a line feed for `<br>`, and each row
 * of a table of data as one paragraph.
 */
export function renderParagraphs(root: HtmlNode): readonly Paragraph[] {
  const paragraphs = createParagraphs();
  const stack: ({ readonly node: HtmlNode } | { readonly endOf: HtmlElement })[] = [{ node: root }];
  const blocks: string[] = [];
  let preDepth = 0;
  let linkDepth = 0;
  const end = (): void => paragraphs.end(blocks.at(-1) ?? '');
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('endOf' in step) {
      const { tagName } = step.endOf;
      if (tagName === 'a') linkDepth -= 1;
      if (!BLOCK_TAGS.has(tagName)) continue;
      end();
      blocks.pop();
      if (tagName === 'pre') preDepth -= 1;
      continue;
    }
    const { node } = step;
    if (defaultTreeAdapter.isTextNode(node)) {
      if (preDepth > 0) paragraphs.addVerbatim(node.value);
      else paragraphs.addText(node.value);
      if (linkDepth > 0) paragraphs.addLinkLetters(countLetters(node.value));
      continue;
    }
    if (defaultTreeAdapter.isElementNode(node)) {
      if (isDropped(node)) continue;
      const { tagName } = node;
      if (tagName === 'br') {
        if (preDepth > 0) paragraphs.addVerbatim('\n');
        else paragraphs.addLineBreak(blocks.at(-1) ?? '');
      }
      const rows = tagName === 'table' ? readRows(node) : null;
      if (rows !== null) {
        end();
        for (const row of rows) {
          paragraphs.addVerbatim(row.text);
          paragraphs.addLinkLetters(row.linkLetters);
          paragraphs.end('tr');
        }
        continue;
      }
      if (BLOCK_TAGS.has(tagName)) {
        end();
        blocks.push(tagName);
        if (tagName === 'pre') preDepth += 1;
      }
      if (tagName === 'a') linkDepth += 1;
      if (tagName === 'a' || BLOCK_TAGS.has(tagName)) stack.push({ endOf: node });
    }
    if ('childNodes' in node) {
      for (const child of node.childNodes.toReversed()) stack.push({ node: child });
    }
  }
  end();
  return paragraphs.all;
}

/** Gathers pieces of text into paragraphs. */
function createParagraphs() {
  const all: Paragraph[] = [];
  let pieces: string[] = [];
  let linkLetters = 0;
  let needsSpace = false;
  let isAtLineStart = true;

  const end = (tagName: string): void => {
    const text = trimBlank(pieces.join(''));
    if (/\S/u.test(text)) all.push({ text, letters: countLetters(text), linkLetters, tagName });
    pieces = [];
    linkLetters = 0;
    needsSpace = false;
    isAtLineStart = true;
  };
  const addLinkLetters = (count: number): void => {
    linkLetters += count;
  };
  const addText = (text: string): void => {
    const words = text.split(/[\t\n\f\r ]+/u);
    for (const [index, word] of words.entries()) {
      // Space is kept back until a word follows, so that none is left at the end of a line.
      if (index > 0) needsSpace = !isAtLineStart;
      if (word === '') continue;
      pieces.push(needsSpace ? ` ${word}` : word);
      needsSpace = false;
      isAtLineStart = false;
    }
  };
  const addVerbatim = (text: string): void => {
    if (text === '') return;
    pieces.push(text);
    needsSpace = false;
    isAtLineStart = text.endsWith('\n');
  };
  const addLineBreak = (tagName: string): void => {
    if (pieces.length === 0) return;
    // Two in a row are how old pages part their paragraphs.
    if (isAtLineStart) end(tagName);
    else addVerbatim('\n');
  };
  return { all, addText, addLinkLetters, addVerbatim, addLineBreak, end };
}

/** Without blank lines at the start and white space at the end; a no-break space is text. */
function trimBlank(text: string): string {
  let end = text.length;
  while (end > 0 && '\t\n\f\r '.includes(text.charAt(end - 1))) end -= 1;
  let start = 0;
  for (let index = 0; index < end && '\t\n\f\r '.includes(text.charAt(index)); index += 1) {
    if (text.charAt(index) === '\n') start = index + 1;
  }
  return text.slice(start, end);
}
