import type { Range } from '../../shared/range.ts';
import { createHanFolding } from '../folding.ts';
import { type Dictionary, syllablesOf } from './dictionary.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';

/** A word of a Chinese text with what it may be in English. */
export interface ChineseWord extends Range {
  /** In simplified characters. */
  readonly word: string;
  /** Translations, each as its index terms; none for a word that no dictionary has. */
  readonly english: readonly (readonly string[])[];
  readonly kind: 'name' | 'word' | 'unknown';
}

/** In UTF-16 units; longer ones are titles of institutions, which their parts tell as well. */
const LONGEST_READ_WORD = 6;

/** How many runs of characters that are no word are remembered. */
const MOST_OTHERS = 200_000;

/**
 * Cuts Chinese texts into words and looks each of them up, with a cache of its own. Words that join
 * and refer are left out. Neighbouring characters that are in no word are given in pairs: they are
 * most often a name. Offsets are UTF-16 offsets.
 */
export function createChineseWordReader(lexicon: Lexicon): (text: string) => ChineseWord[] {
  const foldCharacter = createHanFolding();
  const entries = new Map<string, LexiconEntry>();
  // Most runs of characters are no word: kept apart, so that they do not push out those that are.
  const others = new Set<string>();
  const entryOf = (word: string) => {
    const known = entries.get(word);
    if (known !== undefined || others.has(word)) return known ?? null;
    const entry = lexicon.toEnglish(word);
    if (entry) {
      entries.set(word, entry);
    } else {
      if (others.size >= MOST_OTHERS) others.clear();
      others.add(word);
    }
    return entry;
  };
  const words = {
    isWord: (word: string) => word.length <= LONGEST_READ_WORD && entryOf(word) !== null,
    isEmpty: (word: string) => EMPTY_CHINESE_WORDS.has(word),
  };

  const readRun = (run: string, from: number): ChineseWord[] => {
    const written = Array.from(run);
    const starts = [from];
    for (const character of written) starts.push((starts.at(-1) ?? from) + character.length);
    const characters = written.map(foldCharacter);
    const wordAt = (start: number, end: number, entry: LexiconEntry | null): ChineseWord => ({
      word: characters.slice(start, end).join(''),
      start: starts[start] ?? from,
      end: starts[end] ?? from,
      english: (entry?.alternatives ?? []).map(({ terms }) => terms),
      kind: entry === null ? 'unknown' : entry.isName ? 'name' : 'word',
    });
    const found: ChineseWord[] = [];
    let singleBefore: number | null = null;
    for (const { start, end } of segmentChinese(characters, words)) {
      const word = characters.slice(start, end).join('');
      if (words.isEmpty(word)) {
        singleBefore = null;
      } else if (end - start > 1) {
        found.push(wordAt(start, end, entryOf(word)));
        singleBefore = null;
      } else {
        if (singleBefore !== null) found.push(wordAt(singleBefore, end, null));
        else found.push(wordAt(start, end, entryOf(word)));
        singleBefore = start;
      }
    }
    return found;
  };

  return (text) =>
    [...text.matchAll(/[\p{sc=Han}·・‧•]+/gu)].flatMap(({ 0: run, index }) => readRun(run, index));
}

/** A piece of a run of characters; offsets count characters. */
interface Segment {
  readonly start: number;
  readonly end: number;
}

/** What segments may be. */
interface ChineseWords {
  readonly isWord: (word: string) => boolean;
  /** Whether a word says nothing of what a question is about. */
  readonly isEmpty: (word: string) => boolean;
}

/** No word of the dictionary that matters in a question is longer, in characters. */
const LONGEST_WORD = 10;

/** A character that is no word costs more than two words. */
const UNKNOWN_COST = 2.5;

/** Words of one character are words of last resort. */
const SINGLE_COST = 1.3;

/** A function word of one character is most often one: "拒绝了" is not "拒 绝了". */
const EMPTY_SINGLE_COST = 0.5;

/**
 * Cuts a run of characters into as few words as possible, and the longest among equals. What is in no
 * word is cut into characters.
 */
export function segmentChinese(characters: readonly string[], words: ChineseWords): Segment[] {
  const cost: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    let best = Number.POSITIVE_INFINITY;
    let bestStart = end - 1;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const length = end - start;
      const word = characters.slice(start, end).join('');
      const own = costOf(word, length, words);
      if (own === null) continue;
      // Squares are largest for one long word beside a short one.
      const total = (cost[start] ?? 0) + own - length * length * 0.001;
      if (total < best) {
        best = total;
        bestStart = start;
      }
    }
    cost.push(best);
    from.push(bestStart);
  }
  const segments: Segment[] = [];
  for (let end = characters.length; end > 0; end = from[end] ?? 0) {
    segments.push({ start: from[end] ?? 0, end });
  }
  return segments.toReversed();
}

function costOf(word: string, length: number, { isWord, isEmpty }: ChineseWords): number | null {
  if (length > 1) return isWord(word) || isEmpty(word) ? 1 : null;
  if (isEmpty(word)) return EMPTY_SINGLE_COST;
  return isWord(word) ? SINGLE_COST : UNKNOWN_COST;
}

