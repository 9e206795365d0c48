import { NAME, type Rule } from '../rule.ts';

/** Titles stand in brackets of their own; one over so many UTF-16 units was never closed. */
const TITLE: Rule = { pattern: /《[^《》]{1,80}》|〈[^〈〉]{1,80}〉/gu, read: () => NAME };

/** Newspapers and broadcasts: 每日邮报, 星期日泰晤士报, 今日头条, 南方周末. */
const PAPER: Rule = {
  pattern:
    /(?:每日|今日|星期[一二三四五六日]|周[一二三四五六日末])[一-龥]{0,4}(?:邮报|快报|时报|镜报|电讯报|晚报|早报|日报|士报|商报|头条|周刊|经济新闻)|今日(?:俄罗斯|美国报|说法|关注)|南方周末|第一财经日报|五月天|周杰伦|明日方舟|明日之星/gu,
  read: () => NAME,
};

/** What only looks like a date in a Chinese text. */
export const CHINESE_NAME_RULES: readonly Rule[] = [TITLE, PAPER];
