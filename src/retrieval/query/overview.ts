import { blank } from '../../shared/blank.ts';

/** What the articles are called. */
const ENGLISH_MEDIUM =
  '(?:(?:news )?(?:articles?|stor(?:y|ies)|reports?|pieces?|texts?|news|papers?|coverage))';
const CHINESE_MEDIUM =
  '(?:(?:[这這][些篇几幾]?篇?|那[些篇]?)?(?:文章|[报報](?:道|[导導])|新[闻聞]))';

/** What asks for a story as a whole instead of something in it, with what may stand behind it. */
const ASKED: readonly RegExp[] = [
  // "What does the article say", but not "… say about the pier".
  new RegExp(
    `^[\\s,]*(?:what|wat)(?:['’]?s| is| are| was| do| does| did)? (?:(?:it )?in )?(?:(?:the|this|that|these|those|all|your|any) )*${ENGLISH_MEDIUM}(?: all)?(?: (?:say|says|saying|tell us|report|reports|about|on about))?(?=[\\s?!.,]*$)`,
    'iu',
  ),
  /^[\s,]*(?:(?:what|wat)(?:['’]?s| is| are|re)? )?(?:(?:give|tell|show) me )?(?:a |an |the )?(?:short |quick |brief )?(?:(?:main|key|important|big) (?:points?|takeaways?|facts)|takeaways|gist|highlights|bottom line|big picture|summary|recap|rundown|overview|short version|story so far)(?: (?:of|on|about|for|from)(?: (?:this|it|that|everything|all (?:of )?this))?(?![\p{L}\p{N}]))?(?=[\s?!.,]|$)/iu,
  /^[\s,]*(?:what happened(?: so far| here| overall)?|what do (?:i|we) need to know|in (?:short|brief|a nutshell)|long story short)(?: (?:about|with|in|on)(?= ))?(?=[\s?!.,]*$| (?:with|about) )/iu,
  new RegExp(
    `^\\s*${CHINESE_MEDIUM}(?:里|裡|中|上|都|到底|究竟|主要)*(?:是)?(?:[说說讲講写寫谈談](?:的是|的|[了过過])?(?:些)?(?:什[么麼]|啥)(?:事|[内內]容)?|(?:的)?(?:[内內]容|主要[内內]容|大意|要[点點]|重[点點])(?:是)?(?:什[么麼]|啥)?|(?:怎[么麼]|咋)[说說])[了的呀啊呢]*(?=[?？。！!\\s]*$)`,
    'u',
  ),
  /(?:主要[内內]容|[内內]容大意|要[点點]|重[点點]|梗概)(?:是)?(?:什[么麼]|啥|有哪些)[呢啊]?(?=[?？。！!\s]*$)|[太][长長]不看|[长長][话話]短[说說]|一句[话話](?:[概总總][括结結])|(?:[讲講][讲講]|[说說]一?[说說])(?:大概|大致)?(?:的)?(?:情[况況]|[经經][过過])/u,
  /^[\s,]*(?:(?:can|could|would|will) (?:you|u|some(?:one|body)|any(?:one|body)) (?:please |pls )?)?(?:tl;?dr|summary|summar(?:i[sz]e)|recap|overview|catch me up|fill me in|bring me up to (?:speed|date)|get me up to speed|explain|eli5|context)(?![\p{L}\p{N}]| (?:why|how|what|who|when|where)\b)(?: (?:this|it|that|everything|all (?:of )?this))?(?: (?:(?:the|this|these) )?(?:article|articles|story|news)(?=[\s?!.,]*$))?(?: (?:of|on|about|for|with))?/iu,
  /^[\s,]*what(?:['’]?s| is| was| are)(?: all)? (?:going on|happening|this|the (?:story|deal|situation|matter|news|latest|fuss))(?: all)?(?: (?:about|with|in|on|at|over|here|there|between))?(?![\p{L}\p{N}])/iu,
  /^[\s,]*(?:any|the)? ?(?:(?:latest|newest|recent)(?= news)|latest|newest|news?(?= (?:on|about|with|from|in|of))|news(?=\s*(?:[?!.,]|$))|updates?|developments)(?: (?:news|updates?|developments?|stor(?:y|ies)))?(?: (?:about|with|in|on|at|from))?(?![\p{L}\p{N}])/iu,
  /^[\s,]*what(?:['’]?s| is) (?:new(?=\s*(?:[?!.,]|$)| (?:about|with|in|on|at|from|here|there|today)\b)|the latest)(?: (?:about|with|in|on|at|from))?(?![\p{L}\p{N}])/iu,
  /(?:[这這那]?(?:件|个|個)?(?:事|边|邊|里|裡)?)?(?:到底|究竟)?(?:是)?(?:怎[么麼]|咋)(?:一)?回事|(?:[现現]在|目前)?(?:怎[么麼]|咋)[样樣]了|[发發]生了?(?:什[么麼]|啥)(?:事)?|(?:[帮幫]我?)?(?:[总總][结結]|概括)(?:一下|(?=[?？。！!\s]*$))|^\s*(?:[总總][结結]|概括)(?=(?:[这這]|那))|(?:什[么麼]|啥)情[况況]|[来來][龙龍]去[脉脈]|最新(?:[进進]展|消息|情[况況]|[动動][态態])|有(?:什[么麼]|啥)新(?:消息|[进進]展|[闻聞])/u,
];

const ABBREVIATION = /^\W*(?:tl;?dr|eli5)\W*$/iu;

/** Asks for the newest and not for the story. */
const NEWEST =
  /latest|newest|new\b|updates?|developments|最新|[样樣]了|新(?:消息|进展|進展)|(?:什[么麼]|啥)新/iu;

/** A question that asks for a story as a whole. */
export interface Overview {
  readonly isNewest: boolean;
  /** The words are of no language: "tldr". */
  readonly isInAnyLanguage: boolean;
  /** The question without the words that ask for it: of the same length, blanked. */
  readonly subject: string;
}

/** Reads "tldr", "what is going on with …", 怎么回事; null for a question about something in the story. */
export function readOverview(question: string): Overview | null {
  for (const pattern of ASKED) {
    const match = pattern.exec(question);
    if (!match || match[0].trim() === '') continue;
    const { index, 0: words } = match;
    const subject = blank(question, { start: index, end: index + words.length });
    return { isNewest: NEWEST.test(words), isInAnyLanguage: ABBREVIATION.test(words), subject };
  }
  return null;
}
