import { formatCount } from './format.ts';
import { causeIn, type ProblemWords } from './problem-words.ts';

/** The problems in traditional Chinese, as it is written in Taiwan. */
export const TRADITIONAL_CHINESE: ProblemWords = {
  folder: '文章資料夾',
  causes: new Map([
    ['ENOENT', '不存在'],
    ['ENOTDIR', '不是資料夾'],
    ['EACCES', '沒有權限'],
    ['EPERM', '沒有權限'],
    ['ELOOP', '連結形成迴圈'],
    ['not-a-file', '不是一般檔案'],
  ]),
  expected: {
    date: { reason: '必須是日期，例如 2020-09-14', remedy: '請依 YYYY-MM-DD 格式填寫日期。' },
    text: { reason: '必須是文字', remedy: '請填寫純文字。' },
    url: { reason: '必須是 http 或 https 網址', remedy: '請填寫完整網址，或刪除此項。' },
    language: { reason: '必須是語言標籤，例如 en 或 zh', remedy: '請填寫語言標籤。' },
    mapping: { reason: '必須是由鍵和值組成的對應表', remedy: '請逐項寫出鍵和對應的值。' },
    id: { reason: '必須是不超過 200 個字元的單行文字', remedy: '請改用更短、更簡單的 id。' },
  },
  problems: {
    'folder-unreadable': ({ cause }, words) => ({
      reason: `無法讀取資料夾：${causeIn(words, cause)}`,
      remedy: '請檢查資料夾的路徑和權限。',
    }),
    'file-unreadable': ({ cause }, words) => ({
      reason: `無法讀取：${causeIn(words, cause)}`,
      remedy: '請檢查該檔案及其權限，或將其移除。',
    }),
    'link-outside-folder': ({ target }) => ({
      reason: `連結指向資料夾之外：${target}`,
      remedy: '請將檔案複製到資料夾中，不要使用連結。',
    }),
    'not-utf8': ({ byteOffset }) => ({
      reason: `文字不是 UTF-8 編碼（位移 ${format(byteOffset)} 位元組處）`,
      remedy: '請將檔案另存為 UTF-8 編碼。',
    }),
    binary: () => ({
      reason: '內容是二進位資料，不是文字',
      remedy: '請將文章匯出為純文字、Markdown 或 HTML。',
    }),
    empty: () => ({ reason: '沒有內文', remedy: '請補上文章內文，或將其移除。' }),
    'too-large': ({ bytes, maxBytes }) => ({
      reason: `大小為 ${format(bytes)} 位元組，上限為 ${format(maxBytes)} 位元組`,
      remedy: '請拆分成較小的部分。',
    }),
    'duplicate-id': ({ id, firstFile }) => ({
      reason: `id「${id}」已由 ${firstFile} 使用`,
      remedy: '請為其中一篇更換 id。',
    }),
    'unclosed-front-matter': () => ({
      reason: '開頭的中繼資料沒有結束標記',
      remedy: '請在中繼資料之後另起一行寫上 ---。',
    }),
    'invalid-yaml': ({ cause }) => ({
      reason: `不是有效的 YAML：${cause}`,
      remedy: '請修正此處的 YAML。',
    }),
    'invalid-value': ({ key, expected, got }, words) => ({
      reason: `${key === '' ? '此處' : `「${key}」`}${words.expected[expected].reason}，實際為「${got}」`,
      remedy: words.expected[expected].remedy,
    }),
    'missing-text': () => ({
      reason: '缺少「text」',
      remedy: '請在「text」鍵下填寫文章內文。',
    }),
    'unknown-key': ({ key, nearest }) => ({
      reason: `無法辨識鍵「${key}」`,
      remedy: nearest === null ? '請刪除這個鍵。' : `請改為「${nearest}」，或刪除這個鍵。`,
    }),
    'unknown-file': ({ name, nearest }) => ({
      reason: `沒有名為「${name}」的文章檔案`,
      remedy: nearest === null ? '請修正檔名，或刪除此項。' : `請確認是否應為「${nearest}」。`,
    }),
    'invalid-json': ({ cause }) => ({
      reason: `此行不是有效的 JSON：${cause}`,
      remedy: '請每行寫一個 JSON 物件。',
    }),
    'html-too-deep': ({ maxDepth }) => ({
      reason: `HTML 巢狀超過 ${format(maxDepth)} 層`,
      remedy: '請將文章另存為純文字。',
    }),
    'html-too-many-elements': ({ maxElements }) => ({
      reason: `HTML 元素超過 ${format(maxElements)} 個`,
      remedy: '請將文章另存為純文字。',
    }),
    'too-many-problems': ({ maxProblems }) => ({
      reason: `此檔案的問題超過 ${format(maxProblems)} 個，其餘部分未讀取`,
      remedy: '請檢查它是否為每行一個 JSON 物件的 .jsonl 檔案。',
    }),
    'too-many-files': ({ maxFiles }) => ({
      reason: `檔案超過 ${format(maxFiles)} 個，其餘檔案未讀取`,
      remedy: '請將文章合併為 .jsonl 檔案，或移除一部分。',
    }),
  },
};

function format(count: number): string {
  return formatCount(count, 'zh-TW');
}
