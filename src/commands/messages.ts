import { counted, createTranslations, text } from '../i18n/index.ts';

/** What all commands say. Lists and dates come ready for the language. */
export const commandMessages = createTranslations(
  {
    listSeparator: ', ',
    quoteRefused: 'One quote was left out: its article no longer contains these words.',
    onlyExclusions:
      'Your question only says what to leave out. Add what to look for, such as: merger -airline',
    noArticles: 'There are no articles to quote from yet.',
    indexFooter: (articles: number, date: string) =>
      `${counted(articles, 'article')} · indexed ${date}`,
    publisherUnknown: 'unknown publisher',
    undated: 'undated',
    page: (number: number) => text`p. ${number}`,
    version: (when: string) => `version of ${when}`,
    showPrevious: 'Previous',
    showNext: 'Next',
    position: (first: number, last: number, all: number) => text`${first}–${last} of ${all}`,
    moderatorsOnly: 'Only moderators can use this command.',
    unknownSubcommand: (command: string, known: string) => `/${command} needs one of: ${known}`,
    required: (option: string) => `“${option}” is required.`,
    notText: (option: string, got: string) => `“${option}” must be text, not ${got}.`,
    tooLong: (option: string, max: number) =>
      text`“${option}” is too long: at most ${max} characters.`,
    notADate: (got: string) => `“${got}” is not a date. Use YYYY-MM-DD, such as 2020-09-14.`,
    fromAfterTo: '“from” must not be later than “to”.',
    notAChoice: (option: string, got: string, choices: string) =>
      `“${option}” must be one of ${choices}, not “${got}”.`,
    notYesOrNo: (option: string, got: string) => `“${option}” must be true or false, not “${got}”.`,
    notACount: (option: string, got: string, max: number) =>
      text`“${option}” must be a whole number from 1 to ${max}, not “${got}”.`,
  },
  (zh) => ({
    listSeparator: zh`、`,
    quoteRefused: zh`有一条引文未显示：文章中已没有这段原文。`,
    onlyExclusions: zh`问题里只有要排除的词。请同时写出要搜索的内容，例如：合并 -航空`,
    noArticles: zh`目前还没有可引用的文章。`,
    indexFooter: (articles, date) => zh`${articles} 篇文章 · 索引建于 ${date}`,
    publisherUnknown: zh`出版方不详`,
    undated: zh`日期不详`,
    page: (number) => zh`第 ${number} 页`,
    version: (when) => zh`${when} 的版本`,
    showPrevious: zh`上一页`,
    showNext: zh`下一页`,
    position: (first, last, all) => zh`${first}–${last}，共 ${all}`,
    moderatorsOnly: zh`只有管理员可以使用此命令。`,
    unknownSubcommand: (command, known) => zh`/${command} 后面需要以下之一：${known}`,
    required: (option) => zh`请填写“${option}”。`,
    notText: (option, got) => zh`“${option}”必须是文字，不能是 ${got}。`,
    tooLong: (option, max) => zh`“${option}”太长：最多 ${max} 个字符。`,
    notADate: (got) => zh`“${got}”不是日期。请按 YYYY-MM-DD 填写，例如 2020-09-14。`,
    fromAfterTo: zh`“from”不能晚于“to”。`,
    notAChoice: (option, got, choices) => zh`“${option}”只能是 ${choices} 之一，不能是“${got}”。`,
    notYesOrNo: (option, got) => zh`“${option}”只能是 true 或 false，不能是“${got}”。`,
    notACount: (option, got, max) => zh`“${option}”必须是 1 到 ${max} 之间的整数，不能是“${got}”。`,
  }),
);
