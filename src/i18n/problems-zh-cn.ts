import { formatCount } from './format.ts';
import { causeIn, type ProblemWords } from './problem-words.ts';

/** The problems in simplified Chinese. */
export const SIMPLIFIED_CHINESE: ProblemWords = {
  folder: '文章文件夹',
  causes: new Map([
    ['ENOENT', '不存在'],
    ['ENOTDIR', '不是文件夹'],
    ['EACCES', '没有权限'],
    ['EPERM', '没有权限'],
    ['ELOOP', '链接循环'],
    ['not-a-file', '不是普通文件'],
  ]),
  expected: {
    date: { reason: '必须是日期，例如 2020-09-14', remedy: '请按 YYYY-MM-DD 格式填写日期。' },
    text: { reason: '必须是文本', remedy: '请填写纯文本。' },
    url: { reason: '必须是 http 或 https 网址', remedy: '请填写完整网址，或删去此项。' },
    language: { reason: '必须是语言标签，例如 en 或 zh', remedy: '请填写语言标签。' },
    mapping: { reason: '必须是由键和值组成的映射', remedy: '请逐项写出键和对应的值。' },
    id: { reason: '必须是不超过 200 个字符的单行文本', remedy: '请改用更短、更简单的 id。' },
  },
  problems: {
    'folder-unreadable': ({ cause }, words) => ({
      reason: `无法读取文件夹：${causeIn(words, cause)}`,
      remedy: '请检查文件夹的路径和权限。',
    }),
    'file-unreadable': ({ cause }, words) => ({
      reason: `无法读取：${causeIn(words, cause)}`,
      remedy: '请检查该文件及其权限，或将其移除。',
    }),
    'link-outside-folder': ({ target }) => ({
      reason: `链接指向文件夹之外：${target}`,
      remedy: '请把文件复制到文件夹中，不要使用链接。',
    }),
    'not-utf8': ({ byteOffset }) => ({
      reason: `文本不是 UTF-8 编码（偏移 ${format(byteOffset)} 字节处）`,
      remedy: '请将文件另存为 UTF-8 编码。',
    }),
    binary: () => ({
      reason: '内容是二进制数据，不是文本',
      remedy: '请将文章导出为纯文本、Markdown 或 HTML。',
    }),
    empty: () => ({ reason: '没有正文', remedy: '请补上文章正文，或将其移除。' }),
    'too-large': ({ bytes, maxBytes }) => ({
      reason: `大小为 ${format(bytes)} 字节，上限为 ${format(maxBytes)} 字节`,
      remedy: '请拆分成较小的部分。',
    }),
    'duplicate-id': ({ id, firstFile }) => ({
      reason: `id“${id}”已被 ${firstFile} 使用`,
      remedy: '请为其中一篇换一个 id。',
    }),
    'unclosed-front-matter': () => ({
      reason: '开头的元数据没有结束标记',
      remedy: '请在元数据之后另起一行写上 ---。',
    }),
    'invalid-yaml': ({ cause }) => ({
      reason: `不是有效的 YAML：${cause}`,
      remedy: '请改正此处的 YAML。',
    }),
    'invalid-value': ({ key, expected, got }, words) => ({
      reason: `${key === '' ? '此处' : `“${key}”`}${words.expected[expected].reason}，实际为“${got}”`,
      remedy: words.expected[expected].remedy,
    }),
    'missing-text': () => ({
      reason: '缺少“text”',
      remedy: '请在“text”键下填写文章正文。',
    }),
    'unknown-key': ({ key, nearest }) => ({
      reason: `无法识别键“${key}”`,
      remedy: nearest === null ? '请删去这个键。' : `请改为“${nearest}”，或删去这个键。`,
    }),
    'unknown-file': ({ name, nearest }) => ({
      reason: `没有名为“${name}”的文章文件`,
      remedy: nearest === null ? '请改正文件名，或删去此项。' : `请确认是否应为“${nearest}”。`,
    }),
    'invalid-json': ({ cause }) => ({
      reason: `此行不是有效的 JSON：${cause}`,
      remedy: '请每行写一个 JSON 对象。',
    }),
    'html-too-deep': ({ maxDepth }) => ({
      reason: `HTML 嵌套超过 ${format(maxDepth)} 层`,
      remedy: '请将文章另存为纯文本。',
    }),
    'html-too-many-elements': ({ maxElements }) => ({
      reason: `HTML 元素超过 ${format(maxElements)} 个`,
      remedy: '请将文章另存为纯文本。',
    }),
    'too-many-problems': ({ maxProblems }) => ({
      reason: `此文件的问题超过 ${format(maxProblems)} 个，其余部分未读取`,
      remedy: '请检查它是否为每行一个 JSON 对象的 .jsonl 文件。',
    }),
    'too-many-files': ({ maxFiles }) => ({
      reason: `文件超过 ${format(maxFiles)} 个，其余文件未读取`,
      remedy: '请将文章合并为 .jsonl 文件，或移除一部分。',
    }),
  },
};

function format(count: number): string {
  return formatCount(count, 'zh-CN');
}
