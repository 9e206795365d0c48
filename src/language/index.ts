export { type Alternative, WEAK_WEIGHT } from './alternative.ts';
export { type Analyser, createAnalyser } from './analyser.ts';
export { isContextDependentInChinese } from './chinese/anaphora.ts';
export { CHINESE_FUNCTION_CHARACTERS } from './chinese/function-characters.ts';
export { readChineseNumber } from './chinese/numerals.ts';
export { CHINESE_NOW } from './chinese/question-shell.ts';
export { isCounter } from './contrast.ts';
export { isContextDependentInEnglish } from './english/anaphora.ts';
export {
  ENGLISH_CALENDAR_ABBREVIATIONS,
  ENGLISH_DAY_OR_MONTH,
  ENGLISH_MONTH,
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
  englishMonthNumber,
  englishWeekdayNumber,
} from './english/calendar.ts';
export { ENGLISH_NUMERAL, readEnglishNumeral } from './english/numerals.ts';
export { stemWord } from './english/stem.ts';
export { ENGLISH_STOP_WORDS } from './english/stop-words.ts';
export {
  createHanFolding,
  createHanVariants,
  createScriptFolding,
  type FoldCharacter,
  foldWord,
  simplifiedForms,
} from './folding.ts';
export { inverseDocumentFrequency } from './inverse-document-frequency.ts';
export { createNameFinder, type FoundName, type NameFinder } from './names/name-finder.ts';
export { splitParagraphs } from './paragraphs.ts';
export { blankShell } from './question-shell.ts';
export { languageOf, type PassageLanguage } from './script-language.ts';
export { endsInAbbreviation, endsSentence, type Sentence, splitSentences } from './sentences.ts';
export { createSynonymFinder, type FindSynonyms } from './synonym-groups.ts';
export { isTerm, TOKEN_KINDS, type Token } from './token.ts';
export { EMPTY_CHINESE_WORDS } from './translation/chinese-words.ts';
export { type Concept } from './translation/concept.ts';
export { createDictionaryLoader, type DictionaryLoader } from './translation/dictionary.ts';
export { createNameMiner } from './translation/names.ts';
export { createTranslation, type Translation } from './translation/translator.ts';
export { createWordReader, type WordReader } from './word-reader.ts';
