import type { Article } from '../../corpus/index.ts';
import { createHanFolding } from '../folding.ts';
import { type Dictionary, syllablesOf } from './dictionary.ts';

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
interface NameMiner {
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

/** The characters with which newspapers write foreign names by their sound, simplified. */
export const SOUND_CHARACTERS: ReadonlySet<string> = new Set(
  `阿埃艾爱安昂奥巴白拜班邦包保鲍贝本比彼毕别宾波伯博勃布采蔡查彻茨措达戴丹当道德登邓迪蒂丁东杜顿多
   厄恩尔法凡范方菲费芬丰冯夫弗福富盖甘冈高戈哥格葛根贡古瓜圭郭果哈海汉杭豪赫黑亨洪侯胡华怀惠霍
   基吉季加贾简姜焦杰金津京久居喀卡开凯坎康考柯科可克肯孔库夸奎拉腊莱兰朗劳勒雷蕾黎李里理利丽莉连廉良列林琳
   留柳龙隆卢鲁路伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密敏明莫默姆穆慕纳娜乃奈南瑙内嫩妮尼年涅宁纽农努诺女欧
   帕派潘庞佩彭皮匹平珀普齐奇恰乔切钦琼丘曲让热日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申什圣施史斯司丝思松苏素孙索
   塔泰坦汤唐陶特滕提廷通图土托瓦万汪旺威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣兴休修许雪逊雅亚扬耶叶伊因英尤约云扎詹章珍郑治朱兹宗祖佐`.replaceAll(
    /\s+/gu,
    '',
  ),
);

/** Classes of consonants that transliteration does not keep apart. H, W and Y come and go. */
const PINYIN_INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:zh|ch|sh|[zcsjqx])/u, 'S'],
  [/^[bp]/u, 'P'],
  [/^[dt]/u, 'T'],
  [/^[gk]/u, 'K'],
  [/^[lr]/u, 'L'],
  [/^f/u, 'F'],
  [/^m/u, 'M'],
  [/^n/u, 'N'],
];

