import { NAME, type Rule } from '../rule.ts';

/** Newspapers, broadcasts and other works: words of time with a capital beside another capital. */
const PAPER: Rule = {
  pattern:
    /\b(?:The\s+)?(?:Morning|Evening|Sunday|Saturday|Monday|Friday|Daily|Weekly|Nightly|Today|Sun)\s+(?:Times|Telegraph|Mirror|Express|Post|Mail|Herald|Independent|Tribune|Age|People|Star|Sun|News|Mercury|Standard|Record|Journal|Review|Beast|Caller|Kos|Politics|Night|Show|Today|Chronicle|Gazette|World|Business|Microsystems)\b/gu,
  read: () => NAME,
};

/** "The Coast Today" is a paper; no sentence says "the" of a day like this. */
const CALLED_TODAY: Rule = {
  pattern: /\bThe(?:\s+\p{Lu}\p{L}+){1,2}\s+Today\b/gu,
  read: () => NAME,
};

const BESIDE_CAPITAL: Rule = {
  pattern:
    /\b(?:(?:[A-Z]{2,}|Business|India|Russia|Politics|Psychology|Technology|China|Fashion|Restaurant|Shark|Design|Ad|News|Washington|Publishers|Mail\s+on|World)\s+(?:Today|Week|Weekly|Sunday|This\s+Week)|(?:This|Last)\s+Week\s+(?:Tonight|in\s+\p{Lu}\p{L}+)|Good\s+Morning\s+\p{Lu}\p{L}+|Monday\s+Night\s+Football|Saturday\s+Night\s+Live)\b/gu,
  read: ({ text }) =>
    /\s(?:Today|Weekly|Week|Sunday|Tonight|Live|Football)$|Morning|\sin\s/u.test(text)
      ? NAME
      : null,
};

/** Days that have a name of their own, and what they are called by. */
const NAMED_DAY: Rule = {
  pattern:
    /\b(?:Black|Good|Super|Bloody|Cyber|Ash|Palm|Easter|Holy|Giving|Maundy|Shrove|Fat|Whit|Red|Blue|Green)\s+(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?:May|March|June)\s+Day\b|\b(?:September|Sept\.?)\s+11(?:th)?(?:,?\s+2001,?)?\s+(?:terrorist\s+|terror\s+)?(?:attacks?|hijack\p{L}+|commission|victims?)\b|\b(?:Man|Woman|Person|Player|Car|Word|Game|Album|Book|Manager|Coach)\s+of\s+the\s+(?:Year|Month|Week)\b/giu,
  read: ({ text }) => (/^\p{Lu}/u.test(text) && !/2001/u.test(text) ? NAME : null),
};

/** What only looks like a date in an English text. */
export const ENGLISH_NAME_RULES: readonly Rule[] = [PAPER, CALLED_TODAY, BESIDE_CAPITAL, NAMED_DAY];
