import { blank } from '../../shared/blank.ts';

/** What asks for a story as a whole instead of something in it, with what may stand behind it. */
const ASKED: readonly RegExp[] = [
  /^[\s,]*(?:tl;?dr|summary|summar(?:i[sz]e)|recap|overview|catch me up|fill me in|bring me up to speed|explain|eli5|context)(?![\p{L}\p{N}]| (?:why|how|what|who|when|where)\b)(?: (?:this|it|that|everything|all (?:of )?this))?(?: (?:of|on|about|for|with))?/iu,
  /^[\s,]*what(?:['’]?s| is| was| are)(?: all)? (?:going on|happening|this|the (?:story|deal|situation|matter|news|latest|fuss))(?: all)?(?: (?:about|with|in|on|at|over|here|there|between))?(?![\p{L}\p{N}])/iu,
  /^[\s,]*(?:any|the)? ?(?:(?:latest|newest|recent)(?= news)|latest|newest|news?(?= (?:on|about|with|from|in|of))|news(?=\s*(?:[?!.,]|$))|updates?|developments)(?: (?:news|updates?|developments?|stor(?:y|ies)))?(?: (?:about|with|in|on|at|from))?(?![\p{L}\p{N}])/iu,
  /^[\s,]*what(?:['’]?s| is) (?:new(?=\s*(?:[?!.,]|$)| (?:about|with|in|on|at|from|here|there|today)\b)|the latest)(?: (?:about|with|in|on|at|from))?(?![\p{L}\p{N}])/iu,
  /(?:[这這那]?(?:件|个|個)?(?:事|边|邊|里|裡)?)?(?:到底|究竟)?(?:是)?(?:怎[么麼]|咋)(?:一)?回事|(?:[现現]在|目前)?(?:怎[么麼]|咋)[样樣]了|[发發]生了?(?:什[么麼]|啥)(?:事)?|(?:[总總][结結]|概括)(?:一下|(?=[?？。！!\s]*$))|^\s*(?:[总總][结結]|概括)(?=(?:[这這]|那))|(?:什[么麼]|啥)情[况況]|[来來][龙龍]去[脉脈]|最新(?:[进進]展|消息|情[况況]|[动動][态態])|有(?:什[么麼]|啥)新(?:消息|[进進]展|[闻聞])/u,
];

/** Asks for the newest and not for the story. */
const NEWEST =
  /latest|newest|new\b|updates?|developments|最新|[样樣]了|新(?:消息|进展|進展|闻|聞)/iu;

/** A question that asks for a story as a whole. */
export interface Overview {
  readonly isNewest: boolean;
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
    return { isNewest: NEWEST.test(words), subject };
  }
  return null;
}
