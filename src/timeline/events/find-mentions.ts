import type { Article } from '../../corpus/index.ts';
import { languageOf, type PassageLanguage } from '../../language/index.ts';
import { type QuotableSentence, quotableSentences } from '../../retrieval/index.ts';
import type { Range } from '../../shared/range.ts';
import { type CalendarDate, calendarDateOf } from '../calendar-date.ts';
import { readTemporalExpressions } from '../dates/find-temporal-expressions.ts';
import { isContrast } from './contrast.ts';
import { isOfNoun, isOfSaying } from './date-attachment.ts';
import { isDenied } from './denial.ts';
import { tellsAnEvent } from './event-detection.ts';
import { isFurniture } from './furniture.ts';
import { findSpeakers, mainClause } from './main-clause.ts';
import { type DateInSentence, type Role, roleOf } from './role.ts';

/**
 * A sentence of an article that tells one event (or deadline, plan, report), with the date that it
 * gives. A sentence with two dates may give two mentions.
 */
export interface EventMention {
  readonly article: Article;
  readonly sentence: QuotableSentence;
  /** The sentence as it stands: `article.text.slice(sentence.start, sentence.end)`. */
  readonly text: string;
  /** Where in `text` the event's own clause stands; for a sentence with one date, all of it. */
  readonly clause: Range;
  /** Null where no date is stated. */
  readonly date: CalendarDate | null;
  /** Where the date's words stand in the article; null for a date taken over from nearby, or none. */
  readonly dateRange: Range | null;
  readonly role: Role;
  /** The sentences before it in its paragraph, for names that it only refers to. */
  readonly context: string;
  /** Whether its date says when it was said, and not when it happened. */
  readonly isOfSaying: boolean;
  /** Where the sentence starts that this one sets itself against ("However, …"); null for none. */
  readonly against: number | null;
}

/** How much of what stands before a sentence is kept with it, in UTF-16 units. */
const CONTEXT_LENGTH = 600;

/**
 * How much of an article is read: UTF-16 units of its text, sentences and dates. News stays far below
 * all of them; what does not is a book, or is meant to keep the timeline busy.
 */
export const MOST_READ = { units: 200_000, sentences: 2000, dates: 1000 } as const;

/**
 * What every sentence of an article tells: one mention for each date in it, or one without a date.
 * A sentence that only says since or until when something has been so tells no event. None takes the
 * day of publication, or the date of another sentence, for its own: see docs/timeline.md.
 *
 * In steps, of which some find nothing: whoever takes them can let other work go on in between.
 *
 * @param onCut is told when the article is longer than {@link MOST_READ}, and its end is left out.
 */
export function* findMentions(
  article: Article,
  onCut: () => void = () => {},
): Generator<readonly EventMention[]> {
  const { sentences, dates } = yield* readBeginning(article, onCut);
  let next = 0;
  for (const [index, sentence] of sentences.entries()) {
    // Both are in order, so that each date is looked at once.
    const inSentence: DatedRange[] = [];
    for (let date = dates[next]; date && date.start < sentence.end; date = dates[next]) {
      if (date.start >= sentence.start && date.end <= sentence.end) inSentence.push(date);
      next += 1;
    }
    yield mentionsIn(article, sentences, index, inSentence);
  }
}

interface DatedRange extends Range {
  readonly date: CalendarDate;
}

/** The sentences and dates of an article, in order, up to the first limit of {@link MOST_READ}. */
function* readBeginning(
  article: Article,
  onCut: () => void,
): Generator<
  readonly EventMention[],
  { readonly sentences: readonly QuotableSentence[]; readonly dates: readonly DatedRange[] }
> {
  const { published } = article;
  const text = article.text.slice(0, MOST_READ.units);
  const all = quotableSentences({ ...article, text });
  // Where the text was cut, the last sentence was perhaps as well.
  if (text.length < article.text.length) all.pop();
  const dates: DatedRange[] = [];
  const context = { language: languageOf(text), reference: published };
  let end = all[MOST_READ.sentences - 1]?.end ?? text.length;
  for (const found of readTemporalExpressions(text.slice(0, end), context)) {
    for (const { start, end: dateEnd, kind, value, modifier } of found) {
      const date = kind === 'date' ? calendarDateOf(value, modifier) : null;
      if (date) dates.push({ start, end: dateEnd, date });
    }
    const tooMany = dates[MOST_READ.dates];
    if (tooMany) {
      end = tooMany.start;
      break;
    }
    yield [];
  }
  const sentences = all.filter((sentence) => sentence.end <= end);
  if (text.length < article.text.length || sentences.length < all.length) onCut();
  return { sentences, dates };
}

function mentionsIn(
  article: Article,
  sentences: readonly QuotableSentence[],
  index: number,
  inSentence: readonly DatedRange[],
): EventMention[] {
  const sentence = sentences[index];
  if (!sentence) return [];
  const { language } = sentence;
  const text = article.text.slice(sentence.start, sentence.end);
  if (isFurniture(text, language)) return [];
  const dates = datesOf(article, sentence, text, inSentence);
  if (dates !== null && dates.length === 0) return [];
  const isContrastTo = (number: number) => {
    const { start, end, language: own } = sentences[number] ?? sentence;
    return (
      number > 0 && number < sentences.length && isContrast(article.text.slice(start, end), own)
    );
  };
  const against = isContrastTo(index) ? (sentences[index - 1]?.start ?? null) : null;
  const base = { article, sentence, text, context: contextOf(article, sentences, index), against };
  if (dates === null) {
    const isClaim = isDenied(text) && findSpeakers(text).length > 0;
    const isSide = isClaim || against !== null || isContrastTo(index + 1);
    if (!isSide && !tellsAnEvent(text, language)) return [];
    const clause = mainClause(text, { start: 0, end: text.length }, null, language);
    return [{ ...base, clause, date: null, dateRange: null, isOfSaying: false, role: 'event' }];
  }
  const clauses = clausesOf(text, dates, language);
  return dates.map(({ start, end, date }, at): EventMention => {
    const sides = { before: text.slice(0, start), after: text.slice(end) };
    const own = clauses[at] ?? { start: 0, end: text.length };
    return {
      ...base,
      clause: mainClause(text, own, { start, end }, language),
      date,
      dateRange: { start: sentence.start + start, end: sentence.start + end },
      isOfSaying: isOfSaying(sides, language),
      role: roleOf(sides, language, date, article.published),
    };
  });
}

