import { fixed, type Rule } from '../rule.ts';

const PRESENT: Rule = {
  pattern:
    /\b(?:now|currently|current|at\s+present|at\s+the\s+moment|at\s+this\s+time|presently|nowadays|these\s+days|the\s+time\s+being|for\s+now)\b(?!-)/giu,
  read: ({ text, after }) =>
    // "Now that it rains" gives a reason.
    /^now$/iu.test(text) && /^\s+that\b/iu.test(after) ? null : fixed('reference', 'PRESENT_REF'),
};

const PAST: Rule = {
  pattern:
    /\b(?:(?:more\s+|most\s+)?recently|in\s+recent\s+(?:[\p{L}.]{1,12}\s+)?(?:times|days|weeks|months|years|history)|recent\s+(?:days|weeks|months|years)|in\s+the\s+past|a\s+(?:long\s+time|while|short\s+while)\s+ago|(?:long|(?:days|weeks|months|years|decades|centuries))\s+ago)\b(?!\s+(?:few|year|month|week|day|decade))/giu,
  read: () => fixed('reference', 'PAST_REF'),
};

const FUTURE: Rule = {
  pattern:
    /\b(?:(?:very\s+|as\s+)?soon|the\s+(?:near\s+|foreseeable\s+)?future|in\s+future|the\s+coming\s+(?:days|weeks|months|years)|(?:the\s+)?(?:long|short|medium)(?:er)?(?:-|\s)term)\b(?!-)/giu,
  read: ({ text, after }) =>
    // "As soon as" names a condition.
    /soon$/iu.test(text) && /^\s+(?:as|after|afterwards|before)\b/iu.test(after)
      ? null
      : fixed('reference', 'FUTURE_REF'),
};

/** Past, present and future without a date. */
export const ENGLISH_REFERENCE_RULES: readonly Rule[] = [PRESENT, PAST, FUTURE];
