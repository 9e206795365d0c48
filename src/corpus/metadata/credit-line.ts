import { parseDate } from './parse-date.ts';

/** What a line under a headline says of the article. */
export interface Credits {
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
}

/** In UTF-16 units. Longer lines say more than who, when and where from. */
const MAX_CREDIT_LENGTH = 160;

const SEPARATORS =
  /\s*[|｜·•]\s*|\s{2,}|\s+(?=(?:来源|來源|作者|记者|記者|责任编辑|責任編輯|编辑|編輯|by\s))/iu;
const CHANGED = /^(?:(?:last\s+)?(?:updated|modified)|更新)/iu;
const DATE_LABEL =
  /^(?:(?:(?:first|last|originally)\s+)?(?:published|posted|updated|modified|released|date)(?:\s+(?:on|at))?|(?:发布|發布|发表|發表|更新)?(?:时间|時間|日期)|发布于|發布於)\s*[:：]?\s*/iu;
const SOURCE_LABEL = /^(?:source|publisher|publication|来源|來源)\s*[:：]\s*(\S.{0,60})$/iu;
const ADDRESS_LABEL =
  /^(?:url|link|permalink|address|原文(?:链接|鏈接|連結|地址)?|链接|連結)\s*[:：]\s*(?=https?:)/iu;
const AUTHOR_LABEL = /^(?:authors?|撰稿)\s*[:：]\s*[^.。!！?？]{2,60}$/iu;
const BY_LINE =
  /^(?:(?:words |text )?by|By|BY|Words by|Text by)\s+\p{Lu}[\p{L}\p{M}.'’-]*(?:,?\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|&|de|van|von|der|la|in|for|of|at|the|correspondent|editor|reporter|writer))*$/u;
const CHINESE_BY_LINE =
  /^(?:作者|记者|記者|撰文|责任编辑|責任編輯|责编|编辑|編輯|文)\s*[:：/／\s]\s*[\p{Script=Han}·\s]{2,20}$/u;
/** What comes before a date in one: the place, or who published it. */
const BEFORE_DATE = /^[^,，.。]{2,40}[,，]\s*/u;
const MAX_WORDS_BEFORE_DATE = 3;

/**
 * Reads a line that says by whom, when or where an article was published, and nothing else: null for
 * any other. The date of a change is no date of publication.
 */
export function readCreditLine(line: string): Credits | null {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > MAX_CREDIT_LENGTH) return null;
  let credits: Credits = {};
  for (const part of trimmed.split(SEPARATORS)) {
    const read = readPart(part.trim());
    if (read === null) return null;
    credits = { ...read, ...credits };
  }
  return credits;
}

/** What lines say together of the article that they head; the first to say something counts. */
export function readCreditLines(lines: readonly string[]): Credits {
  return lines.reduceRight<Credits>((later, line) => ({ ...later, ...readCreditLine(line) }), {});
}

function readPart(written: string): Credits | null {
  const part = written.replace(ADDRESS_LABEL, '');
  if (part === '' || AUTHOR_LABEL.test(part)) return {};
  if (/^<?https?:\/\/\S+>?$/iu.test(part)) return { url: part.replaceAll(/[<>]/gu, '') };
  const source = SOURCE_LABEL.exec(part)?.[1];
  if (source !== undefined) return readSource(source);
  if (BY_LINE.test(part) || CHINESE_BY_LINE.test(part)) return {};
  const published = dateOf(part.replace(/^[[(（【]\s*|\s*[\])）】]$/gu, ''));
  if (published === null) return null;
  return CHANGED.test(part) ? {} : { published };
}

function readSource(source: string): Credits | null {
  if (/^https?:\/\/\S+$/iu.test(source)) return { url: source };
  return /[.。!！?？;；]$/u.test(source) ? null : { publisher: source };
}

function dateOf(part: string): string | null {
  const date = part.replace(DATE_LABEL, '');
  const [before = ''] = BEFORE_DATE.exec(date) ?? [];
  const isShort = before.trim().split(/\s+/u).length <= MAX_WORDS_BEFORE_DATE;
  return (
    parseDate(date) ?? (isShort && before !== '' ? parseDate(date.slice(before.length)) : null)
  );
}
