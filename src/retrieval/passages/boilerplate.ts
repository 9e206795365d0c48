import { endsSentence } from '../../language/index.ts';
/** Why a paragraph is left out of the index. It stays in the article. */
export type ExclusionReason = 'boilerplate' | 'repeat';

const LONGEST_BOILERPLATE = 80;

/** Furniture is a label, with or without a colon and a few words behind it. It is no sentence. */
const PATTERNS: readonly RegExp[] = [
  /^(?:share|print|save|email|tweet|bookmark|subscribe|follow us|like us|sign up|log ?in|comments?|tags?|topics?|advertisement|sponsored|loading|newsletter|back to top|skip to \S+|leave a comment)(?:\s*[:：].*)?$/iu,
  /^(?:share|print|save|email|tweet|follow|like|bookmark) (?:this|us|on|via)(?: (?:story|article|page|post|on|via|facebook|twitter|x|linkedin|whatsapp|email))*\s*[:：]?$/iu,
  /^(?:share|recent|related|more|top|latest|popular|trending|recommended|most|other) (?:story|stories|articles?|news|reading|posts?|topics?|videos?|read)\s*(?:[:：].*)?$/iu,
  /^(?:read (?:more|next|also)|see also|continue reading|you (?:may|might) also like|more on this(?: story)?|most read|don't miss|filed under|getty images|(?:photo|image|picture)(?: credit)?)\s*(?:[:：|].*)?$/iu,
  /^(?:©|\(c\) ?\d{4}|copyright ©|copyright \d{4})[^!?]*$|^all rights reserved\.?$/iu,
  /^(?:分享(?:到|至|给|此文)?|转发|点赞|收藏|评论|相关(?:新闻|阅读|文章|报道)|推荐阅读|延伸阅读|热门(?:文章|新闻)|上一篇|下一篇|返回(?:首页|顶部)|扫码关注|扫一扫|关注我们|责任编辑|责编|编辑|版权所有|更多(?:新闻|内容|阅读)|广告|分享至|延伸閱讀|相關(?:新聞|閱讀|文章|報導)|推薦閱讀|熱門(?:文章|新聞)|責任編輯|編輯|版權所有|更多(?:新聞|內容|閱讀)|廣告|關注我們)\s*(?:[:：|].*)?$/u,
];

/** Whether a paragraph is left over from a page's furniture: share buttons, lists of other stories, credits. */
export function isBoilerplate(paragraph: string): boolean {
  const text = paragraph.trim();
  if (text.length > LONGEST_BOILERPLATE) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  // A label can have words behind its colon; a sentence is none.
  const isNotice = /^(?:©|\(c\) ?\d|copyright|all rights)/iu.test(text);
  return (isNotice || !endsSentence(text)) && PATTERNS.some((pattern) => pattern.test(text));
}

/** Equal keys mean that two paragraphs are the same but for white space, case and quotation marks. */
export function repeatKey(paragraph: string): string {
  return (
    paragraph
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[“”„«»]/gu, '"')
      .replace(/[‘’]/gu, "'")
      // One plain space stays as it is.
      .replace(/[^\S ]\s*|\s{2,}/gu, ' ')
      .trim()
  );
}
