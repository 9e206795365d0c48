import { counted, createTranslations, type Locale, text } from '../i18n/index.ts';
import { shorten } from '../shared/graphemes.ts';
import { BUTTON_LABEL_UNITS } from './render/message-limits.ts';

/** The words of the Discord front end itself. Lists come ready, joined for the language. */
export const botMessages = createTranslations(
  {
    /** On a button or link beside an article. */
    read: 'Read',
    alsoIn: (articles: number, names: string) =>
      `Also in ${counted(articles, 'more article')} (${names})`,
    notShown: (count: number) =>
      text`${count} more not shown here. If the command has filters, use them to narrow it down.`,
    listSeparator: ', ',
    failed: (errorId: string) =>
      `Something went wrong on my side. If it happens again, give a moderator this id: ${errorId}`,
    tookTooLong: 'This took too long, so I stopped waiting. Please try again later.',
    unknownCommand: (name: string) =>
      `I don’t know /${name}. It may have been removed or renamed; reload Discord to see the current commands.`,
    unknownMessageCommand: (name: string) =>
      `I don’t know “${name}”. It may have been removed or renamed; reload Discord to see the current commands.`,
    ownMessage: 'That’s one of my own answers; its quotes already name their sources.',
    noTextInMessage: 'This message has no text. I don’t read pictures, files or stickers.',
    unknownComponent: 'This button no longer works. Please run the command again.',
    /** Above what a button of an older message gives. */
    articlesChanged: 'The articles have changed since. This is what they say now.',
    tooLongForButtons:
      'There is more, but your question is too long for buttons. Please use fewer words.',
    mayNotAttach: 'There is a file with this, but I may not attach files in this channel.',
    tooFast: (seconds: number) =>
      `You’re asking too fast. Try again in ${counted(seconds, 'second')}.`,
    tooManyWaiting: 'Several of your questions are still waiting. Please wait for their answers.',
    restarting: 'I’m restarting. Please try again in a moment.',
    goesOn:
      'This is taking a while, and I can no longer update this message. I’ll post the result in this channel.',
    lateAnswer: (name: string) => `For ${name}: this took too long for a private reply.`,
    /** For the audit channel: who did what. */
    audit: (name: string, id: string, deed: string) => `${name} (${id}): ${deed}`,
  },
  (zh) => ({
    read: zh`阅读原文`,
    alsoIn: (articles, names) => zh`另有 ${articles} 篇文章内容相同（${names}）`,
    notShown: (count) => zh`另有 ${count} 项未在此显示。如果命令有筛选选项，可用来缩小范围。`,
    listSeparator: zh`、`,
    failed: (errorId) => zh`我这边出了点问题。如果再次发生，请把这个编号告诉管理员：${errorId}`,
    tookTooLong: zh`处理时间过长，我已停止等待。请稍后再试。`,
    unknownCommand: (name) =>
      zh`我不认识命令 /${name}。它可能已被移除或改名；请重新加载 Discord 以查看当前的命令。`,
    unknownMessageCommand: (name) =>
      zh`我不认识命令“${name}”。它可能已被移除或改名；请重新加载 Discord 以查看当前的命令。`,
    ownMessage: zh`这是我自己的回答，其中每条引文都已注明出处。`,
    noTextInMessage: zh`这条消息里没有文字。我不会读取图片、文件和贴纸。`,
    unknownComponent: zh`这个按钮已失效，请重新运行命令。`,
    articlesChanged: zh`文章已更新，以下为最新内容。`,
    tooLongForButtons: zh`还有更多内容，但您的问题太长，无法提供按钮。请缩短后再试。`,
    mayNotAttach: zh`此处附有一个文件，但我在这个频道没有上传文件的权限。`,
    tooFast: (seconds) => zh`您提问太快了，请在 ${seconds} 秒之后再试。`,
    tooManyWaiting: zh`您还有几个问题在排队，请等它们得到回答后再提问。`,
    restarting: zh`我正在重启，请稍后再试。`,
    goesOn: zh`处理时间较长，这条消息已无法更新；完成后我会在本频道发布结果。`,
    lateAnswer: (name) => zh`致 ${name}：处理时间过长，无法再单独回复。`,
    audit: (name, id, deed) => zh`${name}（${id}）：${deed}`,
  }),
);

/** What a link to an article is called, fit for a button. */
export function readLabel(locale: Locale): string {
  return shorten(botMessages[locale].read, BUTTON_LABEL_UNITS);
}
