import { createHash } from 'node:crypto';
import { type Article, METADATA_KEYS, type PageStart, UNKNOWN_PUBLISHER } from './article.ts';
import { detectLanguage } from './metadata/detect-language.ts';
import { type GivenMetadata, parseField } from './metadata/metadata.ts';
import { toOneLine } from './metadata/one-line.ts';
import { readOpening, readOpeningWords } from './metadata/opening.ts';
import { parseDate } from './metadata/parse-date.ts';
import { createError, createWarning, type Problem } from './problem.ts';
import { type StoredArticle, storeArticle } from './stored-article.ts';

/** An article as a reader found it: what is stated, and the text that the rest is inferred from. */
export interface Draft {
  /** Path below the corpus folder, with `/` between folders. */
  readonly file: string;
  /** 1-based line of a `.jsonl`, or null. */
  readonly line: number | null;
  /** The id when nobody states one. */
  readonly inferredId: string;
  readonly given: GivenMetadata;
  /** What the reader inferred from the markup, the text or the file's name, where nobody states it. */
  readonly inferred: GivenMetadata;
  readonly text: string;
  /** The line of the file on which an offset of the text stands, 1-based; left out where nothing tells. */
  readonly lineAt?: (offset: number) => number;
  /** Headlines known from the markup, which may stand in the text besides the title. */
  readonly headings: readonly string[];
  /** See {@link Article.pages}. */
  readonly pages?: readonly PageStart[];
  /** See {@link Article.cuts}. */
  readonly cuts?: readonly number[];
}

/** What one file gave. A draft can come with warnings; an error means that its draft is missing. */
export interface Reading {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** The reading of a file, or of a line, that gives no article. */
export function rejectWith(...problems: readonly Problem[]): Reading {
  return { drafts: [], problems };
}

/** The id of an article that states none: its path without the extension. */
export function inferId(file: string): string {
  return toOneLine(file.replace(/\.[^./]+$/u, '')) || file;
}

/**
 * Makes the article of a draft: what the file states, then what `sources` (`sources.yaml`) states,
 * then what can be inferred. Null, with an error, when it has no text; a date stamp with an
 * impossible date gives a warning where no other date is known.
 */
export function buildArticle(
  draft: Draft,
  sources: GivenMetadata,
): { readonly article: StoredArticle | null; readonly problems: readonly Problem[] } {
  const { file, line, text, inferred } = draft;
  const given: GivenMetadata = { ...sources, ...draft.given };
  const knownTitle = given.title ?? inferred.title;
  const knownTitles = knownTitle === undefined ? [] : [knownTitle, ...draft.headings];
  const { stamp, headline, credits, bodyStart } = readOpening(text, knownTitles);
  if (text.slice(bodyStart).trim() === '') {
    return { article: null, problems: [createError('empty', {}, file, line)] };
  }

  const problems: Problem[] = [];
  if (stamp !== null && stamp.published === null && given.published === undefined) {
    const stampLine = line ?? draft.lineAt?.(stamp.offset) ?? null;
    const values = { key: 'published', expected: 'date' as const, got: stamp.written };
    problems.push(createWarning('invalid-value', values, file, stampLine));
  }
  const language = given.language ?? detectLanguage(text.slice(bodyStart));
  const published =
    given.published ??
    stamp?.published ??
    inferred.published ??
    credits.published ??
    dateOfFile(file);
  const url = given.url ?? inferred.url ?? parseField('url', credits.url);
  const retrieved = given.retrieved ?? null;
  const id = given.id ?? draft.inferredId;
  const author = given.author ?? inferred.author;
  const isInferred = {
    id: given.id === undefined,
    title: given.title === undefined,
    publisher: given.publisher === undefined,
    published: given.published === undefined && published !== null,
    language: given.language === undefined,
    url: given.url === undefined && url !== null,
    retrieved: false,
    // Nobody is told more of it than the name.
    author: false,
  };
  const content = {
    id,
    file,
    // The id, for a text that begins with nothing visible.
    title: given.title ?? headline ?? inferred.title ?? (readOpeningWords(text, bodyStart) || id),
    publisher:
      given.publisher ??
      inferred.publisher ??
      parseField('publisher', credits.publisher) ??
      UNKNOWN_PUBLISHER,
    published,
    url,
    retrieved,
    language,
    text,
    bodyStart,
    ...(author !== undefined && { author }),
    ...(draft.pages !== undefined && { pages: draft.pages }),
    ...(draft.cuts !== undefined && { cuts: draft.cuts }),
    inferred: METADATA_KEYS.filter((key) => isInferred[key]),
  };
  const article = storeArticle({ ...content, contentHash: contentHashOf(content) });
  return { article, problems };
}

/** The date that a file's name begins with, as Jekyll has it: "2024-03-05-ferry-pier.md"; or null. */
export function dateOfFile(file: string): string | null {
  const date = /(?:^|\/)(\d{4}-\d{2}-\d{2})(?!\d)[^/]*$/u.exec(file)?.[1];
  return date === undefined ? null : parseDate(date);
}

/** See {@link Article.contentHash}. */
export function contentHashOf(content: Omit<Article, 'contentHash'>): string {
  const { id, file, title, publisher, published, url, language, text, bodyStart, pages, inferred } =
    content;
  const { retrieved, author, cuts } = content;
  const fields = {
    id,
    file,
    title,
    publisher,
    published,
    url,
    language,
    text,
    bodyStart,
    pages,
    cuts,
    inferred,
    ...(retrieved !== null && { retrieved }),
    author,
  };
  return createHash('sha256')
    .update(`${JSON.stringify(fields)}\n`)
    .digest('hex');
}
