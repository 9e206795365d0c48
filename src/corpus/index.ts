export { type Article, METADATA_KEYS, type MetadataKey, UNKNOWN_PUBLISHER } from './article.ts';
export { checkDetails } from './check-details.ts';
export type { Corpus } from './corpus.ts';
export { type CorpusPart, createCorpusAssembler } from './corpus-assembler.ts';
export { countRejected } from './count-rejected.ts';
export { diffCorpora } from './diff-corpora.ts';
export type { FileReading } from './file-reading.ts';
export { stampOfFolder } from './folder-stamp.ts';
export { listArticleFiles } from './list-article-files.ts';
export {
  DEFAULT_MAX_ARTICLE_BYTES,
  type LoadCorpusOptions,
  loadCorpus,
} from './load-corpus.ts';
export type { Problem, ProblemCode, ProblemOf, ProblemValues } from './problem.ts';
export { type Details, withFrontMatter } from './with-front-matter.ts';
