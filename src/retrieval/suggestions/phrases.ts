import { CHINESE_FUNCTION_CHARACTERS, ENGLISH_STOP_WORDS } from '../../language/index.ts';

/** Counts very many phrases. */
export interface PhraseCounter {
  /** Adds the phrases of one article, by key. */
  readonly addArticle: (phrases: ReadonlyMap<string, FoundOften>) => void;
  /** The same, over all articles; rare ones may have been forgotten. */
  readonly counts: () => ReadonlyMap<string, PhraseCount>;
}

/** A phrase as it was first seen in an article, and how often it stands there. */
export interface FoundOften {
  readonly text: string;
  readonly count: number;
}

/** The same for all articles, with the number of those that have it. */
export interface PhraseCount extends FoundOften {
  readonly articleCount: number;
}

/** So many phrases are kept in mind: about 40 MB. */
const MOST_PHRASES = 200_000;

/**
 * A {@link PhraseCounter} that takes no more memory for a larger corpus. Whenever there are too many
 * phrases, the rarest are forgotten (Manku and Motwani, "Approximate frequency counts over data
 * streams", 2002): a frequent one is missed only where it came late, and its count is too low at most.
 */
export function createPhraseCounter(mostPhrases: number = MOST_PHRASES): PhraseCounter {
  const counts = new Map<string, { readonly text: string; count: number; articleCount: number }>();
  let forgottenCount = 0;

  function forgetRarest(): void {
    forgottenCount += 1;
    for (const [key, { articleCount }] of counts) {
      if (articleCount <= forgottenCount) counts.delete(key);
    }
  }

  return {
    addArticle(phrases) {
      for (const [key, { text, count }] of phrases) {
        const known = counts.get(key);
        if (known) {
          known.articleCount += 1;
          known.count += count;
        } else {
          counts.set(key, { text, count, articleCount: 1 });
        }
      }
      while (counts.size > mostPhrases) forgetRarest();
    },
    counts: () => counts,
  };
}

/** A phrase of a paragraph. */
export interface FoundPhrase {
  readonly text: string;
  /** A "perhaps" begins a sentence, where a capital alone makes no name. */
  readonly kind: 'name' | 'perhaps-name' | 'phrase' | 'word';
}

/** A word with what it tells by how it is written. */
interface Word {
  readonly text: string;
  readonly isCapital: boolean;
  readonly isStopWord: boolean;
  readonly beginsSentence: boolean;
  /** Whether nothing but a space stands between it and the next word. */
  readonly joinsNext: boolean;
}

