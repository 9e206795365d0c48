import type { Article } from '../../corpus/index.ts';

/** A name in both languages, as articles give it. */
export interface NamePair {
  readonly chinese: string;
  readonly english: string;
}

const HAN_NAME = '[\\p{sc=Han}·・‧•]';
const LATIN_WORD = "\\p{Lu}[\\p{sc=Latin}\\p{M}\\d.&'’-]{0,40}";
const LATIN_NAME = `${LATIN_WORD}(?: (?:of |the |and |de |van |von )?${LATIN_WORD}){0,4}`;

const BRACKETS = /[(（](?<inside>[^()（）]{2,60})[)）]/gu;

/** How much before a bracket is looked at, in UTF-16 units: no name is longer. */
const REACH = 120;

/** What stands before a name in Latin letters: where the Chinese name begins does not show. */
const CHINESE_BEFORE = new RegExp(`(?<before>^|.)(?<chinese>${HAN_NAME}{2,24})[”」』》"]? ?$`, 'u');
const ENGLISH_BEFORE = new RegExp(`(?<english>${LATIN_NAME})["”]? ?$`, 'u');
const ENGLISH_INSIDE = new RegExp(`^(?<english>${LATIN_NAME})(?:[,，;；]|$)`, 'u');
const CHINESE_INSIDE = new RegExp(`^${HAN_NAME}{2,12}$`, 'u');

const DOTS = /[·・‧•]/u;

/** A run of characters up to this length that nothing precedes is taken for a name as a whole. */
const LONGEST_WHOLE_NAME = 6;

/** Titles and other words that are capitalised before names. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Chairman|Chairwoman|Chief|Executive|CEO|Minister|Prime|Premier|Secretary|Senator|Governor|Mayor|Judge|General|Spokesman|Spokeswoman|Sir|The|And|But|In|When|While|After|As|For)\.? /u;

/** Finds the names that articles give in both languages. */
export interface NameMiner {
  read(article: Pick<Article, 'title' | 'text'>): void;
  /** Each pair once, of all that was read. */
  pairs(): NamePair[];
}

/**
 * Finds names that stand in both languages, one behind the other in brackets: "Zhang Yiming (张一鸣)",
 * "梅耶尔(Kevin Mayer)". Precise rather than complete: where a Chinese name begins inside a run of
 * characters is told by what precedes it, by the dots inside a transliterated name, or by what several
 * places have in common.
 */
export function createNameMiner(): NameMiner {
  const pairs = new Map<string, NamePair>();
  const runs = new Map<string, Set<string>>();
  const add = (chinese: string, english: string) => {
    if (Array.from(chinese).length < 2 || english.length < 2) return;
    pairs.set(`${chinese} ${english}`, { chinese, english });
  };
  const addChineseFirst = (left: string, english: string) => {
    const { before = '', chinese } = CHINESE_BEFORE.exec(left)?.groups ?? {};
    if (chinese === undefined) return;
    const isWhole = !/[\p{L}\p{N}]/u.test(before) && chinese.length <= LONGEST_WHOLE_NAME;
    if (isWhole || /[“「『《"]/u.test(before)) add(chinese, english);
    for (const [part, word] of partsOf(chinese, english)) add(part, word);
    const seen = runs.get(english) ?? new Set();
    runs.set(english, seen.add(chinese));
  };

  return {
    read({ title, text }) {
      for (const source of [title, text]) {
        for (const { groups, index } of source.matchAll(BRACKETS)) {
          const inside = groups?.['inside'] ?? '';
          const left = source.slice(Math.max(0, index - REACH), index);
          const english = ENGLISH_INSIDE.exec(inside)?.groups?.['english'];
          if (english !== undefined) addChineseFirst(left, english);
          else if (CHINESE_INSIDE.test(inside)) {
            add(inside, withoutTitles(ENGLISH_BEFORE.exec(left)?.groups?.['english'] ?? ''));
          }
        }
      }
    },
    pairs() {
      const ends = [...runs].flatMap(([english, seen]) => {
        const chinese = commonEnd([...seen]);
        return Array.from(chinese).length < 2 ? [] : [{ chinese, english }];
      });
      return [...pairs.values(), ...ends];
    },
  };
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
