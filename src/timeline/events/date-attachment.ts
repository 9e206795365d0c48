import type { PassageLanguage } from '../../language/index.ts';
import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import type { DateInSentence } from './role.ts';

/** In days: an act that is reported is rarely older; what a noun names may be. */
const LONG_AGO = 45;

/** The end of a phrase that hangs on a preposition, up to the date: "for the death of a singer in". */
const IN_PHRASE =
  /\b(?:of|over|for|from|about|to|against|with|by|into|on|after|since|following)\s+(?:(?:the|an?|its|his|her|their|this|that|more than|at least)\s+)?(?:(?!\b(?:was|were|had|has|have|is|are|be|been|who|which|that|and|but|when|where)\b)[\p{L}\p{N}$£€'’.,-]+\s+){1,9}(?:(?:in|on|at|from|during|of)\s+(?:the\s+)?)?(?:early\s+|late\s+|mid-?)?$/iu;

/** "A warning of last autumn", "the attacks of 11 May". */
const OF =
  /(?<!\b(?:end|start|beginning|middle|close|half|part|week|day|days|morning|evening|afternoon|night|rest|quarter|course|eve|ahead|deadline))\s+of\s+(?:the\s+)?$/iu;

/** "The 2012 spending bill", "from 2010 levels": a year that only says which one. */
const BEFORE_NAMED_BY_YEAR = /\b(?:the|an?|its|his|her|their|our|this)\s+$/iu;
const NAMED_BY_YEAR =
  /^\s+(?!(?:was|were|is|are|had|has|have|and|or|but|to|when|as|after|before|by|in|on|at|of)\b)\p{L}{3,}/u;
const LEVEL =
  /^(?:['’]s)?\s+(?:level|figure|price|rate|average|total|value|peak|high|low|mark)s?\b/iu;

/** What something is compared with: "than in 2010", "compared with March 2008", 比去年. */
const COMPARED: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /\b(?:than|compared (?:to|with)|versus|as against|up from|down from|worst since|best since|(?:high|low|larg|small|bigg|long|fast|slow|strong|weak|great|few)est\b[^,.;]{0,40}\bsince|first\b[^,.;]{0,40}\bsince|not seen since)\s+(?:(?:in|on|of|at|the same (?:month|period|time|quarter|day) (?:of|in|a|the)?)\s*)*$/iu,
  zh: /(?:较|較|比|相比|同比|高于|高於|低于|低於|超过|超過)$/u,
};

const POSSESSIVE = /^\s*['’](?:s\b)?/u;

/** Words before a possessive date that is the subject of its clause: "Tuesday's quake brought down". */
const SUBJECT_BEFORE =
  /^(?:.*(?:[.;:—–"“]|,\s+(?:but|and|while|as|because|after|when)))?\s*(?:(?:But|And|In|The|Then)\s+)?$/isu;

/**
 * Whether a date that is over belongs to a noun, and not to what the clause tells: "an appeal for the
 * victims of Tuesday's earthquake", "pleaded not guilty to the death in June 2009", 去年秋天的警告.
 *
 * @param published the day of publication, or null.
 */
export function isOfNoun(
  { before, after }: DateInSentence,
  date: CalendarDate,
  language: PassageLanguage,
  published: string | null,
): boolean {
  if (published !== null && date.first > published) return false;
  if (COMPARED[language].test(before)) return true;
  if (language === 'zh')
    return (
      (/^的(?!时候|時候)/u.test(after) &&
        /\p{L}{2}/u.test(before.split(/[，。；：]/u).at(-1) ?? '')) ||
      (date.precision === 'year' && /^度?的?(?:水平|预算|預算|财年|財年)/u.test(after))
    );
  // "According to Monday's Morning Post" says when it was reported.
  if (POSSESSIVE.test(after))
    return !/^\s*['’]s?\s+\p{Lu}/u.test(after) && !SUBJECT_BEFORE.test(before);
  if (date.precision === 'year') {
    if (LEVEL.test(after)) return true;
    if (BEFORE_NAMED_BY_YEAR.test(before) && NAMED_BY_YEAR.test(after)) return true;
  }
  if (OF.test(before) && /\p{L}/u.test(before.trim().split(/\s+/u).slice(0, -1).join('')))
    return true;
  // "A loss last year" is of a noun in January as well.
  const since = date.precision === 'day' ? date.last : date.first;
  const isLongAgo = published !== null && daysBetween(since, published) > LONG_AGO;
  return isLongAgo && IN_PHRASE.test(before.slice(-120)) && hasVerbBefore(before);
}

/** A phrase that opens its sentence ("In the first days of May 2009") hangs on the verb behind it. */
function hasVerbBefore(before: string): boolean {
  return /\b(?:\p{L}{2,}ed|was|were|has|have|had|is|are|will|would|said|told|led|won|lost|made|took|went|came|left|began|held|found|gave|cut|set|put|sued|\p{L}{3,}s)\b\s+\S/iu.test(
    before,
  );
}

const SAID_BEFORE =
  /\b(?:said|says|told|announced|reported|wrote|writes|added|warned|confirmed|stated|insisted|revealed)\b(?:\s+[\p{L}'’.-]+){0,5}?\s*(?:(?:late|early)\s+)?(?:on|in|at)?\s*$/iu;
const SAID_AFTER =
  /^,?\s+(?:[\p{L}\p{N}'’.()-]+\s+){0,8}?(?:said|told|announced that|wrote|warned|stated|insisted|confirmed that|reported that)\b/iu;
/** "On", "Late on", "In a statement on": what stands before a date that opens its sentence. */
const OPENING_LENGTH = 15;
const CHINESE_SAID =
  /^[^。；]{0,40}?(?:表示|称|稱|说|說|指出|透露|报道|報道|報導|发文|發文|发表|發表|回应|回應|消息|讯|訊|电|電)(?:[，：,:“]|$)/u;

/** Whether a date says when somebody said it, and not when it happened. */
export function isOfSaying({ before, after }: DateInSentence, language: PassageLanguage): boolean {
  if (language === 'zh') return CHINESE_SAID.test(after);
  if (SAID_BEFORE.test(before.slice(-80))) return true;
  // "It fell on 27 May, the guard said": the day is that of the fall.
  const isOfVerbBefore = /^\s*,/u.test(after) && before.trim().length > OPENING_LENGTH;
  return !isOfVerbBefore && SAID_AFTER.test(after.slice(0, 120));
}
