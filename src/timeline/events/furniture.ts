import type { PassageLanguage } from '../../language/index.ts';

/** Lines of a page that tell nothing of its story: when it was changed, who wrote it, what else to read. */
const FURNITURE: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /^\W*(?:(?:page |story |article |this (?:page|story|article) (?:was )?)?(?:last |first )?(?:updated|published|modified|posted)\b(?!\s+(?:its|a|an|the|his|her|their|by the|new)\b)|contributing\b|contributed by|(?:additional |with )?reporting by|editing by|written by|compiled by|by [A-Z]\S+ [A-Z]\S+$|photo(?:graph)?s?\b|image\b|picture\b|credit\b|caption\b|source:|related\b|read (?:more|also)|see also|more on this|watch\b|listen\b|click\b|sign up|subscribe|follow (?:us|him|her)|share (?:this|story)|copyright|all rights|download the|correction:|editor['’]s note|this (?:article|story|comment|post)\b|comments?\b|©|\*|\d+ (?:comments?|shares?)\b)|\b(?:newsletter|cookies?|terms of (?:use|service)|all rights reserved|this comment was removed|free app)\b/iu,
  zh: /^\W*(?:更新时间|更新時間|发布时间|發布時間|发表于|發表於|责任编辑|責任編輯|编辑[：:]|編輯[：:]|记者[：:]|記者[：:]|来源[：:]|來源[：:]|图片|圖片|摄影|攝影|原标题|原標題|延伸阅读|延伸閱讀|相关阅读|相關閱讀|点击|點擊|扫码|掃碼|关注我们|關注我們|版权|版權|本文|本网|本網|声明[：:]|聲明[：:]|网友|網友)/u,
};

/** What somebody thinks tells nothing that happened. */
const OPINION: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /\b(?:I|we)\s+(?:\p{L}+\s+)?(?:believe|think|feel|hope|expect|wish|guess|fear)\b|\bin (?:my|our) (?:view|opinion)\b/iu,
  zh: /我们?(?:都)?(?:认为|認為|觉得|覺得|相信|希望|感觉|感覺)/u,
};

/** Whether a sentence is part of the page and not of its story, asks, or says what somebody thinks. */
export function isFurniture(text: string, language: PassageLanguage): boolean {
  if (OPINION[language].test(text)) return true;
  return FURNITURE[language].test(text) || /[?？]["”’」』)）]*\s*$/u.test(text);
}
