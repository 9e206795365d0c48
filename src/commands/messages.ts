import type { Translations } from '../i18n/index.ts';

/** What the commands themselves say. Lists come ready, joined for the language. */
export interface CommandMessages {
  /** Between the items of a list. */
  readonly listSeparator: string;
  readonly quoteRefused: string;
  readonly onlyExclusions: string;
  readonly noArticles: string;
  readonly indexFooter: (articles: string, articleCount: number, date: string) => string;
  readonly quotesShown: (shown: string, all: string) => string;
  readonly entriesShown: (shown: string, all: string) => string;
  readonly dateNotStated: string;
  readonly publisherUnknown: string;
  readonly inferred: (keys: string) => string;
  readonly metadataKeys: Readonly<Record<'title' | 'publisher' | 'published' | 'language', string>>;
  readonly languages: Readonly<Record<'en' | 'zh', string>>;
  readonly sourcesHeading: (articles: string, articleCount: number) => string;
  readonly sourcesMatching: (matching: string, all: string) => string;
  readonly noSourceMatches: (query: string) => string;
  readonly timelineHeading: (topic: string | null) => string;
  readonly timelineEmpty: string;
  /** It takes too long, or fails. */
  readonly noTimeline: string;
  readonly undatedHeading: string;
  readonly timelineShort: (shown: string, all: string) => string;
  readonly timelinePage: (first: string, last: string, all: string) => string;
  /** What is counted, for the footer. */
  readonly entryCount: (count: string, isOne: boolean) => string;
  readonly sourceCount: (count: string, isOne: boolean) => string;
  readonly indexOf: (date: string) => string;
  /** Other sources of an event that are not quoted, counted and by their names. */
  readonly alsoToldBy: (count: string, isOne: boolean, publishers: string) => string;
  /** On controls. */
  readonly showAll: string;
  readonly showShort: string;
  readonly showPrevious: string;
  readonly showNext: string;
  readonly position: (first: string, last: string, all: string) => string;
  readonly sourcesDifferOnDate: (dates: string) => string;
  readonly sourcesContradict: string;
  readonly roles: Readonly<Record<'event' | 'deadline' | 'planned' | 'report', string | null>>;
  readonly moderatorsOnly: string;
  readonly required: (option: string) => string;
  readonly notText: (option: string, got: string) => string;
  readonly tooLong: (option: string, max: string) => string;
  readonly notADate: (option: string, got: string) => string;
  readonly fromAfterTo: string;
  readonly notAChoice: (option: string, got: string, choices: string) => string;
  readonly notYesOrNo: (option: string, got: string) => string;
  readonly notACount: (option: string, got: string, max: string) => string;
  readonly unknownSubcommand: (command: string, known: string) => string;
}