/**
 * Chinese words that carry no evidence in a question: those that ask, join, refer and report, as the
 * English stop words do. In simplified characters.
 */
export const EMPTY_CHINESE_WORDS: ReadonlySet<string> = new Set(
  `什么 甚么 怎么 怎样 怎么样 怎么办 怎么做 为什么 为何 如何 何时 何地 何种 何人 何处
   哪 哪个 哪些 哪里 哪儿 哪家 哪天 哪年 哪月 哪类 哪种 哪几 哪位 哪国 谁 多少 几 几个 几项 几次 几道 几岁 几号 几月
   什么时候 星期几 礼拜几 周几 多久 多长 多大 多快 多远 多高 干什么 做什么 干嘛 干吗 是否 有没有 是不是 会不会 能不能 请问
   觉得 认为 表示 指出 称 说 说法 讲 据 根据 按照 依照 关于 对于 至于 针对 有关
   由 向 从 把 被 让 给 跟 与 和 或 或者 以及 及 并 并且 但 但是 因为 由于 所以 因此 如果 若 虽然 而 而且 然后
   已 已经 正在 正 还 还是 还在 又 再 也 都 就 才 只 只是 很 最 更 太 非常 比较 比起 得 的 地 了 着 过 吗 呢 吧 啊 呀 嘛
   是 有 在 于 这 那 这个 那个 这些 那些 这么 那么 这样 那样 这份 那份 这里 那里 此 该 其 其中 其他
   他 她 它 他们 她们 它们 我 我们 你 你们 您 自己 大家 人们 本人
   里 里面 上 下 中 内 外 前 后 时 时候 以后 之后 之前 以前 以来 期间 当时 目前 现在 如今
   个 名 位 项 条 次 份 笔 道 家 所 种 类 些 点 件 场 回 遍 方面 部分
   会 不会 能 不能 可以 可能 应该 要 想 想要 不 没 没有 无 等 等等 一 一次 上一次 上次 下次 这次 一个 一些 一种 一下 两 两个 东西 事情 事
   干 做 弄 搞 进行 属于 来 去 到 出 起 掉 成 为 将 以 之 所有 各 每 每个 某 某个 被 归 对 过 多 第 年 月 日 号 天`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Readings of one character that are tried; most have one or two. */
const MOST_READINGS = 3;

/**
 * How a Chinese name may be written in English: the surname and the rest in pinyin, as in "Cui Fan"
 * and "Zhang Yiming". Empty for characters that do not begin with a surname.
 *
 * @param name two to four characters, simplified.
 */
export function pinyinOfName(name: string, dictionary: Dictionary): string[] {
  const characters = Array.from(name);
  return [1, 2].flatMap((length) => {
    const given = characters.slice(length);
    if (given.length < 1 || given.length > 2) return [];
    const surnames = surnamesOf(characters.slice(0, length).join(''), dictionary);
    if (surnames.length === 0) return [];
    const readings = given.map((character) => readingsOf(character, dictionary));
    const names = readings.reduce<string[]>(
      (begun, next) => begun.flatMap((start) => next.map((syllable) => start + syllable)),
      [''],
    );
    return surnames.flatMap((surname) => names.map((rest) => `${surname} ${rest}`));
  });
}

/** How a surname is written in English: what stands behind "surname" in its definitions. */
function surnamesOf(characters: string, dictionary: Dictionary): string[] {
  const definitions = dictionary.entriesFor(characters).flatMap((entry) => entry.definitions);
  return definitions.flatMap(
    (definition) => /^(?:two-character )?surname (\p{L}+)/u.exec(definition)?.[1] ?? [],
  );
}

function readingsOf(character: string, dictionary: Dictionary): string[] {
  const readings = dictionary.entriesFor(character).flatMap(({ pinyin }) => syllablesOf(pinyin));
  return [...new Set(readings)].slice(0, MOST_READINGS);
}

/**
 * The syllables of the rest of a name: "yiming" is "yi ming", and "fangang" may be two things. At
 * most two syllables, each of which is the reading of some character.
 */
export function splitSyllables(pinyin: string, dictionary: Dictionary): string[][] {
  const isRead = (syllable: string) => dictionary.charactersRead(syllable).length > 0;
  const splits = Array.from({ length: Math.max(0, pinyin.length - 1) }, (_, index) => [
    pinyin.slice(0, index + 1),
    pinyin.slice(index + 1),
  ]);
  return [[pinyin], ...splits].filter((syllables) => syllables.every(isRead));
}

/** The characters that may be a surname in pinyin, such as "Zhang". */
export function surnameCharacters(surname: string, dictionary: Dictionary): string[] {
  return dictionary
    .charactersRead(surname.toLowerCase())
    .filter((character) =>
      surnamesOf(character, dictionary).some(
        (written) => written.toLowerCase() === surname.toLowerCase(),
      ),
    );
}
