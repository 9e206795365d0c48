import {
  type Analyser,
  blankShell,
  ENGLISH_STOP_WORDS,
  foldWord,
  isTerm,
  languageOf,
  type PassageLanguage,
} from '../../language/index.ts';
import { escapePattern } from '../../shared/escape-pattern.ts';
import type { Range } from '../../shared/range.ts';
import { readAskedPerson } from './asked-person.ts';
import { readOverview } from './overview.ts';

/** A question with what it left to the question before it. */
export interface FollowUp {
  /** With the subject in the place of a pronoun, or beside the words where they have none. */
  readonly text: string;
  /** The subject that was taken from what was asked before; null where none was. */
  readonly subject: string | null;
  /** The pronoun that stands for nobody and nothing, as it was asked; null where there is none. */
  readonly pronoun: string | null;
}

/** A pronoun of a question. */
interface Pronoun extends Range {
  /** Whether it can only mean a person. */
  readonly isOfPerson: boolean;
  readonly isPossessive: boolean;
  /** Whether what it means can stand in the question itself. */
  readonly hasAntecedent: boolean;
  /** Whether something else does what is asked about, so that a text can answer without it. */
  readonly isObject: boolean;
}

/**
 * Reads a question after others. A pronoun that nothing in the question explains, and a question
 * without words of its own ("why?", 什么时候的事), take the subject of the last question that had one.
 * "He" and "she" without any are told, and so is "it" where there is nothing beside it.
 *
 * @param before what was asked before, or its subject, the newest first.
 */
export function readFollowUp(
  question: string,
  before: readonly string[],
  analyse: Analyser['analyse'],
): FollowUp {
  const plain = { text: question, subject: null, pronoun: null };
  const text = withoutPhrases(question);
  const language = languageOf(question);
  const shelled = blankShell(text);
  if ((readOverview(shelled) ?? readOverview(text)) !== null) return plain;
  const content = contentOf(shelled, language, analyse);
  const pronoun = language === 'zh' ? chinesePronoun(text, content) : englishPronoun(text, content);
  const earlier = before.find((asked) => namesSomething(asked, analyse));
  if (pronoun) {
    const written = question.slice(pronoun.start, pronoun.end);
    if (earlier !== undefined && !pronoun.hasAntecedent) {
      const subject = subjectOf(earlier, analyse);
      const inPlace = pronoun.isPossessive ? possessiveOf(subject, language) : subject;
      return {
        text: question.slice(0, pronoun.start) + inPlace + question.slice(pronoun.end),
        subject,
        pronoun: null,
      };
    }
    const isBare =
      !pronoun.hasAntecedent && (content.length === 0 || (pronoun.isOfPerson && !pronoun.isObject));
    return isBare ? { ...plain, pronoun: written } : plain;
  }
  if (earlier === undefined || !leavesOutSubject(text, shelled, content, language)) return plain;
  const subject = content.length === 0 ? wordsOf(earlier) : subjectOf(earlier, analyse);
  const own = question.replace(/[\s?？。.!！…]+$/u, '');
  return {
    text: language === 'zh' ? `${subject} ${own}` : `${own} ${subject}`,
    subject,
    pronoun: null,
  };
}

/** Whether a question has words that name something, and no pronoun in the place of its subject. */
function namesSomething(question: string, analyse: Analyser['analyse']): boolean {
  const text = withoutPhrases(question);
  const language = languageOf(question);
  const shelled = blankShell(text);
  const overview = readOverview(shelled) ?? readOverview(text);
  const content = contentOf(overview?.subject ?? shelled, language, analyse);
  const pronoun = language === 'zh' ? chinesePronoun(text, content) : englishPronoun(text, content);
  return content.length > 0 && (pronoun === null || pronoun.hasAntecedent || pronoun.isObject);
}

