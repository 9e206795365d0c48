import type {
  FetchFault,
  Problem,
  ProblemCode,
  ProblemOf,
  ProblemValues,
} from '../corpus/index.ts';
import { describeFetchFault } from './fetch-faults.ts';
import { formatBytes } from './format.ts';
import type { Locale } from './locale.ts';
import { counted, createTranslations, text } from './messages.ts';

/** What holds an article or says something about it. */
type Kind = 'page' | 'text' | 'metadata';

/** What is wrong, without a full stop, and what to do about it: one short sentence. */
type Wording = readonly [reason: string, remedy: string];

/** A problem in a person's language. */
export interface ProblemDescription {
  /** `file` or `file:line`; the folder itself has a name in each language. */
  readonly where: string;
  /** Without a full stop. */
  readonly reason: string;
  /** What to do about it: one short sentence. */
  readonly remedy: string;
}

/** Everything that Verbatim says about problems, in one language. */
interface ProblemWords {
  /** The article folder itself, as the location of a problem. */
  readonly folder: string;
  /** By errno name; others are shown as they are. */
  readonly causes: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<ProblemValues['invalid-value']['expected'], Wording>>;
  /** What to do about what is too large. */
  readonly excess: Readonly<Record<Kind, string>>;
  /** A day that its month does not have. */
  readonly noSuchDay: (month: number, day: number, got: string) => string;
  readonly yaml: Readonly<
    Record<ProblemValues['invalid-yaml']['fault'], (detail: string) => Wording>
  >;
  readonly problems: {
    readonly [Code in ProblemCode]: (
      values: ProblemValues[Code],
      words: ProblemWords & { readonly fetchFault: (fault: FetchFault) => Wording },
      location: { readonly file: string; readonly line: number | null },
    ) => Wording;
  };
}

