export { type Article, METADATA_KEYS, type MetadataKey, UNKNOWN_PUBLISHER } from './article.ts';
export {
  type Corpus,
  type CorpusPart,
  corpusOf,
  countRejected,
  createCorpusAssembler,
  diffCorpora,
  type ParseCache,
  type ParsedCorpus,
} from './corpus.ts';
export { signatureOfFolder } from './folder/folder-signature.ts';
export { listArticleFiles } from './folder/list-files.ts';
export type { ParsedFile } from './folder/parsed-file.ts';
export { type Details, withFrontMatter } from './formats/with-front-matter.ts';
export {
  DEFAULT_MAX_ARTICLE_BYTES,
  type LoadCorpusOptions,
  loadCorpus,
  readParts,
} from './load-corpus.ts';
export { checkDetails } from './metadata/check-details.ts';
export type { Problem, ProblemCode, ProblemOf, ProblemValues } from './problem.ts';
export { readSavedArticle, toSavedArticle } from './saved-article.ts';
