import {
  type BlockParser,
  parser as commonMark,
  type DelimiterType,
  type InlineContext,
  type InlineParser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';

/** Of block quotes and lists in each other, each item counted as well; each line is looked at for all of them. */
const MAX_DEPTH = 60;

/** A paragraph with more is not looked into: the time for links and emphasis grows with their square. */
const MAX_MARKS = 2000;
const MARKS = /[[\]()*_~`!<{%]/gu;

/** Blocks deeper than {@link MAX_DEPTH} are plain lines. */
const depthLimit: BlockParser = {
  name: 'DepthLimit',
  before: 'LinkReference',
  parse(context, line) {
    if (context.depth < MAX_DEPTH) return false;
    const start = context.lineStart;
    context.addElement(context.elt('Paragraph', start + line.pos, start + line.text.length));
    context.nextLine();
    return true;
  },
};

const markLimit: InlineParser = {
  name: 'MarkLimit',
  before: 'Escape',
  parse(context, _next, position) {
    if (position !== context.offset) return -1;
    const marks = context.text.match(MARKS)?.length ?? 0;
    return marks > MAX_MARKS ? context.end : -1;
  },
};

/** Expressions of site generators, WordPress, MDX and note-taking programs; each is bounded. */
const TEMPLATE =
  /\{\{[<%][^]{0,1000}?[>%]\}\}|\{%[^]{0,1000}?%\}|\{\{[^{}\n]{0,300}\}\}|\{\/\*[^]{0,1000}?\*\/\}|\{:?[ \t]*[:#.][\w.:#-][^{}\n]{0,200}\}|%%[^]{0,2000}?%%|!\[\[[^[\]\n]{1,500}\]\]|\[\/?(?:youtube|vimeo|embed|caption|gallery|slideshare)(?:[= ][^[\]\n]{0,500})?\](?![([])|\[(?:\[_?toc_?\]|toc)\](?![([])/iuy;

/** HTML without what site generators put into it. */
export function withoutTemplates(html: string): string {
  return html.replaceAll(new RegExp(TEMPLATE.source, 'giu'), '');
}

const templates = patternParser('Template', '{%![', TEMPLATE);

/** `[[page]]` and `[[page|words]]`. */
const wikiLinks = patternParser('WikiLink', '[', /\[\[(?![[\]])[^[\]\n]{1,300}\]\](?!\()/uy);

/** `[^1]` in a text, and `[^1]: ` at the beginning of a line, before the note itself. */
const footnotes = patternParser('FootnoteMark', '[', /\[\^[^[\]\s]{1,60}\](?::[ \t]*)?/uy);

/**
 * Makes an element of what a pattern matches, before escapes are read.
 *
 * @param openers the characters that it begins with.
 * @param pattern sticky.
 */
function patternParser(name: string, openers: string, pattern: RegExp): InlineParser {
  const codes = new Set(Array.from(openers, (opener) => opener.codePointAt(0)));
  return {
    name,
    before: 'Escape',
    parse(context, next, position) {
      const length = codes.has(next) ? lengthAt(pattern, context, position) : 0;
      return length === 0 ? -1 : context.addElement(context.elt(name, position, position + length));
    },
  };
}

const HIGHLIGHT: DelimiterType = { resolve: 'Highlight', mark: 'HighlightMark' };

/** `==marked==` */
const highlights: InlineParser = {
  name: 'Highlight',
  after: 'Emphasis',
  parse(context, next, position) {
    if (next !== 61 || context.char(position + 1) !== 61 || context.char(position + 2) === 61) {
      return -1;
    }
    const isAfterSpace = /\s|^$/u.test(context.slice(position - 1, position));
    const isBeforeSpace = /\s|^$/u.test(context.slice(position + 2, position + 3));
    return context.addDelimiter(HIGHLIGHT, position, position + 2, !isBeforeSpace, !isAfterSpace);
  },
};

/** By how many asterisks; those of one length belong together. */
const ASTERISKS: readonly DelimiterType[] = [1, 2, 3].map(() => ({
  resolve: 'Emphasis',
  mark: 'EmphasisMark',
}));

/** UTF-16 units of a paragraph that tell in which script it is. */
const LOOKED_AT = 2000;

const SPACE = /\s|^$/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;

/**
 * Emphasis with asterisks where Chinese or Japanese stands beside them, and with two or three in any
 * text: CommonMark would leave the marks of `**“这里”**那里` and of `the pier**,** she said` as they are.
 */
const wideEmphasis: InlineParser = {
  name: 'WideEmphasis',
  before: 'Emphasis',
  parse(context, next, start) {
    if (next !== 42) return -1;
    let end = start + 1;
    while (context.char(end) === 42) end += 1;
    const type = ASTERISKS[end - start - 1];
    if (type === undefined) return -1;
    const isAlone = end === start + 1;
    if (isAlone && !WIDE.test(context.text.slice(0, LOOKED_AT))) return -1;
    const before = context.slice(start - 1, start);
    const after = context.slice(end, end + 1);
    const isOpening =
      !SPACE.test(after) && (!isAlone || !isPunctuation(after) || isBoundary(before));
    const isClosing =
      !SPACE.test(before) && (!isAlone || !isPunctuation(before) || isBoundary(after));
    return context.addDelimiter(type, start, end, isOpening, isClosing);
  },
};

function isPunctuation(character: string): boolean {
  return PUNCTUATION.test(character) && !WIDE.test(character);
}

function isBoundary(character: string): boolean {
  return SPACE.test(character) || PUNCTUATION.test(character) || WIDE.test(character);
}

function lengthAt(pattern: RegExp, context: InlineContext, position: number): number {
  pattern.lastIndex = position - context.offset;
  return pattern.exec(context.text)?.[0].length ?? 0;
}

/**
 * CommonMark with the tables, struck-out text and tasks of GFM, footnotes, and what Hugo, Jekyll, Hexo,
 * MDX and Obsidian write besides. Hostile text takes it little more time than any other.
 */
export const markdownParser = commonMark.configure([
  Table,
  Strikethrough,
  TaskList,
  {
    defineNodes: ['Template', 'WikiLink', 'FootnoteMark', 'Highlight', 'HighlightMark'],
    parseBlock: [depthLimit],
    parseInline: [markLimit, templates, footnotes, wikiLinks, wideEmphasis, highlights],
  },
]);
