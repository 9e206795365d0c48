import { counted, createTranslations, text } from '../../i18n/index.ts';
import type { Typography } from '../../retrieval/index.ts';

/** What is between a word of the articles and that of a quotation. */
type NamedKinds = Readonly<Record<'number' | 'negation' | 'name', string>>;

const ENGLISH_KINDS: NamedKinds = { number: 'number', negation: 'negation', name: 'name' };

const ENGLISH_TYPOGRAPHY: Readonly<Record<Typography, string>> = {
  case: 'capital letters',
  'quotation-marks': 'quotation marks',
  dashes: 'dashes',
  spaces: 'spaces',
  width: 'full width',
  script: 'traditional or simplified characters',
  markdown: 'Markdown marks',
  punctuation: 'punctuation',
};

/** What `verify` says. Lists and dates come ready for the language. */
export const verifyMessages = createTranslations(
  {
    heading: 'Is this quotation real?',
    exact: (articles: number) =>
      `Exact: these words stand in ${counted(articles, 'article')}, word for word.`,
    typographyOnly: (kinds: string) => `Exact but for typography (${kinds}).`,
    first: (date: string) => `The earliest is of ${date}.`,
    altered: 'Altered: no article says this. The nearest passage differs:',
    stitched: (parts: number) =>
      text`Stitched together: no article says this in one piece. It has ${parts} parts, which stand here:`,
    otherSpeaker: (said: string, claimed: string) =>
      `The words are real, but said by ${said}, not by ${claimed}.`,
    absent: 'Not in these articles.',
    closest: 'The closest passage, which does not say it:',
    closestInOtherLanguage: 'Closest in the other language, which is no proof of the words:',
    tooShort: (least: number) => text`Too short to check: it has less than ${least} characters.`,
    saidBy: (name: string) => `Said by ${name}`,
    kinds: ENGLISH_KINDS,
    typography: ENGLISH_TYPOGRAPHY,
    changed: (from: string, to: string) => `“${from}” became “${to}”`,
    leftOut: (from: string) => `“${from}” was left out`,
    added: (to: string) => `“${to}” was added`,
    ofKind: (kind: string, change: string) => `${kind}: ${change}`,
    otherChanges: (count: number) => `and ${counted(count, 'more change')}`,
    contract: (articles: number, date: string) =>
      `Compared word for word with the full text of ${counted(articles, 'article')}, as indexed on ${date}. Capitals, marks, dashes, spaces, width, script and punctuation count as typography; speakers only where they are named beside the words.`,
  },
  (zh) => ({
    heading: zh`这句引文属实吗？`,
    exact: (articles) => zh`属实：${articles} 篇文章中有这段原文，一字不差。`,
    typographyOnly: (kinds) => zh`除排版外与原文一致（${kinds}）。`,
    first: (date) => zh`最早见于 ${date}。`,
    altered: zh`有改动：没有文章这样写。最接近的段落与它不同：`,
    stitched: (parts) => zh`拼接而成：没有文章连续写有这段话。它由 ${parts} 部分组成，分别见于：`,
    otherSpeaker: (said, claimed) => zh`原文属实，但说话的是${said}，不是${claimed}。`,
    absent: zh`这些文章中没有这段话。`,
    closest: zh`最接近的段落，但并未这样说：`,
    closestInOtherLanguage: zh`另一种语言中最接近的段落，不能证明原文：`,
    tooShort: (least) => zh`太短，无法核对：不足 ${least} 个字符。`,
    saidBy: (name) => zh`说话者：${name}`,
    kinds: { number: zh`数字`, negation: zh`否定`, name: zh`名称` },
    typography: {
      case: zh`大小写`,
      'quotation-marks': zh`引号`,
      dashes: zh`连接号与破折号`,
      spaces: zh`空格`,
      width: zh`全角与半角`,
      script: zh`简繁`,
      markdown: zh`Markdown 标记`,
      punctuation: zh`标点`,
    },
    changed: (from, to) => zh`“${from}”变成了“${to}”`,
    leftOut: (from) => zh`少了“${from}”`,
    added: (to) => zh`多了“${to}”`,
    ofKind: (kind, change) => zh`${kind}：${change}`,
    otherChanges: (count) => zh`另有 ${count} 处改动`,
    contract: (articles, date) =>
      zh`与 ${articles} 篇文章的全文逐字比较（索引建于 ${date}）。大小写、引号、连接号、空格、全半角、简繁和标点只算排版；说话者仅以原文旁写明者为准。`,
  }),
);
