import { counted, createTranslations, text } from '../../i18n/index.ts';

/** What `/ask` alone says. Lists come ready, joined for the language. */
export const askMessages = createTranslations(
  {
    notAnswered: 'I couldn’t find an answer in these articles.',
    askSomething:
      'Ask me about the story: who, what, when, where, why, how many. “tldr” shows what is new.',
    closestOnly: 'The articles may not answer this. Closest passages:',
    termsFound: (terms: string, count: number) =>
      `${count === 1 ? 'This word occurs' : 'These words occur'}, but no passage answers the question: ${terms}`,
    termsMissing: (terms: string) => `Not in any article: ${terms}`,
    phrasesAbsent: (phrases: string) => `No article contains this exact phrase: ${phrases}`,
    quoted: (phrase: string) => `“${phrase}”`,
    showingResultsFor: (meant: string, written: string) =>
      `Showing results for “${meant}” instead of “${written}”`,
    headlines: { near: 'Closest headlines', latest: 'Latest headlines' },
    earlierFigures: (figures: string) => `Earlier articles give ${figures}.`,
    noArticleFits:
      'No article has this publisher or these dates. To list all articles, use /sources.',
    quotesShown: (shown: number, all: number) => text`${shown} of ${all}`,
    showMore: 'More quotes',
    showInContext: 'In context',
    compareSources: 'Compare sources',
    share: 'Share in channel',
    askAgain: 'Ask again',
    askNext: 'Ask about this',
    nextQuestion: 'Your next question',
    nextExample: 'When did they say that?',
    about: (subject: string) => `About: ${subject}`,
    nobodyMeant: (pronoun: string) =>
      `Nobody is named whom “${pronoun}” could refer to. Ask with a name.`,
    nothingMeant: (pronoun: string) =>
      `Nothing is named that “${pronoun}” could refer to. Ask with a name.`,
    /** The name comes last: it is the person's own, and may be written in any direction. */
    sharedBy: (name: string) => `Shared by ${name}`,
    aroundQuotes: 'Each quote with the sentences around it:',
    sourcesOfQuote: (number: number, articles: number) =>
      text`Quote ${number}: ${counted(articles, 'article')}`,
    sameWords: 'In the same words:',
    otherWords: 'In slightly different words:',
    noOtherSources: 'No other article says the same.',
  },
  (zh) => ({
    notAnswered: zh`现有文章中没有找到答案。`,
    askSomething: zh`可以问这则新闻里的人、事、时间、地点、原因和数字；问“怎么回事”可看最新内容。`,
    closestOnly: zh`文章可能没有回答这个问题。最接近的段落：`,
    termsFound: (terms) => zh`这些词在文章中出现过：${terms}`,
    termsMissing: (terms) => zh`文章中没有这些词：${terms}`,
    phrasesAbsent: (phrases) => zh`没有文章包含这句原话：${phrases}`,
    quoted: (phrase) => zh`“${phrase}”`,
    showingResultsFor: (meant, written) => zh`已按“${meant}”搜索（您输入的是“${written}”）`,
    headlines: { near: zh`最相近的标题`, latest: zh`最新的标题` },
    earlierFigures: (figures) => zh`较早的文章给出的数字是${figures}。`,
    noArticleFits: zh`没有符合该出版方或日期的文章。用 /sources 查看全部文章。`,
    quotesShown: (shown, all) => zh`显示 ${shown} 条，共 ${all} 条`,
    showMore: zh`更多引文`,
    showInContext: zh`查看上下文`,
    compareSources: zh`比较来源`,
    share: zh`分享到频道`,
    askAgain: zh`重新提问`,
    askNext: zh`继续追问`,
    nextQuestion: zh`接下来的问题`,
    nextExample: zh`这是什么时候说的？`,
    about: (subject) => zh`关于：${subject}`,
    nobodyMeant: (pronoun) =>
      zh`不知道“${pronoun}”指的是谁，问题里没有提到任何人。请写出姓名再问。`,
    nothingMeant: (pronoun) => zh`不知道“${pronoun}”指的是什么，问题里没有提到。请写明再问。`,
    sharedBy: (name) => zh`分享者：${name}`,
    aroundQuotes: zh`各条引文及其上下文：`,
    sourcesOfQuote: (number, articles) => zh`第 ${number} 条引文：${articles} 篇文章`,
    sameWords: zh`原文相同：`,
    otherWords: zh`措辞略有不同：`,
    noOtherSources: zh`其他文章中没有相同内容。`,
  }),
);