const problemWords = createTranslations<ProblemWords>(
  {
    folder: 'the article folder',
    causes: {
      ENOENT: 'it does not exist',
      ENOTDIR: 'it is not a folder',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      ELOOP: 'its links form a circle',
      'not-a-file': 'it is not a regular file',
    },
    expected: {
      date: ['must be a date such as 2020-09-14', 'Use YYYY-MM-DD.'],
      text: ['must be text', 'Write it as plain text.'],
      url: ['must be an http or https address', 'Give the full address, or leave it out.'],
      language: ['must be a language tag such as en or zh', 'Use the tag of the language.'],
      mapping: ['must be a mapping of keys to values', 'Write each key with its value.'],
      id: ['must be one line of at most 200 characters', 'Choose a shorter, plainer id.'],
      interval: [
        'must be an interval from 5m to 30d, such as 30m, 2h or 1d',
        'Write it like that.',
      ],
      instant: ['must be a point in time such as 2026-03-05T10:20:00Z', 'Write it like that.'],
    },
    excess: {
      page: 'Save the page without images, or raise MAX_ARTICLE_BYTES.',
      text: 'Split it into smaller parts, or raise MAX_ARTICLE_BYTES.',
      metadata: 'Shorten it.',
    },
    noSuchDay: (month, day, got) => `there is no ${day} ${MONTHS[month - 1]}: "${got}"`,
    yaml: {
      colon: (key) => [`the ${key} contains ": "`, 'Put it in quotation marks.'],
      quote: () => [
        'a quotation mark is not closed',
        'Close it, or put the value in the other kind of quotation marks.',
      ],
      bracket: () => ['a bracket is not closed', 'Close it, or put the value in quotation marks.'],
      character: (character) => [
        `a value must not begin with ${character}`,
        'Put it in quotation marks.',
      ],
      alias: (name) => [`YAML reads *${name} as an alias`, 'Put the value in quotation marks.'],
      tab: () => ['a line is indented with a tab', 'Use spaces.'],
      'duplicate-key': (key) => [`the key "${key}" appears twice`, 'Remove one of the two.'],
      depth: () => ['this is nested too deeply', 'Use plain keys and values.'],
      other: () => [
        'this is not valid YAML',
        'Write "key: value" on each line, and unusual values in quotation marks.',
      ],
    },
    problems: {
      'folder-unreadable': ({ cause }, { causes }) => [
        `the folder cannot be read: ${causes[cause] ?? cause}`,
        'Check its path and its permissions.',
      ],
      'file-unreadable': ({ cause }, { causes }) => [
        `the file cannot be read: ${causes[cause] ?? cause}`,
        'Check the file and its permissions, or remove it.',
      ],
      'link-outside-folder': ({ target }) => [
        `the link leads out of the folder, to ${target}`,
        'Replace the link with a copy of the file.',
      ],
      'not-utf8': ({ byteOffset }) => [
        text`the text is not UTF-8 (at byte ${byteOffset})`,
        'Save the file as UTF-8.',
      ],
      'bytes-replaced': ({ count }) => [
        text`${count} unreadable ${count === 1 ? 'character' : 'characters'} of this page are shown as �`,
        'Save the page again as UTF-8.',
      ],
      binary: () => [
        'this is binary data, not text',
        'Export the article as text, Markdown or HTML.',
      ],
      empty: (_values, _words, { file }) => [
        `no article text found${kindOf(file, null) === 'page' ? ' on this page' : ''}`,
        'Add the text of the article, or remove it.',
      ],
      'too-large': ({ bytes, maxBytes }, { excess }, { file, line }) => [
        `${line === null ? 'the file' : 'this part'} is ${formatBytes(bytes)}; the limit is ${formatBytes(maxBytes)}`,
        excess[kindOf(file, line)],
      ],
      'duplicate-id': ({ id, firstFile }) => [
        `${firstFile} already has the id "${id}"`,
        'Change one of the two ids.',
      ],
      'unclosed-front-matter': () => [
        'the front matter is not closed',
        'Add a line of --- after it.',
      ],
      'invalid-yaml': ({ fault, detail }, { yaml }) => yaml[fault](detail),
      'invalid-value': ({ key, expected, got }, words) => {
        const [reason, remedy] = words.expected[expected];
        const subject = key === '' ? 'this' : `"${key}"`;
        return [dayFault(expected, got, words) ?? `${subject} ${reason}, not "${got}"`, remedy];
      },
      'missing-text': () => [
        '"text" is missing',
        'Give the text of the article under the key "text".',
      ],
      'unknown-key': ({ key, nearest }) => [
        `unknown key "${key}"`,
        nearest === null ? 'Remove it.' : `Did you mean "${nearest}"?`,
      ],
      'unknown-file': ({ name, nearest }) => [
        `there is no article file "${name}"`,
        nearest === null ? 'Fix the name, or remove it.' : `Did you mean "${nearest}"?`,
      ],
      'invalid-synonyms': ({ fault, got }) => [
        {
          'no-group': `"${got}" is no group of synonyms`,
          'no-words': `a synonym in "${got}" has no word in it`,
          'long-phrase': `a synonym in "${got}" is too long`,
          'many-phrases': `"${got}" has too many synonyms`,
        }[fault],
        'Write two or more words or phrases on a line: ferry pier = landing stage.',
      ],
      'too-many-synonyms': ({ maxGroups }) => [
        text`there are more than ${maxGroups} groups of synonyms; the rest is not read`,
        'Remove some.',
      ],
      'invalid-json': ({ position }, _words, { line }) => [
        `this ${line === null ? 'file' : 'line'} is not valid JSON${
          position === null ? '' : text` (at character ${position})`
        }`,
        line === null ? 'Correct the JSON there.' : 'Write one JSON object per line.',
      ],
      'html-too-deep': ({ maxDepth }) => [
        text`the HTML is nested more than ${maxDepth} levels deep`,
        'Save the article as plain text.',
      ],
      'html-too-many-elements': ({ maxElements }) => [
        text`the HTML has more than ${maxElements} elements`,
        'Save the article as plain text.',
      ],
      'doubtful-page': ({ doubt }) => [
        {
          short: 'little text was found in this page',
          'left-out': 'much of the text of this page was left out',
          title: 'the text found in this page has no word of its title',
        }[doubt],
        'Check its text; if it is not the article, save that as plain text.',
      ],
      damaged: () => [
        'the file is damaged, or of another kind than its name says',
        'Save or download it again.',
      ],
      encrypted: () => ['the document is protected with a password', 'Save it without one.'],
      'no-text-layer': () => [
        'the document holds pictures of text, and no text',
        'Run text recognition (OCR) over it first.',
      ],
      'too-many-pages': ({ maxPages }) => [
        text`the document has more than ${maxPages} pages`,
        'Split it into smaller parts.',
      ],
      'too-much-text': ({ maxBytes }) => [
        `the text of this file takes more than ${formatBytes(maxBytes)}`,
        'Split it into smaller parts, or raise MAX_ARTICLE_BYTES.',
      ],
      'unreadable-pages': ({ pages, reason }) => [
        text`${pages.length === 1 ? 'page' : 'pages'} ${listPages(pages)}: ${
          {
            font: 'the fonts do not say which characters they show',
            vertical: 'text from top to bottom is not read',
          }[reason]
        }`,
        'Save the document from its source, or run text recognition (OCR) over it.',
      ],
      'reading-stopped': ({ reason }) => [
        {
          'time-limit': 'reading the file took too long',
          'memory-limit': 'reading the file took too much memory',
          failed: 'reading the file failed',
        }[reason],
        'Save it in a simpler form, such as .txt.',
      ],
      'not-a-feed': () => [
        'this is not an RSS, Atom or JSON feed, so it was not read',
        'Save articles as .txt, .md, .html or .jsonl.',
      ],
      'teasers-only': ({ count, total }) => [
        text`${count} of ${counted(total, 'item')} in this feed have a teaser only, and were not read`,
        'Fetch the feed with FETCH=on and feeds.yaml, or save the pages.',
      ],
      'feed-too-long': ({ maxItems }) => [
        text`this feed has more than ${maxItems} items, so the rest was not read`,
        'Split it into several files.',
      ],
      'feed-failed': ({ address, fault }, { fetchFault }) => {
        const [reason, remedy] = fetchFault(fault);
        return [`the feed ${address} was not fetched: ${reason}`, remedy];
      },
      'feed-items-failed': ({ address, count, fault }, { fetchFault }) => {
        const [reason, remedy] = fetchFault(fault);
        return [
          `${counted(count, 'page')} of the feed ${address} could not be fetched, the last because ${reason}`,
          remedy,
        ];
      },
      'too-many-problems': ({ maxProblems }) => [
        text`this file has more than ${maxProblems} problems, so the rest was not read`,
        'Check that it is a .jsonl file with one JSON object per line.',
      ],
      'too-many-files': ({ maxFiles }) => [
        text`there are more than ${maxFiles} files, so the rest was not read`,
        'Combine articles in .jsonl files, or remove some.',
      ],
      'files-passed-over': ({ count, endings }) => [
        text`${counted(count, 'file was', 'files were')} passed over: ${listEndings(endings, 'others', ', ')}`,
        'Save what is to be read as .txt, .md, .html, .pdf, .docx, .epub or .jsonl.',
      ],
    },
  },
  (zh) => ({
    folder: zh`文章文件夹`,
    causes: {
      ENOENT: zh`不存在`,
      ENOTDIR: zh`不是文件夹`,
      EACCES: zh`没有权限`,
      EPERM: zh`没有权限`,
      ELOOP: zh`链接循环`,
      'not-a-file': zh`不是普通文件`,
    },
    expected: {
      date: [zh`必须是日期，例如 2020-09-14`, zh`请按 YYYY-MM-DD 填写。`],
      text: [zh`必须是文字`, zh`请填写纯文字。`],
      url: [zh`必须是 http 或 https 网址`, zh`请填写完整网址，或删去此项。`],
      language: [zh`必须是语言标签，例如 en 或 zh`, zh`请填写语言标签。`],
      mapping: [zh`必须由键和值组成`, zh`请逐项写出键和对应的值。`],
      id: [zh`必须是不超过 200 个字符的单行文字`, zh`请改用更短、更简单的 id。`],
      interval: [zh`必须是 5m 到 30d 之间的间隔，例如 30m、2h 或 1d`, zh`请按此格式填写。`],
      instant: [zh`必须是时刻，例如 2026-03-05T10:20:00Z`, zh`请按此格式填写。`],
    },
    excess: {
      page: zh`请保存不含图片的网页，或调高 MAX_ARTICLE_BYTES。`,
      text: zh`请拆分成较小的部分，或调高 MAX_ARTICLE_BYTES。`,
      metadata: zh`请缩短内容。`,
    },
    noSuchDay: (month, day, got) => zh`${month} 月没有 ${day} 日：“${got}”`,
    yaml: {
      colon: (key) => [zh`${key} 的值含有“: ”`, zh`请给它加上引号。`],
      quote: () => [zh`引号没有闭合`, zh`请补上引号，或改用另一种引号。`],
      bracket: () => [zh`括号没有闭合`, zh`请补上括号，或给整个值加上引号。`],
      character: (character) => [zh`值不能以 ${character} 开头`, zh`请给它加上引号。`],
      alias: (name) => [zh`YAML 会把 *${name} 当作别名`, zh`请给这个值加上引号。`],
      tab: () => [zh`有一行用制表符缩进`, zh`请改用空格。`],
      'duplicate-key': (key) => [zh`键“${key}”出现了两次`, zh`请删去其中一个。`],
      depth: () => [zh`嵌套过深`, zh`请只用简单的键和值。`],
      other: () => [zh`不是有效的 YAML`, zh`请每行写“键: 值”，特殊的值请加上引号。`],
    },
    problems: {
      'folder-unreadable': ({ cause }, { causes }) => [
        zh`无法读取文件夹：${causes[cause] ?? cause}`,
        zh`请检查文件夹的路径和权限。`,
      ],
      'file-unreadable': ({ cause }, { causes }) => [
        zh`无法读取文件：${causes[cause] ?? cause}`,
        zh`请检查该文件及其权限，或将其移除。`,
      ],
      'link-outside-folder': ({ target }) => [
        zh`链接指向文件夹之外：${target}`,
        zh`请用文件的副本代替链接。`,
      ],
      'not-utf8': ({ byteOffset }) => [
        zh`文字不是 UTF-8 编码（第 ${byteOffset} 字节处）`,
        zh`请将文件另存为 UTF-8 编码。`,
      ],
      'bytes-replaced': ({ count }) => [
        zh`此网页有 ${count} 个字符无法读取，显示为 �`,
        zh`请将网页重新保存为 UTF-8 编码。`,
      ],
      binary: () => [zh`内容是二进制数据，不是文字`, zh`请将文章导出为纯文字、Markdown 或 HTML。`],
      empty: (_values, _words, { file }) => [
        kindOf(file, null) === 'page' ? zh`网页中没有找到正文` : zh`没有找到正文`,
        zh`请补上文章正文，或将其移除。`,
      ],
      'too-large': ({ bytes, maxBytes }, { excess }, { file, line }) => [
        zh`大小为 ${formatBytes(bytes)}，上限为 ${formatBytes(maxBytes)}`,
        excess[kindOf(file, line)],
      ],
      'duplicate-id': ({ id, firstFile }) => [
        zh`${firstFile} 已使用 id“${id}”`,
        zh`请更改其中一个 id。`,
      ],
      'unclosed-front-matter': () => [zh`开头的元数据没有结束标记`, zh`请在元数据之后加一行 ---。`],
      'invalid-yaml': ({ fault, detail }, { yaml }) => yaml[fault](detail),
      'invalid-value': ({ key, expected, got }, words) => {
        const [reason, remedy] = words.expected[expected];
        const subject = key === '' ? zh`此处` : zh`“${key}”`;
        return [dayFault(expected, got, words) ?? zh`${subject}${reason}，不能是“${got}”`, remedy];
      },
      'missing-text': () => [zh`缺少“text”`, zh`请在“text”键下填写文章正文。`],
      'unknown-key': ({ key, nearest }) => [
        zh`未知的键“${key}”`,
        nearest === null ? zh`请将其删去。` : zh`是否应为“${nearest}”？`,
      ],
      'unknown-file': ({ name, nearest }) => [
        zh`没有名为“${name}”的文章文件`,
        nearest === null ? zh`请改正文件名，或删去此项。` : zh`是否应为“${nearest}”？`,
      ],
      'invalid-synonyms': ({ fault, got }) => [
        {
          'no-group': zh`“${got}”不是一组同义词`,
          'no-words': zh`“${got}”中有一项不含任何文字`,
          'long-phrase': zh`“${got}”中有一项过长`,
          'many-phrases': zh`“${got}”中的同义词过多`,
        }[fault],
        zh`请每行写两个以上的词语：渡轮码头 = 轮渡站。`,
      ],
      'too-many-synonyms': ({ maxGroups }) => [
        zh`同义词超过 ${maxGroups} 组，其余部分未读取`,
        zh`请删去一部分。`,
      ],
      'invalid-json': ({ position }, _words, { line }) => [
        zh`${line === null ? zh`此文件` : zh`此行`}不是有效的 JSON${
          position === null ? '' : zh`（第 ${position} 个字符处）`
        }`,
        line === null ? zh`请改正该处。` : zh`请每行写一个 JSON 对象。`,
      ],
      'html-too-deep': ({ maxDepth }) => [
        zh`HTML 嵌套超过 ${maxDepth} 层`,
        zh`请将文章另存为纯文字。`,
      ],
      'html-too-many-elements': ({ maxElements }) => [
        zh`HTML 元素超过 ${maxElements} 个`,
        zh`请将文章另存为纯文字。`,
      ],
      'doubtful-page': ({ doubt }) => [
        {
          short: zh`此网页中找到的正文很少`,
          'left-out': zh`此网页的大部分文字未采用`,
          title: zh`此网页中找到的正文不含标题中的任何词语`,
        }[doubt],
        zh`请检查正文；如果不是该文章，请将文章另存为纯文字。`,
      ],
      damaged: () => [zh`文件已损坏，或与扩展名不符`, zh`请重新保存或下载。`],
      encrypted: () => [zh`文档有密码保护`, zh`请去掉密码后另存。`],
      'no-text-layer': () => [zh`文档只有文字的图片，没有文字`, zh`请先进行文字识别（OCR）。`],
      'too-many-pages': ({ maxPages }) => [zh`文档超过 ${maxPages} 页`, zh`请拆分成较小的部分。`],
      'too-much-text': ({ maxBytes }) => [
        zh`此文件的文字超过 ${formatBytes(maxBytes)}`,
        zh`请拆分成较小的部分，或调高 MAX_ARTICLE_BYTES。`,
      ],
      'unreadable-pages': ({ pages, reason }) => [
        zh`第 ${listPages(pages)} 页：${
          { font: zh`字体没有说明显示的是哪些字符`, vertical: zh`不支持竖排文字` }[reason]
        }`,
        zh`请从原文件另存，或先进行文字识别（OCR）。`,
      ],
      'reading-stopped': ({ reason }) => [
        {
          'time-limit': zh`读取文件耗时过长`,
          'memory-limit': zh`读取文件占用内存过多`,
          failed: zh`读取文件失败`,
        }[reason],
        zh`请另存为更简单的格式，例如 .txt。`,
      ],
      'not-a-feed': () => [
        zh`这不是 RSS、Atom 或 JSON 订阅源，因此未读取`,
        zh`请将文章另存为 .txt、.md、.html 或 .jsonl。`,
      ],
      'teasers-only': ({ count, total }) => [
        zh`此订阅源的 ${total} 项中有 ${count} 项只有摘要，未读取`,
        zh`请用 FETCH=on 和 feeds.yaml 抓取，或保存网页。`,
      ],
      'feed-too-long': ({ maxItems }) => [
        zh`此订阅源超过 ${maxItems} 项，其余部分未读取`,
        zh`请将它拆分成几个文件。`,
      ],
      'feed-failed': ({ address, fault }, { fetchFault }) => {
        const [reason, remedy] = fetchFault(fault);
        return [zh`未能抓取订阅源 ${address}：${reason}`, remedy];
      },
      'feed-items-failed': ({ address, count, fault }, { fetchFault }) => {
        const [reason, remedy] = fetchFault(fault);
        return [
          zh`订阅源 ${address} 有 ${count} 个网页未能抓取，最近一次的原因：${reason}`,
          remedy,
        ];
      },
      'too-many-problems': ({ maxProblems }) => [
        zh`此文件的问题超过 ${maxProblems} 个，其余部分未读取`,
        zh`请检查它是否为每行一个 JSON 对象的 .jsonl 文件。`,
      ],
      'too-many-files': ({ maxFiles }) => [
        zh`文件超过 ${maxFiles} 个，其余文件未读取`,
        zh`请将文章合并为 .jsonl 文件，或移除一部分。`,
      ],
      'files-passed-over': ({ count, endings }) => [
        zh`略过了 ${count} 个文件：${listEndings(endings, zh`其他`, zh`、`)}`,
        zh`请将需要读取的文件另存为 .txt、.md、.html、.pdf、.docx、.epub 或 .jsonl。`,
      ],
    },
  }),
);

