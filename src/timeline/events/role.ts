import type { PassageLanguage } from '../../language/index.ts';
import type { CalendarDate } from '../calendar-date.ts';

/** What a sentence tells of a date: what happened, a deadline, something planned, or what a report says. */
export type Role = 'event' | 'deadline' | 'planned' | 'report';

/** How far from a date its clause is looked at, in UTF-16 units. */
const REACH = 160;

/** A date in its sentence, with the words on both sides of it. */
export interface DateInSentence {
  readonly before: string;
  readonly after: string;
}

/**
 * The role of a date, by the words of its own clause and by whether it lay ahead on the day of
 * publication (`YYYY-MM-DD`). A day that is over counts as a deadline only where somebody had to do
 * something by then: "by Friday the shares had fallen" tells what happened.
 */
export function roleOf(
  sentence: DateInSentence,
  language: PassageLanguage,
  date: CalendarDate,
  published: string | null,
): Role {
  const cues = CUES[language];
  const before = sentence.before.slice(-REACH);
  const after = sentence.after.slice(0, REACH);
  const clause = `${lastClause(before, cues)} ${firstClause(after, cues)}`;
  const isAhead = published !== null && date.first > published;
  if (cues.limitAfter.test(after)) return 'deadline';
  if (cues.limitBefore.test(before) && (isAhead || cues.demand.test(clause))) return 'deadline';
  if (isAhead) return 'planned';
  if (cues.report.test(`${before}${DATE_MARK}${after}`)) return 'report';
  const isPlan = cues.future.test(clause) && !cues.past.test(clause);
  return isPlan && (published === null || date.last >= published) ? 'planned' : 'event';
}

/** The clause that a text ends in. */
function lastClause(text: string, { clauseEnd }: RoleCues): string {
  return text.split(clauseEnd).at(-1) ?? '';
}

/** The clause that a text begins with. */
function firstClause(text: string, { clauseEnd }: RoleCues): string {
  return text.split(clauseEnd)[0] ?? '';
}

/** The signs by which a language tells the roles apart. Each pattern looks at one side of the date. */
interface RoleCues {
  /** Right before the date: the last day for something. */
  readonly limitBefore: RegExp;
  /** Right after the date: the last day for something, whatever else is said. */
  readonly limitAfter: RegExp;
  /** In the clause: somebody has to do something. */
  readonly demand: RegExp;
  /** In the clause: it lay ahead when it was written, or when it was planned. */
  readonly future: RegExp;
  /** In the clause: it is over. */
  readonly past: RegExp;
  /** Around the date, which {@link DATE_MARK} stands for: a medium or a source speaks, or a report is told of. */
  readonly report: RegExp;
  /** Ends a clause. */
  readonly clauseEnd: RegExp;
}

/** Stands for the date in its sentence. */
const DATE_MARK = '\u0001';

const WORDS = "(?:\\s+[\\w’'-]+)";

/** Who only passes on what others do. Names of papers end in one of these words. */
const MEDIUM =
  '(?:newspapers?|papers?|dailies|daily|weekly|magazine|agency|agencies|broadcasters?|channels?|outlets?|media|press|tabloid|Times|Post|Journal|Herald|Gazette|Tribune|Guardian|Telegraph|Mail|Mirror|Express|News|Chronicle|Observer|Courier|Reuters|AP|AFP|Bloomberg|Xinhua|CNN|BBC|CNBC|CGTN|CCTV|NBC|CBS|ABC|NPR|sources?|insiders|officials familiar|people (?:familiar|close|with|who))';
const SAY =
  '(?:gave (?:its|their) (?:own )?(?:version|account)|said|says|reported|reports|wrote|writes|quoted|cited|revealed|carried|claimed)';