const WORD = /[\p{sc=Latin}\p{N}][\p{sc=Latin}\p{M}\p{N}'’.&-]{0,40}/gu;

/** What ends a word is no part of it, but for the last full stop of "U.S.". */
const WORD_END = /(?:['’]s?|[.&-])+$/u;
const INITIALS = /^(?:\p{Lu}\.){2,}$/u;

const SENTENCE_BREAK = /[.!?:;…"“”‘(\n]/u;

/** Words that join what stands next to them to something else, and are no part of a phrase. */
const JOINING = new Set(
  'after against amid around before behind below beyond despite during inside last like near next not outside per since toward towards until via within without'.split(
    ' ',
  ),
);

/** They stand inside names: "Department of Justice", "Simone de Beauvoir". */
const INSIDE_NAMES = new Set(['of', 'de', 'van', 'von', 'der', 'la', 'al', 'bin']);

const MONTHS_AND_DAYS =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u;

/** Words in one name, connecting ones included. */
const LONGEST_NAME = 6;

/** Words in one phrase. */
const LONGEST_ENGLISH_PHRASE = 3;

/** Shorter words are not worth completing, in UTF-16 units. */
const SHORTEST_WORD = 4;

/** In a heading more than this share of the words has a capital, which then says nothing. */
const CAPITALS_OF_A_HEADING = 0.6;

const SENTENCE_END = /[.!?:;,]["'”’)]*\s*$/u;

/** The names, phrases and words of one paragraph, in its order. */
export function findEnglishPhrases(paragraph: string): FoundPhrase[] {
  const words = readWords(paragraph);
  if (!SENTENCE_END.test(paragraph) && isMostlyCapital(words)) return [];
  return [...findNames(words), ...findRuns(words)];
}

function isMostlyCapital(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length >= SHORTEST_WORD);
  const capitals = long.filter(({ isCapital }) => isCapital);
  return long.length > 2 && capitals.length > CAPITALS_OF_A_HEADING * long.length;
}

function readWords(paragraph: string): Word[] {
  const found = [...paragraph.matchAll(WORD)];
  let previousEnd = 0;
  return found.map(({ 0: written, index }, place) => {
    const text = INITIALS.test(written) ? written : written.replace(WORD_END, '');
    const before = paragraph.slice(previousEnd, index);
    previousEnd = index + text.length;
    const nextStart = found[place + 1]?.index ?? -1;
    return {
      text,
      isCapital: /^\p{Lu}/u.test(text) && text.length > 1,
      isStopWord: isEmptyWord(text.toLowerCase()),
      beginsSentence: place === 0 || SENTENCE_BREAK.test(before),
      joinsNext: nextStart === previousEnd + 1 && /\s/u.test(paragraph.charAt(previousEnd)),
    };
  });
}

function isEmptyWord(word: string): boolean {
  return ENGLISH_STOP_WORDS.has(word) || JOINING.has(word);
}

function* findNames(words: readonly Word[]): Generator<FoundPhrase> {
  for (let start = 0; start < words.length; start += 1) {
    const first = words[start];
    if (!first?.isCapital || first.isStopWord) continue;
    const end = endOfName(words, start);
    const name = words.slice(start, end);
    start = end - 1;
    if (name.every(({ text }) => MONTHS_AND_DAYS.test(text))) continue;
    yield {
      text: name.map(({ text }) => text).join(' '),
      kind: first.beginsSentence ? 'perhaps-name' : 'name',
    };
  }
}

/** The place behind the last capital that is joined to the first by capitals and connecting words. */
function endOfName(words: readonly Word[], start: number): number {
  let end = start + 1;
  for (let at = start; at + 1 < words.length && at - start < LONGEST_NAME - 1; at += 1) {
    if (!words[at]?.joinsNext) break;
    const next = words[at + 1];
    if (next?.isCapital && !next.isStopWord) end = at + 2;
    else if (!next || !INSIDE_NAMES.has(next.text)) break;
  }
  return end;
}

/** Words next to each other none of which is a stop word, and not all of which are names. */
function* findRuns(words: readonly Word[]): Generator<FoundPhrase> {
  for (let start = 0; start < words.length; start += 1) {
    const run: string[] = [];
    let hasPlain = false;
    for (let at = start; at < words.length && run.length < LONGEST_ENGLISH_PHRASE; at += 1) {
      const word = words[at];
      if (!word || !isContent(word)) break;
      run.push(word.text);
      hasPlain ||= !word.isCapital;
      if (hasPlain && run.length > 1) yield { text: run.join(' '), kind: 'phrase' };
      else if (hasPlain && word.text.length >= SHORTEST_WORD)
        yield { text: word.text, kind: 'word' };
      if (!word.joinsNext) break;
    }
  }
}

function isContent({ text, isCapital, isStopWord, beginsSentence }: Word): boolean {
  return (
    !isStopWord &&
    !(isCapital && beginsSentence) &&
    text.length > 2 &&
    /^[\p{sc=Latin}\p{M}'’-]+$/u.test(text)
  );
}

/** Characters that neither begin nor end what somebody looks for, besides the function characters. */
const EDGE_CHARACTERS: ReadonlySet<string> = new Set([
  ...CHINESE_FUNCTION_CHARACTERS,
  ...Array.from('将將对對为為从從向由已不也还還又再很最更让讓使给給比到去来來'),
  ...Array.from('上下中内內外前后後时時等个個名年月日号號亿億万萬元次项項种種于於及或此该該每各其'),
]);

/** Words in one phrase, and its characters. */
const LONGEST_CHINESE_PHRASE = 3;
const MOST_CHARACTERS = 8;

/** Characters that are segmented at once: longer runs have no punctuation and are hardly language. */
const LONGEST_RUN = 120;

const HAN_RUN = new RegExp(`\\p{sc=Han}{2,${LONGEST_RUN}}`, 'gu');

const NUMERAL = /^[〇零一二三四五六七八九十百千万萬亿億两兩]+/u;

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a text's Chinese runs and up to {@link LONGEST_CHINESE_PHRASE} of them next to each other, as
 * ICU's dictionary divides them. It does not know most names and divides them into characters; those
 * that belong together are told by how often they stand together, which whoever counts them finds.
 */
export function* findChinesePhrases(text: string): Generator<string> {
  for (const [run] of text.matchAll(HAN_RUN)) {
    const words = Array.from(WORDS.segment(run), ({ segment }) => segment);
    for (let start = 0; start < words.length; start += 1) {
      let phrase = '';
      for (const word of words.slice(start, start + LONGEST_CHINESE_PHRASE)) {
        phrase += word;
        if (phrase.length > MOST_CHARACTERS) break;
        if (phrase.length > 1 && hasGoodEdges(phrase)) yield phrase;
      }
    }
  }
}

function hasGoodEdges(phrase: string): boolean {
  const first = phrase.charAt(0);
  const last = phrase.charAt(phrase.length - 1);
  return !EDGE_CHARACTERS.has(first) && !EDGE_CHARACTERS.has(last) && !NUMERAL.test(phrase);
}
