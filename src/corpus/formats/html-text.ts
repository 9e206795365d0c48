import { defaultTreeAdapter } from 'parse5';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { BLOCK_TAGS, isDropped } from './html-tree.ts';

/**
 * The text of an element as a browser would show it: white space collapsed but in `<pre>`, a line
 * feed for `<br>`, and a blank line between paragraphs.
 */
export function renderText(root: HtmlElement): string {
  const paragraphs = createParagraphs();
  const stack: ({ readonly node: HtmlNode } | { readonly endOf: HtmlElement })[] = [{ node: root }];
  let preDepth = 0;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('endOf' in step) {
      paragraphs.end();
      if (step.endOf.tagName === 'pre') preDepth -= 1;
      continue;
    }
    const { node } = step;
    if (defaultTreeAdapter.isTextNode(node)) {
      if (preDepth > 0) paragraphs.addVerbatim(node.value);
      else paragraphs.addText(node.value);
    }
    if (!defaultTreeAdapter.isElementNode(node) || isDropped(node)) continue;
    if (node.tagName === 'br') {
      if (preDepth > 0) paragraphs.addVerbatim('\n');
      else paragraphs.addLineBreak();
    }
    if (BLOCK_TAGS.has(node.tagName)) {
      paragraphs.end();
      stack.push({ endOf: node });
      if (node.tagName === 'pre') preDepth += 1;
    }
    for (const child of node.childNodes.toReversed()) stack.push({ node: child });
  }
  return paragraphs.finish();
}

/** Gathers pieces of text into paragraphs. */
function createParagraphs() {
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let needsSpace = false;
  let isAtLineStart = true;

  const end = (): void => {
    const paragraph = trimBlank(pieces.join(''));
    if (/\S/u.test(paragraph)) paragraphs.push(paragraph);
    pieces = [];
    needsSpace = false;
    isAtLineStart = true;
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
  const addLineBreak = (): void => {
    if (pieces.length === 0) return;
    // Two in a row are how old pages part their paragraphs.
    if (isAtLineStart) end();
    else addVerbatim('\n');
  };
  const finish = (): string => {
    end();
    return paragraphs.join('\n\n');
  };
  return { addText, addVerbatim, addLineBreak, end, finish };
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
