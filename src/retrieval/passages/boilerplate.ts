import { endsInAbbreviation, endsSentence } from '../../language/index.ts';

/** Why a paragraph is left out of the index. It stays in the article. */
export type ExclusionReason = 'boilerplate' | 'repeat';

const LONGEST_BOILERPLATE = 80;

/** Furniture is a label, with or without a colon and a few words behind it. It is no sentence. */
const LABELS: readonly RegExp[] = [
  /^(?:share|print|save|email|tweet|bookmark|subscribe|follow us|like us|sign up|log ?in|comments?|tags?|topics?|advertisement|sponsored|loading|newsletter|back to top|skip to \S+|leave a comment)(?:\s*[:：].*)?$/iu,
  /^(?:share|print|save|email|tweet|follow|like|bookmark) (?:this|us|on|via)(?: (?:story|article|page|post|on|via|facebook|twitter|x|linkedin|whatsapp|email))*\s*[:：]?$/iu,
  /^(?:share|recent|related|more|top|latest|popular|trending|recommended|most|other) (?:story|stories|articles?|news|reading|posts?|topics?|videos?|read)\s*(?:[:：].*)?$/iu,
  /^(?:read (?:more|next|also)|see also|continue reading|you (?:may|might) also like|more on this(?: story)?|most read|don't miss|filed under|getty images|(?:photo|image|picture)(?: credit)?)\s*(?:[:：|].*)?$/iu,
  /^(?:©|\(c\) ?\d{4}|copyright ©|copyright \d{4})[^!?]*$|^all rights reserved\.?$/iu,
  /^(?:分享(?:到|至|给|此文)?|转发|点赞|收藏|评论|相关(?:新闻|阅读|文章|报道)|推荐阅读|延伸阅读|热门(?:文章|新闻)|上一篇|下一篇|返回(?:首页|顶部)|扫码关注|扫一扫|关注我们|责任编辑|责编|编辑|版权所有|更多(?:新闻|内容|阅读)|广告|分享至|延伸閱讀|相關(?:新聞|閱讀|文章|報導)|推薦閱讀|熱門(?:文章|新聞)|責任編輯|編輯|版權所有|更多(?:新聞|內容|閱讀)|廣告|關注我們)\s*(?:[:：|].*)?$/u,
];

/** The length in UTF-16 units up to which a paragraph is furniture by its first words alone. */
const LONGEST_NOTE = 400;

/** What may stand before a label: marks of emphasis, brackets, arrows. */
const LEAD = '^[*_(\\[（【\\s>»►▶▸•|]*';

const AGENCY =
  '(?:AP|AP Photo|Associated Press|Reuters|AFP|EPA|EFE|PA|PA Wire|Getty|Getty Images|Bloomberg|Xinhua|Shutterstock|Alamy)';

/** Labels and calls that no sentence of a story begins with, whatever comes after them. */
const NOTES: readonly RegExp[] = [
  new RegExp(
    `${LEAD}(?:contributing(?: reporting)?|editor.?s.? note|reporting by|additional reporting|edited by|written by|with reporting by|read (?:more|next|also|here)|also read|related|see also|more (?:on this|from)|about the author)\\b(?:[^.:：]{0,30}[:：]|\\s*[—–|]| (?:here|for)\\b| by\\b)`,
    'iu',
  ),
  new RegExp(
    `${LEAD}(?:(?:photo(?:graph)?|image|picture|caption|credit)s?|copyright|disclaimer)(?: (?:credits?|sources?|captions?|courtesy(?: of)?|by|notice))?\\s*[:：]`,
    'iu',
  ),
  /^[*_([\s]*(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture)s? by \p{Lu}[\p{L}.'’-]+(?:[ ,/]+(?:(?:and|for|of) )?\p{Lu}[\p{L}.'’-]+){0,4}[.)\]*_]*$/u,
  new RegExp(
    `^FILE\\s*[-–—]|\\((?:[^()]{2,60}/\\s*${AGENCY}|${AGENCY}/[^()]{2,60}|AP Photo|Getty(?: Images)?|Shutterstock|Alamy)(?:, [Ff]ile)?\\)[*_]*$`,
    'u',
  ),
  new RegExp(
    `${LEAD}this (?:article|story|post) (?:(?:was|is|has been) )?(?:(?:originally|first) (?:appeared|published)|updated|for subscribers|available to subscribers)\\b`,
    'iu',
  ),
  new RegExp(`${LEAD}this is a (?:developing|breaking) (?:news )?story\\b`, 'iu'),
  new RegExp(
    `${LEAD}(?:(?:(?:follow|like|join|find)(?: us| our| the| this)|download|click here|tap here|get|listen to|watch|stay up to date with)\\b[^.!?,]{0,120}|(?:subscribe to|sign up (?:for|to))\\b[^.!?]{0,120})\\b(?:newsletters?|podcasts?|inbox|notifications|on (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube)|our (?:app|channel)|all the latest|breaking news alerts?)\\b`,
    'iu',
  ),
  new RegExp(
    `${LEAD}(?:(?:click|tap) here\\b|(?:to read|for) more\\b[^.!?]{0,80}\\b(?:click|tap|visit|see our|go to|subscribe)\\b|subscribe now\\b|(?:thanks|thank you) for (?:subscribing|signing up|reading)\\b|you can unsubscribe\\b|already a (?:subscriber|member)\\b|support (?:our|independent|quality) journalism\\b|by (?:clicking|signing up|subscribing|submitting)\\b[^.!?]{0,80}\\b(?:agree|privacy|terms)\\b|advertisement\\. |our standards:|(?:do you )?(?:have|got) (?:a|any) (?:news )?(?:tips?|story)\\b[^.!?]{0,40}\\?)`,
    'iu',
  ),
  /^[^.!?]{2,150}\bcontributed (?:reporting )?(?:to|from|for) this (?:report|article|story)\.?$/iu,
  /^(?:[^.!?]{2,120}[.!] )?(?:follow|email|reach|contact)(?: (?:her|him|them|\p{L}+(?: \p{L}+)?))?(?: on| at| via| by)\b[^!?]{0,60}@\S+$/iu,
  /^(?:©|\([Cc]\) ?\d{4}|[Cc]opyright (?:©|\d{4})).*[Rr]ights [Rr]eserved|^this material may not be published, broadcast\b/iu,
  /^(?:(?:first )?published|(?:last )?(?:updated|modified)|posted)(?: on| at|:)? (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)[^.!?]{0,60}\d{1,2}[.:]\d{2}[^.!?,]{0,20}\.?$/iu,
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2} \p{L}{3,9}\.? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4})[,，\s]*(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\p{Lu}{2,4})?(?:\s*(?:来源|來源)[:：][^。]{1,30})?$/iu,
  /^[\s▲△▼（(【[]*(?:更多阅读|更多閱讀|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|相关(?:阅读|报道|新闻|链接)|相關(?:閱讀|報導|新聞|連結)|图片?(?:来源|说明)?|圖片?(?:來源|說明)?|资料图|資料圖|摄影|攝影|图源|圖源|责编|責編|责任编辑|責任編輯|校对|監制|监制|版权声明|版權聲明|免责声明|免責聲明|编者按|編者按|编者注|編者註|编按|編按)\s*[:：|丨]/u,
  /^[\s【（(]*(?:扫描|掃描|长按|長按)(?:上方|下方)?(?:图中|圖中)?二[维維][码碼]|^(?:[点點][击擊]|搜索|欢迎|歡迎)?[关關]注[“「《]?[^。]{1,20}(?:公众号|公眾號|客户端|客戶端)|^[声聲]明[:：]本(?:文|网|網|站|[报報]道|篇)|^(?:本文|文章)?未[经經](?:授[权權]|[许許]可)[^。]{0,12}(?:不得|禁止|[严嚴]禁)[^。]{0,8}(?:[转轉][载載]|使用|复制|複製)/u,
  /^[▲△▼][^。！？]{0,60}(?:[。][^。！？]{0,20})?$|^[^。！？]{0,60}[。\s（(][^。！？]{0,12}(?:[记記]者)?\p{sc=Han}{2,4} ?(?<!拍)[摄攝][）)]?$/u,
];

/** Lines that a page has around a story, alone on their line. */
const WIDGETS =
  /^(?:\d+ comments?|\d+ (?:hours?|minutes?|mins?|days?) ago|\d+ ?-?min(?:ute)?s?(?: read)?|loading\W*|\/? ?\d{1,2}:\d{2})$/iu;

/** A correction that names what was wrong and not what is right. */
const EMPTY_CORRECTION =
  /^[*_([\s]*(?:corrections?|clarification)\b[^:：]{0,30}[:：][^.。\d]*\b(?:misstated|misspelled|misidentified|misquoted|incorrect(?:ly)?|wrong(?:ly)?|errors?)\b(?![^.]*\b(?:not|rather than|instead|should)\b)[^.\d]*[.*_)\]]*$|^[（(【]?更正[:：][^。\d]*(?:有[误誤]|[错錯][误誤])(?![^。]*(?:[应應][为為]|而是|不是))[^。\d]*[。）)】]*$/iu;

/** Lines of credit, but not whole sentences, which the story may begin so: "记者：为什么？". */
const CREDITS: readonly RegExp[] = [
  /^(?:By|by|BY|Von|von|Par|par) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}(?:,? [^.!?]{0,60})?$/u,
  /^(?:(?:first )?published|(?:last )?updated|posted)\b[^.!?]{0,60}\d{1,2}[:.]?\d{0,2}[^!?]{0,40}$|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,? ?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}[^.!?]{0,40}(?:updated|\d{1,2}:\d\d)[^!?]{0,60}$/iu,
  /^[\s▲△▼（(【[]*(?:来源|來源|编辑|編輯|作者|撰文|记者|記者|审核|審核|声明|聲明)\s*[:：|丨]/u,
];

/** Whether a paragraph is left over from a page's furniture: share buttons, lists of other stories, credits. */
export function isBoilerplate(paragraph: string): boolean {
  const text = paragraph.trim();
  if (text.length <= LONGEST_NOTE && NOTES.some((pattern) => pattern.test(text))) return true;
  if (WIDGETS.test(text) || (text.length <= LONGEST_NOTE && EMPTY_CORRECTION.test(text)))
    return true;
  const isSentence = endsSentence(text) && !endsInAbbreviation(text);
  if (text.length <= LONGEST_NOTE && !isSentence && CREDITS.some((each) => each.test(text)))
    return true;
  if (text.length > LONGEST_BOILERPLATE) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  // A label can have words behind its colon; a sentence is none.
  const isNotice = /^(?:©|\(c\) ?\d|copyright|all rights)/iu.test(text);
  return (isNotice || !endsSentence(text)) && LABELS.some((pattern) => pattern.test(text));
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
