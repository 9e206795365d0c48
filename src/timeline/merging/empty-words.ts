/** Words of time: the date of a mention is compared by itself. English ones as they stand. */
const ENGLISH_TIME = `
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
today yesterday tomorrow tonight morning afternoon evening night noon midnight
day week weekend month year decade hour minute daily weekly
last next past previous early earlier late later mid middle recent recently coming following
ago since until till before after already yet again first time date spring summer autumn winter
around nearly about`;

/** Words that only join a sentence to the one before; at its beginning they look like names. */
const ENGLISH_LINKS = `
however moreover meanwhile nevertheless nonetheless furthermore instead therefore thus hence
despite although though while whereas without besides otherwise another other also still`;

/** Words that say that somebody spoke, and where it was read: what is said is the event. */
const ENGLISH_SPEECH = `
say said report announce announcement state statement add tell write wrote note declare disclose
reveal describe comment mention quote cite claim accord source people person familiar
reportedly add confirm remark post blog press media outlet newspaper
use make take get give go come put set let see call also own new part plan would expect hope want
`;

const CHINESE = `
日 月 年 周 号 天 时 上午 下午 晚上 凌晨 中午 早上 夜间 今天 昨天 昨日 明天 今日 当天 当日 同日 同一天 本周 上周 下周 本月 上月 下月 今年 去年 明年 前年 近日 日前 此前 随后 年底 月底 月初 年初 星期 礼拜 周一 周二 周三 周四 周五 周六 周日 周末 上周日
宣布 公布 称 表示 说 报道 透露 指出 介绍 声明 宣告 消息 据悉 人士 知情 知情人士 媒体 报 补充 强调 告诉 回应 发表 确认 证实
进行 举行 将 会 已 已经 仍 仍然 以 为 计划 预计 定于 有望 要求 目前 继续 截至 之前 之后 前 后 新 继 月初 底 初`;

/** Whether a word says nothing about which event is told. */
export type IsEmptyWord = (term: string) => boolean;

/** An {@link IsEmptyWord}. `normalise` makes an English word the term under which it is indexed. */
export function createEmptyWords(normalise: (word: string) => string): IsEmptyWord {
  const split = (words: string) => words.split(/\s+/u).filter(Boolean);
  const empty = new Set([
    ...split(ENGLISH_TIME + ENGLISH_LINKS + ENGLISH_SPEECH).map(normalise),
    ...split(CHINESE),
  ]);
  return (term) => empty.has(term);
}
