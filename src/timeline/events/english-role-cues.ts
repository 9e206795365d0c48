import { DATE_MARK, type RoleCues } from './role-cues.ts';

const WORDS = "(?:\\s+[\\w’'-]+)";

/** Who only passes on what others do. Names of papers end in one of these words. */
const MEDIUM =
  '(?:newspapers?|papers?|dailies|daily|weekly|magazine|agency|agencies|broadcasters?|channels?|outlets?|media|press|tabloid|Times|Post|Journal|Herald|Gazette|Tribune|Guardian|Telegraph|Mail|Mirror|Express|News|Chronicle|Observer|Courier|Reuters|AP|AFP|Bloomberg|Xinhua|CNN|BBC|CNBC|CGTN|CCTV|NBC|CBS|ABC|NPR|sources?|insiders|officials familiar|people (?:familiar|close|with|who))';
const SAY =
  '(?:gave (?:its|their) (?:own )?(?:version|account)|said|says|reported|reports|wrote|writes|quoted|cited|revealed|carried|claimed)';

/** The signs of the roles in English. */
export const ENGLISH_CUES: RoleCues = {
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
