import type { Analyser, PassageLanguage, Token } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import { findingsWithin, type Match } from '../ranking/matches.ts';
import { PERSONS } from './later-account.ts';
import type { Selection } from './quote-selection.ts';

/** How many earlier figures are told at most: the latest ones. */
const MOST_FIGURES = 3;

/** A question of one word counts something, and does not say of which event. */
const FEWEST_TERMS = 2;

/** A clause ends here. The marks inside a figure and after an abbreviation have no space behind them. */
const CLAUSE_END =
  /[,;:.!?](?=\s)|[，；：、。！？]|\b(?:and|while|but|or|with|including)\b|以及|其中|另有/giu;

/** A year that stands alone is no count. */
const YEAR = /^(?:1[89]|20)\d\d$/u;

/** A figure and what it counts. */
interface Figure {
  /** Digits, with a full stop before decimals. */
  readonly value: string;
  /** The term of the question that it stands beside. */
  readonly termIndex: number;
  /** The code of its currency, where it has one. */
  readonly currency: string | null;
}

/**
 * The figures that older accounts give for what the newest one gives another figure for, as digits,
 * oldest first. Only where each stands beside the same word of the question, in the same clause and
 * alone: a figure for something else would be a false contradiction.
 */
export function findEarlierFigures(
  newest: Selection,
  others: readonly Selection[],
  analyse: Analyser['analyse'],
): readonly string[] {
  const now = figureOf(newest, analyse);
  const { terms, isTranslated } = newest.quote.question;
  // A translation may stand beside the figure of something else.
  if (!now || isTranslated || terms.length < FEWEST_TERMS) return [];
  const earlier = others
    .filter(({ passage }) => dayOf(passage.article) < dayOf(newest.passage.article))
    .toSorted((a, b) => dayOf(b.passage.article).localeCompare(dayOf(a.passage.article)))
    .flatMap((selection) => {
      const figure = figureOf(selection, analyse);
      return figure?.termIndex === now.termIndex && figure.currency === now.currency
        ? [figure.value]
        : [];
    });
  return [...new Set(earlier)]
    .filter((value) => value !== now.value)
    .slice(0, MOST_FIGURES)
    .toReversed();
}

/** An article without a date is older than all: nothing says that it is newer than another. */
function dayOf({ published }: { readonly published: string | null }): string {
  return published ?? '';
}

/**
 * The figure that stands alone in a clause with a word of the question. None where several do: a
 * breakdown says of no figure that it is the whole.
 */
function figureOf(
  { passage: { article, findings }, quote: { core, language, question } }: Selection,
  analyse: Analyser['analyse'],
): Figure | null {
  const text = article.text.slice(core.start, core.end);
  const tokens = analyse(text);
  const wantsMoney = question.wants === 'money';
  const figures = figuresOf(tokens, text);
  const found = findingsWithin(findings, core).matches;
  const isPerson = ({ termIndex }: Match) => PERSONS.test(question.terms[termIndex]?.surface ?? '');
  // "Five people died" is a figure for the same as "the number of dead is seven".
  const matches = (found.every(isPerson) ? found : found.filter((match) => !isPerson(match))).map(
    (match) => ({
      ...match,
      start: match.start - core.start,
      end: match.end - core.start,
    }),
  );
  const counts = clausesOf(text).flatMap((clause) => {
    const words = matches.filter((match) => isWithin(match, clause));
    if (words.length === 0) return [];
    return (
      figures
        // "787" in a question for the 787 is its name.
        .filter(
          (figure) => isWithin(figure, clause) && !words.some((word) => isWithin(figure, word)),
        )
        .map((figure) => countedBy(figure, words, tokens, language))
        .filter((figure) => figure !== null && (figure.currency !== null) === wantsMoney)
    );
  });
  return counts.length === 1 ? (counts[0] ?? null) : null;
}

function countedBy(
  figure: Token,
  words: readonly Match[],
  tokens: readonly Token[],
  language: PassageLanguage,
): Figure | null {
  const distanceTo = ({ start, end }: Range) => Math.max(start - figure.end, figure.start - end);
  const nearest = words
    .filter((word) => distanceTo(word) >= 0)
    .toSorted((a, b) => distanceTo(a) - distanceTo(b))[0];
  if (!nearest) return null;
  const reach = language === 'zh' ? 2 : 6;
  const currency = tokens.find(
    (token) =>
      token.kind === 'form' && /^[a-z]{3}$/u.test(token.term) && distanceTo(token) <= reach,
  );
  return { value: figure.term, termIndex: nearest.termIndex, currency: currency?.term ?? null };
}

/** Counts and sums in their widest reading: "14 million" and no 14; no dates, years and percentages. */
function figuresOf(tokens: readonly Token[], text: string): readonly Token[] {
  const forms = tokens.filter(({ kind }) => kind === 'form');
  const isCovered = (token: Token) =>
    forms.some((form) => form !== token && isWithin(token, form) && form.term !== token.term);
  return tokens.filter(
    (token) =>
      (token.kind === 'number' || token.kind === 'form') &&
      /^\d+(?:\.\d+)?$/u.test(token.term) &&
      !YEAR.test(text.slice(token.start, token.end)) &&
      !isCovered(token),
  );
}

function clausesOf(text: string): readonly Range[] {
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index }) => index);
  return [...ends, text.length].map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
