export type { Answer, PassageLanguage, SearchFilter } from './answer.ts';
export type { AskRequest } from './ask.ts';
export { type Collection, createCollection } from './collection.ts';
export { createFingerprinter, type Fingerprint, isEcho } from './echoes.ts';
export { quotableSentences } from './quotable-sentences.ts';
export { createQuote, type Quote, QuoteError, type Range, verifyQuote } from './quote.ts';
export { languageOf } from './script-language.ts';
export { matchesFilter, matchesSource } from './search-filter.ts';
export { createTopicMatcher } from './topic.ts';