/** So many endings are named. */
const MOST_ENDINGS = 8;

function listEndings(
  endings: ProblemValues['files-passed-over']['endings'],
  others: string,
  separator: string,
): string {
  const named = endings.slice(0, MOST_ENDINGS);
  const list = named.map(({ ending, count }) => text`${ending || others} (${count})`);
  return [...list, ...(endings.length > MOST_ENDINGS ? ['…'] : [])].join(separator);
}

/** So many pages, or runs of pages, are named. */
const MOST_PAGES = 8;

/** "3, 7–9"; "…" for what is too many to be named. */
function listPages(pages: readonly number[]): string {
  const runs: { readonly first: number; last: number }[] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run?.last === page - 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  const named = runs
    .slice(0, MOST_PAGES)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return [...named, ...(runs.length > MOST_PAGES ? ['…'] : [])].join(', ');
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Describes a problem for the person who can fix it. */
export function describeProblem(problem: Problem, locale: Locale): ProblemDescription {
  const words = problemWords[locale];
  // File names may hold line feeds and terminal sequences.
  const file = problem.file.replaceAll(/\p{Cc}/gu, '\uFFFD');
  const location = problem.line === null ? file : `${file}:${problem.line}`;
  const fetchFault = (fault: FetchFault) => describeFetchFault(fault, locale);
  const [reason, remedy] = wordingOf(problem, { ...words, fetchFault });
  return { where: problem.file === '.' ? words.folder : location, reason, remedy };
}

function wordingOf<Code extends ProblemCode>(
  problem: ProblemOf<Code>,
  words: Parameters<ProblemWords['problems'][Code]>[1],
): Wording {
  return words.problems[problem.code](problem.values, words, problem);
}

/** Says that a month has no such day, of a value that would be a date otherwise. */
function dayFault(expected: string, got: string, { noSuchDay }: ProblemWords): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(got)?.slice(1).map(Number);
  const [year = 0, month = 0, day = 0] = expected === 'date' ? (parts ?? []) : [];
  if (month < 1 || month > 12) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > lastDay ? noSuchDay(month, day, got) : null;
}

/** Of a text file, a problem at a line is one of its front matter. */
function kindOf(file: string, line: number | null): Kind {
  if (/\.x?html?$/iu.test(file)) return 'page';
  const isLines = /\.(?:jsonl?|ndjson)$/iu.test(file);
  return /\.ya?ml$/iu.test(file) || (line !== null && !isLines) ? 'metadata' : 'text';
}
