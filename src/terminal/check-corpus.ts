import picocolors from 'picocolors';
import { articleJson } from '../commands/index.ts';
import type { Article, Corpus, MetadataKey, Problem } from '../corpus/index.ts';
import { describeProblem, type Locale } from '../i18n/index.ts';
import { displayWidth, padEnd, truncate } from './graphemes.ts';
import { styleFor, type TextStyle, writeText } from './io.ts';
import { type TerminalMessages, terminalMessages } from './messages.ts';
import { createProgressLine } from './progress-line.ts';
import { safeJson, safeText } from './safe-text.ts';
import type { Session } from './session.ts';
import { wrapText } from './wrap-text.ts';

/**
 * Reads the articles and says what is wrong with them.
 *
 * @returns the exit code: 1 when an article was rejected or there is none.
 */
export async function checkCorpus(session: Session): Promise<number> {
  const { config, io, json, locale, log, parts } = session;
  const progress = createProgressLine(io.stderr, locale);
  const read = await parts
    .loadCorpus(config.corpusDir, {
      maxArticleBytes: config.maxArticleBytes,
      onProgress: ({ filesRead, fileCount }) =>
        progress.show({ stage: 'reading', done: filesRead, total: fileCount }),
    })
    .finally(progress.clear);
  const problems = [...read.problems, ...(await parts.readFeedProblems(config, log))];
  const corpus = { ...read, problems };
  const text = json
    ? `${safeJson(checkToJson(corpus, locale), 2)}\n`
    : renderCheck(corpus, locale, styleFor(io.stdout, io.env));
  await writeText(io.stdout, text);
  const isRejected = corpus.problems.some((problem) => problem.severity === 'error');
  return isRejected || corpus.articles.length === 0 ? 1 : 0;
}

const INDENT = '  ';

type CheckMessages = TerminalMessages['check'];

/** What reading a folder gave, as text: its problems with their remedies, then its articles. */
export function renderCheck(corpus: Corpus, locale: Locale, style: TextStyle): string {
  const { bold, dim, red, yellow } = picocolors.createColors(style.colour);
  const messages = terminalMessages[locale];
  const lines: string[] = [];
  for (const problem of corpus.problems) {
    const { where, reason, remedy } = describeProblem(problem, locale);
    const isWarning = problem.severity === 'warning';
    const told = messages.check[problem.severity](where, reason);
    lines.push(...wrapText(safeText(told), style.width).map(isWarning ? yellow : red));
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
  lines.push('', ...wrapText(drawSummary(corpus, messages.check), style.width));
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

function drawSummary(corpus: Corpus, messages: CheckMessages): string {
  const count = (severity: Problem['severity']) =>
    corpus.problems.filter((each) => each.severity === severity).length;
  return messages.summary(corpus.articles.length, count('error'), count('warning'));
}

/** One cell; the suffix stays when the text is cut. */
interface Cell {
  readonly text: string;
  readonly suffix: string;
}

const GAP = '  ';
const MIN_COLUMN_WIDTH = 4;

/**
 * Rows as lines with their columns aligned by what a terminal shows. The widest columns give way
 * until a line fits in `width`.
 */
function renderTable(rows: readonly (readonly Cell[])[], width: number): string[] {
  const widths = fitColumns(naturalWidths(rows), width);
  return rows.map((row) => {
    const cells = row.map(({ text: whole, suffix }, column) => {
      const cellWidth = widths[column] ?? 0;
      const text = truncate(whole, cellWidth - suffix.length) + suffix;
      return column === row.length - 1 ? text : padEnd(text, cellWidth);
    });
    return truncate(cells.join(GAP), width);
  });
}

function naturalWidths(rows: readonly (readonly Cell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, { text, suffix }] of row.entries()) {
      const cellWidth = displayWidth(text) + suffix.length;
      widths[column] = Math.max(widths[column] ?? 0, cellWidth);
    }
  }
  return widths;
}

function fitColumns(natural: readonly number[], width: number): number[] {
  const available = width - GAP.length * (natural.length - 1);
  let limit = Math.max(...natural);
  const fitted = () => natural.map((each) => Math.min(each, limit));
  while (limit > MIN_COLUMN_WIDTH && sum(fitted()) > available) limit -= 1;
  // The last columns of those that were cut take what is left over.
  const widths = fitted();
  let left = available - sum(widths);
  for (let column = widths.length - 1; column >= 0 && left > 0; column -= 1) {
    const missing = Math.min(left, (natural[column] ?? 0) - (widths[column] ?? 0));
    widths[column] = (widths[column] ?? 0) + missing;
    left -= missing;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
