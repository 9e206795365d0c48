import { toOneLine } from '../metadata/one-line.ts';
import { findDate } from '../metadata/parse-date.ts';
import { type Paragraph, weigh } from './html-text.ts';

/** How far into a text its own headline may stand. */
const MAX_HEADLINE_POSITION = 8;

/** How lines begin that say who, when and where from, between a headline and its text or after it. */
const CREDIT =
  /^[[(（【\s]*(?:(?:first |last )?(?:published|updated|posted)\b|by \p{L}|share\b|(?:本文)?(?:来源|來源)|分享到?[:：]?$|责任编辑|責任編輯|责编|编辑|編輯|作者|撰文|记者[:：]|发布时间|發布時間)/iu;

/** Longer lines say more than that. */
const MAX_CREDIT_LETTERS = 80;
/** A date with its weekday and time has no more. */
const MAX_DATE_LETTERS = 40;

/**
 * The main text without what is not said in it: the headline and what comes before it, lines with the
 * author, the date and the source at either end, and links to other stories. `titles` are the page's
 * headlines. A text that would be empty then stays as it is.
 */
export function trimParagraphs(
  paragraphs: readonly Paragraph[],
  titles: readonly string[],
): readonly Paragraph[] {
  if (isListOfLinks(paragraphs)) return [];
  const prose = paragraphs.filter((paragraph) => !isAside(paragraph));
  const trimmed = withoutCredits(withoutHeadline(withoutLinks(prose), titles));
  return trimmed.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) ? trimmed : paragraphs;
}

/** A caption under the sign that Chinese papers set before it, or the headline that a page had elsewhere. */
const ASIDE = /^(?:[▲△]|[（(]?原(?:标题|標題)[:：])/u;

/** Longer paragraphs say more than that. */
const MAX_ASIDE_LETTERS = 100;

function isAside({ text, letters }: Paragraph): boolean {
  return letters <= MAX_ASIDE_LETTERS && ASIDE.test(text);
}

/** So many paragraphs that are all links are bookmarks, or the page of a section. */
const MIN_LINKS = 3;

function isListOfLinks(paragraphs: readonly Paragraph[]): boolean {
  const links = paragraphs.filter(isLink);
  const others = paragraphs.filter((paragraph) => !isLink(paragraph));
  return links.length >= MIN_LINKS && others.every(({ tagName }) => /^h[1-6]$/u.test(tagName));
}

/**
 * Without paragraphs that are nothing but links, and without headings over them. A list of links in
 * the midst of the text is part of it.
 */
function withoutLinks(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const lastProse = paragraphs.findLastIndex((paragraph) => weigh([paragraph]) > 0);
  const kept: Paragraph[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const isText = paragraph.tagName === 'li' && index < lastProse;
    if (isText || !isLink(paragraph)) kept.push(paragraph);
    else dropHeadingsAtEnd(kept);
  }
  dropHeadingsAtEnd(kept);
  return kept;
}

function isLink({ text, letters, linkLetters }: Paragraph): boolean {
  return linkLetters >= letters * 0.9 || /^https?:\/\/\S+$/u.test(text);
}

function dropHeadingsAtEnd(paragraphs: Paragraph[]): void {
  while (/^h[1-6]$/u.test(paragraphs.at(-1)?.tagName ?? '')) paragraphs.pop();
}

function withoutHeadline(
  paragraphs: readonly Paragraph[],
  titles: readonly string[],
): readonly Paragraph[] {
  const known = new Set(titles.map(foldTitle));
  const isHeadline = ({ text }: Paragraph): boolean => known.has(foldTitle(text));
  const last = paragraphs.slice(0, MAX_HEADLINE_POSITION).findLastIndex(isHeadline);
  return paragraphs.filter(
    (paragraph, index) => index > last || (weigh([paragraph]) > 0 && !isHeadline(paragraph)),
  );
}

function withoutCredits(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const start = paragraphs.findIndex((paragraph) => !isCredit(paragraph));
  const end = paragraphs.findLastIndex((paragraph) => !isCredit(paragraph));
  return paragraphs.slice(Math.max(start, 0), end + 1);
}

function isCredit({ text, letters }: Paragraph): boolean {
  if (letters > MAX_CREDIT_LETTERS || /\p{L}{2}[.!?。！？]["”」]?$/u.test(text)) return false;
  return CREDIT.test(text) || (letters <= MAX_DATE_LETTERS && findDate(text) !== null);
}

function foldTitle(title: string): string {
  return toOneLine(title).normalize('NFKC').toLowerCase();
}