/** What is quoted says nothing of whom the question means. */
function withoutPhrases(text: string): string {
  return text.replaceAll(/["“”＂][^"“”＂]+["“”＂]|「[^「」]+」|『[^『』]+』/gu, (phrase) =>
    ' '.repeat(phrase.length),
  );
}

/** Verbs and adverbs that tell nothing without somebody who does it, or something that it happens to. */
const TELLS_NOTHING =
  /^(?:happen(?:s|ed|ing)?|means?|meant|matters?|next|later|happens|go|goes|went|thing|time|事|时候|時候|时间|時間)$/iu;

/** The words of a question that name something, in order. */
function contentOf(
  shelled: string,
  language: PassageLanguage,
  analyse: Analyser['analyse'],
): Range[] {
  return analyse(shelled)
    .filter((token) => isTerm(token) && !TELLS_NOTHING.test(shelled.slice(token.start, token.end)))
    .filter(
      ({ start, end }) => language === 'en' || !CHINESE_PRONOUN.test(shelled.slice(start, end)),
    )
    .map(({ start, end }) => ({ start, end }));
}

const AUXILIARY =
  "(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|shall|may|might|must|didn['’]?t|doesn['’]?t|isn['’]?t|wasn['’]?t|hasn['’]?t|won['’]?t)";

const ENGLISH_PRONOUN =
  /(?<![\p{L}\p{N}'’])(?:(?<person>he|she|him|himself|herself|hers|his|her)|(?<thing>they|them|their|theirs|it|its|itself|this|that|these|those))(?![\p{L}\p{N}])/giu;

/** "That" and its like stand for something where no noun and no clause follows. */
const DEMONSTRATIVE = /^(?:this|that|these|those)$/iu;
const STANDS_ALONE =
  /^(?:\s*[?!.,]*\s*$|\s+(?:happen|mean|matter|work|cost|take|come|start|end|begin|affect|change|go|occur|all|new|over|legal|possible|allowed)\b)/iu;

/** "It takes", "is it true that": "it" stands for nothing. */
const EMPTY_IT =
  /^\s+(?:takes?\b|took\b|(?:true|possible|likely|clear|known|certain|expected|raining|snowing|late|early)\b)/iu;

const BEFORE_SUBJECT = new RegExp(
  `(?:^|(?:^|[\\s'’])(?:${AUXILIARY}|s|why|how|what|when|where|who|which)\\s+)$`,
  'iu',
);
const AFTER_PREPOSITION =
  /(?:^|\s)(?:about|on|of|for|with|to|by|at|from|against|like|than|after|before)\s+$/iu;

function englishPronoun(text: string, content: readonly Range[]): Pronoun | null {
  for (const match of text.matchAll(ENGLISH_PRONOUN)) {
    const { index: start, 0: word, groups } = match;
    const end = start + word.length;
    const lead = text.slice(0, start);
    const rest = text.slice(end);
    if (DEMONSTRATIVE.test(word) && !STANDS_ALONE.test(rest)) continue;
    if (/^it$/iu.test(word) && EMPTY_IT.test(rest)) continue;
    const inBefore = content.filter((each) => each.end <= start);
    const isSubject = BEFORE_SUBJECT.test(lead);
    const isObject = !isSubject && (AFTER_PREPOSITION.test(lead) || /^\s*[?!.]*\s*$/u.test(rest));
    return {
      start,
      end,
      isOfPerson: groups?.['person'] !== undefined,
      isPossessive:
        /^(?:his|its|their)$/iu.test(word) || (/^her$/iu.test(word) && /^\s+\p{L}/u.test(rest)),
      // "Votes" in "how many votes does he need" is nobody; "Holt" in "when Holt left, what did he" is.
      hasAntecedent: isSubject
        ? inBefore.some(
            (each) => isNamed(text, each) || /[,;.!?]/u.test(text.slice(each.end, start)),
          )
        : !isObject &&
          (inBefore.length > 1 || inBefore.some((each) => !isVerbOf(word, text, each))),
      isObject: isObject && inBefore.length > 0,
    };
  }
  return null;
}

/** "Him" right behind the first word that "who" does: "who replaced him". It means nobody yet. */
function isVerbOf(pronoun: string, text: string, { start, end }: Range): boolean {
  return (
    /^(?:him|her|them|it)$/iu.test(pronoun) &&
    /^\W*(?:who|what|which \p{L}+)\s+$/iu.test(text.slice(0, start)) &&
    new RegExp(`^\\s+${pronoun}`, 'iu').test(text.slice(end))
  );
}

/** A word with a capital that does not begin the question. */
function isNamed(text: string, { start }: Range): boolean {
  return /\p{Lu}/u.test(text.charAt(start)) && /\p{L}/u.test(text.slice(0, start));
}

const CHINESE_PRONOUN =
  /(?<![其吉])(?<person>[他她](?![们們国國人日]))|(?<thing>[他她它][们們]|它)|^\s*(?<pointed>[这這那](?:件事(?:情)?|事)?)(?=是|[，,]|怎|为|為|什|啥)/u;

const CHINESE_TIME = /^(?:当时|當時|后来|後來|今天|昨天|最后|最後|[当當]天|之后|之後)$/u;

function chinesePronoun(text: string, content: readonly Range[]): Pronoun | null {
  const match = CHINESE_PRONOUN.exec(text);
  if (!match) return null;
  const word = match[0].trim();
  const start = match.index + match[0].indexOf(word);
  const end = start + word.length;
  const rest = text.slice(end);
  const inBefore = content.filter(
    (each) => each.end <= start && !CHINESE_TIME.test(text.slice(each.start, each.end)),
  );
  const isObject = /^(?:[吗嗎的了呢]*\s*[?？。！!]*\s*$)/u.test(rest);
  return {
    start,
    end,
    isOfPerson: match.groups?.['person'] !== undefined,
    isPossessive: false,
    hasAntecedent: !isObject && inBefore.length > 0,
    isObject: isObject && inBefore.length > 0,
  };
}

/** A fragment such as "the price?" or "any reaction". */
const ENGLISH_FRAGMENT =
  /^\W*(?:(?:and|but|so|ok) )?(?:the|any|other|more) \p{L}+(?: \p{L}+)?\W*$/iu;

const CHINESE_LEAD = /^\s*(?:[那后後最还還又也再]|[会會要能]不[会會要能])/u;

/** So many Chinese characters at most are a verb without its subject. */
const BARE_VERB_UNITS = 3;

function leavesOutSubject(
  text: string,
  shelled: string,
  content: readonly Range[],
  language: PassageLanguage,
): boolean {
  if (!/\p{L}/u.test(text)) return false;
  if (content.length === 0) return ASKS.test(text);
  if (language === 'en') return ENGLISH_FRAGMENT.test(text);
  const begin = text.search(/\S/u);
  const covered = new Set(
    content.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, index) => start + index),
    ),
  );
  const isLatin = content.some(({ start }) => /\p{Script=Latin}/u.test(text.charAt(start)));
  return (
    !isLatin &&
    covered.size <= BARE_VERB_UNITS &&
    (shelled.charAt(begin) === ' ' || CHINESE_LEAD.test(text))
  );
}

