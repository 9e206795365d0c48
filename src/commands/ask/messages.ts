import type { Translations } from '../../i18n/index.ts';

/** What `/ask` alone says. Lists come ready, joined for the language. */
export interface AskMessages {
  readonly notAnswered: string;
  readonly termsFound: (terms: string) => string;
  readonly termsMissing: (terms: string) => string;
  /** Phrases that were asked for word for word, in quotation marks and as a list. */
  readonly phrasesAbsent: (phrases: string) => string;
  /** One phrase in quotation marks. */
  readonly quoted: (phrase: string) => string;
  readonly showingResultsFor: (meant: string, written: string) => string;
  readonly headlines: Readonly<Record<'near' | 'latest', string>>;
  readonly noArticleFits: string;
  /** On controls. */
  readonly showMore: string;
  readonly showInContext: string;
  readonly compareSources: string;
  readonly share: string;
  readonly askAnew: string;
  /** The name comes last: it is the person's own, and may be written in any direction. */
  readonly sharedBy: (name: string) => string;
  /** Above quotes that are shown with the sentences around them. */
  readonly aroundQuotes: string;
  /** Above the sources of one quote, by its place in the answer. */
  readonly sourcesOfQuote: (place: string, count: string, isOne: boolean) => string;
  /** Above other sources that have a quote word for word. */
  readonly sameWords: string;
  /** Above the quotes of other sources that differ from it a little. */
  readonly otherWords: string;
  readonly noOtherSources: string;
}

/** English first; the Chinese of each script is written for its readers, not converted. */
export const askMessages: Translations<AskMessages> = {
  en: {
    notAnswered: 'The articles do not answer this.',
    termsFound: (terms) => `Found in the articles: ${terms}`,
    termsMissing: (terms) => `Not found: ${terms}`,
    phrasesAbsent: (phrases) => `No article says this word for word: ${phrases}`,
    quoted: (phrase) => `“${phrase}”`,
    showingResultsFor: (meant, written) => `Showing results for “${meant}” instead of “${written}”`,
    headlines: { near: 'Nearest headlines', latest: 'Latest headlines' },
    noArticleFits:
      'No article fits the source or the dates that were asked for. /sources lists them all.',
    showMore: 'More quotes',
    showInContext: 'In context',
    compareSources: 'Compare sources',
    share: 'Share in the channel',
    askAnew: 'Ask anew',
    sharedBy: (name) => `Shared by ${name}`,
    aroundQuotes: 'Each quote with the sentences around it.',
    sourcesOfQuote: (place, count, isOne) =>
      `Quote ${place}: ${count} ${isOne ? 'source' : 'sources'}`,
    sameWords: 'In the same words:',
    otherWords: 'In nearly the same words:',
    noOtherSources: 'No other source has these quotes.',
  },
  'zh-CN': {
    notAnswered: '现有文章没有回答这个问题。',
    termsFound: (terms) => `文章中有：${terms}`,
    termsMissing: (terms) => `文章中没有：${terms}`,
    phrasesAbsent: (phrases) => `没有文章逐字这样写：${phrases}`,
    quoted: (phrase) => `“${phrase}”`,
    showingResultsFor: (meant, written) => `已改按“${meant}”查找，而非“${written}”`,
    headlines: { near: '最相近的标题', latest: '最新的标题' },
    noArticleFits: '没有文章符合所要求的来源或日期。/sources 会列出全部文章。',
    showMore: '更多引文',
    showInContext: '查看上下文',
    compareSources: '对比来源',
    share: '分享到频道',
    askAnew: '重新提问',
    sharedBy: (name) => `分享者：${name}`,
    aroundQuotes: '各条引文及其上下文。',
    sourcesOfQuote: (place, count) => `第 ${place} 条引文：${count} 个来源`,
    sameWords: '原文相同：',
    otherWords: '措辞略有不同：',
    noOtherSources: '没有其他来源有这些引文。',
  },
  'zh-TW': {
    notAnswered: '現有文章沒有回答這個問題。',
    termsFound: (terms) => `文章中有：${terms}`,
    termsMissing: (terms) => `文章中沒有：${terms}`,
    phrasesAbsent: (phrases) => `沒有文章逐字這樣寫：${phrases}`,
    quoted: (phrase) => `「${phrase}」`,
    showingResultsFor: (meant, written) => `已改以「${meant}」查找，而非「${written}」`,
    headlines: { near: '最相近的標題', latest: '最新的標題' },
    noArticleFits: '沒有文章符合所要求的來源或日期。/sources 會列出全部文章。',
    showMore: '更多引文',
    showInContext: '查看前後文',
    compareSources: '比較來源',
    share: '分享到頻道',
    askAnew: '重新提問',
    sharedBy: (name) => `分享者：${name}`,
    aroundQuotes: '各則引文及其前後文。',
    sourcesOfQuote: (place, count) => `第 ${place} 則引文：${count} 個來源`,
    sameWords: '原文相同：',
    otherWords: '措辭略有不同：',
    noOtherSources: '沒有其他來源有這些引文。',
  },
};
