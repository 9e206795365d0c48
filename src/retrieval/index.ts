export type { Answer, AskedOverview, RankedQuote, SearchFilter, Verdict } from './answer.ts';
export type { AskRequest } from './ask.ts';
export { coreOfClaim } from './claims/claim-check.ts';
export type { FoundClaims } from './claims/claims.ts';
export {
  type Collection,
  createCollection,
  type IndexedArticles,
  indexArticles,
  openCollection,
} from './collection.ts';
export {
  decodeTokenData,
  encodeTokenData,
  paddingAfter,
  sectionLengthsSchema,
} from './index-data/encode.ts';
export type { TokenData } from './index-data/index-data.ts';
export { type QuotableSentence, quotableSentences } from './passages/quotable-sentences.ts';
export { onlyExcludes, parseOperators, withoutOperators } from './query/query-operators.ts';
export { createTermReader, createTopicMatcher } from './query/topic.ts';
export {
  createFingerprinter,
  type Fingerprint,
  isNearDuplicate,
} from './quotes/near-duplicates.ts';
export { createQuote, type Quote, QuoteError, verifyQuote } from './quotes/quote.ts';
export { matchesFilter, matchesSource } from './search-filter.ts';
export { collectCatalogue, collectSuggestions } from './suggestions/collect-suggestions.ts';
export type { Suggestion, SuggestionKind } from './suggestions/suggestion.ts';
export { createSuggestionIndex, type SuggestionIndex } from './suggestions/suggestion-index.ts';
export type {
  QuotationCheck,
  QuotationMatch,
  QuotationVerdict,
} from './verification/quotation-check.ts';
export type { Typography } from './verification/typography.ts';
export type { Verification, VerifyRequest } from './verification/verification.ts';
export { FEWEST_CHARACTERS } from './verification/verify-quotation.ts';
