import type { Translations } from '../../i18n/index.ts';

/** What moderators are told of what people asked. */
export interface InsightsMessages {
  readonly unansweredHeading: (count: string, isOne: boolean) => string;
  readonly noneUnanswered: (days: string) => string;
  readonly wrongHeading: (count: string, isOne: boolean) => string;
  readonly noneWrong: (days: string) => string;
  readonly people: (count: string, isOne: boolean) => string;
  readonly times: (count: string, isOne: boolean) => string;
  readonly between: (first: string, last: string) => string;
  readonly markedWrong: (count: string, isOne: boolean) => string;
  readonly foundRight: (count: string, isOne: boolean) => string;
  /** In the place of a quote. */
  readonly passageGone: (articleId: string) => string;
  readonly keptFor: (days: string) => string;

  readonly exportHeading: string;
  readonly exported: (rows: string) => string;
  readonly omitted: (rows: string) => string;
  readonly exportNote: string;

  readonly deleteHeading: string;
  readonly deleteWarning: string;
  readonly deleteEverything: string;
  readonly deleted: (questions: string, votes: string) => string;

  readonly auditExport: (rows: string) => string;
  readonly auditDelete: (questions: string, votes: string) => string;
}

/** The words of `/insights` in every language. */
export const insightsMessages: Translations<InsightsMessages> = {
  en: {
    unansweredHeading: (count, isOne) =>
      `${count} ${isOne ? 'question' : 'questions'} without an answer`,
    noneUnanswered: (days) => `Nothing was asked in the last ${days} days that had no answer.`,
    wrongHeading: (count, isOne) => `${count} ${isOne ? 'quote' : 'quotes'} marked as wrong`,
    noneWrong: (days) => `No quote was marked as wrong in the last ${days} days.`,
    people: (count, isOne) => `${count} ${isOne ? 'person' : 'people'}`,
    times: (count, isOne) => (isOne ? 'asked once' : `asked ${count} times`),
    between: (first, last) => (first === last ? first : `${first} – ${last}`),
    markedWrong: (count, isOne) => `marked as wrong by ${count} ${isOne ? 'person' : 'people'}`,
    foundRight: (count) => `as right by ${count}`,
    passageGone: (articleId) => `The quote is no longer in the articles (${articleId}).`,
    keptFor: (days) => `Kept for ${days} days. Questions that ask the same are counted together.`,
    exportHeading: 'Questions and feedback',
    exported: (rows) => `Rows in the file: ${rows}.`,
    omitted: (rows) => `Older rows for which there was no room: ${rows}.`,
    exportNote:
      'The file holds what people asked, without who they are. Please treat it accordingly.',
    deleteHeading: 'Delete all questions and feedback?',
    deleteWarning:
      'Everything that is kept of all people is deleted for good. There is no way to undo it.',
    deleteEverything: 'Delete everything',
    deleted: (questions, votes) => `Deleted: questions ${questions}, marked quotes ${votes}.`,
    auditExport: (rows) => `exported the questions and feedback (rows: ${rows})`,
    auditDelete: (questions, votes) =>
      `deleted all feedback (questions: ${questions}, marked quotes: ${votes})`,
  },
  'zh-CN': {
    unansweredHeading: (count) => `${count} 个没有答案的问题`,
    noneUnanswered: (days) => `最近 ${days} 天内，所有问题都有答案。`,
    wrongHeading: (count) => `${count} 条被标为错误的引文`,
    noneWrong: (days) => `最近 ${days} 天内，没有引文被标为错误。`,
    people: (count) => `${count} 人`,
    times: (count) => `提问 ${count} 次`,
    between: (first, last) => (first === last ? first : `${first}至${last}`),
    markedWrong: (count) => `${count} 人标为错误`,
    foundRight: (count) => `${count} 人标为正确`,
    passageGone: (articleId) => `文章中已没有这条引文（${articleId}）。`,
    keptFor: (days) => `保存 ${days} 天。问法不同但内容相同的问题合并计算。`,
    exportHeading: '问题与反馈',
    exported: (rows) => `文件中的行数：${rows}。`,
    omitted: (rows) => `因空间不足而略去的较早的行数：${rows}。`,
    exportNote: '文件中有大家提出的问题，但没有提问者的身份。请妥善保管。',
    deleteHeading: '删除所有问题与反馈？',
    deleteWarning: '所有人的内容都将被永久删除，无法恢复。',
    deleteEverything: '全部删除',
    deleted: (questions, votes) => `已删除：问题 ${questions} 条，引文评价 ${votes} 条。`,
    auditExport: (rows) => `导出了问题与反馈（${rows} 行）`,
    auditDelete: (questions, votes) =>
      `删除了所有反馈（问题 ${questions} 条，引文评价 ${votes} 条）`,
  },
  'zh-TW': {
    unansweredHeading: (count) => `${count} 個沒有答案的問題`,
    noneUnanswered: (days) => `最近 ${days} 天內，所有問題都有答案。`,
    wrongHeading: (count) => `${count} 則被標為錯誤的引文`,
    noneWrong: (days) => `最近 ${days} 天內，沒有引文被標為錯誤。`,
    people: (count) => `${count} 人`,
    times: (count) => `提問 ${count} 次`,
    between: (first, last) => (first === last ? first : `${first}至${last}`),
    markedWrong: (count) => `${count} 人標為錯誤`,
    foundRight: (count) => `${count} 人標為正確`,
    passageGone: (articleId) => `文章中已沒有這則引文（${articleId}）。`,
    keptFor: (days) => `保存 ${days} 天。問法不同但內容相同的問題合併計算。`,
    exportHeading: '問題與回饋',
    exported: (rows) => `檔案中的列數：${rows}。`,
    omitted: (rows) => `因空間不足而略去的較早的列數：${rows}。`,
    exportNote: '檔案中有大家提出的問題，但沒有提問者的身分。請妥善保管。',
    deleteHeading: '刪除所有問題與回饋？',
    deleteWarning: '所有人的內容都將被永久刪除，無法復原。',
    deleteEverything: '全部刪除',
    deleted: (questions, votes) => `已刪除：問題 ${questions} 則，引文評價 ${votes} 則。`,
    auditExport: (rows) => `匯出了問題與回饋（${rows} 列）`,
    auditDelete: (questions, votes) =>
      `刪除了所有回饋（問題 ${questions} 則，引文評價 ${votes} 則）`,
  },
};
