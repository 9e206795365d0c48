import { durationValue } from '../calendar-units.ts';
import { fixed, NAME, type Rule } from '../rule.ts';
import { COUNT, DAY, durationUnit, MONTH, readNumber, UNITS, weekdayNumber } from './words.ts';

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
    const count = written === undefined ? null : readNumber(written);
    if (written !== undefined && count === null) return null;
    const amount = count === null ? 'X' : String(count + (half === undefined ? 0 : 0.5));
    return fixed('duration', durationValue(amount, durationUnit(word)));
  },
};

/** 半年, 半个月, 半小时. */
const HALF_UNIT: Rule = {
  pattern: /(?<![上下前后大一])半(?<unit>年|个月|个?小时|天|个?世纪)(?:多|来|内)?/gu,
  read: ({ groups }) => {
    const unit = durationUnit(groups['unit'] ?? '');
    return fixed('duration', unit === 'year' ? 'P6M' : durationValue('0.5', unit));
  },
};

/** 两个半小时, 三个半月. */
const AND_A_HALF: Rule = {
  pattern: new RegExp(`(?<count>${COUNT})个半(?<unit>小时|钟头|月|星期|世纪)`, 'gu'),
  read: ({ groups }) => {
    const count = readNumber(groups['count'] ?? '');
    const unit = durationUnit(groups['unit'] ?? '');
    return count === null ? null : fixed('duration', durationValue(String(count + 0.5), unit));
  },
};

/** 10日内, 七日之内. */
const WITHIN_DAYS: Rule = {
  pattern: new RegExp(`(?<count>${COUNT})日(?:之|以)?内`, 'gu'),
  read: ({ groups, before }) => {
    const count = readNumber(groups['count'] ?? '');
    return count === null || /月\s*$/u.test(before)
      ? null
      : fixed('duration', durationValue(String(count), 'day'));
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
        part === undefined ? [] : [readNumber(part) ?? 0],
      );
      return fixed(
        'set',
        ['XXXX', ...parts.map((part) => String(part).padStart(2, '0'))].join('-'),
      );
    }
    const count = written === undefined ? 1 : readNumber(written);
    return count === null ? null : fixed('set', durationValue(String(count), durationUnit(unit)));
  },
};

const YEARLY: Rule = {
  pattern: /一年一度|年年|天天|日复一日/gu,
  read: ({ text }) => fixed('set', text.includes('年') ? 'P1Y' : 'P1D'),
};

/** How long and how often. */
export const CHINESE_DURATION_RULES: readonly Rule[] = [
  EVERY,
  HALF_UNIT,
  AND_A_HALF,
  WITHIN_DAYS,
  DURATION,
  YEARLY,
];
