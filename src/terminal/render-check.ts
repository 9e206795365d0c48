import picocolors from 'picocolors';
import { articleJson } from '../commands/index.ts';
import type { Article, Corpus, MetadataKey, Problem } from '../corpus/index.ts';
import { describeProblem, formatCount, type Locale, messagesFor } from '../i18n/index.ts';
import type { TextStyle } from './io.ts';
import { type TerminalMessages, terminalMessages } from './messages.ts';
import { safeText } from './safe-text.ts';
import { type Cell, renderTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

const INDENT = '  ';

type CheckMessages = TerminalMessages['check'];

/** What reading a folder gave, as text: its problems with their remedies, then its articles. */
export function renderCheck(corpus: Corpus, locale: Locale, style: TextStyle): string {
  const { bold, dim, red, yellow } = picocolors.createColors(style.colour);
  const messages = messagesFor(terminalMessages, locale);
  const lines: string[] = [];
  for (const problem of corpus.problems) {
    const { where, reason, remedy } = describeProblem(problem, locale);
    const isWarning = problem.severity === 'warning';
    const label = isWarning ? `${messages.check.warning}: ` : '';
    const paint = isWarning ? yellow : red;
    lines.push(...wrapText(safeText(`${where}: ${label}${reason}`), style.width).map(paint));
    const remedyLines = wrapText(safeText(remedy), style.width - INDENT.length);
    lines.push(...remedyLines.map((line) => INDENT + dim(line)));
  }
  if (lines.length > 0) lines.push('');
  if (corpus.articles.length === 0) {
    lines.push(...wrapText(safeText(messages.noArticles(corpus.folder)), style.width));
  } else {
    const rows = drawArticles(corpus.articles, messages.check, style.width);
    // Not push(...): there can be more articles than a call can have arguments.
    for (const [index, row] of rows.entries()) lines.push(index === 0 ? bold(row) : row);
    if (corpus.articles.some((article) => article.inferred.length > 0)) {
      lines.push('', ...wrapText(messages.check.inferred, style.width).map(dim));
    }
  }
  lines.push('', ...wrapText(drawSummary(corpus, messages.check, locale), style.width));
  return `${lines.join('\n')}\n`;
}

/** The same as plain data, for `check --json`. */
export function checkToJson(corpus: Corpus, locale: Locale): unknown {
  return {
    articles: corpus.articles.map((article) => ({
      ...articleJson(article),
      length: article.text.length,
    })),
    problems: corpus.problems.map((problem) => problemToJson(problem, locale)),
  };
}

function problemToJson(problem: Problem, locale: Locale): unknown {
  const { reason, remedy } = describeProblem(problem, locale);
  const { severity, code, file, line, values } = problem;
  return { severity, code, file, line, reason, remedy, values };
}

function drawArticles(
  articles: readonly Article[],
  { columns }: CheckMessages,
  width: number,
): string[] {
  const header = [
    columns.file,
    columns.publisher,
    columns.published,
    columns.language,
    columns.title,
  ].map((text): Cell => ({ text, suffix: '' }));
  const rows = articles.map((article): Cell[] => [
    cell(article.file),
    cell(article.publisher, 'publisher', article),
    cell(article.published ?? '–', 'published', article),
    cell(article.language, 'language', article),
    cell(article.title, 'title', article),
  ]);
  return renderTable([header, ...rows], width);
}

function cell(text: string, key?: MetadataKey, article?: Article): Cell {
  const isInferred = key !== undefined && article?.inferred.includes(key) === true;
  return { text: safeText(text.replace(/\s+/gu, ' ').trim()), suffix: isInferred ? '*' : '' };
}

function drawSummary(corpus: Corpus, messages: CheckMessages, locale: Locale): string {
  const count = (severity: Problem['severity']) =>
    formatCount(corpus.problems.filter((each) => each.severity === severity).length, locale);
  return messages.summary(
    formatCount(corpus.articles.length, locale),
    count('error'),
    count('warning'),
  );
}
