import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { parseFragment } from 'parse5';
import type { Range } from '../../../shared/range.ts';
import type { Cut } from '../../place-in-file.ts';
import { isNoteMark, removeNoise } from '../html-noise.ts';
import { renderParagraphs } from '../html-text.ts';
import { BLOCK_TAGS, parseHtml, rawTextOf } from '../html-tree.ts';
import { markdownParser, withoutTemplates } from './markdown-parser.ts';
import { findTableCuts } from './table-cuts.ts';

/** Marks that go, and what they stand around stays. */
const MARKS: ReadonlySet<string> = new Set([
  'EmphasisMark',
  'HighlightMark',
  'CodeMark',
  'CodeInfo',
]);

/** What goes with everything in it. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'Comment',
  'ProcessingInstruction',
  'Strikethrough',
  'Template',
]);

/** Blocks of HTML. Text after the end of a comment in the same line is part of its block. */
const HTML_BLOCKS: ReadonlySet<string> = new Set([
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);

/** An address of a link with spaces in it: an expression of a site generator, or a file's name. */
const LOOSE_ADDRESS =
  /(?<=\]\()(?:[^(){}\s]{0,300}(?:\{\{[^{}\n]{1,300}\}\}|\{%[^%\n]{1,300}%\})[^()\n]{0,300}|https?:\/\/[^()\s"]{1,300} [^()\n"]{1,300})(?=\))/gu;

