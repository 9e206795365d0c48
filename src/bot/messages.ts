import { formatCount, type Locale, messagesFor, type Translations } from '../i18n/index.ts';
import { BUTTON_LABEL_UNITS } from './budget.ts';
import { shorten } from './graphemes.ts';

/** The words of the Discord front end itself. */
export interface BotMessages {
  /** On a button or link beside an article. */
  readonly read: string;
  readonly alsoIn: (count: string, isOne: boolean, names: string) => string;
  readonly notShown: (count: string, isOne: boolean) => string;
  /** Between the names of a list. */
  readonly listSeparator: string;
  readonly failed: (errorId: string) => string;
  readonly tookTooLong: string;
  readonly unknownCommand: (name: string) => string;
  readonly unknownControl: string;
  /** Above the answer to a control of a message that was made of other articles. */
  readonly articlesChanged: string;
  /** In the place of controls. */
  readonly tooLongForControls: string;
  readonly tooFast: (seconds: string, isOne: boolean) => string;
  readonly tooManyWaiting: string;
  readonly restarting: string;
  readonly reading: (done: string, total: string) => string;
  readonly indexing: (done: string, total: string) => string;
}

const translations: Translations<BotMessages> = {
  en: {
    read: 'Read',
    alsoIn: (count, isOne, names) =>
      `Also in ${count} more ${isOne ? 'source' : 'sources'}: ${names}`,
    notShown: (count, isOne) =>
      `${count} more ${isOne ? 'is' : 'are'} not shown here. Filters, where the command has them, narrow it down.`,
    listSeparator: ', ',
    failed: (errorId) =>
      `Something went wrong on my side. If it happens again, give a moderator this id: ${errorId}`,
    tookTooLong: 'This took too long, so I stopped waiting for it. Please try again later.',
    unknownCommand: (name) =>
      `I do not know the command /${name}. It may have been removed or renamed; reload Discord to see the current commands.`,
    unknownControl: 'This control is no longer in use. Please run the command again.',
    articlesChanged:
      'The articles have changed since this was first shown. This is what they say now.',
    tooLongForControls:
      'There is more, but what was asked for is too long for buttons. Please ask in fewer words.',
    tooFast: (seconds, isOne) =>
      `That was a lot in a short time. Please try again in ${seconds} ${isOne ? 'second' : 'seconds'}, so that everyone gets a turn.`,
    tooManyWaiting:
      'Several of your questions are still waiting. Please let them be answered first.',
    restarting: 'I am restarting. Please try again in a moment.',
    reading: (done, total) => `Reading files: ${done} of ${total}`,
    indexing: (done, total) => `Indexing articles: ${done} of ${total}`,
  },
  'zh-CN': {
    read: '阅读原文',
    alsoIn: (count, _isOne, names) => `另有 ${count} 个来源有相同内容：${names}`,
    notShown: (count) => `还有 ${count} 条未在此显示。命令若有筛选选项，可用来缩小范围。`,
    listSeparator: '、',
    failed: (errorId) => `我这边出了点问题。如果再次发生，请把这个编号告诉管理员：${errorId}`,
    tookTooLong: '处理时间过长，我已停止等待。请稍后再试。',
    unknownCommand: (name) =>
      `我不认识命令 /${name}。它可能已被移除或改名；请重新加载 Discord 以查看当前的命令。`,
    unknownControl: '这个控件已停用，请重新运行命令。',
    articlesChanged: '自最初显示以来，文章已有变动。以下为现在的内容。',
    tooLongForControls: '还有更多内容，但所输入的文字太长，无法提供按钮。请缩短后再试。',
    tooFast: (seconds) => `操作太频繁了。为了让大家都能用上，请在 ${seconds} 秒后再试。`,
    tooManyWaiting: '还有好几个问题在排队，请等它们得到回答后再提问。',
    restarting: '我正在重启，请稍后再试。',
    reading: (done, total) => `正在读取文件：${done} / ${total}`,
    indexing: (done, total) => `正在为文章建立索引：${done} / ${total}`,
  },
  'zh-TW': {
    read: '閱讀原文',
    alsoIn: (count, _isOne, names) => `另有 ${count} 個來源有相同內容：${names}`,
    notShown: (count) => `還有 ${count} 則未在此顯示。指令若有篩選選項，可用來縮小範圍。`,
    listSeparator: '、',
    failed: (errorId) => `我這邊出了點問題。如果再次發生，請把這個編號告訴管理員：${errorId}`,
    tookTooLong: '處理時間過長，我已停止等待。請稍後再試。',
    unknownCommand: (name) =>
      `我不認得指令 /${name}。它可能已被移除或改名；請重新載入 Discord 以查看目前的指令。`,
    unknownControl: '這個控制項已停用，請重新執行指令。',
    articlesChanged: '自最初顯示以來，文章已有變動。以下為現在的內容。',
    tooLongForControls: '還有更多內容，但所輸入的文字太長，無法提供按鈕。請縮短後再試。',
    tooFast: (seconds) => `操作太頻繁了。為了讓大家都能使用，請在 ${seconds} 秒後再試。`,
    tooManyWaiting: '還有好幾個問題在排隊，請等它們得到回答後再提問。',
    restarting: '我正在重新啟動，請稍後再試。',
    reading: (done, total) => `正在讀取檔案：${done} / ${total}`,
    indexing: (done, total) => `正在為文章建立索引：${done} / ${total}`,
  },
};

/** The words of the Discord front end in one locale. */
export function botMessages(locale: Locale): BotMessages {
  return messagesFor(translations, locale);
}

/** "Also in 2 more sources: …", with the names already fit to be shown. */
export function alsoInLine(locale: Locale, count: number, names: string): string {
  return botMessages(locale).alsoIn(formatCount(count, locale), count === 1, names);
}

/** "… try again in 3 seconds". */
export function tooFastLine(locale: Locale, waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1000);
  return botMessages(locale).tooFast(formatCount(seconds, locale), seconds === 1);
}

/** "3 more are not shown here…". */
export function notShownLine(locale: Locale, count: number): string {
  return botMessages(locale).notShown(formatCount(count, locale), count === 1);
}

/** What a link to an article is called, fit for a button. */
export function readLabel(locale: Locale): string {
  return shorten(botMessages(locale).read, BUTTON_LABEL_UNITS);
}
