import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Converter } from 'opencc-js';
import ts from 'typescript';

/** Where the conversions are kept, below the project folder. */
export const TABLE = 'src/i18n/traditional-texts.json';

/** OpenCC's simplified to traditional Chinese with the words of Taiwan (s2twp). */
const convert = Converter({ from: 'cn', to: 'twp' });

/** Where Taiwan's software has other words than OpenCC gives, or measures things otherwise. */
export const TERMS: Readonly<Record<string, string>> = {
  '“': '「',
  '”': '」',
  ' 条': ' 則',
  条引文: '則引文',
  条消息: '則訊息',
  ' 条记录': ' 筆紀錄',
  季度: '季',
  上下文: '前後文',
  元数据: '中繼資料',
  全局: '全域',
  制表符: '定位字元',
  反馈: '回饋',
  发布: '發布',
  只读: '唯讀',
  命令: '指令',
  终端: '終端機',
  帮助: '說明',
  应用: '應用程式',
  当前: '目前',
  报道: '報導',
  撤销: '復原',
  斜杠: '斜線',
  时间线: '時間軸',
  普通文件: '一般檔案',
  权限: '權限',
  查找: '查找',
  查看: '查看',
  网关: '閘道',
  计划: '計畫',
  退出: '結束',
  令牌: '權杖',
  重建索引: '重新建立索引',
  丢失: '遺失',
  二进制: '二進位',
  客户端: '用戶端',
  贴纸: '貼圖',
  身份: '身分',
  通过: '透過',
  门户: '入口網站',
};

const TERM = new RegExp(
  Object.keys(TERMS)
    .toSorted((one, other) => other.length - one.length)
    .join('|'),
  'gu',
);

/** A text as {@link convert} gives it. */
export const convertWithoutTerms = convert;

/** A simplified text in traditional Chinese as Taiwan writes it. */
export function toTaiwan(text: string): string {
  let converted = '';
  let end = 0;
  for (const { 0: term, index } of text.matchAll(TERM)) {
    converted += convert(text.slice(end, index)) + (TERMS[term] ?? '');
    end = index + term.length;
  }
  return converted + convert(text.slice(end));
}

/** The Chinese texts of a source file. */
export interface ChineseTexts {
  /** The words of templates with the tag `zh`, cut at their values, and those of `localised`. */
  readonly texts: readonly string[];
  /** Chinese among the messages without the tag, which would stay simplified. */
  readonly untagged: readonly string[];
}

const CHINESE = /[\p{sc=Han}，。：；？！（）、]/u;

/** Finds the Chinese in the source text of a TypeScript module. */
export function findChinese(source: string): ChineseTexts {
  const texts: string[] = [];
  const untagged: string[] = [];
  if (CHINESE.test(source)) {
    visit(ts.createSourceFile('', source, ts.ScriptTarget.Latest, true), null);
  }
  return { texts, untagged: untagged.filter((text) => CHINESE.test(text)) };

  function visit(node: ts.Node, list: string[] | null): void {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || isTemplateRest(node)) {
      list?.push(node.text);
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'zh') {
      visitTemplate(node.template);
      return;
    }
    const inner = ts.isCallExpression(node) ? listOf(node) : null;
    ts.forEachChild(node, (child) => visit(child, inner ?? list));
  }

  /** The words belong to the tag; what stands between them may need a tag of its own. */
  function visitTemplate(template: ts.TemplateLiteral): void {
    if (ts.isNoSubstitutionTemplateLiteral(template)) {
      visit(template, texts);
      return;
    }
    visit(template.head, texts);
    for (const { expression, literal } of template.templateSpans) {
      visit(expression, untagged);
      visit(literal, texts);
    }
  }

  function listOf(call: ts.CallExpression): string[] | null {
    const name = call.expression.getText();
    if (name === 'localised') return texts;
    return name === 'createTranslations' ? untagged : null;
  }
}

function isTemplateRest(node: ts.Node): node is ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

/** All source files below `src` of a project folder, by path. */
export function readSources(projectDir: string): ReadonlyMap<string, string> {
  const folder = path.join(projectDir, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .toSorted();
  return new Map(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** The table of all texts that differ in traditional Chinese, as JSON. */
export function renderTable(sources: Iterable<string>): string {
  const texts = new Set(Array.from(sources, (source) => findChinese(source).texts).flat());
  const pairs = Array.from(texts, (text) => [text, toTaiwan(text)] as const)
    .filter(([simplified, traditional]) => simplified !== traditional)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(pairs), null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(TABLE, renderTable(readSources(process.cwd()).values()));
}