/** As long as before, so that every place stays where it is. */
function withoutSpaces(address: string): string {
  return address.replaceAll(/[\s{}<>"%]/gu, '-');
}

/** Elements inside of a paragraph that go with everything in them. */
const LEFT_OUT_TAGS: ReadonlySet<string> = new Set(
  'del s strike script style iframe video audio svg figcaption button'.split(' '),
);

/** The mark of a note: "1", "[2]", "↩". */
const NOTE_MARK = /^[\s[\](){}（）［］]*(?:[\d*†‡§]{1,3}|[↩↑^]\uFE0E?)[\s[\](){}（）［］]*$/u;

/** The first line of a note of Obsidian or GitHub in a block quote. */
const CALLOUT = /^\[![\w-]{1,40}\][+-]?[ \t]*/u;

/** Longer lines over a line of hyphens are paragraphs that a rule follows, as are whole sentences. */
const LONGEST_UNDERLINED = 100;
const ENDS_SENTENCE = /[.。!！?？;；:：…]["'”’」』）)\]*_]*$/u;

/** Books have fewer. Each line can be a block of its own, of which the parser keeps about a kilobyte. */
const MAX_LINES = 50_000;

/**
 * The marks of Markdown in a text, and what its HTML is shown as; not in order. None in a text of more
 * lines than anybody writes.
 */
export function findCuts(content: string): readonly Cut[] {
  // The parser knows one kind of line end.
  const source = content.replaceAll(/\r(?=\n)/gu, ' ').replaceAll('\r', '\n');
  if ((source.match(/\n/gu)?.length ?? 0) > MAX_LINES) return [];
  const tree = markdownParser.parse(source.replaceAll(LOOSE_ADDRESS, withoutSpaces));
  const labels = labelsIn(tree, source);
  const cuts: Cut[] = [];
  const tables: { readonly node: SyntaxNode; readonly from: number; to: number }[] = [];
  let open: { readonly name: string; readonly start: number }[] = [];
  let cutsBefore = 0;

  const cut = (start: number, end: number, replacement = ''): void => {
    cuts.push({ start, end, replacement });
  };
  /** A piece of a paragraph, with the space or the line that it leaves empty. */
  const leaveOut = ({ from, to }: { readonly from: number; readonly to: number }): void => {
    const range = withSpace(source, { start: from, end: to });
    cut(range.start, range.end);
  };

  function enter(ref: SyntaxNodeRef): boolean {
    const { name, from, to } = ref;
    if (MARKS.has(name)) cut(from, to);
    else if (LEFT_OUT.has(name)) {
      leaveOut(ref);
      return false;
    } else if (HTML_BLOCKS.has(name)) {
      const shown = showHtml(withoutTemplates(source.slice(from, to)));
      if (shown !== null) cut(from, to, shown === '' ? '' : `\n${shown}\n`);
      return false;
    }
    switch (name) {
      case 'Paragraph':
        open = [];
        cutsBefore = cuts.length;
        if (ref.node.parent?.name === 'Blockquote') {
          cut(from, from + (CALLOUT.exec(source.slice(from, from + 60))?.[0].length ?? 0));
        }
        cutBlockId(to);
        return true;
      case 'QuoteMark':
        cut(from, /[ \t]/u.test(source.charAt(to)) ? to + 1 : to);
        return true;
      case 'TaskMarker':
        cut(from, to + 1);
        return true;
      case 'HeaderMark':
        cutHeaderMark(ref);
        return true;
      case 'HardBreak':
        if (source.charAt(from) === '\\') cut(from, from + 1);
        return true;
      case 'Escape':
        cut(from, from + 1);
        return true;
      case 'Entity':
        cut(from, to, rawTextOf(parseFragment(source.slice(from, to))));
        return true;
      case 'FootnoteMark':
        cutFootnote(ref);
        return true;
      case 'WikiLink': {
        const bar = source.slice(from, to).lastIndexOf('|');
        cut(from, from + (bar === -1 ? 2 : bar + 1));
        cut(to - 2, to);
        return true;
      }
      case 'LinkReference': {
        const label = /^\[\^[^\]]{1,60}\]:[ \t]*/u.exec(source.slice(from, from + 80))?.[0];
        cut(from, label === undefined ? to : from + label.length);
        return false;
      }
      case 'Autolink':
        cut(from, from + 1);
        cut(to - 1, to);
        return true;
      case 'Image':
        if (!leadsSomewhere(ref, labels, source)) return true;
        leaveOut(ref);
        return false;
      case 'Link':
        return cutLink(ref);
      case 'HTMLTag':
        cutTag(ref);
        return true;
      case 'Table':
        tables.push({ node: ref.node, from: cuts.length, to: cuts.length });
        return true;
      default:
        return true;
    }
  }

  /**
   * Joins lines that plainly go on, and those of a paragraph that was wrapped by hand around marks:
   * without these they have all lengths, and nothing would tell that they were.
   */
  function joinLines(start: number, end: number, hasMarks: boolean): void {
    const paragraph = source.slice(start, end);
    const isJoined = hasMarks && isWrapped(paragraph.split('\n'));
    for (const { 0: lineEnd, index } of paragraph.matchAll(/(?<! {2}|\\)\n[ \t]*/gu)) {
      const beside = paragraph.charAt(index - 1) + paragraph.charAt(index + lineEnd.length);
      const at = start + index;
      if (
        !isJoined &&
        !GOES_ON.test(
          paragraph.slice(Math.max(0, index - WRAPPED.min), index) +
            lineEnd +
            paragraph.charAt(index + lineEnd.length),
        )
      )
        continue;
      cut(at, at + lineEnd.length, WITHOUT_SPACES.test(beside) ? '' : ' ');
    }
  }

  /** The name that Obsidian gives a paragraph at its end. */
  function cutBlockId(end: number): void {
    const id = /[ \t]\^[\w-]{1,60}$/u.exec(source.slice(Math.max(0, end - 70), end))?.[0];
    if (id !== undefined) cut(end - id.length, end);
  }

  /** The marks before a heading stay: they say that it is one. A heading that is underlined gets them. */
  function cutHeaderMark({ node, from, to }: SyntaxNodeRef): void {
    const { parent } = node;
    if (parent === null) return;
    if (parent.name.startsWith('ATX')) {
      if (from === parent.from) return;
      const space = /[ \t]*$/u.exec(source.slice(parent.from, from).slice(-100))?.[0] ?? '';
      cut(from - space.length, to);
      return;
    }
    const heading = source.slice(parent.from, from).trimEnd();
    const isHeading = heading.length <= LONGEST_UNDERLINED && !heading.includes('\n');
    if (!isHeading || ENDS_SENTENCE.test(heading)) return;
    cut(parent.from, parent.from, parent.name.endsWith('1') ? '# ' : '## ');
    cut(parent.from + heading.length, to);
  }

  function cutFootnote(ref: SyntaxNodeRef): void {
    const { from, to, node } = ref;
    const isDefinition = /:[ \t]*$/u.test(source.slice(from, to));
    const isFirst = node.parent?.from === from;
    const isAtLineStart = isFirst || /\n[ \t>]*$/u.test(source.slice(Math.max(0, from - 20), from));
    if (isDefinition && isAtLineStart) cut(from, to, isFirst ? '' : '\n');
    else cut(from, isDefinition ? source.indexOf(']', from) + 1 : to);
  }

  /** Whether what is in it is looked at, too. */
  function cutLink(ref: SyntaxNodeRef): boolean {
    const { from, to } = ref;
    if (!leadsSomewhere(ref, labels, source)) return true;
    const [, close] = ref.node.getChildren('LinkMark');
    if (close === undefined) return true;
    const words = source.slice(from + 1, close.from);
    const isNote = NOTE_MARK.test(words) && source.startsWith('](#', close.from);
    if (isNote || isImageAlone(ref.node, from + 1, close.from)) {
      leaveOut(ref);
      return false;
    }
    cut(from, from + 1);
    cut(close.from, to);
    return true;
  }

  function cutTag({ from, to }: SyntaxNodeRef): void {
    const [, slash, tag = ''] = /^<(\/?)([a-z][\w-]*)/iu.exec(source.slice(from, to)) ?? [];
    const name = tag.toLowerCase();
    if (BLOCK_TAGS.has(name) || name === 'br') {
      cut(from, to, '\n');
      return;
    }
    leaveOut({ from, to });
    if (!LEFT_OUT_TAGS.has(name) && name !== 'sup') return;
    if (slash === '') {
      open.push({ name, start: from });
      return;
    }
    const opening = open.pop();
    if (opening?.name !== name) return;
    const all = { from: opening.start, to };
    if (name !== 'sup') leaveOut(all);
    else if (
      isRaisedMark(
        source.slice(opening.start, to),
        source.slice(Math.max(0, opening.start - 10), opening.start),
      )
    )
      cut(all.from, to);
  }

  tree.iterate({
    enter,
    leave({ name, from, to }) {
      if (name === 'Paragraph') joinLines(from, to, cuts.length > cutsBefore);
      const table = tables.at(-1);
      if (name === 'TableHeader' && table !== undefined) table.to = cuts.length;
    },
  });
  const ofTables = tables.map(({ node, from, to }) =>
    findTableCuts(node, source, cuts.slice(from, to)),
  );
  return [...ofTables.flat(), ...cuts];
}

/** Lines that were wrapped by hand are about so long, in UTF-16 units, addresses not counted. */
const WRAPPED = { min: 30, max: 110 } as const;

/** The end of a line that is no label, inside of a sentence, and the small letter that follows it. */
const GOES_ON = /^[^\n]{29}[^\n.!?:;…]\n[ \t]*\p{Ll}$/u;

const WITHOUT_SPACES = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]{2}$/u;

function isWrapped(lines: readonly string[]): boolean {
  const wrapped = lines.slice(0, -1);
  const going = wrapped.filter((line) => !ENDS_SENTENCE.test(line.trimEnd()));
  const isSimilar = wrapped.every((line) => {
    const shown = line.replaceAll(/\]\([^()]{0,500}\)?|\{\{[^{}]{0,300}\}\}/gu, '');
    return line.length >= WRAPPED.min && shown.length <= WRAPPED.max;
  });
  return isSimilar && going.length * 2 > wrapped.length;
}

