import type { Article } from '../../corpus/index.ts';

/** A name in both languages, as articles give it. */
export interface NamePair {
  readonly chinese: string;
  readonly english: string;
}

const HAN_NAME = '[\\p{sc=Han}·・‧•]';
const LATIN_NAME =
  "\\p{Lu}[\\p{sc=Latin}\\p{M}\\d.&'’-]*(?: (?:of |the |and |de |van |von )?\\p{Lu}[\\p{sc=Latin}\\p{M}\\d.&'’-]*){0,4}";

/** "梅耶尔(Kevin Mayer)": where the Chinese name begins does not show. */
const CHINESE_FIRST = new RegExp(
  `(?<before>^|.)(?<chinese>${HAN_NAME}{2,24})[”」』》"]?\\s?[(（](?<english>${LATIN_NAME})[)）,，;；]`,
  'gmu',
);

/** "Zhang Yiming (张一鸣)": the Chinese name is all that is in the brackets. */
const ENGLISH_FIRST = new RegExp(
  `(?<english>${LATIN_NAME})["”]? ?[(（](?<chinese>${HAN_NAME}{2,12})[)）]`,
  'gu',
);

const DOTS = /[·・‧•]/u;

/** A run of characters up to this length that nothing precedes is taken for a name as a whole. */
const LONGEST_WHOLE_NAME = 6;

/** Titles that are capitalised before names. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Chairman|Chairwoman|Chief|Executive|CEO|Minister|Prime|Premier|Secretary|Senator|Governor|Mayor|Judge|General|Spokesman|Spokeswoman|Sir|The|And|But|In|When|While|After|As|For)\.? /u;

/**
 * The names that articles give in both languages, one behind the other in brackets, each pair once.
 * Precise rather than complete: where a Chinese name begins inside a run of characters is told by
 * quotation marks, by the dots inside a transliterated name, or by what is common to several places.
 */
export function mineGlossary(articles: Iterable<Article>): NamePair[] {
  const pairs = new Map<string, NamePair>();
  const runs = new Map<string, Set<string>>();
  const add = (chinese: string, english: string) => {
    if ([...chinese].length < 2 || english.length < 2) return;
    pairs.set(`${chinese} ${english}`, { chinese, english });
  };

  for (const { title, text } of articles) {
    for (const source of [title, text]) {
      if (!/[(（]/u.test(source)) continue;
      for (const { groups } of source.matchAll(ENGLISH_FIRST)) {
        const { chinese = '', english = '' } = groups ?? {};
        add(chinese, withoutTitles(english));
      }
      for (const { groups } of source.matchAll(CHINESE_FIRST)) {
        const { before = '', chinese = '', english = '' } = groups ?? {};
        const isWhole = !/[\p{L}\p{N}]/u.test(before) && chinese.length <= LONGEST_WHOLE_NAME;
        if (isWhole || /[“「『《"]/u.test(before)) add(chinese, english);
        for (const [part, word] of partsOf(chinese, english)) add(part, word);
        const seen = runs.get(english) ?? new Set();
        runs.set(english, seen.add(chinese));
      }
    }
  }
  for (const [english, seen] of runs) add(commonEnd([...seen]), english);
  return [...pairs.values()];
}

function withoutTitles(english: string): string {
  let name = english;
  while (TITLE.test(name)) name = name.replace(TITLE, '');
  return name;
}

/** The parts of a transliterated name that dots bound on both sides, with their words. */
function partsOf(chinese: string, english: string): [string, string][] {
  const parts = chinese.split(DOTS);
  const words = english.split(' ');
  if (parts.length < 2 || parts.length !== words.length) return [];
  return parts.slice(1).map((part, index) => [part, words[index + 1] ?? '']);
}

/** What several runs of characters end with; nothing for a single run. */
function commonEnd(runs: readonly string[]): string {
  const [first = '', ...others] = runs;
  if (others.length === 0) return '';
  let length = 0;
  while (
    length < first.length &&
    others.every((run) => run.at(-1 - length) === first.at(-1 - length))
  ) {
    length += 1;
  }
  return length === 0 ? '' : first.slice(-length);
}
