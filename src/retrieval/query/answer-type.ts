import type { PassageLanguage } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';

/** What kind of thing a question asks for. */
export type AnswerKind =
  | 'deadline'
  | 'date'
  | 'duration'
  | 'money'
  | 'amount'
  | 'person'
  | 'reason';

/** The kinds that are a figure of something: what a running story changes. */
export const FIGURE_KINDS: ReadonlySet<AnswerKind> = new Set(['amount', 'money', 'duration']);

/** How each kind is asked for, in both languages. The first that fits counts. */
const ASKED: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    'deadline',
    /\bby (?:when|what (?:date|day|time))\b|^\s*when (?:must|does .* have to|do .* have to)\b|\bdeadline\b|期限|截止|最晚|最迟|最遲|之前必须|之前必須/iu,
  ],
  [
    'date',
    /^\s*when\b|\bsince when\b|\b(?:what|which) (?:date|day|month|year|century|decade|time)\b|什么时候|甚么时候|何时|什麼時候|甚麼時候|何時|哪一?[天年月日]|几[月号日年]|幾[月號日年]|(?:哪一?[个個]?|[几幾])(?:世[纪紀]|年代)|何[年月日]|什[么麼]时[间間]|什[么麼]時[间間]|甚麼時間/iu,
  ],
  [
    'duration',
    // "How long is the bridge?" asks for a length.
    /\bhow long\b(?! (?:is|are|was|were) (?:the|an?|its|their) (?!delay|period|term|sentence|wait|visit|trial|strike))|\bhow many (?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b|多久|多(?:[长長]|少)(?:时间|時間)|多少(?:年|天|[个個]月|小时|小時|分[钟鐘]|[周週])|[几幾](?:年|天|[个個](?:月|星期|小时|小時)|小时|小時|分[钟鐘]|[周週])/iu,
  ],
  [
    'money',
    /\bhow much (?:money|cash|compensation)\b|\bhow much\b.*\b(?:costs?|pay|paid|spen[dt]|earn(?:ed|s)?|worth|loses?|lost|raised?|fined?|sold|owes?|owed|charge[ds]?)\b|\bwhat (?:is|was|are|were) the (?:price|cost|salary|fee|fine|fare)s?\b|\b(?:what|how much) (?:do|does|did|will|would) .{1,40} cost\b|多少[钱錢]|(?:价格|價格|票价|票價|费用|費用|成本|罚款|罰款|工资|工資|赔偿|賠償|损失|損失|亏|虧|耗资|耗資|花了?).{0,6}多少|多少(?:美元|欧元|歐元|英镑|英鎊|元|[块塊])/iu,
  ],
  [
    'amount',
    /\bhow (?:much|many|long|old|far|tall|large|big|high|deep|fast)\b|\bwhat (?:percentage|percent|proportion|number|amount|share)\b|多少|几[个人次名家项条]|幾[個人次名家項條]|多[长大高久远快重長遠]/iu,
  ],
  ['person', /^\s*who(?:se|m)?\b|\bby whom\b/iu],
  [
    'reason',
    /^\s*why\b|\bwhat (?:caused|prompted|led)\b|为什么|為什麼|为何|為何|什么原因|什麼原因|怎么会|怎麼會/iu,
  ],
];

const MONTH =
  '(?:jan(?:uary|\\.)|feb(?:ruary|\\.)|march|april|may|june|july|aug(?:ust|\\.)|sept(?:ember|\\.)|oct(?:ober|\\.)|nov(?:ember|\\.)|dec(?:ember|\\.))';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const ENGLISH_DATE = `(?:${MONTH}\\s+${DAY}|${DAY}\\s+(?:of\\s+)?${MONTH}|(?:1\\d|20)\\d\\d|${WEEKDAY}|${DAY} century|(?:in|late|early|since|of) ${MONTH})`;
const CHINESE_DATE =
  '(?:\\d{1,4}\\s*[年月日号號]|[〇零一二三四五六七八九十]{1,4}[年月日]|世纪|世紀|星期[一二三四五六日天]|[周週][一二三四五六日])';

