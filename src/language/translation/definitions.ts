import { PLACEHOLDERS } from './phrase-hashes.ts';

/** An English phrase that a definition offers. */
export interface DefinitionPhrase {
  readonly words: string;
  /** Every word of it is capitalised. */
  readonly isName: boolean;
  /** Shorter phrases by which it may be known alone: "election" for "general election". */
  readonly heads: readonly string[];
}

/** Definitions that are about the word rather than translations of it. */
const REMARK =
  /^(?:CL:|also (?:pr|written|called)|Taiwan pr|pr\.|used in|classifier for|surname|abbr\. to|opposite|cf\b|see also|idiom)/u;

/** Definitions that point to another word, whose definitions then count. */
const REFERENCE =
  /^(?:\([^)]*\) ?)?(?:(?:[a-z]+ ){0,2}variant of|erhua form of|abbr\. (?:for|of)|short for|same as|see(?: also)?) (?:\p{sc=Han}+\|)?(?<word>\p{sc=Han}+)(?:\[|$)/u;

const HAN_WITH_PINYIN = /[\p{sc=Han}·]+(?:\|[\p{sc=Han}·]+)?(?:\[[^\]]*\])?/gu;

const PARENTHESIS = /\((?<inside>[^()]*)\)/gu;

/** An abbreviation in brackets stands for the whole: "chief executive officer (CEO)". */
const ABBREVIATION = /^\p{Lu}[\p{Lu}\d&]+$/u;

const LEADING = /^(?:to be|to|a|an|the|be)\s+/iu;

/** A phrase of more words explains rather than translates. */
const MOST_WORDS = 5;

/** The English phrases that translate a word, each once, in the order of its definitions. */
export function phrasesOf(definitions: readonly string[]): DefinitionPhrase[] {
  const phrases = new Map<string, DefinitionPhrase>();
  for (const definition of definitions) {
    if (REMARK.test(definition) || REFERENCE.test(definition)) continue;
    for (const words of phrasesIn(definition)) {
      if (!phrases.has(words)) phrases.set(words, phraseOf(words, definition));
    }
  }
  return [...phrases.values()];
}

/** The words, in simplified characters, of which the definitions say that this one is a form. */
export function referencesOf(definitions: readonly string[]): string[] {
  return definitions.flatMap((definition) => REFERENCE.exec(definition)?.groups?.['word'] ?? []);
}

function phrasesIn(definition: string): string[] {
  const abbreviations = [...definition.matchAll(PARENTHESIS)]
    .flatMap(({ groups }) => (groups?.['inside'] ?? '').split(/[,;]/u))
    .map((inside) => inside.trim())
    .filter((inside) => ABBREVIATION.test(inside));
  const plain = definition.replaceAll(PARENTHESIS, ' ').replaceAll(HAN_WITH_PINYIN, ' ');
  return [
    ...plain.split(/[;/]/u).flatMap((sense) => {
      const [first = '', ...others] = sense.split(',').map(clean);
      // What follows a name explains it ("Lyon, France"), unless it is another spelling of it.
      const isSpelling = (other: string) => isName(other) && other.charAt(0) === first.charAt(0);
      return isName(first) ? [first, ...others.filter(isSpelling)] : [first, ...others];
    }),
    ...abbreviations,
  ]
    .flatMap((phrase) => (isName(phrase) ? [phrase] : phrase.split(/ (?:and|or) /u)))
    .map(clean)
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase) && phrase.split(' ').length <= MOST_WORDS);
}

function clean(phrase: string): string {
  return phrase
    .replaceAll(/[?!."“”]/gu, ' ')
    .trim()
    .replace(LEADING, '')
    .split(/\s+/u)
    .filter((word) => !PLACEHOLDERS.has(word.replace(/'s$/u, '')))
    .join(' ');
}

const PREPOSITION = /^(?:of|for|in|on|at|by|with|to|from|against|between)$/u;

/** What is left of the name of a thing when its kind is left out. */
const KIND =
  /^(?:agency|bank|city|company|co|corp|corporation|county|department|district|group|inc|limited|ltd|municipality|news|organization|party|province|river|sea)$/iu;

/**
 * An English noun phrase ends with its head, or has it before a preposition ("chairman of the
 * board"). A person is known by either name, a thing without its kind ("Microsoft Corporation"). What
 * a verb does without its object is anything.
 */
function phraseOf(words: string, definition: string): DefinitionPhrase {
  const list = words.split(/[\s-]+/u);
  const name = isName(words);
  if (list.length < 2) return { words, isName: name, heads: [] };
  const kinds = list.findIndex((word) => KIND.test(word));
  if (isName(list[0] ?? '') && kinds > 0) {
    return { words, isName: true, heads: [list.slice(0, kinds).join(' ')] };
  }
  if (name) return { words, isName: true, heads: [list[0] ?? '', list.at(-1) ?? ''] };
  if (definition.startsWith('to ')) return { words, isName: false, heads: [] };
  const preposition = list.findIndex((word) => PREPOSITION.test(word));
  const head = preposition > 0 ? list[preposition - 1] : list.at(-1);
  return { words, isName: false, heads: preposition === 0 || !head ? [] : [head] };
}

function isName(phrase: string): boolean {
  const words = phrase.split(/[\s-]+/u).filter((word) => !/^(?:of|the|and|for|de|&)$/u.test(word));
  return words.length > 0 && words.every((word) => /^[\p{Lu}\d]/u.test(word));
}
