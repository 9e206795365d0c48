import { createHash } from 'node:crypto';
import type { Article } from './article.ts';
import { compareText } from './folder/list-files.ts';
import type { ParsedFile, PlacedArticle, SynonymGroup } from './folder/parsed-file.ts';
import { createError, type Problem } from './problem.ts';
import { createArticleOpener } from './stored-article.ts';

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
  /** Words and phrases that mean the same in questions; see `synonyms.yaml`. */
  readonly synonyms: readonly SynonymGroup[];
  /** SHA-256 (hex) over every article's content hash and the synonyms: equal hashes mean the same of both. */
  readonly contentHash: string;
}

/** What a corpus is put together of: problems of the folder itself, and files in their order. A file can come in several parts. */
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

interface GrowingLists {
  readonly articles: PlacedArticle[];
  readonly problems: Problem[];
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
  const parseCache = new Map<string, ParsedFile & GrowingLists>();
  const openArticle = createArticleOpener();
  const synonyms: SynonymGroup[] = [];
  const contentHash = createHash('sha256');

  function addFile(parsed: ParsedFile): void {
    const { file } = parsed;
    // A file that comes in several parts has them with each.
    if (parsed.synonyms && parsed.synonyms.length > 0 && !parseCache.has(file)) {
      synonyms.push(...parsed.synonyms);
      contentHash.update(`${JSON.stringify(parsed.synonyms)}\n`);
    }
    const whole = parseCache.get(file) ?? { ...parsed, articles: [], problems: [] };
    parseCache.set(file, whole);
    // Not push(...): a file can have more problems than a call can have arguments.
    for (const problem of parsed.problems) {
      whole.problems.push(problem);
      problems.push(problem);
    }
    for (const placed of parsed.articles) {
      const { article, line } = placed;
      const { id } = article;
      whole.articles.push(placed);
      const firstFile = places.get(id);
      if (firstFile === undefined) {
        byId.set(id, openArticle(article));
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
        synonyms,
        contentHash: contentHash.digest('hex'),
      };
      return { corpus, parseCache };
    },
  };
}

/** The corpus of all parts, with problems that are known besides. */
export async function assembleCorpus(
  folder: string,
  parts: Iterable<CorpusPart> | AsyncIterable<CorpusPart>,
  problems: readonly Problem[] = [],
): Promise<ParsedCorpus> {
  const assembler = createCorpusAssembler(folder);
  assembler.add({ kind: 'problems', problems });
  for await (const part of parts) assembler.add(part);
  return assembler.finish();
}

function compareProblems(one: Problem, other: Problem): number {
  return compareText(one.file, other.file) || (one.line ?? 0) - (other.line ?? 0);
}

/** What is different between two readings of a folder, each list in the order of its corpus. */
interface CorpusDifference {
  readonly added: readonly Article[];
  readonly changed: readonly { readonly before: Article; readonly after: Article }[];
  readonly removed: readonly Article[];
  readonly areSynonymsChanged: boolean;
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
    areSynonymsChanged: JSON.stringify(before.synonyms) !== JSON.stringify(after.synonyms),
  };
}

/**
 * How many articles errors have rejected. An article can have several errors; it is one line of a
 * `.jsonl` file, or the whole of another.
 */
export function countRejected(problems: readonly Problem[]): number {
  const places = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line }) => (/\.(?:jsonl?|ndjson)$/iu.test(file) ? `${file}:${line}` : file));
  return new Set(places).size;
}
