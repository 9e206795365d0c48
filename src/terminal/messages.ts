import type { Translations } from '../i18n/index.ts';

/** What the terminal says in words of its own. Texts with a number get it as text, already formatted. */
export interface TerminalMessages {
  readonly about: string;
  readonly aboutHelp: string;
  readonly helpHint: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly options: {
    readonly corpus: string;
    readonly json: string;
    readonly version: string;
    readonly help: string;
    readonly batch: string;
    readonly svg: string;
  };
  readonly commands: Readonly<
    Record<'dates' | 'check' | 'doctor' | 'console' | 'register' | 'help', string>
  >;
  readonly questionMissing: string;
  readonly batchHasQuestion: string;
  readonly noArticles: (folder: string) => string;
  readonly rejected: (count: string, isOne: boolean) => string;
  readonly unexpected: (id: string) => string;
  readonly lineTooLong: (maxLength: string) => string;
  readonly progress: Readonly<Record<'reading' | 'indexing', string>>;
  readonly undated: string;
  readonly alsoIn: (count: string, isOne: boolean, sources: string) => string;
  /** What can be done next, and what to type for it. */
  readonly toType: (action: string, typed: string) => string;
  readonly listSeparator: string;
  readonly picture: {
    readonly written: (file: string) => string;
    readonly tooFewDates: string;
    readonly notWritten: (file: string, reason: string) => string;
    readonly reasons: Readonly<
      Record<'folder' | 'special-file' | 'no-folder' | 'no-permission' | 'no-space', string>
    >;
  };
  readonly check: {
    readonly columns: Readonly<
      Record<'file' | 'publisher' | 'published' | 'language' | 'title', string>
    >;
    readonly inferred: string;
    readonly warning: string;
    readonly summary: (articles: string, errors: string, warnings: string) => string;
  };
  readonly registered: (count: number) => string;
  readonly notRegistered: (guildIds: string) => string;
  readonly console: {
    readonly welcome: (articles: string, folder: string) => string;
    readonly interruptHint: string;
    readonly help: string;
    readonly plainLine: string;
    readonly quit: string;
    readonly unknownCommand: (name: string, nearest: string | null) => string;
    readonly subcommandMissing: (name: string, subcommands: string) => string;
    readonly unclosedQuote: string;
    readonly trailingBackslash: string;
    readonly unexpectedText: (text: string) => string;
  };
}