/** Not so "thanks" and "ok", 谢谢. */
const ASKS = /\b(?:what|who|when|where|why|which|how)|[什怎谁誰哪几幾多为為何啥咋吗嗎]/iu;

/** What a question is about: whom it asks for, the names in it, or the noun phrase at its beginning. */
function subjectOf(question: string, analyse: Analyser['analyse']): string {
  const text = withoutPhrases(question);
  const language = languageOf(question);
  const shelled = blankShell(text);
  const overview = readOverview(shelled) ?? readOverview(text);
  if (overview) return wordsOf(overview.subject);
  const asked = readAskedPerson(text, language)?.asked;
  if (asked !== undefined) return wordsOf(asked);
  const subject =
    language === 'zh' ? chineseSubject(shelled) : englishSubject(text, shelled, analyse);
  return subject === '' ? wordsOf(question) : subject;
}

/** The words of a question without the marks around them and what begins or ends as a query operator would. */
function wordsOf(question: string): string {
  return question
    .replaceAll(/["“”＂「」『』«»]/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replaceAll(/\s+/gu, ' ');
}

const AUXILIARIES = new RegExp(`(?<![\\p{L}'’])${AUXILIARY}(?![\\p{L}'’])`, 'iu');

/** Where the words of a noun phrase may be joined: "the mayor of Harbour". */
const JOINS = /^\s+(?:(?:of|for) (?:the )?)?$/iu;

const INTERROGATIVE = /^\W*(?:what|who|whose|when|where|why|which|how)/iu;

function englishSubject(text: string, shelled: string, analyse: Analyser['analyse']): string {
  const auxiliary = AUXILIARIES.exec(text);
  if (!auxiliary && !INTERROGATIVE.test(text)) return wordsOf(text);
  const runs: Range[] = [];
  for (const { start, end } of analyse(shelled).filter(isTerm)) {
    const last = runs.at(-1);
    if (last && JOINS.test(text.slice(last.end, start)))
      runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  // Of "Oracle's role" the owner: a pronoun means somebody.
  const write = ({ start, end }: Range) =>
    wordsOf(text.slice(start, end)).replace(/['’]s .*$/u, '');
  const named = text.match(/(?<=[^.?!]\s)\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*/u);
  if (named && !ENGLISH_STOP_WORDS.has(foldWord(named[0]))) {
    return wordsOf(named[0].replace(/['’]s$/u, ''));
  }
  const after = runs.filter(({ start }) => auxiliary !== null && start >= auxiliary.index);
  // "What caused the fall", "which firm built the pier": what is asked for does it.
  const [phrase] = after.length === 0 ? runs.slice(-1) : after;
  if (!phrase) return '';
  if (after.length === 0) return write(phrase);
  const inside = write(phrase).split(' ');
  const endsInVerb = !/^\W*(?:what|who|where)(?:['’]?s| is| are| was| were)\b/iu.test(text);
  return inside.length > 1 && endsInVerb ? inside.slice(0, -1).join(' ') : inside.join(' ');
}

/** Where the subject of a Chinese question ends: prepositions, adverbs and auxiliaries. */
const CHINESE_ENDS =
  /^(?:在|对|對|把|被|将|將|会|會|要|想|能|可以|是|没|沒|没有|沒有|也|都|还|還|已|已经|已經|为|為|向|给|給|跟|和|有|又|再|就|才|不|了|的)$/u;

function chineseSubject(shelled: string): string {
  const phrase = shelled.split(/\s+/u).find((part) => /\p{L}/u.test(part)) ?? '';
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  let subject = '';
  for (const { segment } of segmenter.segment(phrase)) {
    if (subject.length > 1 && CHINESE_ENDS.test(segment)) break;
    subject += segment;
  }
  return wordsOf(subject);
}

function possessiveOf(subject: string, language: PassageLanguage): string {
  return language === 'zh' ? subject : `${subject}’s`;
}

/** A name that was typed in small letters, as the first of the texts writes it that has it with capitals. */
export function asWritten(name: string, texts: Iterable<string>): string {
  if (!/^[\p{Ll}\p{N} '’-]+$/u.test(name)) return name;
  const words = name.split(' ').map(escapePattern);
  // At the beginning of a sentence every single word has a capital.
  const before = words.length > 1 ? '(?<![\\p{L}\\p{N}])' : '(?<=\\p{Ll},? )';
  const pattern = new RegExp(`${before}${words.join('\\s')}(?![\\p{L}\\p{N}])`, 'giu');
  for (const text of texts) {
    for (const [written] of text.matchAll(pattern)) {
      if (written.split(/\s/u).every((word) => /\p{Lu}/u.test(word))) return written;
    }
  }
  return name;
}