/**
 * The dates that a sentence gives to events, each once, with their offsets in the sentence. Null where
 * it names none, or only those of nouns; none where all only say since or until when something is so.
 */
function datesOf(
  { published }: Article,
  { start: offset, language }: QuotableSentence,
  text: string,
  named: readonly DatedRange[],
): DatedRange[] | null {
  const dates = new Map<string, DatedRange>();
  let isOfState = false;
  for (const { start, end, date } of joinRanges(named, text, offset)) {
    const range = { start: start - offset, end: end - offset };
    const sides = { before: text.slice(0, range.start), after: text.slice(range.end) };
    const isOver = published === null || date.first <= published;
    if (isOver && isSpanOfState(sides, language)) isOfState = true;
    else if (!dates.has(date.value) && !isOfNoun(sides, date, language, published)) {
      dates.set(date.value, { ...range, date });
    }
  }
  return dates.size === 0 && !isOfState ? null : [...dates.values()];
}

const RANGE = /^\s*(?:至|到|[-–—~～]|to|through|until|till)\s*$/iu;
const BOTH_ENDS = { before: /\bbetween\s+$/iu, between: /^\s*and\s*$/iu } as const;

/** "From 14 June to 15 July" is one time, with both its ends. */
function joinRanges(named: readonly DatedRange[], text: string, offset: number): DatedRange[] {
  const joined: DatedRange[] = [];
  for (const next of named) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end - offset, next.start - offset) : '';
    const areEnds =
      RANGE.test(between) ||
      (BOTH_ENDS.between.test(between) &&
        BOTH_ENDS.before.test(text.slice(0, Math.max(0, (last?.start ?? 0) - offset))));
    const isRange = last && areEnds && last.date.first < next.date.first;
    const date = isRange ? calendarDateOf(`${last.date.value}/${next.date.value}`) : null;
    if (last && date) joined[joined.length - 1] = { start: last.start, end: next.end, date };
    else joined.push(next);
  }
  return joined;
}

/** What stands before a sentence in its paragraph. */
function contextOf(
  { text }: Article,
  sentences: readonly QuotableSentence[],
  index: number,
): string {
  const sentence = sentences[index];
  if (!sentence) return '';
  let start = sentence.start;
  for (let before = index - 1; before >= 0; before -= 1) {
    const previous = sentences[before];
    if (!previous || sentence.start - previous.start > CONTEXT_LENGTH) break;
    if (text.slice(previous.end, start).includes('\n')) break;
    start = previous.start;
  }
  return text.slice(start, sentence.start);
}

/** Where one event of a sentence can end and the next begin, the surer signs first. */
const BOUNDARIES: Readonly<Record<PassageLanguage, readonly RegExp[]>> = {
  en: [
    /[;:–—]\s*/gu,
    /,\s+(?:and|but|while|whereas|then|after|before|when|which|giving|saying|with)\s/gu,
    /\s(?=(?:and|but|while|or|giving|allowing|ordering|telling|saying|which|that)\s)/gu,
    /,\s+/gu,
  ],
  zh: [/[；;：:]/gu, /[，,]/gu],
};

/** Fewer units than this beside the date hold no event, only an adverb such as "Earlier in". */
const SHORTEST_CLAUSE: Readonly<Record<PassageLanguage, number>> = { en: 15, zh: 4 };

/**
 * The part of a sentence that goes with each of its dates, as offsets into `text`, one for each.
 * Between two dates the sentence is cut at the surest boundary that leaves words on both sides;
 * where there is none, both have those words.
 *
 * @param dates in order, apart from each other.
 */
function clausesOf(text: string, dates: readonly Range[], language: PassageLanguage): Range[] {
  const clauses: Range[] = [];
  let start = 0;
  for (const [index, date] of dates.entries()) {
    const next = dates[index + 1];
    if (!next) {
      clauses.push({ start, end: text.length });
      break;
    }
    const cut = cutBetween(text, start, date, next, language);
    clauses.push({ start, end: cut ?? next.start });
    if (cut !== null) start = cut;
  }
  return clauses;
}

function cutBetween(
  text: string,
  start: number,
  date: Range,
  next: Range,
  language: PassageLanguage,
): number | null {
  const shortest = SHORTEST_CLAUSE[language];
  const between = text.slice(date.end, next.start);
  for (const boundary of BOUNDARIES[language]) {
    for (const match of [...between.matchAll(boundary)].toReversed()) {
      const cut = date.end + match.index + match[0].length;
      const wordsBefore = date.start - start + match.index;
      if (wordsBefore >= shortest) return cut;
    }
  }
  return null;
}

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
    turns: /^[时時起]/u,
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
function isSpanOfState({ before, after }: DateInSentence, language: PassageLanguage): boolean {
  const signs = SIGNS[language];
  if (signs.turns.test(after)) return false;
  if (signs.before.test(before) || signs.after.test(after)) return true;
  if (!signs.denied.test(before)) return false;
  const opens = before.length <= OPENING;
  return NEGATION[language].test(opens ? after.slice(0, REACH) : before.slice(-REACH));
}
