import { inferId, type Reading } from '../build-article.ts';
import { readFrontMatter } from './front-matter.ts';
import { readReadwiseExport } from './readwise.ts';

/** Reads a plain text or Markdown file: front matter, if it has any, and the text after it. */
export function readTextArticle(content: string, file: string): Reading {
  const { given, text, lineCount, problems } = readFrontMatter(content, file);
  if (problems.some((problem) => problem.severity === 'error')) return { drafts: [], problems };
  const highlights = readReadwiseExport(text);
  const draft = {
    file,
    line: null,
    inferredId: inferId(file),
    given,
    text: highlights?.text ?? text,
    linesBeforeText: lineCount + (highlights?.lineCount ?? 0),
    inferred: highlights?.inferred ?? {},
    headings: [],
  };
  return { drafts: [draft], problems };
}
