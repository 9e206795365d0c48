import { formatCount, type Locale, messagesFor, type Translations } from '../i18n/index.ts';
import { shorten } from '../shared/graphemes.ts';
import { BUTTON_LABEL_UNITS } from './render/message-limits.ts';

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
  readonly unknownMessageCommand: (name: string) => string;
  /** A command was used on one of our own answers. */
  readonly ownMessage: string;
  readonly noTextInMessage: string;
  readonly unknownControl: string;
  /** Above the answer to a control of a message that was made of other articles. */
  readonly articlesChanged: string;
  /** In the place of controls. */
  readonly tooLongForControls: string;
  /** In the place of a file. */
  readonly mayNotAttach: string;
  readonly tooFast: (seconds: string, isOne: boolean) => string;
  readonly tooManyWaiting: string;
  readonly restarting: string;
  /** Shown last, while work goes on that takes longer than its answer can be changed. */
  readonly goesOn: string;
  /** Above what everyone sees of an answer that came too late for its person alone. */
  readonly lateAnswer: (name: string) => string;
  /** A line for those who watch over the bot: who did what. */
  readonly audit: (name: string, id: string, text: string) => string;
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
    unknownMessageCommand: (name) =>
      `I do not know the command “${name}”. It may have been removed or renamed; reload Discord to see the current commands.`,
    ownMessage: 'This is an answer of mine. Each of its quotes already names its source.',
    noTextInMessage: 'There is no text in this message. I do not read pictures, files or stickers.',
    unknownControl: 'This control is no longer in use. Please run the command again.',
    articlesChanged:
      'The articles have changed since this was first shown. This is what they say now.',
    tooLongForControls:
      'There is more, but what was asked for is too long for buttons. Please ask in fewer words.',
    mayNotAttach: 'There is a file with this, but I may not attach files in this channel.',
    tooFast: (seconds, isOne) =>
      `That was a lot in a short time. Please try again in ${seconds} ${isOne ? 'second' : 'seconds'}, so that everyone gets a turn.`,
    tooManyWaiting:
      'Several of your questions are still waiting. Please let them be answered first.',
    restarting: 'I am restarting. Please try again in a moment.',
    goesOn:
      'This takes longer than Discord lets me change this message. It goes on, and I will say in this channel what came of it.',
    lateAnswer: (name) => `For ${name}: this took longer than Discord lets me answer you alone.`,
    audit: (name, id, text) => `${name} (${id}): ${text}`,
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
    unknownMessageCommand: (name) =>
      `我不认识命令“${name}”。它可能已被移除或改名；请重新加载 Discord 以查看当前的命令。`,
    ownMessage: '这是我自己的回答，其中每段引文都已注明出处。',
    noTextInMessage: '这条消息里没有文字。我不会读取图片、文件和贴纸。',
    unknownControl: '这个控件已停用，请重新运行命令。',
    articlesChanged: '自最初显示以来，文章已有变动。以下为现在的内容。',
    tooLongForControls: '还有更多内容，但所输入的文字太长，无法提供按钮。请缩短后再试。',
    mayNotAttach: '此处附有一个文件，但我在这个频道没有上传文件的权限。',
    tooFast: (seconds) => `操作太频繁了。为了让大家都能用上，请在 ${seconds} 秒后再试。`,
    tooManyWaiting: '还有好几个问题在排队，请等它们得到回答后再提问。',
    restarting: '我正在重启，请稍后再试。',
    goesOn: '所需时间超过了 Discord 允许我修改这条消息的期限。工作仍在继续，结果会发在本频道。',
    lateAnswer: (name) => `致 ${name}：所需时间超过了 Discord 允许单独回复的期限。`,
    audit: (name, id, text) => `${name}（${id}）：${text}`,
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
    unknownMessageCommand: (name) =>
      `我不認得指令「${name}」。它可能已被移除或改名；請重新載入 Discord 以查看目前的指令。`,
    ownMessage: '這是我自己的回答，其中每段引文都已註明出處。',
    noTextInMessage: '這則訊息裡沒有文字。我不會讀取圖片、檔案和貼圖。',
    unknownControl: '這個控制項已停用，請重新執行指令。',
    articlesChanged: '自最初顯示以來，文章已有變動。以下為現在的內容。',
    tooLongForControls: '還有更多內容，但所輸入的文字太長，無法提供按鈕。請縮短後再試。',
    mayNotAttach: '此處附有一個檔案，但我在這個頻道沒有上傳檔案的權限。',
    tooFast: (seconds) => `操作太頻繁了。為了讓大家都能使用，請在 ${seconds} 秒後再試。`,
    tooManyWaiting: '還有好幾個問題在排隊，請等它們得到回答後再提問。',
    restarting: '我正在重新啟動，請稍後再試。',
    goesOn: '所需時間超過了 Discord 允許我修改這則訊息的期限。工作仍在繼續，結果會發在本頻道。',
    lateAnswer: (name) => `致 ${name}：所需時間超過了 Discord 允許單獨回覆的期限。`,
    audit: (name, id, text) => `${name}（${id}）：${text}`,
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
