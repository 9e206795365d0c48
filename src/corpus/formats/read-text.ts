import { inferId, type Reading } from '../build-article.ts';
import { cutOut, placeInFile } from '../place-in-file.ts';
import { readFrontMatter } from './front-matter.ts';
import { findCuts } from './markdown/find-cuts.ts';
import { readReadwiseExport } from './readwise.ts';

/**
 * Reads a plain text or Markdown file: front matter, if it has any, and the text after it, of Markdown
 * without its marks.
 */
export function readTextArticle(content: string, file: string, kind: 'text' | 'markdown'): Reading {
  const { given, text: body, problems } = readFrontMatter(content, file);
  if (problems.some((problem) => problem.severity === 'error')) return { drafts: [], problems };
  const highlights = readReadwiseExport(body);
  const bodyStart = content.length - body.length;
  const inBody = [...(highlights?.cuts ?? []), ...(kind === 'markdown' ? findCuts(body) : [])];
  const { text, cuts } = cutOut(content, [
    { start: 0, end: bodyStart, replacement: '' },
    ...inBody.map((cut) => ({
      ...cut,
      start: bodyStart + cut.start,
      end: bodyStart + cut.end,
    })),
  ]);
  const draft = {
    file,
    line: null,
    inferredId: inferId(file),
    given,
    text,
    lineAt: (offset: number) => {
      const { start } = placeInFile(cuts, { start: offset, end: offset + 1 });
      return content.slice(0, start).split('\n').length;
    },
    inferred: highlights?.inferred ?? {},
    headings: [],
    ...(kind === 'markdown' && { cuts }),
  };
  return { drafts: [draft], problems };
}
