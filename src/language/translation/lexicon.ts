import type { Alternative } from '../alternative.ts';
import { createHanFolding } from '../folding.ts';
import { languageOf } from '../script-language.ts';
import type { Token } from '../token.ts';
import { type Dictionary, type DictionaryEntry, PLACEHOLDERS } from './dictionary.ts';
import type { NamePair } from './names.ts';

/** A word of a question with what it may be in the other language. */
export interface LexiconEntry {
  readonly alternatives: readonly Alternative[];
  readonly isName: boolean;
}

/** Dictionary, names from the articles and our own list, seen as one. */
export interface Lexicon {
  /** English for a Chinese word in simplified characters; null for one that is in none of them. */
  toEnglish(word: string): LexiconEntry | null;
  /**
   * Chinese for neighbouring words of an English question; null for a phrase that is in none.
   *
   * @param mayBeName whether the words may be part of a longer name, as "Trump" of "Donald Trump".
   */
  toChinese(phrase: readonly Token[], mayBeName: boolean): LexiconEntry | null;
}

/** What the head of a phrase is worth alone: "election" for "general election". */
export const HEAD_WEIGHT = 0.5;

/** What a part of a name is worth alone: "Trump" for "Donald Trump". */
const NAME_PART_WEIGHT = 0.8;

/** What a single Chinese character is worth: it is part of many words. */
const CHARACTER_WEIGHT = 0.5;

/**
 * Words that are looked for in one language for a word in the other, those first of which it is the
 * first meaning. Later ones are rare or mean something else.
 */
const MOST_TRANSLATIONS = 16;

/** Verbs, as terms, that mean little without what follows them. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'be break bring call carri come cut deal draw fall get give go hold keep lay let look make pass pick pull put run set show take throw turn work'.split(
    ' ',
  ),
);

/** What lexicon and names are made from. */
interface LexiconSources {
  readonly dictionary: Dictionary;
  readonly names: readonly NamePair[];
  /** Groups of words and phrases that mean the same, some of them in both languages. */
  readonly synonyms?: readonly (readonly string[])[];
  readonly analyse: (text: string) => readonly Token[];
}

/** A lexicon; the names and the list are analysed once. */
export function createLexicon({
  dictionary,
  names,
  synonyms = [],
  analyse,
}: LexiconSources): Lexicon {
  const termsOf = (text: string) => searchTerms(analyse(text));
  const keyOf = (text: string) => termsOf(text).join(' ');
  const englishByChinese = new Map<string, string[]>();
  const chineseByEnglish = new Map<string, string[]>();
  const foldCharacter = createHanFolding();
  /** In simplified characters, and without the dots of a transliterated name. */
  const fold = (chinese: string) =>
    Array.from(chinese.replaceAll(/[·・‧•]/gu, ''), foldCharacter).join('');
  const learn = (pair: NamePair) => {
    push(englishByChinese, fold(pair.chinese), pair.english);
    push(chineseByEnglish, keyOf(pair.english), pair.chinese);
  };
  const named = new Set<string>();
  for (const pair of names) {
    learn(pair);
    named.add(fold(pair.chinese)).add(keyOf(pair.english));
  }
  for (const group of [...readKnownTerms(), ...synonyms.map(byLanguage)]) {
    for (const chinese of group.chinese) {
      for (const english of group.english) learn({ chinese, english });
    }
  }

  function toEnglish(word: string): LexiconEntry | null {
    const learnt = englishByChinese.get(fold(word)) ?? [];
    const entries = withReferences(dictionary, word);
    if (learnt.length === 0 && entries.length === 0) return null;
    const phrases = entries.flatMap(({ definitions }) => phrasesOf(definitions));
    const alternatives: Alternative[] = learnt.map((words) => ({
      terms: termsOf(words),
      weight: 1,
    }));
    for (const { words, isName, heads } of phrases) {
      const terms = termsOf(words);
      const [only = ''] = terms;
      // "To set up" without its particle, which is a stop word, is to do anything.
      const isBare = terms.length === 1 && words.includes(' ') && LIGHT_VERBS.has(only);
      if (!isBare) alternatives.push({ terms, weight: 1 });
      const weight = isName ? NAME_PART_WEIGHT : HEAD_WEIGHT;
      for (const head of heads) alternatives.push({ terms: termsOf(head), weight });
    }
    const isName = named.has(fold(word)) || phrases[0]?.isName === true;
    return { alternatives: distinct(alternatives), isName };
  }

  /** Whether a phrase of a definition is what is looked for, or a name by which it goes. */
  const isSame = ({ words, isName, heads }: DefinitionPhrase, key: string, mayBeName: boolean) =>
    keyOf(words) === key || (mayBeName && isName && heads.some((head) => keyOf(head) === key));

  function toChinese(phrase: readonly Token[], mayBeName: boolean): LexiconEntry | null {
    const key = phrase.map(({ term }) => term).join(' ');
    const learnt = chineseByEnglish.get(key) ?? [];
    const forms = phrase.map(formsOf);
    const translations = dictionary
      .entriesLike(forms)
      .flatMap((entry) => {
        const place = phrasesOf(entry.definitions).findIndex((each) =>
          isSame(each, key, mayBeName),
        );
        return place === -1 ? [] : [{ place, word: entry.chinese }];
      })
      .toSorted((one, other) => one.place - other.place)
      .slice(0, MOST_TRANSLATIONS);
    if (learnt.length === 0 && translations.length === 0) return null;
    const words = [...learnt, ...translations.map(({ word }) => word)];
    const alternatives = words.flatMap((word): Alternative[] => {
      const tokens = analyse(word);
      if (!isCovered(word, tokens)) return [];
      const weight = Array.from(word).length === 1 ? CHARACTER_WEIGHT : 1;
      return [{ terms: searchTerms(tokens), weight }];
    });
    return { alternatives: distinct(alternatives), isName: named.has(key) };
  }

  return { toEnglish, toChinese };
}