/** English first; the Chinese of each script is written for its readers, not converted. */
export const commandMessages: Translations<CommandMessages> = {
  en: {
    listSeparator: ', ',
    quoteRefused: 'A quote was withheld: its article no longer says this word for word.',
    onlyExclusions:
      'The question only says what to leave out. Write as well what to look for: merger -airline',
    noArticles: 'There are no articles to quote from yet.',
    indexFooter: (articles, count, date) =>
      `${articles} ${count === 1 ? 'article' : 'articles'} · index of ${date}`,
    quotesShown: (shown, all) => `${shown} of ${all}`,
    entriesShown: (shown, all) => `${shown} of ${all}`,
    dateNotStated: 'date not stated',
    publisherUnknown: 'publisher unknown',
    inferred: (keys) => `inferred: ${keys}`,
    metadataKeys: {
      title: 'title',
      publisher: 'publisher',
      published: 'date',
      language: 'language',
    },
    languages: { en: 'English', zh: 'Chinese' },
    sourcesHeading: (articles, count) => `${articles} ${count === 1 ? 'article' : 'articles'} read`,
    sourcesMatching: (matching, all) => `Matching articles: ${matching} of ${all}`,
    noSourceMatches: (query) => `No article matches “${query}”.`,
    timelineHeading: (topic) => (topic === null ? 'Timeline' : `Timeline: ${topic}`),
    timelineEmpty: 'No sentence with a date fits this.',
    noTimeline:
      'These articles cannot be laid out by date: it takes too long, or something fails. The log says what. Questions are answered as before, and a reindex tries again.',
    undatedHeading: 'Date not stated',
    timelineShort: (shown, all) => `The short timeline: ${shown} of ${all} entries.`,
    timelinePage: (first, last, all) => `Entries ${first} to ${last} of ${all}.`,
    entryCount: (count, isOne) => `${count} ${isOne ? 'entry' : 'entries'}`,
    sourceCount: (count, isOne) => `${count} ${isOne ? 'source' : 'sources'}`,
    indexOf: (date) => `index of ${date}`,
    alsoToldBy: (count, isOne, publishers) =>
      `Also told in ${count} more ${isOne ? 'source' : 'sources'}: ${publishers}`,
    showAll: 'All of it',
    showShort: 'Short timeline',
    showPrevious: 'Previous',
    showNext: 'Next',
    position: (first, last, all) => `${first}–${last} of ${all}`,
    sourcesDifferOnDate: (dates) => `The sources differ on the date: ${dates}.`,
    sourcesContradict: 'The sources contradict each other.',
    roles: { event: null, deadline: 'deadline', planned: 'planned', report: 'report' },
    moderatorsOnly: 'Only moderators can use this command.',
    required: (option) => `${option}: must not be empty`,
    notText: (option, got) => `${option}: ${got} is not text`,
    tooLong: (option, max) => `${option}: must have at most ${max} characters`,
    notADate: (option, got) =>
      `${option}: "${got}" is not a date; write 2020-09-14, 2020-09 or 2020`,
    fromAfterTo: 'from: must not be later than to',
    notAChoice: (option, got, choices) => `${option}: "${got}" is none of ${choices}`,
    notYesOrNo: (option, got) => `${option}: "${got}" is neither true nor false`,
    notACount: (option, got, max) => `${option}: "${got}" is not a whole number from 1 to ${max}`,
    unknownSubcommand: (command, known) => `/${command} needs one of: ${known}`,
  },
  'zh-CN': {
    listSeparator: '、',
    quoteRefused: '有一条引文未予显示：文章中的原文已与之不符。',
    onlyExclusions: '问题里只有要排除的词。请同时写出要查找的内容，例如：合并 -航空',
    noArticles: '目前还没有可供引用的文章。',
    indexFooter: (articles, _count, date) => `${articles} 篇文章 · 索引建于 ${date}`,
    quotesShown: (shown, all) => `显示 ${shown} 条，共 ${all} 条`,
    entriesShown: (shown, all) => `显示 ${shown} 项，共 ${all} 项`,
    dateNotStated: '日期不详',
    publisherUnknown: '发布者不详',
    inferred: (keys) => `推断得出：${keys}`,
    metadataKeys: { title: '标题', publisher: '发布者', published: '日期', language: '语言' },
    languages: { en: '英文', zh: '中文' },
    sourcesHeading: (articles) => `已读取 ${articles} 篇文章`,
    sourcesMatching: (matching, all) => `相符的文章：${matching} 篇，共 ${all} 篇`,
    noSourceMatches: (query) => `没有与“${query}”相符的文章。`,
    timelineHeading: (topic) => (topic === null ? '时间线' : `时间线：${topic}`),
    timelineEmpty: '没有符合条件且带有日期的句子。',
    noTimeline:
      '无法按日期排列这些文章：所需时间过长，或者出了错，原因见日志。提问不受影响，重建索引后会再次尝试。',
    undatedHeading: '未注明日期',
    timelineShort: (shown, all) => `简要时间线：显示 ${shown} 项，共 ${all} 项。`,
    timelinePage: (first, last, all) => `第 ${first} 至 ${last} 项，共 ${all} 项。`,
    entryCount: (count) => `${count} 项`,
    sourceCount: (count) => `${count} 个来源`,
    indexOf: (date) => `索引建于 ${date}`,
    alsoToldBy: (count, _isOne, publishers) => `另有 ${count} 个来源也有叙述：${publishers}`,
    showAll: '查看全部',
    showShort: '简要时间线',
    showPrevious: '上一页',
    showNext: '下一页',
    position: (first, last, all) => `${first}–${last}，共 ${all}`,
    sourcesDifferOnDate: (dates) => `各来源的日期不一致：${dates}。`,
    sourcesContradict: '各来源说法互相矛盾。',
    roles: { event: null, deadline: '期限', planned: '计划', report: '报道' },
    moderatorsOnly: '只有管理员可以使用此命令。',
    required: (option) => `${option}：不能为空`,
    notText: (option, got) => `${option}：${got} 不是文字`,
    tooLong: (option, max) => `${option}：最多 ${max} 个字符`,
    notADate: (option, got) => `${option}：“${got}”不是日期，请写成 2020-09-14、2020-09 或 2020`,
    fromAfterTo: 'from：不能晚于 to',
    notAChoice: (option, got, choices) => `${option}：“${got}”不在可选范围内（${choices}）`,
    notYesOrNo: (option, got) => `${option}：“${got}”应为 true 或 false`,
    notACount: (option, got, max) => `${option}：“${got}”不是 1 到 ${max} 之间的整数`,
    unknownSubcommand: (command, known) => `/${command} 需要以下之一：${known}`,
  },
  'zh-TW': {
    listSeparator: '、',
    quoteRefused: '有一則引文未予顯示：文章中的原文已與之不符。',
    onlyExclusions: '問題裡只有要排除的詞。請同時寫出要查找的內容，例如：合併 -航空',
    noArticles: '目前還沒有可供引用的文章。',
    indexFooter: (articles, _count, date) => `${articles} 篇文章 · 索引建於 ${date}`,
    quotesShown: (shown, all) => `顯示 ${shown} 則，共 ${all} 則`,
    entriesShown: (shown, all) => `顯示 ${shown} 項，共 ${all} 項`,
    dateNotStated: '日期不詳',
    publisherUnknown: '發布者不詳',
    inferred: (keys) => `推斷得出：${keys}`,
    metadataKeys: { title: '標題', publisher: '發布者', published: '日期', language: '語言' },
    languages: { en: '英文', zh: '中文' },
    sourcesHeading: (articles) => `已讀取 ${articles} 篇文章`,
    sourcesMatching: (matching, all) => `相符的文章：${matching} 篇，共 ${all} 篇`,
    noSourceMatches: (query) => `沒有與「${query}」相符的文章。`,
    timelineHeading: (topic) => (topic === null ? '時間軸' : `時間軸：${topic}`),
    timelineEmpty: '沒有符合條件且帶有日期的句子。',
    noTimeline:
      '無法按日期排列這些文章：所需時間過長，或者發生錯誤，原因見日誌。提問不受影響，重建索引後會再次嘗試。',
    undatedHeading: '未註明日期',
    timelineShort: (shown, all) => `簡要時間軸：顯示 ${shown} 項，共 ${all} 項。`,
    timelinePage: (first, last, all) => `第 ${first} 至 ${last} 項，共 ${all} 項。`,
    entryCount: (count) => `${count} 項`,
    sourceCount: (count) => `${count} 個來源`,
    indexOf: (date) => `索引建於 ${date}`,
    alsoToldBy: (count, _isOne, publishers) => `另有 ${count} 個來源也有敘述：${publishers}`,
    showAll: '查看全部',
    showShort: '簡要時間軸',
    showPrevious: '上一頁',
    showNext: '下一頁',
    position: (first, last, all) => `${first}–${last}，共 ${all}`,
    sourcesDifferOnDate: (dates) => `各來源的日期不一致：${dates}。`,
    sourcesContradict: '各來源說法互相矛盾。',
    roles: { event: null, deadline: '期限', planned: '計畫', report: '報導' },
    moderatorsOnly: '只有管理員可以使用此指令。',
    required: (option) => `${option}：不能為空`,
    notText: (option, got) => `${option}：${got} 不是文字`,
    tooLong: (option, max) => `${option}：最多 ${max} 個字元`,
    notADate: (option, got) => `${option}：「${got}」不是日期，請寫成 2020-09-14、2020-09 或 2020`,
    fromAfterTo: 'from：不能晚於 to',
    notAChoice: (option, got, choices) => `${option}：「${got}」不在可選範圍內（${choices}）`,
    notYesOrNo: (option, got) => `${option}：「${got}」應為 true 或 false`,
    notACount: (option, got, max) => `${option}：「${got}」不是 1 到 ${max} 之間的整數`,
    unknownSubcommand: (command, known) => `/${command} 需要以下之一：${known}`,
  },
};
