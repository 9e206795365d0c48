export {
  type Article,
  METADATA_KEYS,
  type MetadataKey,
  pageAt,
  UNKNOWN_PUBLISHER,
} from './article.ts';
export {
  assembleCorpus,
  type Corpus,
  type CorpusPart,
  countRejected,
  createCorpusAssembler,
  diffCorpora,
  type ParseCache,
  type ParsedCorpus,
} from './corpus.ts';
export { signatureOfFolder } from './folder/folder-signature.ts';
export {
  FETCHED_NAME,
  isDocument,
  kindOf,
  listArticleFiles,
  listFeedFiles,
} from './folder/list-files.ts';
export type { SynonymGroup } from './folder/parsed-file.ts';
export { decodePage } from './formats/charset.ts';
export { type FeedList, type ListedFeed, readFeedsFile } from './formats/feeds-file.ts';
export { type Feed, parseFeed } from './formats/parse-feed.ts';
export {
  canStateDetails,
  type Details,
  withFrontMatter,
  withOrigin,
} from './formats/with-front-matter.ts';
export {
  DEFAULT_MAX_ARTICLE_BYTES,
  type LoadCorpusOptions,
  loadCorpus,
  readParts,
} from './load-corpus.ts';
export { checkDetails } from './metadata/check-details.ts';
export { placeInFile } from './place-in-file.ts';
export {
  FETCH_FAULT_KINDS,
  type FetchFault,
  type Problem,
  type ProblemCode,
  type ProblemOf,
  type ProblemValues,
} from './problem.ts';
export { maxFileBytes } from './read-file.ts';
export {
  readSavedArticle,
  readSavedSynonyms,
  toSavedArticle,
  toSavedSynonyms,
} from './saved-article.ts';
export { storeArticle } from './stored-article.ts';
export { groupVersions, isVersion } from './versions.ts';
