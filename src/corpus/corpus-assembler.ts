import { createHash } from 'node:crypto';
import type { Article } from './article.ts';
import type { Corpus } from './corpus.ts';
import type { FileReading } from './folder/file-reading.ts';
import { compareText } from './folder/list-files.ts';
import { createError, type Problem } from './problem.ts';

/** What a corpus is put together of: problems of the folder itself, and files in their order. */
export type CorpusPart =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'file'; readonly reading: FileReading };

/** Puts a corpus together, part by part. */
export interface CorpusAssembler {
  add(part: CorpusPart): void;
  /** The corpus of all parts. Once. */
  finish(): Corpus;
}

/** Nothing yet of the corpus of a folder. Of several articles with one id the first is kept. */
export function createCorpusAssembler(folder: string): CorpusAssembler {
  const byId = new Map<string, Article>();
  const places = new Map<string, string>();
  const problems: Problem[] = [];
  const contentHash = createHash('sha256');

  function addFile({ file, articles, problems: found }: FileReading): void {
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
      if (part.kind === 'file') addFile(part.reading);
      else for (const problem of part.problems) problems.push(problem);
    },
    finish: () => ({
      folder,
      articles: [...byId.values()],
      byId,
      problems: problems.toSorted(compareProblems),
      contentHash: contentHash.digest('hex'),
    }),
  };
}

function compareProblems(one: Problem, other: Problem): number {
  return compareText(one.file, other.file) || (one.line ?? 0) - (other.line ?? 0);
}