/** The labels of reference links that are defined. */
function labelsIn(tree: Tree, source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  tree.iterate({
    enter({ name, node }) {
      if (name !== 'LinkReference') return;
      const label = node.getChild('LinkLabel');
      if (label) labels.add(foldLabel(source.slice(label.from, label.to)));
    },
  });
  return labels;
}

function foldLabel(label: string): string {
  return label
    .replaceAll(/^\[|\]$/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a link or an image has an address: text in brackets alone is text. */
function leadsSomewhere(
  { node, from, to }: SyntaxNodeRef,
  labels: ReadonlySet<string>,
  source: string,
): boolean {
  const [, close] = node.getChildren('LinkMark');
  if (close !== undefined && source.charAt(close.to) === '(' && to > close.to) return true;
  const label = node.getChild('LinkLabel');
  const written =
    label !== null && label.to - label.from > 2
      ? source.slice(label.from, label.to)
      : source.slice(from, close?.to ?? to).replace(/^!/u, '');
  return written.length <= 1000 && labels.has(foldLabel(written));
}

/** Whether a `<sup>`, with links of Markdown or HTML in it, leads to a note. */
function isRaisedMark(element: string, before: string): boolean {
  const words = element
    .replaceAll(/<[^<>]{0,300}>|\]\([^()]{0,300}\)/gu, '')
    .replace(/^\[(?=[^\]]*$)/u, '');
  return isNoteMark(words, /<a\b|\]\(/u.test(element), before);
}

/** Whether a link is around an image and nothing else. */
function isImageAlone(link: SyntaxNode, start: number, end: number): boolean {
  const images = link.getChildren('Image');
  const [first] = images;
  if (first === undefined) return end === start;
  return images.length === 1 && first.from === start && first.to === end;
}

/** A range of a paragraph with the line that it fills, or a space beside it where there is one on both sides. */
function withSpace(source: string, { start, end }: Range): Range {
  const before = /[ \t]*$/u.exec(source.slice(Math.max(0, start - 100), start))?.[0].length ?? 0;
  const after = /^[ \t]*/u.exec(source.slice(end, end + 100))?.[0].length ?? 0;
  const isAtStart = start === before || source.charAt(start - before - 1) === '\n';
  const isAtEnd = end + after === source.length || source.charAt(end + after) === '\n';
  if (isAtStart && isAtEnd) {
    const isLine = start > before && end + after < source.length;
    return { start: start - before, end: end + after + (isLine ? 1 : 0) };
  }
  if (isAtEnd) return { start: start - before, end };
  return { start, end: isAtStart || before > 0 ? end + after : end };
}

/** What HTML shows, its paragraphs joined by a blank line; null where it breaks a limit. */
function showHtml(html: string): string | null {
  const parsed = parseHtml(html);
  if (parsed.kind !== 'document') return null;
  removeNoise(parsed.document);
  return renderParagraphs(parsed.document)
    .map(({ text }) => text)
    .join('\n\n');
}