/** {@link TerminalMessages} in every language. */
export const terminalMessages: Translations<TerminalMessages> = {
  en: {
    about: 'Answers questions about a news story with word-for-word quotes from its articles.',
    aboutHelp: 'Settings come from the environment and from .env, as they do for the bot.',
    helpHint: '(verbatim --help lists what there is)',
    titles: {},
    options: {
      corpus: 'Folder of articles (default: CORPUS_DIR)',
      json: 'Print the result as JSON',
      version: 'Print the version',
      help: 'Print this help',
      batch: 'Read questions as JSON Lines from standard input, and answer each with a JSON line',
      svg: 'Also draw it as a picture, into this SVG file',
    },
    commands: {
      dates: 'Find the dates in texts, read as JSON Lines from standard input',
      check: 'Read the articles and say what is wrong with them',
      doctor: 'Check the settings, the folders and what Discord knows of the bot',
      console: 'Ask question after question at a prompt',
      register: 'Register the commands with Discord (the bot does so when it starts)',
      help: 'Print the help of a command',
    },
    questionMissing: 'a question is missing: verbatim ask QUESTION',
    batchHasQuestion: '--batch reads its questions from standard input; leave the question out',
    noArticles: (folder) => `There are no articles in ${folder}.`,
    rejected: (count, isOne) =>
      `${count} ${isOne ? 'article was' : 'articles were'} rejected; run verbatim check`,
    unexpected: (id) => `Something went wrong (${id}). The log has the cause under this number.`,
    lineTooLong: (maxLength) => `longer than ${maxLength} characters`,
    progress: { reading: 'Reading articles', indexing: 'Building the index' },
    undated: 'undated',
    toType: (action, typed) => `${action}: ${typed}`,
    alsoIn: (count, isOne, sources) =>
      `also in ${count} more ${isOne ? 'source' : 'sources'}: ${sources}`,
    listSeparator: '; ',
    picture: {
      written: (file) => `Picture: ${file}`,
      tooFewDates: 'There is no picture: it takes two entries with a date.',
      notWritten: (file, reason) => `${file} cannot be written: ${reason}`,
      reasons: {
        folder: 'it is a folder',
        'special-file': 'it is not a regular file',
        'no-folder': 'its folder does not exist',
        'no-permission': 'permission denied',
        'no-space': 'there is no space left',
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
      inferred: '* inferred from the text or the file name, not given',
      warning: 'warning',
      summary: (articles, errors, warnings) =>
        `Articles: ${articles} · errors: ${errors} · warnings: ${warnings}`,
    },
    registered: (count) => `Commands registered: ${count}`,
    notRegistered: (guildIds) =>
      `Not registered in these servers, which the bot is not in: ${guildIds}`,
    console: {
      welcome: (articles, folder) =>
        `Articles: ${articles}, from ${folder}. Ask a question, or type /help.`,
      interruptHint: 'Press Ctrl-C again to quit.',
      help: 'Show this help',
      plainLine: 'A line without a slash is a question.',
      quit: 'End the console',
      unknownCommand: (name, nearest) =>
        `There is no command /${name}.${nearest ? ` Did you mean /${nearest}?` : ' /help lists them.'}`,
      subcommandMissing: (name, subcommands) => `/${name} needs one of: ${subcommands}`,
      unclosedQuote: 'A quotation mark is not closed.',
      trailingBackslash:
        'The line ends inside quotation marks with a backslash; write \\\\ for a backslash.',
      unexpectedText: (text) => `This command has no place for "${text}".`,
    },
  },
  'zh-CN': {
    about: '针对一则新闻回答问题，答案是报道原文的逐字引用。',
    aboutHelp: '设置来自环境变量和 .env 文件，与机器人相同。',
    helpHint: '（运行 verbatim --help 查看全部用法）',
    titles: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Global Options:': '全局选项：',
      'Commands:': '命令：',
    },
    options: {
      corpus: '文章所在的文件夹（默认：CORPUS_DIR）',
      json: '以 JSON 输出结果',
      version: '显示版本',
      help: '显示本帮助',
      batch: '从标准输入逐行读取 JSON 格式的问题，每个问题输出一行 JSON 答案',
      svg: '另绘成图，存为此 SVG 文件',
    },
    commands: {
      dates: '找出文本中的日期；从标准输入逐行读取 JSON 格式的文本',
      check: '读取文章，指出其中的问题',
      doctor: '检查设置、文件夹以及机器人在 Discord 上的状态',
      console: '进入交互提示符，连续提问',
      register: '向 Discord 注册命令（机器人启动时会自动注册）',
      help: '显示某个命令的帮助',
    },
    questionMissing: '缺少问题：verbatim ask 问题',
    batchHasQuestion: '--batch 从标准输入读取问题，请不要在命令行中再写问题',
    noArticles: (folder) => `${folder} 中没有文章。`,
    rejected: (count) => `有 ${count} 篇文章未被采用，请运行 verbatim check 查看原因`,
    unexpected: (id) => `出了点问题（${id}）。日志中可按此编号查到原因。`,
    lineTooLong: (maxLength) => `超过 ${maxLength} 个字符`,
    progress: { reading: '正在读取文章', indexing: '正在建立索引' },
    undated: '日期不详',
    toType: (action, typed) => `${action}：${typed}`,
    alsoIn: (count, _isOne, sources) => `另有 ${count} 个来源：${sources}`,
    listSeparator: '；',
    picture: {
      written: (file) => `图：${file}`,
      tooFewDates: '没有图：至少要有两项写明日期。',
      notWritten: (file, reason) => `无法写入 ${file}：${reason}`,
      reasons: {
        folder: '这是一个文件夹',
        'special-file': '不是普通文件',
        'no-folder': '所在的文件夹不存在',
        'no-permission': '没有权限',
        'no-space': '空间不足',
      },
    },
    check: {
      columns: {
        file: '文件',
        publisher: '发布者',
        published: '日期',
        language: '语言',
        title: '标题',
      },
      inferred: '* 根据正文或文件名推断，并非原文件给出',
      warning: '警告',
      summary: (articles, errors, warnings) =>
        `文章：${articles} · 错误：${errors} · 警告：${warnings}`,
    },
    registered: (count) => `已注册命令 ${count} 个`,
    notRegistered: (guildIds) => `机器人不在以下服务器中，因此未能注册：${guildIds}`,
    console: {
      welcome: (articles, folder) =>
        `已从 ${folder} 读取文章 ${articles} 篇。请直接提问，或输入 /help 查看帮助。`,
      interruptHint: '再按一次 Ctrl-C 退出。',
      help: '显示本帮助',
      plainLine: '不以斜杠开头的一行就是一个问题。',
      quit: '退出',
      unknownCommand: (name, nearest) =>
        `没有 /${name} 这个命令。${nearest ? `您是不是要输入 /${nearest}？` : '输入 /help 查看全部命令。'}`,
      subcommandMissing: (name, subcommands) => `/${name} 后面需要写明其中一项：${subcommands}`,
      unclosedQuote: '引号没有成对。',
      trailingBackslash: '这一行在引号内以反斜杠结尾；如需反斜杠，请写成 \\\\。',
      unexpectedText: (text) => `这个命令不接受“${text}”。`,
    },
  },
  'zh-TW': {
    about: '針對一則新聞回答問題，答案是報導原文的逐字引用。',
    aboutHelp: '設定來自環境變數和 .env 檔案，與機器人相同。',
    helpHint: '（執行 verbatim --help 查看全部用法）',
    titles: {
      'Usage:': '用法：',
      'Arguments:': '引數：',
      'Options:': '選項：',
      'Global Options:': '全域選項：',
      'Commands:': '指令：',
    },
    options: {
      corpus: '文章所在的資料夾（預設：CORPUS_DIR）',
      json: '以 JSON 輸出結果',
      version: '顯示版本',
      help: '顯示本說明',
      batch: '從標準輸入逐行讀取 JSON 格式的問題，每個問題輸出一行 JSON 答案',
      svg: '另繪成圖，存為此 SVG 檔案',
    },
    commands: {
      dates: '找出文字中的日期；從標準輸入逐行讀取 JSON 格式的文字',
      check: '讀取文章，指出其中的問題',
      doctor: '檢查設定、資料夾以及機器人在 Discord 上的狀態',
      console: '進入互動提示字元，連續提問',
      register: '向 Discord 註冊指令（機器人啟動時會自動註冊）',
      help: '顯示某個指令的說明',
    },
    questionMissing: '缺少問題：verbatim ask 問題',
    batchHasQuestion: '--batch 從標準輸入讀取問題，請不要在命令列中再寫問題',
    noArticles: (folder) => `${folder} 中沒有文章。`,
    rejected: (count) => `有 ${count} 篇文章未被採用，請執行 verbatim check 查看原因`,
    unexpected: (id) => `出了點問題（${id}）。記錄檔中可依此編號查到原因。`,
    lineTooLong: (maxLength) => `超過 ${maxLength} 個字元`,
    progress: { reading: '正在讀取文章', indexing: '正在建立索引' },
    undated: '日期不詳',
    toType: (action, typed) => `${action}：${typed}`,
    alsoIn: (count, _isOne, sources) => `另有 ${count} 個來源：${sources}`,
    listSeparator: '；',
    picture: {
      written: (file) => `圖：${file}`,
      tooFewDates: '沒有圖：至少要有兩項寫明日期。',
      notWritten: (file, reason) => `無法寫入 ${file}：${reason}`,
      reasons: {
        folder: '這是一個資料夾',
        'special-file': '不是一般檔案',
        'no-folder': '所在的資料夾不存在',
        'no-permission': '沒有權限',
        'no-space': '空間不足',
      },
    },
    check: {
      columns: {
        file: '檔案',
        publisher: '發布者',
        published: '日期',
        language: '語言',
        title: '標題',
      },
      inferred: '* 依內文或檔名推斷，並非原檔案提供',
      warning: '警告',
      summary: (articles, errors, warnings) =>
        `文章：${articles} · 錯誤：${errors} · 警告：${warnings}`,
    },
    registered: (count) => `已註冊指令 ${count} 個`,
    notRegistered: (guildIds) => `機器人不在以下伺服器中，因此未能註冊：${guildIds}`,
    console: {
      welcome: (articles, folder) =>
        `已從 ${folder} 讀取文章 ${articles} 篇。請直接提問，或輸入 /help 查看說明。`,
      interruptHint: '再按一次 Ctrl-C 結束。',
      help: '顯示本說明',
      plainLine: '不以斜線開頭的一行就是一個問題。',
      quit: '結束',
      unknownCommand: (name, nearest) =>
        `沒有 /${name} 這個指令。${nearest ? `您是不是要輸入 /${nearest}？` : '輸入 /help 查看全部指令。'}`,
      subcommandMissing: (name, subcommands) => `/${name} 後面需要寫明其中一項：${subcommands}`,
      unclosedQuote: '引號沒有成對。',
      trailingBackslash: '這一行在引號內以反斜線結尾；如需反斜線，請寫成 \\\\。',
      unexpectedText: (text) => `這個指令不接受「${text}」。`,
    },
  },
};
