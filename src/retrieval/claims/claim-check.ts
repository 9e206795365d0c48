import type { Analyser } from '../../language/index.ts';
import { ENGLISH_DAY_OR_MONTH, isTerm, languageOf, type Token } from '../../language/index.ts';

/** Words with capitals, one after the other. */
const CAPITALISED = /\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*(?: \p{Lu}[\p{L}\p{M}\p{N}'’.&-]*)*/gu;

/** Capitalised in English, and told in other words as often as not. */
const CALENDAR_WORD = new RegExp(`^${ENGLISH_DAY_OR_MONTH}(?:['’]s)?\\.?$`, 'u');

/** A year is often left unsaid, because the date of the article tells it. */
const YEAR = /^(?:19|20)\d\d$/u;

/** The year of a date's normal form. */
const YEAR_OF_DATE = /^\d{4}-(?=\d\d-\d\d$)/u;

/** What people say before what they want to tell; not part of it. */
const OPENING =
  /^(?:(?:lol|lmao|rofl|omg|wow|hey|hi|hello|yo|ok|okay|btw|fyi|also|so|well|and|but|anyway|anyways|apparently|guys|people|folks)\b[\s,!:.…-]*|(?:哈+|听说|聽說|据说|據說|另外|而且|还有|還有|对了|對了|话说|話說)[\s，,、！!：:…]*)+/iu;

/** Where a clause ends, with the sign; not inside a number, and not an apostrophe or a hyphen. */
const CLAUSE_END = /(?:[,;:](?!\d)|[，；：、]|[.!?。！？…]+(?=\s)| [-–—]+ |—)\s*/u;

/**
 * Whether a quote can stand below a statement: it has every figure and date of it, years aside, and
 * more than half of its names. A name of several words is there when one of them is. Names are
 * compared in one language only, and the word with which a statement begins is taken for no name.
 */
export function createClaimCheck(
  claim: string,
  analyse: Analyser['analyse'],
): (quote: string) => boolean {
  const figures = figuresOf(analyse(claim));
  const names = namesOf(claim, analyse);
  const language = languageOf(claim);
  return (quote) => {
    const said = new Set(analyse(quote).map(({ term }) => withoutYear(term)));
    if (!figures.every((figure) => said.has(figure))) return false;
    if (names.length === 0 || languageOf(quote) !== language) return true;
    return names.filter((name) => name.some((term) => said.has(term))).length > names.length / 2;
  };
}

/**
 * The clauses of a statement that hold a name or a figure, without what people say before and after
 * what they tell. All of it where no clause does.
 */
export function coreOfClaim(claim: string): string {
  const clauses = claim
    .split(CLAUSE_END)
    .map((clause) => clause.replace(OPENING, '').trim())
    .filter((clause) => /\p{N}|\p{Lu}\p{L}/u.test(clause));
  return clauses.length === 0 ? claim.replace(OPENING, '').trim() : clauses.join(', ');
}

/** Numbers and dates, the latter in their normal form. */
function figuresOf(tokens: readonly Token[]): readonly string[] {
  const forms = tokens.filter(({ kind }) => kind === 'form');
  const numbers = tokens.filter(
    ({ kind, term, start, end }) =>
      kind === 'number' &&
      !YEAR.test(term) &&
      !forms.some((form) => form.start <= start && end <= form.end),
  );
  // A form without a digit is a month or a currency, which are told in other words too.
  const figures = forms.filter(({ term }) => /\d/u.test(term));
  return [...figures, ...numbers].map(({ term }) => withoutYear(term));
}

/** The terms of each name. */
function namesOf(claim: string, analyse: Analyser['analyse']): readonly (readonly string[])[] {
  const begin = claim.search(/[\p{L}\p{N}]/u);
  return [...claim.matchAll(CAPITALISED)].flatMap(({ 0: words, index }) => {
    if (index === begin && !words.includes(' ')) return [];
    const named = words.split(' ').filter((word) => !CALENDAR_WORD.test(word));
    const terms = analyse(named.join(' ')).filter(isTerm);
    return terms.length === 0 ? [] : [terms.map(({ term }) => term)];
  });
}

function withoutYear(term: string): string {
  return term.replace(YEAR_OF_DATE, '');
}