const COUNT =
  '(?:\\d[\\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|several|few|many|half|for)';
const CHINESE_COUNT = '[\\d一二两兩三四五六七八九十百千半几幾数數]';
const TIME_UNIT = '(?:second|minute|hour|day|week|month|year|decade|centur)';

/**
 * What shows that a text holds each kind. Chinese names by their surnames, titles and middle dots,
 * Chinese words for reasons, and places in either language stand in too many sentences that do not
 * answer: they cost up to 0.6 points of the right first quotes on the tuning sets.
 */
const HELD: Readonly<Record<AnswerKind, Readonly<Record<PassageLanguage, RegExp | null>>>> = {
  deadline: {
    en: new RegExp(
      `\\b(?:by|until|till|before|deadline of)\\s+${ENGLISH_DATE}|${ENGLISH_DATE}\\s+deadline`,
      'giu',
    ),
    zh: new RegExp(
      `${CHINESE_DATE}(?:之前|以前|前|截止|为限|為限)|(?:截至|期限|最迟|最遲)[^。]{0,12}${CHINESE_DATE}`,
      'gu',
    ),
  },
  date: { en: new RegExp(`\\b${ENGLISH_DATE}\\b`, 'giu'), zh: new RegExp(CHINESE_DATE, 'gu') },
  duration: {
    en: new RegExp(
      `\\b${COUNT}(?: (?:more|a half|and a half))?[ -]${TIME_UNIT}|\\b(?:until|till|since)\\s+${ENGLISH_DATE}`,
      'giu',
    ),
    zh: new RegExp(
      `(?<!\\d{3})${CHINESE_COUNT}多?\\s*(?:年(?![代初中末底])|[个個](?:多?月|小时|小時|星期|世[纪紀])|小时|小時|天|[周週](?!年)|星期(?![一二三四五六日天])|分[钟鐘]|秒)|(?:直到|至|自)${CHINESE_DATE}`,
      'gu',
    ),
  },
  money: {
    en: /(?:[$€£¥₩]|\b(?:US|A|C|HK|NT)\$|\b(?:USD|EUR|GBP|RMB)) ?\d|\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?|millions?|billions?)(?: (?:hundred|thousand|million|billion|trillion))*(?: of)? (?:US |Canadian |Australian )?(?:dollars?|euros?|pounds?|yuan|rupees?|rupiah|crowns?|francs?|yen|won|rou?bles?|pesos?|cents?|pence)\b/giu,
    zh: /[\d一二两兩三四五六七八九十百千万萬亿億][多余餘]?(?:美元|美金|欧元|歐元|英镑|英鎊|人民币|人民幣|日元|日圆|韩元|韓元|港元|港币|港幣|卢布|盧布|卢比|盧比|克朗|法郎|元|[块塊](?:[钱錢])?|码洋|碼洋)|[$€£¥]\s?\d/gu,
  },
  amount: {
    en: /(?<![\d.,])(?!(?:1[89]|20)\d\d(?![\d,]))\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|quarter|third|dozen)\b/giu,
    zh: /(?<![\d.])\d[\d.,]*(?![\d.,]*\s*[年月日号號时時点點])|[一二两兩三四五六七八九十百千万萬亿億半]{2,}|[二两兩三四五六七八九十百千万萬亿億半]/gu,
  },
  person: { en: /\b\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)+/gu, zh: null },
  reason: {
    en: /\b(?:because|since|due to|owing to|in order to|so that|prompt(?:ed|s)|reasons?|as a result|cit(?:ed|es|ing)|aim(?:ed|s)|to (?:avoid|avert|ease|protect|delay)|purpose|led to)\b/giu,
    zh: null,
  },
};

/** The kind of thing that a question asks for, or null when it does not show. */
export function askedKind(question: string): AnswerKind | null {
  return ASKED.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

/** The places of a text that hold something of a kind; offsets are offsets into the text. */
export function placesOfKind(
  text: string,
  kind: AnswerKind,
  language: PassageLanguage,
): readonly Range[] {
  const held = HELD[kind][language];
  if (!held) return [];
  return [...text.matchAll(held)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}
