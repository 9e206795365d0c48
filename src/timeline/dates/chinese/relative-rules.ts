import { addDays, datePartsOf } from '../../calendar-date.ts';
import { type CalendarUnit, unitFrom } from '../calendar-units.ts';
import { anaphoric, fixed, type Rule, relative } from '../rule.ts';
import {
  COUNT,
  MONTH_WORD,
  monthShift,
  readNumber,
  SHIFTS,
  YEAR_WORD,
  YEAR_WORDS,
} from './words.ts';

const DAY_WORDS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
};

const PART_CODES: Readonly<Record<string, string>> = {
  早: 'TMO',
  晨: 'TMO',
  晚: 'TNI',
  夜: 'TNI',
};

/** 今天, 昨日, 明晚. 前日本首相, 后天培养 and 今日头条 are other words. */
const TODAY: Rule = {
  pattern:
    /(?<word>大前|前|昨|今|明|大后|后(?=天))(?:天|日(?!本(?!人))|(?<part>[早晨晚夜]))(?![球性赋生之星者]|培养|形成|头条|说法|俄罗斯|方舟)/gu,
  read: ({ groups, before }) => {
    const { word = '', part } = groups;
    if (OTHER_WORD_BEFORE[word]?.test(before)) return null;
    const code = part === undefined ? '' : (PART_CODES[part] ?? '');
    return relative((day) => `${addDays(day, DAY_WORDS[word] ?? 0)}${code}`);
  },
};

/** Characters with which these make another word: 目前, 然后, 如今, 证明. */
const OTHER_WORD_BEFORE: Readonly<Record<string, RegExp>> = {
  前: /[目以之日年月先当空支生史提往从向]$/u,
  今: /[如现迄至当]$/u,
  明: /[声说证表文简聪光黎]$/u,
  后: /[然最之以今随此皇太先]$/u,
};

/** 昨（13）日, 今（14）日: how newspapers in Taiwan write a day. */
const NUMBERED_DAY: Rule = {
  pattern: /(?<word>前|昨|今|明)\s?[（(](?<number>\d{1,2})(?:日[）)]|[）)]日?)/gu,
  read: ({ groups }) => {
    const { word = '', number } = groups;
    return relative((day) => {
      const date = addDays(day, DAY_WORDS[word] ?? 0);
      return datePartsOf(date).day === Number(number) ? date : null;
    });
  },
};

/** 昨宣布: how newspapers in Hong Kong and Taiwan shorten 昨日. */
const SHORT_YESTERDAY: Rule = {
  pattern: /(?<![日昔如如今])昨(?=宣布|表示|公布|发表|称|说|举行|指出|召开|出席|在|于|起)/gu,
  read: () => relative((day) => addDays(day, -1)),
};

const WEEK_UNIT: Rule = {
  pattern:
    /(?<shift>上上|上|本|这|下下|下)(?:一)?(?:个)?(?:周|星期|礼拜)(?<end>末)?(?![一二三四五六日天年岁围])/gu,
  read: ({ groups }) => {
    const unit: CalendarUnit = groups['end'] === undefined ? 'week' : 'weekend';
    return relative((day) => unitFrom(unit, SHIFTS[groups['shift'] ?? ''] ?? 0, day));
  },
};

const MONTH_UNIT: Rule = {
  pattern: new RegExp(`(?<![半以])(?<word>${MONTH_WORD})(?!\\s*\\d)`, 'gu'),
  read: ({ text }) => relative((day) => unitFrom('month', monthShift(text), day)),
};

const YEAR_UNIT: Rule = {
  pattern: new RegExp(`(?<word>${YEAR_WORD})(?:度)?`, 'gu'),
  read: ({ groups }) =>
    relative((day) => unitFrom('year', YEAR_WORDS[groups['word'] ?? ''] ?? 0, day)),
};

