import { createHash } from 'node:crypto';
import type { Article } from './article.ts';
import { compareText } from './folder/list-files.ts';
import type { ParsedFile } from './folder/parsed-file.ts';
import { createError, type Problem } from './problem.ts';

/** What reading a folder gave. Immutable. */
export interface Corpus {
  /** The folder that was read, as it was given. */
  readonly folder: string;
  /** Sorted by file, then by line within a file. */
  readonly articles: readonly Article[];
  /** The same articles by id. */
  readonly byId: ReadonlyMap<string, Article>;
  /** Errors and warnings, sorted by file and line. */
  readonly problems: readonly Problem[];
  /** SHA-256 (hex) over every article's content hash: equal hashes mean the same articles. */
  readonly contentHash: string;
}

/** What a corpus is put together of: problems of the folder itself, and files in their order. */
export type CorpusPart =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'file'; readonly parsed: ParsedFile };

/** What files gave, by file: those that do not change are not opened by the next reading. */
export type ParseCache = ReadonlyMap<string, ParsedFile>;

/** A corpus, and what it was made of. */
export interface ParsedCorpus {
  readonly corpus: Corpus;
  readonly parseCache: ParseCache;
}

/** Puts a corpus together, part by part. */
interface CorpusAssembler {
  add(part: CorpusPart): void;
  /** The corpus of all parts. Once. */
  finish(): ParsedCorpus;
}

/** Nothing yet of the corpus of a folder. Of several articles with one id the first is kept. */
export function createCorpusAssembler(folder: string): CorpusAssembler {
  const byId = new Map<string, Article>();
  const places = new Map<string, string>();
  const problems: Problem[] = [];
  const parseCache = new Map<string, ParsedFile>();
  const contentHash = createHash('sha256');

  function addFile(parsed: ParsedFile): void {
    const { file, articles, problems: found } = parsed;
    parseCache.set(file, parsed);
    // Not push(...): a file can have more problems than a call can have arguments.
    for (const problem of found) problems.push(problem);
    for (const { article, line } of articles) {
      const { id } = article;
      const firstFile = places.get(id);
      if (firstFile === undefined) {
        byId.set(id, article);
        places.set(id, line === null ? file : `${file}:${line}`);
        contentHash.update(`${article.contentHash}\n`);
      } else {
        problems.push(createError('duplicate-id', { id, firstFile }, file, line));
      }
    }
  }

  return {
    add(part) {
      if (part.kind === 'file') addFile(part.parsed);
      else for (const problem of part.problems) problems.push(problem);
    },
    finish() {
      const corpus = {
        folder,
        articles: [...byId.values()],
        byId,
        problems: problems.toSorted(compareProblems),
        contentHash: contentHash.digest('hex'),
      };
      return { corpus, parseCache };
    },
  };
}

/** The corpus of articles that were read before; no file of theirs is known. */
export function corpusOf(
  folder: string,
  articles: Iterable<Article>,
  problems: readonly Problem[],
): ParsedCorpus {
  const assembler = createCorpusAssembler(folder);
  assembler.add({ kind: 'problems', problems });
  for (const article of articles) {
    const place = { file: article.file, path: '', signature: null, cacheKey: '' };
    const parsed = { ...place, articles: [{ article, line: null }], problems: [] };
    assembler.add({ kind: 'file', parsed });
  }
  return { corpus: assembler.finish().corpus, parseCache: new Map() };
}

function compareProblems(one: Problem, other: Problem): number {
  return compareText(one.file, other.file) || (one.line ?? 0) - (other.line ?? 0);
}

/** What is different between two readings of a folder, each list in the order of its corpus. */
interface CorpusDifference {
  readonly added: readonly Article[];
  readonly changed: readonly { readonly before: Article; readonly after: Article }[];
  readonly removed: readonly Article[];
}

/** Compares two corpora by the ids and the content hashes of their articles. */
export function diffCorpora(before: Corpus, after: Corpus): CorpusDifference {
  return {
    added: after.articles.filter(({ id }) => !before.byId.has(id)),
    changed: after.articles.flatMap((article) => {
      const old = before.byId.get(article.id);
      const isSame = old === undefined || old.contentHash === article.contentHash;
      return isSame ? [] : [{ before: old, after: article }];
    }),
    removed: before.articles.filter(({ id }) => !after.byId.has(id)),
  };
}

/**
 * How many articles errors have rejected. An article can have several errors; it is one line of a
 * `.jsonl` file, or the whole of another.
 */
export function countRejected(problems: readonly Problem[]): number {
  const places = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line }) => (file.endsWith('.jsonl') ? `${file}:${line}` : file));
  return new Set(places).size;
}