const ENGLISH_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:sch|sh|tch|ch|c(?=[eiy])|[szj])/u, 'S'],
  [/^(?:ph|f)/u, 'F'],
  [/^(?:ck|ch|gh(?=[aeiou])|[ckqg])/u, 'K'],
  [/^x/u, 'KS'],
  [/^(?:th|[dt])/u, 'T'],
  [/^[bp]/u, 'P'],
  [/^(?:m(?=[bp])|n)/u, 'N'],
  [/^m/u, 'M'],
  [/^[lr]/u, 'L'],
  [/^(?:gh|[aeiouhwy'’-])/u, ''],
];

/** In letters, of an English name. */
const SHORTEST_NAME = 4;
/** In characters; two characters sound like too many names. */
const SHORTEST_CHINESE = 3;
const LONGEST_CHINESE = 8;
/** Fewer consonants than this have to be those of one more vowel each. */
const FEW_CONSONANTS = 3;

/** Finds foreign names in Chinese texts by their sound. */
export interface TransliterationFinder {
  /** Learns an English name, such as "Calder" or "Owen Marsh". */
  learn(name: string): void;
  /** The names that were learnt and stand in a Chinese text, the longest where several could. */
  find(text: string): NamePair[];
}

/**
 * A {@link TransliterationFinder}. Names are compared by their consonants, as Soundex does, in
 * classes that Chinese does not keep apart (l and r, b and p). A run of characters counts when it has
 * three consonants or more, all in the same order, or two with as many vowels; the English name may
 * have one more where it has four, because silent ones are left out.
 */
export function createTransliterationFinder(dictionary: Dictionary): TransliterationFinder {
  const foldCharacter = createHanFolding();
  const namesBySound = new Map<string, Set<string>>();
  const readings = new Map<string, string>();
  const readingOf = (character: string) => {
    const known = readings.get(character);
    if (known !== undefined) return known;
    // Of several readings, a name is most often written with the plainest: "shi", not "shen".
    const [reading = ''] = dictionary
      .entriesFor(character)
      .flatMap(({ pinyin }) => syllablesOf(pinyin))
      .toSorted((one, other) => one.length - other.length);
    readings.set(character, reading);
    return reading;
  };
  const namesLike = (characters: readonly string[]) => {
    const names = new Set<string>();
    for (const sound of soundsOfPinyin(characters.map(readingOf))) {
      for (const name of namesBySound.get(sound) ?? []) names.add(name);
    }
    return names;
  };

  return {
    learn(name) {
      if (name.length < SHORTEST_NAME) return;
      for (const sound of soundsOfEnglish(name)) {
        const names = namesBySound.get(sound) ?? new Set();
        namesBySound.set(sound, names.add(name));
      }
    },
    find(text) {
      const pairs: NamePair[] = [];
      const folded = Array.from(text.replaceAll(/[·・‧•]/gu, ''), foldCharacter);
      for (let start = 0; start < folded.length; start += 1) {
        const run = soundRun(folded, start);
        for (let length = run; length >= SHORTEST_CHINESE; length -= 1) {
          const characters = folded.slice(start, start + length);
          const names = namesLike(characters);
          if (names.size === 0) continue;
          for (const english of names) pairs.push({ chinese: characters.join(''), english });
          start += length - 1;
          break;
        }
      }
      return pairs;
    },
  };
}

/** How many characters from a place on may write sounds, up to the longest name. */
function soundRun(characters: readonly string[], start: number): number {
  let length = 0;
  while (length < LONGEST_CHINESE && SOUND_CHARACTERS.has(characters[start + length] ?? '')) {
    length += 1;
  }
  return length;
}

/** The consonants of syllables, with and without the "er" that stands for an l or an r. */
function soundsOfPinyin(syllables: readonly string[]): string[] {
  const spell = (er: string) =>
    syllables
      .map((syllable) => {
        if (syllable === 'er') return er;
        const initial = PINYIN_INITIALS.find(([pattern]) => pattern.test(syllable))?.[1] ?? '';
        return initial + (/ng?$/u.test(syllable) ? 'N' : '');
      })
      .join('');
  return [...new Set([spell('L'), spell('')])].flatMap((sound) =>
    sound.length >= FEW_CONSONANTS ? [sound] : fewConsonants(sound, syllables.length),
  );
}

/** Two consonants alone are too little: they have to go with the number of syllables. */
function fewConsonants(sound: string, syllableCount: number): string[] {
  return sound.length === FEW_CONSONANTS - 1 ? [`${sound}${syllableCount}`] : [];
}

/** The consonants of a name: an r or l that ends a syllable, and a v, may be written or not. */
function soundsOfEnglish(name: string): Set<string> {
  const letters = name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
  let spellings = [''];
  let rest = letters.replaceAll(/[^a-z]/gu, '').replaceAll(/(?<letter>[a-z])\k<letter>/gu, '$1');
  const vowelCount = rest.replace(/e$/u, '').match(/[aeiouy]+/gu)?.length ?? 0;
  while (rest !== '') {
    const { options, length } = soundAt(rest);
    spellings = spellings.flatMap((spelling) => options.map((option) => spelling + option));
    if (spellings.length > MOST_SPELLINGS) spellings = spellings.slice(0, MOST_SPELLINGS);
    rest = rest.slice(length);
  }
  const sounds = new Set<string>();
  for (const spelling of spellings) {
    if (spelling.length >= FEW_CONSONANTS) sounds.add(spelling);
    else for (const sound of fewConsonants(spelling, vowelCount)) sounds.add(sound);
    if (spelling.length <= FEW_CONSONANTS) continue;
    for (let index = 1; index < spelling.length - 1; index += 1) {
      sounds.add(spelling.slice(0, index) + spelling.slice(index + 1));
    }
  }
  return sounds;
}

/** A name with many doubtful letters has more spellings than are worth trying. */
const MOST_SPELLINGS = 32;

function soundAt(letters: string): { options: readonly string[]; length: number } {
  if (letters.startsWith('v')) return { options: ['F', ''], length: 1 };
  if (/^[rl](?![aeiouy])/u.test(letters)) return { options: ['L', ''], length: 1 };
  if (/^g(?=[eiy])/u.test(letters)) return { options: ['K', 'S'], length: 1 };
  for (const [pattern, sound] of ENGLISH_SOUNDS) {
    const match = pattern.exec(letters);
    if (match) return { options: [sound], length: match[0].length };
  }
  return { options: [''], length: 1 };
}
