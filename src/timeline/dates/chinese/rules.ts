import { readChineseNumber } from '../../../language/index.ts';
import { addDays, datePartsOf } from '../../calendar-date.ts';
import {
  anaphoricPeriod,
  type CalendarUnit,
  lasting,
  numberedPeriod,
  seasonFrom,
  unitFrom,
} from '../calendar-units.ts';
import {
  anaphoric,
  fixed,
  type Interpretation,
  NAME,
  type Rule,
  type RuleMatch,
  relative,
} from '../rule.ts';
import {
  COUNT,
  DAY,
  durationUnit,
  MONTH,
  MONTH_WORD,
  monthShift,
  SHIFTS,
  seasonOf,
  shortYear,
  UNITS,
  weekdayNumber,
  YEAR,
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

/** 本日; 日本日前 and 本日本 are other words. */
const THIS_DAY: Rule = {
  pattern: /(?<![日根基资成版剧])本日(?!本)/gu,
  read: () => relative((day) => day),
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
    const count = written === undefined ? null : readChineseNumber(written);
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
  read: ({ groups, before }) => {
    const { count: written = '', unit: word = '' } = groups;
    const count = readChineseNumber(written);
    if (count === null || !Number.isInteger(count)) return null;
    const unit = calendarUnit(word);
    const letter = { day: 'D', week: 'W', month: 'M', year: 'Y' }[unit];
    // 将在20天后开工 is counted from the day on which it is written.
    if (/(?:将|拟|计划|预计|定)[于在会]{0,2}$/u.test(before)) {
      return relative((day) => unitFrom(unit, count, day));
    }
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

/** 当月, 次年: counted from the date that was named before. */
const ANAPHORIC_PERIOD: Rule = {
  pattern: /(?<shift>当|同|次|翌|该)(?<unit>月|年)(?![度级龄头内以\d])/gu,
  read: ({ groups, before }) => {
    // 相当年轻, 正当年.
    if (/[相正应适不]$/u.test(before)) return null;
    const shift = /[次翌]/u.test(groups['shift'] ?? '') ? 1 : 0;
    return anaphoricPeriod(groups['unit'] === '月' ? 'month' : 'year', shift);
  },
};

const OF_YEAR = `(?:(?:(?<year>${YEAR})\\s*年|(?<yearWord>${YEAR_WORD}))度?的?\\s*)`;

const BARE_YEAR: Rule = {
  pattern: new RegExp(`(?<year>${YEAR})\\s*年(?:度(?![级纪龄前后内以来间份]))?(?![级纪龄])`, 'gu'),
  read: ({ groups }) => yearOf(groups['year'] ?? ''),
};

/** 1500年 may as well be a time of 1,500 years; a year of four figures is near our own time. */
function yearOf(written: string): Interpretation | null {
  const year = readChineseNumber(written);
  return year !== null && year >= 1000 && year < 2200 ? fixed('date', String(year)) : null;
}

/** 民国109年. */
const ERA_YEAR: Rule = {
  pattern: /民国\s*(?<year>\d{1,3}|[一二三四五六七八九十百零]{1,6})\s*年/gu,
  read: ({ groups }) => {
    const year = readChineseNumber(groups['year'] ?? '');
    return year === null ? null : fixed('date', String(1911 + year));
  },
};

const YEAR_RANGE: Rule = {
  pattern:
    /(?<![\d.-])(?<first>(?:1[89]|20)\d\d)年?\s?[-－–—~～至到]\s?(?<last>(?:1[89]|20)\d\d)\s*年(?!\s*\d{1,2}\s*月)/gu,
  read: ({ groups }) => {
    const { first = '', last = '' } = groups;
    return last > first ? fixed('date', `${first}/${last}`) : null;
  },
};

const QUARTER: Rule = {
  pattern: new RegExp(
    `${OF_YEAR}?(?:第?(?<number>[一二三四1-4])季(?<mark>度)?|Q(?<short>[1-4])(?!\\d)|(?<first>首季))`,
    'gu',
  ),
  read: (match) => {
    const { number, mark, short, year, yearWord } = match.groups;
    // 前三季度 are three of them.
    if (match.before.endsWith('前')) return null;
    // 第三季 alone is rather that of a series.
    const isSure = mark !== undefined || (year ?? yearWord ?? short) !== undefined;
    if (!isSure && !/^(?:营收|营业|财报|业绩|净利|获利|利润|GDP|经济)/u.test(match.after))
      return null;
    return numbered('quarter', readChineseNumber(number ?? short ?? '1') ?? 1, match);
  },
};

const HALF: Rule = {
  pattern: new RegExp(`${OF_YEAR}?(?<number>上|下)半年(?!度报)`, 'gu'),
  read: (match) => numbered('half', match.groups['number'] === '上' ? 1 : 2, match),
};

function numbered(
  unit: 'quarter' | 'half',
  number: number,
  { groups, before, after }: RuleMatch,
): Interpretation {
  const { year, yearWord } = groups;
  const isAhead =
    /(?:将|预计|计划|拟|有望)[^。，；]{0,12}$/u.test(before) ||
    /^[，,]?[^。，,；]{0,10}(?:将|预计|计划|拟|有望)/u.test(after);
  return numberedPeriod(unit, number, {
    year: year === undefined ? null : readChineseNumber(year),
    yearShift: yearWord === undefined ? null : (YEAR_WORDS[yearWord] ?? 0),
    isAhead,
    mayFollow: false,
  });
}

const DECADE: Rule = {
  pattern:
    /(?:(?<century>上个?世纪|(?:19|20|二十|二十一|21)世纪|本世纪)|(?<prefix>19|20))?(?<tens>\d(?=0)|[二三四五六七八九](?=十))(?:0|十)年代/gu,
  read: ({ groups, before }) => {
    const { century = '', prefix, tens = '' } = groups;
    if (/\d$/u.test(before)) return null;
    const isThis = /^(?:21|二十一|本)/u.test(century);
    return fixed('date', `${prefix ?? (isThis ? '20' : '19')}${readChineseNumber(tens)}X`);
  },
};

const SEASON: Rule = {
  pattern: new RegExp(`${OF_YEAR}(?<season>[春夏秋冬])(?:季|天)?(?![节令装游])`, 'gu'),
  read: ({ groups }) => {
    const { year, yearWord, season = '' } = groups;
    if (year !== undefined) return fixed('date', `${readChineseNumber(year)}-${seasonOf(season)}`);
    const shift = YEAR_WORDS[yearWord ?? ''] ?? 0;
    return relative((day) => `${datePartsOf(day).year + shift}-${seasonOf(season)}`);
  },
};

/** 今夏, 去冬. */
const SHORT_SEASON: Rule = {
  pattern: /(?<![如迄现当至])(?<year>[今去明])(?<season>[春夏秋冬])(?![天季])/gu,
  read: ({ groups }) => {
    const shift = YEAR_WORDS[`${groups['year']}年`] ?? 0;
    return relative((day) => seasonFrom(seasonOf(groups['season'] ?? ''), shift, day));
  },
};

const DURATION: Rule = {
  pattern: new RegExp(
    `(?:过去|未来|今后|近|最近|长达)?(?:(?<count>${COUNT})|(?<some>数十|几十|[数几多]))(?:多|余)?(?<unit>${UNITS})(?<half>半)?(?:多|来|间|内)?`,
    'gu',
  ),
  read: ({ text, groups, before, after }) => {
    const { count: written, unit: word = '', half } = groups;
    // 第三年 and 三年级 count in another way; 2020年 is a year.
    if (/(?:[第星周]|公元前?)$/u.test(before) || /^(?:大|级|代)/u.test(after)) return NAME;
    if (/^[12]\d{3}$/u.test(written ?? '') && /年/u.test(word)) return null;
    // 一季度 is the first of the year, 一个季度 lasts three months.
    if (text === '一季度') return null;
    // 多年 alone is a duration, 许多天 as well; 一分 may be a score.
    if (/^[一二两三四五六七八九十]分$/u.test(text)) return null;
    const count = written === undefined ? null : readChineseNumber(written);
    if (written !== undefined && count === null) return null;
    const amount = count === null ? null : count + (half === undefined ? 0 : 0.5);
    return lasting(amount, durationUnit(word));
  },
};

/** 半年, 半个月, 半小时. */
const HALF_UNIT: Rule = {
  pattern: /(?<![上下前后大一])半(?<unit>年|个月|个?小时|天|个?世纪)(?:多|来|内)?/gu,
  read: ({ groups }) => {
    const unit = durationUnit(groups['unit'] ?? '');
    return unit === 'year' ? lasting(6, 'month') : lasting(0.5, unit);
  },
};

/** 两个半小时, 三个半月. */
const AND_A_HALF: Rule = {
  pattern: new RegExp(`(?<count>${COUNT})个半(?<unit>小时|钟头|月|星期|世纪)`, 'gu'),
  read: ({ groups }) => {
    const count = readChineseNumber(groups['count'] ?? '');
    return count === null ? null : lasting(count + 0.5, durationUnit(groups['unit'] ?? ''));
  },
};

/** 10日内, 七日之内. */
const WITHIN_DAYS: Rule = {
  pattern: new RegExp(`(?<count>${COUNT})日(?:之|以)?内`, 'gu'),
  read: ({ groups, before }) => {
    const count = readChineseNumber(groups['count'] ?? '');
    return count === null || /月\s*$/u.test(before) ? null : lasting(count, 'day');
  },
};

const EVERY: Rule = {
  pattern: new RegExp(
    `(?:每逢|每|逢)(?:个|隔)?(?:(?<weekday>(?:周|星期|礼拜)[一二三四五六日天])|年的?(?<month>${MONTH})月(?:份|(?<day>${DAY})[日号])?|(?<count>${COUNT})?(?<unit>${UNITS}|日(?![一-龥]{0,4}(?:报|新闻))|月|周末?))`,
    'gu',
  ),
  read: ({ groups }) => {
    const { weekday, month, day, count: written, unit = '' } = groups;
    if (weekday !== undefined)
      return fixed('set', `XXXX-WXX-${weekdayNumber(weekday.slice(-1)) || 7}`);
    if (month !== undefined) {
      const parts = [month, day].flatMap((part) =>
        part === undefined ? [] : [readChineseNumber(part) ?? 0],
      );
      return fixed(
        'set',
        ['XXXX', ...parts.map((part) => String(part).padStart(2, '0'))].join('-'),
      );
    }
    const count = written === undefined ? 1 : readChineseNumber(written);
    return count === null ? null : lasting(count, durationUnit(unit), 'set');
  },
};

const YEARLY: Rule = {
  pattern: /一年一度|年年|天天|日复一日/gu,
  read: ({ text }) => fixed('set', text.includes('年') ? 'P1Y' : 'P1D'),
};

/** Titles stand in brackets of their own; one over so many UTF-16 units was never closed. */
const TITLE: Rule = { pattern: /《[^《》]{1,80}》|〈[^〈〉]{1,80}〉/gu, read: () => NAME };

/** Newspapers and broadcasts: 每日邮报, 星期日泰晤士报, 今日头条, 南方周末. */
const PAPER: Rule = {
  pattern:
    /(?:每日|今日|星期[一二三四五六日]|周[一二三四五六日末])[一-龥]{0,4}(?:邮报|快报|时报|镜报|电讯报|晚报|早报|日报|士报|商报|头条|周刊|经济新闻)|今日(?:俄罗斯|美国报|说法|关注)|南方周末|第一财经日报|五月天|周杰伦|明日方舟|明日之星/gu,
  read: () => NAME,
};

/** Days of the lunar calendar, and years of a reign: 农历八月十五, 正月初六, 康熙三年五月. */
const OTHER_CALENDAR: Rule = {
  pattern:
    /(?:农历|阴历|旧历|夏历)(?:[^，。；、]{0,3}年)?闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初?[一二三四五六七八九十廿]{1,3}日?)?|(?:正|腊|冬)月(?:初?[一二三四五六七八九十廿]{1,3}日?)?|[一二三四五六七八九十]{1,2}月初[一二三四五六七八九十]|(?:贞观|洪武|永乐|嘉靖|万历|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|明治|大正|昭和|平成|令和)(?:元|\d{1,2}|[一二三四五六七八九十]{1,3})年(?:[正一二三四五六七八九十冬腊\d]{1,2}月(?:初?[一二三四五六七八九十廿\d]{1,3}日?)?)?/gu,
  read: () => NAME,
};

/** "没有人知道明天会怎样", "昨天的太阳晒不干今天的衣裳". */
const FIGURATIVE: Rule = {
  pattern: /明天(?=会?(?:怎样|怎么样|如何|更好|更美好))|(?:今|明|昨)天的(?=太阳|衣裳|阳光|希望)/gu,
  read: () => NAME,
};

/** 上个季度, 本季度. */
const QUARTER_UNIT: Rule = {
  pattern: /(?<shift>上上|上|本|这|当|下)(?:一)?个?季度/gu,
  read: ({ groups }) =>
    relative((day) => unitFrom('quarter', SHIFTS[groups['shift'] ?? ''] ?? 0, day)),
};

/** 九七年一季度: the years that two figures mean. */
const SHORT_YEAR_QUARTER: Rule = {
  pattern:
    /(?<![\d零〇一二三四五六七八九十])(?<year>\d{2}|[零〇一二三四五六七八九]{2})年第?(?<number>[一二三四1-4])季度/gu,
  read: ({ groups }) => ({
    ...fixed('date', ''),
    valueFrom: (day) =>
      `${shortYear(groups['year'] ?? '', day)}-Q${readChineseNumber(groups['number'] ?? '')}`,
  }),
};

/** 08年: a nought before its figure makes it no number of years. */
const SHORT_YEAR: Rule = {
  pattern:
    /(?<![\d.零〇一二三四五六七八九十])(?<year>0\d|[零〇][一二三四五六七八九])年(?!代|级|龄|\s*\d)/gu,
  read: ({ groups }) => ({
    ...fixed('date', ''),
    valueFrom: (day) => String(shortYear(groups['year'] ?? '', day)),
  }),
};

const PAST: Rule = {
  pattern:
    /近日|(?<![\d一二三四五六七八九十两数几今明昨])日前(?!往)|近期|近来|最近|早前|此前|不久前|前不久|先前|近年来?|多年来/gu,
  read: () => fixed('reference', 'PAST_REF'),
};

const PRESENT: Rule = {
  pattern: /目前|现在|现时|眼下|如今|当下|现阶段|当前/gu,
  read: () => fixed('reference', 'PRESENT_REF'),
};

const FUTURE: Rule = {
  pattern: /未来|将来|不久后|今后|稍后|(?<![\d一二三四五六七八九十两数几])日后/gu,
  read: () => fixed('reference', 'FUTURE_REF'),
};

/** What is read in a Chinese text beside plain dates. Of equally long matches the first counts. */
export const CHINESE_RULES: readonly Rule[] = [
  // What only looks like a date.
  TITLE,
  PAPER,
  OTHER_CALENDAR,
  FIGURATIVE,
  SHORT_YEAR,
  // How long and how often.
  EVERY,
  HALF_UNIT,
  AND_A_HALF,
  WITHIN_DAYS,
  DURATION,
  YEARLY,
  // Dates counted from another day.
  TODAY,
  THIS_DAY,
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
  ANAPHORIC_PERIOD,
  // Years and what they are made of.
  BARE_YEAR,
  ERA_YEAR,
  YEAR_RANGE,
  QUARTER,
  QUARTER_UNIT,
  SHORT_YEAR_QUARTER,
  HALF,
  DECADE,
  SEASON,
  SHORT_SEASON,
  // Past, present and future without a date.
  PAST,
  PRESENT,
  FUTURE,
];