/** The signs of the roles in English. */
const ENGLISH_CUES: RoleCues = {
  limitBefore:
    /\b(?:by|until|till|before|within|not? later than|due(?: date)?|(?:deadlines?|cut-?off|ultimatum|limit) (?:of|is|was|for|on|at)|expir(?:es?|ed|ing|y)|(?:window|registrations?|applications?|nominations?|entries|enrolment|offer|period|term) (?:will )?(?:close[sd]?|ends?|runs? out|shuts?))(?:\s+(?:on|of|is|was|for|at|the|midnight|noon|end|close|early|late|mid))*\s*$/iu,
  limitAfter: /^\s*(?:deadlines?|cut-?off|ultimatum|due date|limit)\b/iu,
  demand:
    /\b(?:must|ha(?:ve|s|d) to|should|shall|needs? to|ordered|asked|told|required?|requires|forced|urged|instructed|obliged|given|gave|gives|giving|had until|ha(?:ve|s) until|deadline|ultimatum|or (?:be|face|else)|otherwise)\b/iu,
  future:
    /\b(?:will|won[’']t|would|shall|going to|plans?|planned|planning|scheduled|expected|expects|due|slated|set (?:to|for)|intends?|aims?|hopes?|is to|are to|was to|were to|upcoming|coming)\b/iu,
  past: /\b(?:was|were|did|had|said|has|have|told|announced|signed|made|took|came|went|began|held)\b/iu,
  report: new RegExp(
    [
      // A company that reports its profit speaks for itself.
      `\\b(?:reported|reports?|according to[^.;]{1,60}|${MEDIUM}${WORDS}{0,3}\\s+${SAY})(?:${WORDS}{0,3})?\\s*,?\\s*(?:on\\s+)?${DATE_MARK}(?!${WORDS}{0,8} (?:profits?|loss|losses|revenues?|earnings|results|sales|turnover)\\b)`,
      `${DATE_MARK}(?:[’']s)?,?${WORDS}{0,6}\\s+report(?:s|ed)?\\b`,
      `${DATE_MARK}(?:[’']s)?,?(?:${WORDS}{0,6}\\s)?\\s*${MEDIUM}(?:,?${WORDS}){0,4}?\\s+${SAY}\\b`,
      `according to ${DATE_MARK}`,
    ].join('|'),
    'u',
  ),
  clauseEnd: /[,;:()–—]|\s(?:and|but|while|which|who|where|although|because)\s/iu,
};

/** Who only passes on what others do. */
const CHINESE_MEDIUM =
  '[日早晚时時周週导導邮郵]报|[日早晚時邮郵]報|时报|時報|通讯社|通訊社|新华社|新華社|路透社?|法新社|美联社|美聯社|彭博社?|电视台|電視台|广播公司|廣播公司|媒体|媒體|新闻网|新聞網|消息来源|消息來源';
const CHINESE_SAY = '称|稱|说|說|表示|指出|透露|写道|寫道|报道|報道|報導|披露|援引|引述';

/** The signs of the roles in Chinese, in both scripts. */
const CHINESE_CUES: RoleCues = {
  limitBefore:
    /(?:截至|截止(?:到|于|於)?|最(?:迟|遲|晚)|至(?:迟|遲)|不(?:迟|遲|晚)(?:于|於)|限期?|期限[^。；]{0,6}|宽限至|寬限至|延(?:期|长|長)(?:至|到)|直到|赶在|趕在|(?:窗口|通道|申请期|申請期|报名|報名|登记|登記))[在于於为為是至到]?\s*$/u,
  limitAfter:
    /^\s*(?:之前|以前|前(?!往|后|後|夕|天|日|一|两|兩)|截止|到期|为限|為限|的?(?:最后|最後|最终|最終)?期限|止)/u,
  demand:
    /(?:须|須|必须|必須|应当|應當|应于|應於|要求|责令|責令|勒令|限令|命令|规定|規定|期限|否则|否則|不得|必需|完成|提交|报名|報名|申请|申請)/u,
  future:
    /(?:将|將|拟|擬|计划|計劃|計畫|预计|預計|定于|定於|预定|預定|即将|即將|准备|準備|有望|打算)/u,
  past: /(?:了|已|过|過|曾|完毕|完畢)/u,
  // A Chinese sentence names the day before it says who reported.
  report: new RegExp(
    [
      `(?:报道|報道|報導|消息|获悉|獲悉|${CHINESE_MEDIUM})[^。；，,]{0,8}${DATE_MARK}[^。；，,]{0,8}(?:${CHINESE_SAY})`,
      `${DATE_MARK}[^。；，,]{0,24}(?:报道|報道|報導|披露|获悉|獲悉|引述|援引)`,
      `${DATE_MARK}[^。；，,]{0,20}(?:${CHINESE_MEDIUM}|人士)[^。；，,]{0,6}(?:${CHINESE_SAY})`,
    ].join('|'),
    'u',
  ),
  clauseEnd: /[，,；;：:（）()]/u,
};

const CUES: Readonly<Record<PassageLanguage, RoleCues>> = { en: ENGLISH_CUES, zh: CHINESE_CUES };
