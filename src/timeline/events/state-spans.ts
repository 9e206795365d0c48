import type { PassageLanguage } from '../../language/index.ts';
import type { DateInSentence } from './role.ts';

/** A date from which, or up to which, something was so: nothing happened on it. */
const SIGNS: Readonly<
  Record<PassageLanguage, { before: RegExp; after: RegExp; denied: RegExp; turns: RegExp }>
> = {
  en: {
    before: /\b(?:since|as of)\s+(?:(?:the|at least|early|mid|late|end of|beginning of)[\s-]+)*$/iu,
    after: /^\s*(?:onwards?|to date)\b/iu,
    denied: /\b(?:until|till|before)\s+(?:\w+\s+){0,2}$/iu,
    turns: /^,?\s+(?:when|after)\b/iu,
  },
  zh: {
    before: /(?:自从|自從|自)\s*$/u,
    after: /^\s*(?:以来|以來|至今|起至今)/u,
    denied: /(?:直到|直至)\s*$/u,
    turns: /^时|^時/u,
  },
};

/** How far from the date its negation can stand, in UTF-16 units. */
const REACH = 60;

/** A sentence that begins with the date has its verb after it. */
const OPENING = 25;

const NEGATION: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /n[’']t\b|\b(?:not|never|no|nobody|nothing)\b/iu,
  zh: /不|未|没|沒|无|無/u,
};

/**
 * Whether a date only says since when or until when something has been so: "since 2008", "until
 * March nothing had changed". "Since last month, when he resigned" tells what happened then.
 */
export function isSpanOfState(
  { before, after }: DateInSentence,
  language: PassageLanguage,
): boolean {
  const signs = SIGNS[language];
  if (signs.turns.test(after)) return false;
  if (signs.before.test(before) || signs.after.test(after)) return true;
  if (!signs.denied.test(before)) return false;
  const opens = before.length <= OPENING;
  return NEGATION[language].test(opens ? after.slice(0, REACH) : before.slice(-REACH));
}