/** The forms in which a dictionary may have a word: "companies", "compani", "company". */
function formsOf({ surface, term }: Token): string[] {
  return [...new Set([surface, term, `${term}e`, term.replace(/i$/u, 'y')])];
}

/** A word's own entries, and those of the words of which it is a form. */
export function withReferences(dictionary: Dictionary, word: string): DictionaryEntry[] {
  const entries = dictionary.entriesFor(word);
  const others = new Set(entries.flatMap(({ definitions }) => referencesOf(definitions)));
  others.delete(word);
  return [...entries, ...[...others].flatMap((other) => dictionary.entriesFor(other))];
}

/** Function characters end phrases: a word with one is found by the rest only, if enough of it is left. */
function isCovered(word: string, tokens: readonly Token[]): boolean {
  const length = tokens.filter(({ kind }) => kind === 'part' || kind === 'character').length;
  return length > 0 && (length >= 2 || Array.from(word).length === 1);
}

/** The terms that the index has. */
function searchTerms(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind !== 'part').map(({ term }) => term);
}

function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    if (alternative.terms.length === 0) continue;
    const key = alternative.terms.join(' ');
    if ((best.get(key)?.weight ?? 0) < alternative.weight) best.set(key, alternative);
  }
  return [...best.values()];
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  if (key === '') return;
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** An English phrase that a definition offers. */
interface DefinitionPhrase {
  readonly words: string;
  /** Every word of it is capitalised. */
  readonly isName: boolean;
  /** Shorter phrases by which it may be known alone: "election" for "general election". */
  readonly heads: readonly string[];
}

/** Definitions that are about the word rather than translations of it. */
const REMARK =
  /^(?:surname|(?:\([^)]*\) ?)?(?:CL:|also (?:pr|written|called)|Taiwan (?:pr|equivalent:)|pr\.|used in|classifier for|abbr\. to|opposite|cf\b|see also|idiom))/u;

/** Definitions that point to another word, whose definitions then count. */
const REFERENCE =
  /^(?:\([^)]*\) ?)?(?:(?:[A-Za-z]+ ){0,2}variant of|Taiwan equivalent of|former spelling of(?: [\p{L}-]+){0,3}|also written|erhua form of|abbr\. (?:for|of)|short for|same as|see(?: also)?) (?:\p{sc=Han}+\|)?(?<word>\p{sc=Han}+)(?:\[|$)/u;

const HAN_WITH_PINYIN = /[\p{sc=Han}·]+(?:\|[\p{sc=Han}·]+)?(?:\[[^\]]*\])?/gu;

const PARENTHESIS = /\((?<inside>[^()]*)\)/gu;

/** An abbreviation in brackets stands for the whole: "chief executive officer (CEO)". */
const ABBREVIATION = /^\p{Lu}[\p{Lu}\d&]+$/u;

const LEADING = /^(?:to be|to|a|an|the|be|surname)\s+/iu;

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
      const isSpelling = (other: string) =>
        isProperName(other) && other.charAt(0) === first.charAt(0);
      return isProperName(first) ? [first, ...others.filter(isSpelling)] : [first, ...others];
    }),
    ...abbreviations,
  ]
    .flatMap((phrase) => (isProperName(phrase) ? [phrase] : phrase.split(/ (?:and|or) /u)))
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
  const name = isProperName(words);
  if (list.length < 2) return { words, isName: name, heads: [] };
  const kinds = list.findIndex((word) => KIND.test(word));
  if (isProperName(list[0] ?? '') && kinds > 0) {
    return { words, isName: true, heads: [list.slice(0, kinds).join(' ')] };
  }
  if (name) return { words, isName: true, heads: [list[0] ?? '', list.at(-1) ?? ''] };
  if (definition.startsWith('to ')) return { words, isName: false, heads: [] };
  const preposition = list.findIndex((word) => PREPOSITION.test(word));
  const head = preposition > 0 ? list[preposition - 1] : list.at(-1);
  return { words, isName: false, heads: preposition === 0 || !head ? [] : [head] };
}