/** 年底, 月初: of the year or month of publication. */
const PART_OF_CURRENT: Rule = {
  pattern:
    /(?<![年\d一二三四五六七八九十几多半全本])(?<unit>年|月)(?:(?<start>初)|(?<mid>中)(?=[，。、；]|$)|(?<end>底|末))(?![一二三四五六七八九十])/gu,
  read: ({ groups, before }) => {
    if (/[去今明前后上下这每\d]$/u.test(before)) return null;
    const unit: CalendarUnit = groups['unit'] === '年' ? 'year' : 'month';
    const modifier =
      groups['start'] !== undefined ? 'start' : groups['mid'] !== undefined ? 'mid' : 'end';
    return relative((day) => unitFrom(unit, 0, day), modifier);
  },
};

const WITHIN_YEAR: Rule = {
  pattern: /(?<![\d一二两三四五六七八九十百几多半数])年内/gu,
  read: () => relative((day) => unitFrom('year', 0, day)),
};

/** 两天前, 三个月前, 十年前. "3日前" may be before the 3rd, 两日前 not. */
const AGO: Rule = {
  pattern: new RegExp(
    `(?:(?<count>${COUNT})|(?<some>[数几多]))(?<more>多|余)?(?<unit>天|(?<=两)日|周|个?星期|个月|年)(?:之|以)?前(?!夕|后|者|列)`,
    'gu',
  ),
  read: ({ groups }) => {
    const { count: written, some, more, unit = '' } = groups;
    const count = written === undefined ? null : readNumber(written);
    if (some !== undefined || more !== undefined || count === null || !Number.isInteger(count)) {
      return fixed('reference', 'PAST_REF');
    }
    return relative((day) => unitFrom(calendarUnit(unit), -count, day));
  },
};

const HALF_A_YEAR_AGO: Rule = {
  pattern: /(?<![上下两三大])半年(?:之|以)?前/gu,
  read: () => relative((day) => unitFrom('month', -6, day)),
};

/** 三天后, 两周后: counted from the day that was named before, otherwise only how long. */
const LATER: Rule = {
  pattern: new RegExp(
    `(?<count>${COUNT})(?<unit>天|周|个?星期|个月|年)(?:之|以)?后(?!者|来|面)`,
    'gu',
  ),
  read: ({ groups }) => {
    const { count: written = '', unit: word = '' } = groups;
    const count = readNumber(written);
    if (count === null || !Number.isInteger(count)) return null;
    const unit = calendarUnit(word);
    const letter = { day: 'D', week: 'W', month: 'M', year: 'Y' }[unit];
    return anaphoric((day) => unitFrom(unit, count, day), `P${count}${letter}`);
  },
};

function calendarUnit(word: string): 'day' | 'week' | 'month' | 'year' {
  if (word === '天' || word === '日') return 'day';
  if (word === '年') return 'year';
  return word === '个月' ? 'month' : 'week';
}

/** 同日, 当天, 次日: counted from the day that was named before. */
const ANAPHOR: Rule = {
  pattern:
    /(?<same>同[日天]|同一天|当[天日](?!地)|该日)|(?<night>当晚)|(?<next>次日|翌日|隔[天日]|第二天)|(?<previous>前一[天日])/gu,
  read: ({ groups }) => {
    if (groups['night'] !== undefined) return anaphoric((day) => `${day}TNI`);
    const days = groups['same'] !== undefined ? 0 : groups['next'] !== undefined ? 1 : -1;
    return anaphoric((day) => addDays(day, days));
  },
};

/** Dates counted from another day. */
export const CHINESE_RELATIVE_RULES: readonly Rule[] = [
  TODAY,
  NUMBERED_DAY,
  SHORT_YESTERDAY,
  WEEK_UNIT,
  MONTH_UNIT,
  YEAR_UNIT,
  PART_OF_CURRENT,
  WITHIN_YEAR,
  AGO,
  HALF_A_YEAR_AGO,
  LATER,
  ANAPHOR,
];
