/** Quotation marks and list signs that may stand before the first character. */
const OPENING = /^[\s"“‘「『《〈（(【[\-–—•*]+/u;

/** Words that join a sentence to the one before without leaving it unclear what it is about. */
const JOINING =
  /^(?:但是?|可是?|不过|不過|然而|而且?|同时|同時|与此同时|與此同時|此外|另外|此前|目前|如今|后来|後來|并且|並且|也|却|卻)[，,、]?\s*/u;

/** "周一，", "2019年，": nothing in it says whom a pronoun behind it means. */
const TIME_BEFORE_COMMA =
  /^(?:[在于於]?[\d〇零一二三四五六七八九十年月日号號周週星期天早晚上下午前后後去今明个個]{2,12})[，,]\s*/u;

/** "他", "该公司", "其", "此举"; but not "其实", "其他国家", "此前". */
const REFERENCE: readonly RegExp[] = [
  /^[他她它牠](?!山之石)/u,
  /^其(?![实實他它余餘])/u,
  /^(?:[对對]此|因此|[为為]此|由此|据此|據此|至此|如此|[对對][这這])/u,
  /^此(?!前|外|刻|次|间|間)/u,
  /^[该該]/u,
  /^[这這](?!(?:一|[个個]|[几幾两兩]\S?)?(?:星期|周|週|月|年|天|季|夏|冬|春|秋|里|裡|裏))/u,
  /^那(?=[时時天年次些个個家位名项項种種是就一])/u,
  /^(?:前者|[后後]者|二者|[两兩]者|[双雙]方)/u,
  /^(?:[当當][时時天日晚]|同[日年月]|随[后後]|隨[后後]|其[后後])/u,
  /^公司(?![法债債])/u,
  /^(?:报[道导]|報[道導]|[声聲]明|公告|[报報]告)(?:[还還]|又|也|中)?(?:[称稱说說]|指出|[显顯]示|提到|[写寫]道|表示)/u,
  /^[发發]言人(?:[称稱说說]|[还還]|表示|指出)/u,
  /^(?:[并並还還也又])?(?:[称稱]|表示|[说說]|指出|[强強][调調]|[补補]充)/u,
  /^(?:例如|比如|原因是|[结結]果|否[则則]|所以|于是|於是|换句话说|換句話說|也就是[说說]|是的|不是)/u,
];

/** A sentence that is nothing but someone's words. */
const ONLY_QUOTED = /^[“「『][^“”「」『』]+[”」』]$/u;

/**
 * Whether a Chinese sentence says too little without the one before it, because it begins with a
 * word for something named there, or leaves out who speaks. Judged by its characters alone, in both
 * scripts.
 */
export function isContextDependentInChinese(sentence: string): boolean {
  const whole = sentence.trim();
  if (ONLY_QUOTED.test(whole)) return true;
  const opened = whole.replace(OPENING, '');
  const joined = opened.replace(JOINING, '');
  const rest = joined.replace(TIME_BEFORE_COMMA, '');
  return [opened, joined, rest].some((text) => REFERENCE.some((pattern) => pattern.test(text)));
}
