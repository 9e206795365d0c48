import type { PassageLanguage } from '../../language/index.ts';
import { ENGLISH_NUMERAL, readEnglishNumeral } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';

/** What is counted in so many stories, and grows in them, that both languages have it. */
export type Counted = 'dead' | 'injured' | 'missing' | 'cases';

/** A count in a text, with the UTF-16 offsets of its number. */
export interface Figure extends Range {
  readonly value: number;
  /** One of {@link Counted}, `clock` for a time of day in minutes, or the noun that is counted. */
  readonly unit: string;
  /** "At least", "about" and "up to" agree with other numbers. */
  readonly isExact: boolean;
}

const NUMBER = `(?<number>(?<![\\d.,:$£€¥])\\d{1,3}(?:,\\d{3})+|(?<![\\d.,:$£€¥])\\d{1,6}(?![\\d:]|[.,]\\d|\\s?%|\\s(?:million|billion|per cent))|\\b${ENGLISH_NUMERAL}\\b)`;
const SOME_WORDS = '(?:\\s+(?!and\\b)[\\p{L}-]+){0,3}?';

const COUNTED: readonly (readonly [Counted, RegExp])[] = (
  [
    [
      'dead',
      'dead|deaths|died|killed|bodies|fatalities|lives',
      'death toll|number of dead|number of deaths|toll',
      'killed|killing|kills|claimed',
    ],
    [
      'injured',
      'injured|wounded|hurt|injuries',
      'number of injured|number of wounded',
      'injured|injuring|wounded|wounding',
    ],
    ['missing', 'missing|unaccounted for', 'number of missing', ''],
    [
      'cases',
      'cases|infections|infected',
      'number of cases|number of infections',
      'infected|infecting',
    ],
  ] as const
).map(([unit, behind, total, before]) => [
  unit,
  new RegExp(
    [
      `${NUMBER}${SOME_WORDS}\\s+(?:(?:were|was|have|had|are|been|confirmed|feared|reported)\\s+)*(?:${behind})\\b`,
      `\\b(?:${total})\\b[^.;,]{0,60}?\\b(?:to|at|of|reached|is|was|stands at)\\s+(?:at least\\s+|more than\\s+)?${NUMBER.replace('<number>', '<total>')}`,
      ...(before === ''
        ? []
        : [
            `\\b(?:${before})\\s+(?:(?:at least|more than|up to|about|some|nearly|over)\\s+)?${NUMBER.replace('<number>', '<after>')}`,
          ]),
    ].join('|'),
    'giu',
  ),
]);

const HAN_NUMBER = '(?<number>\\d{1,6})';
const CHINESE_COUNTED: readonly (readonly [Counted, RegExp])[] = (
  [
    ['dead', '死亡|遇难|遇難|身亡|丧生|喪生|罹难|罹難|死'],
    ['injured', '受伤|受傷|伤|傷'],
    ['missing', '失踪|失蹤|失联|失聯|下落不明'],
    ['cases', '确诊|確診|感染|病例'],
  ] as const
).map(([unit, words]) => [
  unit,
  new RegExp(
    `${HAN_NUMBER}\\s?(?:余|餘|多)?[人名例位](?:\\p{sc=Han}{0,3})?(?:${words})|(?:${words})(?:人数|人數|者|病例)?[^，。；\\d]{0,8}?${HAN_NUMBER.replace('<number>', '<total>')}\\s?(?:余|餘|多)?[人名例位]`,
    'gu',
  ),
]);

const ABOUT =
  /(?:\b(?:at least|at most|more than|less than|fewer than|over|under|up to|as many as|about|around|some|nearly|almost|roughly|approximately|between|estimated|another|other)|至少|超过|超過|约|約|近|将近|逾|另有|又有)\s*$/iu;

const CLOCK =
  /(?<![\d:.])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:])(?<rest>\s?(?:[ap]\.?m\b|GMT|UTC|[ECMP][SD]T|BST))?/giu;

const THINGS = new RegExp(
  `${NUMBER}\\s+(?:(?!of\\b|to\\b|and\\b)[\\p{Ll}-]+\\s+)?(?<noun>\\p{Ll}{3,}s)\\b`,
  'gu',
);
const TIME_NOUN =
  /^(?:seconds|minutes|hours|days|weeks|months|years|decades|times|others|degrees|points|centimetres|metres|kilometres|miles|was|has|does)$/u;

/** The counts in a text: of people in either language, of things in English, and times of a day. */
export function figuresIn(text: string, language: PassageLanguage): Figure[] {
  const figures: Figure[] = [];
  const add = (match: RegExpMatchArray, unit: string) => {
    const written = match.groups?.['number'] ?? match.groups?.['total'] ?? match.groups?.['after'];
    if (written === undefined || match.index === undefined) return;
    const start = match.index + match[0].indexOf(written);
    const value = /^\d/u.test(written)
      ? Number(written.replaceAll(',', ''))
      : readEnglishNumeral(written);
    if (value === null || figures.some((figure) => figure.start === start)) return;
    const isExact =
      !ABOUT.test(text.slice(0, start)) &&
      !/^\s?(?:余|餘|多)/u.test(text.slice(start + written.length));
    figures.push({ start, end: start + written.length, value, unit, isExact });
  };
  for (const [unit, pattern] of language === 'zh' ? CHINESE_COUNTED : COUNTED) {
    for (const match of text.matchAll(pattern)) add(match, unit);
  }
  for (const { 0: written, index, groups } of text.matchAll(CLOCK)) {
    const value = 60 * Number(groups?.['hour']) + Number(groups?.['minute']);
    const unit = `clock${(groups?.['rest'] ?? '').replaceAll(/[\s.]/gu, '').toLowerCase()}`;
    figures.push({ start: index, end: index + written.length, value, unit, isExact: true });
  }
  if (language === 'en') {
    for (const match of text.matchAll(THINGS)) {
      const noun = match.groups?.['noun'] ?? '';
      if (!TIME_NOUN.test(noun)) add(match, noun);
    }
  }
  return figures;
}

/** Whether a unit is one of {@link Counted}. */
export function isCounted(unit: string): unit is Counted {
  return COUNTED.some(([counted]) => counted === unit);
}
