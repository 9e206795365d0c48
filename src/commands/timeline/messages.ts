import { counted, createTranslations, text } from '../../i18n/index.ts';

/** What a timeline says, in words and as a picture. Dates and lists come ready for the language. */
export const timelineMessages = createTranslations(
  {
    heading: (topic: string | null) => (topic === null ? 'Timeline' : `Timeline: ${topic}`),
    empty: 'No dated passages match.',
    unavailable:
      'I can’t build a timeline of these articles: it takes too long, or it failed; the log has the details. Questions still work, and a reindex tries again.',
    undatedHeading: 'Undated',
    shortPosition: (shown: number, all: number) =>
      text`Short timeline: ${shown} of ${all} entries.`,
    pagePosition: (first: number, last: number, all: number) =>
      text`Entries ${first} to ${last} of ${all}.`,
    entriesShown: (shown: number, all: number) => text`${shown} of ${all}`,
    entryCount: (count: number) => counted(count, 'entry', 'entries'),
    articleCount: (count: number) => counted(count, 'article'),
    indexed: (date: string) => `indexed ${date}`,
    /** Further articles with the event, and their publishers. */
    alsoIn: (count: number, publishers: string) =>
      `Also in ${counted(count, 'more article', 'more articles')} (${publishers})`,
    /** Publishers besides the first, and how many more there are. */
    alsoBy: (publishers: string, more: number) =>
      more === 0 ? text`also ${publishers}` : text`also ${publishers} and ${more} more`,
    openEntry: 'All quotes about one entry…',
    asFiles: 'Save as files',
    files: (entries: number) =>
      `${counted(entries, 'entry', 'entries')} as a document, a table and a calendar. Undated entries are not in the calendar.`,
    showAll: 'Full timeline',
    showShort: 'Short timeline',
    datesDiffer: (dates: string) => `Sources disagree on the date: ${dates}.`,
    claimsDiffer: 'Sources contradict each other.',
    figuresDiffer: (counts: string) => `Sources give different figures: ${counts}.`,
    /** A count that later articles give anew, and from when to when they appeared. */
    countGrew: (counts: string, days: string) => `Updated: ${counts} (${days}).`,
    planMoved: (dates: string, days: string) => `Moved: ${dates} (${days}).`,
    /** Above an entry; an event needs no label. */
    labels: { event: null, deadline: 'deadline', planned: 'planned', report: 'report' },
    picture: {
      legend: { event: 'event', deadline: 'deadline', planned: 'planned', report: 'report' },
      disputed: 'sources disagree',
      others: 'other entries',
      gap: 'long gap, shortened',
    },
    /** Entries that are not on the axis, and some of their dates. */
    aside: (count: number, dates: string) =>
      `Far off, not drawn: ${counted(count, 'entry', 'entries')} (${dates})`,
    undatedCount: (count: number) => text`${count} undated`,
    summary: (entries: string, undated: string) => `${entries}, ${undated}`,
    /** The text for whoever cannot see the picture: an opening, then the entries with words of their own. */
    description: {
      opening: (title: string, summary: string) => `${title}. ${summary}.`,
      entry: (date: string, kind: string, words: string) => `${date} (${kind}): “${words}”`,
      sentenceSeparator: ' ',
      andMore: (entries: number) => text`And ${entries} more.`,
    },
  },
  (zh) => ({
    heading: (topic) => (topic === null ? zh`时间线` : zh`时间线：${topic}`),
    empty: zh`没有找到符合条件且带日期的内容。`,
    unavailable: zh`无法为这些文章生成时间线：耗时过长或发生错误，详情见日志。提问不受影响，重建索引后会再次尝试。`,
    undatedHeading: zh`日期不详`,
    shortPosition: (shown, all) => zh`简要时间线：显示 ${shown} 项，共 ${all} 项。`,
    pagePosition: (first, last, all) => zh`第 ${first} 至 ${last} 项，共 ${all} 项。`,
    entriesShown: (shown, all) => zh`显示 ${shown} 项，共 ${all} 项`,
    entryCount: (count) => zh`${count} 项`,
    articleCount: (count) => zh`${count} 篇文章`,
    indexed: (date) => zh`索引建于 ${date}`,
    alsoIn: (count, publishers) => zh`另有 ${count} 篇文章提到（${publishers}）`,
    alsoBy: (publishers, more) =>
      more === 0 ? zh`另见 ${publishers}` : zh`另见 ${publishers}，还有 ${more} 家`,
    openEntry: zh`查看某一项的全部引文…`,
    asFiles: zh`保存为文件`,
    files: (entries) => zh`共 ${entries} 项，分别存为文档、表格和日历。日历不含日期不详的条目。`,
    showAll: zh`完整时间线`,
    showShort: zh`简要时间线`,
    datesDiffer: (dates) => zh`各来源的日期不一致：${dates}。`,
    claimsDiffer: zh`各来源的说法互相矛盾。`,
    figuresDiffer: (counts) => zh`各来源的数字不一致：${counts}。`,
    countGrew: (counts, days) => zh`数字更新：${counts}（${days}）。`,
    planMoved: (dates, days) => zh`日期变更：${dates}（${days}）。`,
    labels: { event: null, deadline: zh`截止日期`, planned: zh`计划`, report: zh`报道` },
    picture: {
      legend: { event: zh`事件`, deadline: zh`截止日期`, planned: zh`计划`, report: zh`报道` },
      disputed: zh`来源说法不一`,
      others: zh`其他条目`,
      gap: zh`较长的空白，已缩短`,
    },
    aside: (count, dates) => zh`相隔太远，未画出：${count} 项（${dates}）`,
    undatedCount: (count) => zh`${count} 项日期不详`,
    summary: (entries, undated) => zh`共 ${entries}，其中 ${undated}`,
    description: {
      opening: (title, summary) => zh`${title}。${summary}。`,
      entry: (date, kind, words) => zh`${date}（${kind}）：“${words}”`,
      sentenceSeparator: zh``,
      andMore: (entries) => zh`另有 ${entries} 项。`,
    },
  }),
);