function isProperName(phrase: string): boolean {
  const words = phrase.split(/[\s-]+/u).filter((word) => !/^(?:of|the|and|for|de|&)$/u.test(word));
  return words.length > 0 && words.every((word) => /^[\p{Lu}\d]/u.test(word));
}

/**
 * Terms of the news that the dictionary lacks or renders in words that newspapers do not use: Chinese
 * words before the sign, English ones behind it, each standing for each. Phrases are divided by commas.
 */
const TERMS = `
美国, 美方, 美 = US, United States, America, American
中国, 中方, 中 = China, Chinese
英国, 英方, 英 = UK, United Kingdom, Britain, British
法国, 法方, 法 = France, French
德国, 德方, 德 = Germany, German
日本, 日方, 日 = Japan, Japanese
俄罗斯, 俄国, 俄方, 俄 = Russia, Russian
韩国, 韩方, 韩 = South Korea, South Korean, Korean
印度, 印方 = India, Indian
加拿大, 加方 = Canada, Canadian
澳大利亚, 澳洲, 澳方, 澳 = Australia, Australian
意大利 = Italy, Italian
西班牙 = Spain, Spanish
巴西 = Brazil, Brazilian
乌克兰, 乌方 = Ukraine, Ukrainian
以色列, 以方 = Israel, Israeli
欧洲 = Europe, European
欧盟 = EU, European Union
台湾, 台 = Taiwan, Taiwanese
香港, 港 = Hong Kong
首席执行官, 执行长, 行政总裁, 总裁 = CEO, chief executive, chief executive officer
首席财务官, 财务长 = CFO, chief financial officer
首席运营官, 营运长 = COO, chief operating officer
首席技术官, 技术长 = CTO, chief technology officer
董事长, 主席 = chairman, chairwoman, chairperson, chair
发言人 = spokesperson, spokesman, spokeswoman
外交部 = foreign ministry, Ministry of Foreign Affairs
商务部 = commerce ministry, Ministry of Commerce
财政部 = finance ministry, treasury
国防部 = defence ministry, defense ministry, Pentagon
司法部 = justice ministry, justice department, Department of Justice
甲骨文 = Oracle
谷歌 = Google
苹果, 苹果公司 = Apple
亚马逊 = Amazon
脸书, 元宇宙平台 = Facebook, Meta
推特 = Twitter
抖音 = TikTok, Douyin
优步 = Uber
英伟达 = Nvidia
高通 = Qualcomm
收购, 并购 = acquire, acquisition, takeover, buy, purchase
出售, 卖, 售 = sell, sale
剥离 = divest, divestiture, divestment
封禁, 封杀, 禁令, 禁止, 封 = ban, banned, prohibit
报价, 出价, 要约 = bid, offer
竞购者, 买家, 买方 = bidder, buyer, suitor
交易 = deal, transaction
谈判, 磋商, 谈 = negotiation, negotiate, talks
起诉, 诉讼, 告 = sue, lawsuit
批准, 审批 = approve, approval
辞职, 卸任, 下台 = resign, resignation, step down, quit
母公司 = parent company, parent
总部 = headquarters, based
员工, 雇员, 职员 = employee, staff, worker
裁员 = layoff, job cuts, lay off
股价, 股票, 股份 = stock, share, share price
利润, 盈利 = profit
营收, 收入 = revenue
市值 = market value
隐私 = privacy
人工智能, 人工智慧 = artificial intelligence, AI
大选, 选举 = election
民调, 民意调查 = poll
贸易战 = trade war
关税 = tariff
制裁 = sanction
新冠, 新冠病毒 = coronavirus, Covid
疫苗 = vaccine
视频, 影片 = video
数据, 资料 = data
数据中心, 资料中心 = data centre, data center
算法, 演算法 = algorithm
软件, 软体 = software
信息, 资讯, 讯息 = information
网络, 网路 = network, internet
博客, 部落格 = blog
应用, 应用程序, 程式 = app, application
`;

/** Words of both languages that stand for each other. */
interface TermGroup {
  readonly chinese: readonly string[];
  readonly english: readonly string[];
}

function byLanguage(phrases: readonly string[]): TermGroup {
  return {
    chinese: phrases.filter((phrase) => languageOf(phrase) === 'zh'),
    english: phrases.filter((phrase) => languageOf(phrase) === 'en'),
  };
}

/** The groups of {@link TERMS}. */
function readKnownTerms(): TermGroup[] {
  const split = (words: string) =>
    words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  return TERMS.split('\n').flatMap((line) => {
    const [chinese, english] = line.split('=');
    return chinese && english ? [{ chinese: split(chinese), english: split(english) }] : [];
  });
}
