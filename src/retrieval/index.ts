export { simplifiedForms } from './analysis/folding.ts';
export { boundaryBefore } from './analysis/graphemes.ts';
export { ENGLISH_NUMERAL, readChineseNumeral, readEnglishNumeral } from './analysis/numerals.ts';
export type { Token } from './analysis/token.ts';
export type { Answer, RankedQuote, SearchFilter } from './answer.ts';
export type { AskRequest } from './ask.ts';
export { createBreather } from './breather.ts';
export { coreOfClaim } from './claim-check.ts';
export type { FoundClaims } from './claims.ts';
export { type Collection, createCollection, indexArticles, openCollection } from './collection.ts';
export { createFingerprinter, type Fingerprint, isEcho } from './echoes.ts';
export {
  decodeIndexData,
  encodeIndexData,
  paddingAfter,
  sectionLengthsSchema,
} from './index-data/encode.ts';
export type { IndexData } from './index-data/index-data.ts';
export { splitParagraphs } from './paragraphs.ts';
export { type QuotableSentence, quotableSentences } from './quotable-sentences.ts';
export { createQuote, type Quote, QuoteError, verifyQuote } from './quote.ts';
export { type Range } from './range.ts';
export type { PassageLanguage } from './script-language.ts';
export { languageOf } from './script-language.ts';
export { matchesFilter, matchesSource } from './search-filter.ts';
export { type Sentence, splitSentences } from './sentences.ts';
export { collectCatalogue } from './suggestions/collect-catalogue.ts';
export { collectSuggestions } from './suggestions/collect-suggestions.ts';
export type { Suggestion, SuggestionKind } from './suggestions/suggestion.ts';
export { createSuggestionIndex, type SuggestionIndex } from './suggestions/suggestion-index.ts';
export { createTermReader, createTopicMatcher } from './topic.ts';
export type { DictionaryLoader } from './translation/dictionary.ts';
export { createDictionaryLoader } from './translation/load-dictionary.ts';
export { onlyExcludes, parseWishes, withoutWishes } from './wishes.ts';
export { createWordReader, type WordReader } from './word-reader.ts';
