import type { Translations } from '../../i18n/index.ts';

/** What `find` says. */
export interface FindMessages {
  readonly heading: string;
  /** Below a statement. */
  readonly notFound: string;
  readonly nothingToFind: string;
  readonly othersLeft: (count: string, isOne: boolean) => string;
}

/** {@link FindMessages} in every language. */
export const findMessages: Translations<FindMessages> = {
  en: {
    heading: 'What the articles say about this',
    notFound: 'Not found in the articles.',
    nothingToFind: 'There are no words in this text that could be looked up.',
    othersLeft: (count, isOne) =>
      `${count} more ${isOne ? 'statement was' : 'statements were'} not looked up.`,
  },
  'zh-CN': {
    heading: '文章中的相关内容',
    notFound: '文章中没有找到。',
    nothingToFind: '这段文字中没有可供查找的词语。',
    othersLeft: (count) => `另有 ${count} 句未查找。`,
  },
  'zh-TW': {
    heading: '文章中的相關內容',
    notFound: '文章中沒有找到。',
    nothingToFind: '這段文字中沒有可供查找的詞語。',
    othersLeft: (count) => `另有 ${count} 句未查找。`,
  },
};
