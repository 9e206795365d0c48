import { inferId, type Reading, rejectWith } from '../build-article.ts';
import { createError } from '../problem.ts';
import { readFrontMatter } from './front-matter.ts';
import { findMainElement } from './html-main.ts';
import { readHtmlMetadata } from './html-metadata.ts';
import { renderText } from './html-text.ts';
import { MAX_HTML_DEPTH, MAX_HTML_ELEMENTS, parseHtml } from './html-tree.ts';

/**
 * Reads a web page: its main text, and the metadata in its markup. Front matter before the markup, if
 * it has any, goes before what the markup states.
 */
export function readHtmlArticle(content: string, file: string): Reading {
  const front = readFrontMatter(content, file);
  const { problems } = front;
  if (problems.some(({ severity }) => severity === 'error')) return { drafts: [], problems };
  const parsed = parseHtml(front.text);
  if (parsed.kind === 'too-deep') {
    const values = { depth: parsed.depth, maxDepth: MAX_HTML_DEPTH };
    return rejectWith(createError('html-too-deep', values, file));
  }
  if (parsed.kind === 'too-many-elements') {
    const values = { maxElements: MAX_HTML_ELEMENTS };
    return rejectWith(createError('html-too-many-elements', values, file));
  }
  const main = findMainElement(parsed.document);
  const stated = readHtmlMetadata(parsed.document);
  const draft = {
    file,
    line: null,
    inferredId: inferId(file),
    ...stated,
    given: { ...stated.given, ...front.given },
    text: main === null ? '' : renderText(main),
    linesBeforeText: 0,
  };
  return { drafts: [draft], problems };
}
