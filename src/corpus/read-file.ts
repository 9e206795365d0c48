import { buildArticle, type Reading, rejectWith } from './build-article.ts';
import { type DocumentKind, isDocument, kindOf, type ListedFile } from './folder/list-files.ts';
import { type Attempt, readWholeFile } from './folder/open-file.ts';
import type { ParsedFile, PlacedArticle } from './folder/parsed-file.ts';
import { decodePage } from './formats/charset.ts';
import { decodeFile } from './formats/decode.ts';
import { withoutEmbeddedData } from './formats/embedded-data.ts';
import { readFeedArticles } from './formats/read-feed.ts';
import { readJson } from './formats/read-json.ts';
import { readJsonLines } from './formats/read-jsonl.ts';
import { readTextArticle } from './formats/read-text.ts';
import type { GivenMetadata } from './metadata/metadata.ts';
import { createError, createWarning } from './problem.ts';

/** How many times as large as an article a file with its pictures may be. */
const MOST_PICTURE_SIZES = 16;

/** What is read, and by which rules. Plain data. */
export interface ReadRequest {
  readonly item: ListedFile;
  /** What `sources.yaml` says of the file. */
  readonly given: GivenMetadata;
  /** See {@link LoadCorpusOptions.maxArticleBytes}. */
  readonly maxArticleBytes: number;
}

/** What a file gave. */
export type ReadResult = Pick<ParsedFile, 'articles' | 'problems'>;

/** Reads one file of a folder. Whatever is wrong with it is a problem; only an aborted signal throws. */
export async function readFile(
  { item, given, maxArticleBytes }: ReadRequest,
  signal?: AbortSignal,
): Promise<ReadResult> {
  const { drafts, problems: found } = await readDrafts(item, maxArticleBytes, signal);
  const problems = [...found];
  const articles: PlacedArticle[] = [];
  for (const draft of drafts) {
    const { article, problems: more } = buildArticle(draft, given);
    problems.push(...more);
    if (article) articles.push({ article, line: draft.line });
  }
  return { articles, problems };
}

/** The most bytes that a file of a name can have and hold one article: a document can have pictures. */
export function maxFileBytes(file: string, maxArticleBytes: number): number {
  const kind = kindOf(file);
  const isLarge = kind !== null && isDocument(kind);
  return isLarge ? maxArticleBytes * MOST_PICTURE_SIZES : maxArticleBytes;
}

async function readDrafts(
  item: ListedFile,
  maxArticleBytes: number,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const { file, path, kind } = item;
  if (kind === 'jsonl') return readJsonLines(item, maxArticleBytes, signal);
  if (isDocument(kind)) return readDocument(item, kind, maxArticleBytes);
  const attempt =
    kind === 'html' ? readPage(item, maxArticleBytes) : readWholeFile(path, file, maxArticleBytes);
  if (!attempt.ok) return rejectWith(attempt.problem);
  const isPage = kind === 'html' || kind === 'feed';
  const page = isPage ? decodePage(attempt.value) : null;
  if (page !== null) {
    const reading =
      kind === 'feed'
        ? await readFeedArticles(page.text, file)
        : await readWebPage(page.text, file);
    if (page.replaced === 0) return reading;
    const warning = createWarning('bytes-replaced', { count: page.replaced }, file);
    return { ...reading, problems: [...reading.problems, warning] };
  }
  const text = decodeFile(attempt.value, file);
  if (!text.ok) return rejectWith(text.problem);
  return kind === 'json'
    ? readJson(text.value, file)
    : readTextArticle(text.value, file, kind === 'markdown' ? kind : 'text');
}

/** Loads its reader when a page is met: every thread would take 0.15 s longer to start with it. */
async function readWebPage(page: string, file: string): Promise<Reading> {
  const { readHtmlArticle } = await import('./formats/read-html.ts');
  return readHtmlArticle(page, file);
}

/** Loads the reader of a document when one is met: most folders have none. */
async function readDocument(
  { file, path }: ListedFile,
  kind: DocumentKind,
  maxArticleBytes: number,
): Promise<Reading> {
  const attempt = readWholeFile(path, file, maxFileBytes(file, maxArticleBytes));
  if (!attempt.ok) return rejectWith(attempt.problem);
  switch (kind) {
    case 'pdf': {
      const { readPdf } = await import('./formats/pdf/read-pdf.ts');
      return readPdf(attempt.value, file, maxArticleBytes);
    }
    case 'docx': {
      const { readDocx } = await import('./formats/read-docx.ts');
      return readDocx(attempt.value, file, maxArticleBytes);
    }
    case 'epub': {
      const { readEpub } = await import('./formats/read-epub.ts');
      return readEpub(attempt.value, file, maxArticleBytes);
    }
  }
}

/** The bytes of a page of at most `maxBytes`, its pictures not counted and left out where it is larger. */
function readPage({ path, file }: ListedFile, maxBytes: number): Attempt<Uint8Array> {
  const whole = readWholeFile(path, file, maxBytes * MOST_PICTURE_SIZES);
  if (!whole.ok) {
    const { problem } = whole;
    if (problem.code !== 'too-large') return whole;
    return { ok: false, problem: { ...problem, values: { ...problem.values, maxBytes } } };
  }
  if (whole.value.length <= maxBytes) return whole;
  const value = withoutEmbeddedData(whole.value);
  if (value.length <= maxBytes) return { ok: true, value };
  const values = { bytes: value.length, maxBytes };
  return { ok: false, problem: createError('too-large', values, file) };
}
