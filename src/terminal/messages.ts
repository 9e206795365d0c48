import { counted, createTranslations, type MessagesOf, text } from '../i18n/index.ts';

/** Commander writes its titles in English. */
const NO_TITLES: Readonly<Record<string, string>> = {};

/** What the terminal says in words of its own. Lists come ready, joined for the language. */
export const terminalMessages = createTranslations(
  {
    about: 'Answers questions about a news story with word-for-word quotes from its articles.',
    aboutHelp: 'Settings come from the environment and from .env, as for the bot.',
    helpHint: 'Run "verbatim --help" to see all commands.',
    titles: NO_TITLES,
    options: {
      corpus: 'Article folder (default: CORPUS_DIR)',
      json: 'Print the result as JSON',
      version: 'Show the version',
      help: 'Show this help',
      batch:
        'Read questions or quotations from standard input as JSON Lines, and answer each with one',
      svg: 'Also save a picture as this SVG file',
      csv: 'Print the entries as a table (CSV)',
      ics: 'Print the entries as a calendar (iCalendar)',
      md: 'Print the entries as Markdown',
    },
    commands: {
      dates: 'Find the dates in texts, read from standard input as JSON Lines',
      check: 'Check the articles for problems',
      fetch: 'Fetch web pages into the article folder',
      doctor: "Check the settings, the folders, and the bot's setup on Discord",
      console: 'Ask questions at a prompt',
      register: 'Register the commands with Discord (the bot does so when it starts)',
      help: 'Show help for a command',
    },
    usage: {
      unknownCommand: (name: string) => `Unknown command "${name}".`,
      unknownOption: (flag: string) => `Unknown option ${flag}.`,
      meant: (error: string, nearest: string) => `${error} Did you mean ${nearest}?`,
      valueMissing: (flag: string) => `${flag} needs a value.`,
      notAChoice: (flag: string, got: string, choices: string) =>
        `${flag} must be one of ${choices}, not "${got}".`,
      conflict: (one: string, other: string) => `${one} cannot be used with ${other}.`,
      tooMuch: (command: string) => `"${command}" takes no further words.`,
      questionMissing: 'The question is missing: verbatim ask QUESTION',
      batchHasQuestion: '--batch reads questions from standard input; leave out the question.',
    },
    noArticles: (folder: string) => `There are no articles in ${folder}.`,
    rejected: (count: number) =>
      `${counted(count, 'article was', 'articles were')} rejected; run "verbatim check" to see why`,
    unexpected: (id: string) => `Unexpected error (${id}); the log has the details under this id.`,
    lineTooLong: (max: number) => text`longer than ${max} characters`,
    progress: { reading: 'Reading articles', indexing: 'Building the index' },
    undated: 'undated',
    /** What can be done next, and what to type for it. */
    toType: (action: string, typed: string) => `${action}: ${typed}`,
    alsoIn: (articles: number, names: string) =>
      `also in ${counted(articles, 'more article')}: ${names}`,
    listSeparator: '; ',
    picture: {
      written: (file: string) => `Picture saved: ${file}`,
      tooFewDates: 'No picture: it takes at least two dated entries.',
      notWritten: (file: string, reason: string) => `${file} could not be written: ${reason}`,
      reasons: {
        folder: 'it is a folder',
        'special-file': 'it is not a regular file',
        'no-folder': 'its folder does not exist',
        'no-permission': 'permission denied',
        'no-space': 'the disk is full',
      },
    },
    check: {
      columns: {
        file: 'File',
        publisher: 'Publisher',
        published: 'Date',
        language: 'Language',
        title: 'Title',
      },
      inferred: '* inferred from the text or the file name',
      error: (where: string, reason: string) => `${where}: ${reason}`,
      warning: (where: string, reason: string) => `${where}: warning: ${reason}`,
      summary: (articles: number, errors: number, warnings: number) =>
        text`Articles: ${articles} · errors: ${errors} · warnings: ${warnings}`,
    },
    fetch: {
      addresses: 'Addresses of pages',
      switchedOff: 'Fetching is switched off. Set FETCH=on to allow it.',
      kept: (file: string) => `Added: ${file}`,
      newVersion: (file: string) => `Added: ${file} (a new version of an article that is there)`,
      same: (file: string) => `Already there: ${file}`,
      failed: (address: string, reason: string) => `${address}: ${reason}`,
    },
    registered: (count: number) => text`Commands registered: ${count}`,
    notRegistered: (guildIds: string) =>
      `Not registered in these servers, because the bot is not in them: ${guildIds}`,
    console: {
      welcome: (articles: number, folder: string) =>
        `${counted(articles, 'article')} from ${folder}. Ask a question, or type /help.`,
      interruptHint: 'Press Ctrl-C again to quit.',
      help: 'Show this help',
      plainLine: 'A line without a slash is a question.',
      quit: 'Quit',
      unknownCommand: (name: string, nearest: string | null) =>
        `Unknown command /${name}. ${nearest === null ? 'Type /help to see all commands.' : `Did you mean /${nearest}?`}`,
      subcommandMissing: (name: string, subcommands: string) =>
        `/${name} needs one of: ${subcommands}`,
      unclosedQuote: 'A quotation mark is not closed.',
      trailingBackslash:
        'The line ends inside quotation marks with a backslash. Type \\\\ for a backslash.',
      unexpectedText: (given: string) => `This command does not take "${given}".`,
    },
  },
  (zh) => ({
    about: zh`针对一则新闻回答问题，答案是报道原文的逐字引用。`,
    aboutHelp: zh`设置来自环境变量和 .env 文件，与机器人相同。`,
    helpHint: zh`运行 verbatim --help 查看全部命令。`,
    titles: {
      'Usage:': zh`用法：`,
      'Arguments:': zh`参数：`,
      'Options:': zh`选项：`,
      'Global Options:': zh`全局选项：`,
      'Commands:': zh`命令：`,
    },
    options: {
      corpus: zh`文章文件夹（默认：CORPUS_DIR）`,
      json: zh`以 JSON 输出结果`,
      version: zh`显示版本`,
      help: zh`显示本帮助`,
      batch: zh`从标准输入逐行读取 JSON 格式的问题或引文，每个输出一行 JSON 结果`,
      svg: zh`同时生成图片，保存为该 SVG 文件`,
      csv: zh`以表格（CSV）输出各项`,
      ics: zh`以日历（iCalendar）输出各项`,
      md: zh`以 Markdown 输出各项`,
    },
    commands: {
      dates: zh`找出文字中的日期，从标准输入逐行读取 JSON 格式的文字`,
      check: zh`检查文章中的问题`,
      fetch: zh`抓取网页，存入文章文件夹`,
      doctor: zh`检查设置、文件夹以及机器人在 Discord 上的状态`,
      console: zh`进入交互模式，连续提问`,
      register: zh`向 Discord 注册命令（机器人启动时会自动注册）`,
      help: zh`显示某个命令的帮助`,
    },
    usage: {
      unknownCommand: (name) => zh`没有“${name}”这个命令。`,
      unknownOption: (flag) => zh`没有 ${flag} 这个选项。`,
      meant: (error, nearest) => zh`${error}是否应为 ${nearest}？`,
      valueMissing: (flag) => zh`${flag} 后面需要一个值。`,
      notAChoice: (flag, got, choices) => zh`${flag} 只能是 ${choices} 之一，不能是“${got}”。`,
      conflict: (one, other) => zh`${one} 不能与 ${other} 同时使用。`,
      tooMuch: (command) => zh`“${command}”之后不能再有其他内容。`,
      questionMissing: zh`缺少问题：verbatim ask 问题`,
      batchHasQuestion: zh`--batch 从标准输入读取问题，请不要再写问题。`,
    },
    noArticles: (folder) => zh`${folder} 中没有文章。`,
    rejected: (count) => zh`有 ${count} 篇文章未被采用，请运行 verbatim check 查看原因`,
    unexpected: (id) => zh`发生意外错误（${id}），日志中可按此编号查看详情。`,
    lineTooLong: (max) => zh`超过 ${max} 个字符`,
    progress: { reading: zh`正在读取文章`, indexing: zh`正在建立索引` },
    undated: zh`日期不详`,
    toType: (action, typed) => zh`${action}：${typed}`,
    alsoIn: (articles, names) => zh`另有 ${articles} 篇文章内容相同：${names}`,
    listSeparator: zh`；`,
    picture: {
      written: (file) => zh`已保存图片：${file}`,
      tooFewDates: zh`没有图片：至少要有两项注明日期。`,
      notWritten: (file, reason) => zh`无法写入 ${file}：${reason}`,
      reasons: {
        folder: zh`这是一个文件夹`,
        'special-file': zh`不是普通文件`,
        'no-folder': zh`所在的文件夹不存在`,
        'no-permission': zh`没有权限`,
        'no-space': zh`磁盘已满`,
      },
    },
    check: {
      columns: {
        file: zh`文件`,
        publisher: zh`出版方`,
        published: zh`日期`,
        language: zh`语言`,
        title: zh`标题`,
      },
      inferred: zh`* 根据正文或文件名推断`,
      error: (where, reason) => zh`${where}：${reason}`,
      warning: (where, reason) => zh`${where}：警告：${reason}`,
      summary: (articles, errors, warnings) =>
        zh`文章：${articles} · 错误：${errors} · 警告：${warnings}`,
    },
    fetch: {
      addresses: zh`网页的网址`,
      switchedOff: zh`抓取功能已关闭。如需使用，请设置 FETCH=on。`,
      kept: (file) => zh`已添加：${file}`,
      newVersion: (file) => zh`已添加：${file}（已有文章的新版本）`,
      same: (file) => zh`已存在：${file}`,
      failed: (address, reason) => zh`${address}：${reason}`,
    },
    registered: (count) => zh`已注册 ${count} 个命令`,
    notRegistered: (guildIds) => zh`机器人不在以下服务器中，因此未能注册：${guildIds}`,
    console: {
      welcome: (articles, folder) =>
        zh`已从 ${folder} 读取 ${articles} 篇文章。请直接提问，或输入 /help 查看帮助。`,
      interruptHint: zh`再按一次 Ctrl-C 退出。`,
      help: zh`显示本帮助`,
      plainLine: zh`不以斜杠开头的一行就是一个问题。`,
      quit: zh`退出`,
      unknownCommand: (name, nearest) =>
        nearest === null
          ? zh`没有 /${name} 这个命令。输入 /help 查看全部命令。`
          : zh`没有 /${name} 这个命令。您是不是要输入 /${nearest}？`,
      subcommandMissing: (name, subcommands) => zh`/${name} 后面需要以下之一：${subcommands}`,
      unclosedQuote: zh`引号不成对。`,
      trailingBackslash: zh`这一行在引号内以反斜杠结尾；如需反斜杠，请写成 \\\\。`,
      unexpectedText: (given) => zh`这个命令不接受“${given}”。`,
    },
  }),
);

/** The messages of the terminal in one language. */
export type TerminalMessages = MessagesOf<typeof terminalMessages>;
