import type { Article } from '../../corpus/index.ts';
import type { PassageLanguage, Sentence } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import type { Passage } from '../passages/split-passages.ts';
import type { PhraseFilter } from '../query/query-operators.ts';
import type { Question } from '../query/question.ts';
import { COMPARED_COUNT } from '../ranking/confidence.ts';
import { coverage, gatherEvidence } from '../ranking/evidence.ts';
import { findingsWithin } from '../ranking/matches.ts';
import { fadingOf, type RankedPassage } from '../ranking/rank-passages.ts';
import { scoreEvidence } from '../ranking/score.ts';
import { createTopList } from '../ranking/top-list.ts';
import { withContext } from './quote-context.ts';

/** A quote with a smaller share of the best quote's score is not worth showing beside it. */
export const SCORE_SHARE_NEEDED = 0.6;

/** A passage, and the stretch of it that is worth showing. */
export interface Selection {
  readonly passage: RankedPassage;
  readonly quote: SelectedQuote;
}

/**
 * The best stretch of every passage that can be shown or tells how sure the best one is, best first.
 * Passages are looked at in the order of their scores, and no longer than a stretch of them can
 * still count: it scores at most what {@link highestQuoteScore} says.
 */
export function selectFromAll(
  ranked: readonly RankedPassage[],
  phraseFilter: PhraseFilter,
): Selection[] {
  const scores = createTopList<number>(COMPARED_COUNT + 1, (score) => score);
  const selections: Selection[] = [];
  let best = 0;
  for (const passage of ranked) {
    const highest = highestQuoteScore(passage.score);
    if (highest < SCORE_SHARE_NEEDED * best && !scores.wouldKeep(highest)) break;
    const quote = selectQuote(passage, phraseFilter.isHeldBy);
    if (!quote) continue;
    selections.push({ passage, quote });
    scores.add(quote.score);
    best = Math.max(best, quote.score);
  }
  return selections.toSorted((a, b) => b.quote.score - a.quote.score);
}

/** How an article's own correction or update begins, with what may stand before its colon. */
const CORRECTION =
  /^[\s*_([【（]*(?:(?:correction|clarification|update|updated)s?\b[^.!?:：]{0,40}[:：]|(?:编者|編者)?(?:更正|勘误|勘誤|澄清|更新)[^。！？：:】]{0,20}[：:】])/iu;

/** Whether a passage is a note that corrects its article. It is quoted whole or not at all. */
export function isCorrection(passage: Passage, text: string): boolean {
  const [first] = passage.sentences;
  return first !== undefined && CORRECTION.test(text.slice(first.start, first.end));
}

/** The stretch of a passage that is worth showing. */
export interface SelectedQuote extends Sentence {
  /** The question as it was put to the passage. */
  readonly question: Question;
  readonly article: Article;
  readonly language: PassageLanguage;
  /** The sentences that were chosen for what they say; the others give them sense. */
  readonly core: Range;
  /** The passage's score and half of the core's own. */
  readonly score: number;
}

/** The share of the question in the sentences that were chosen for what they say, 0 to 1. */
export function coreCoverage({ passage, quote }: Selection): number {
  return coverage(quote.question, findingsWithin(passage.findings, quote.core).matches);
}

/** The length in UTF-16 units up to which sentences are chosen together. */
const LONGEST_RUN: Readonly<Record<PassageLanguage, number>> = { en: 400, zh: 200 };

/** What a run of full length loses against a very short one, so that no sentence comes along for nothing. */
const LENGTH_PENALTY = 0.1;

const OWN_SCORE_WEIGHT = 0.5;

/**
 * The highest score that a stretch of a passage with this score can have: no part of a passage shows
 * more evidence than the whole, and the passage's own score has all of that in it.
 */
function highestQuoteScore(passageScore: number): number {
  return (1 + OWN_SCORE_WEIGHT) * passageScore;
}

/**
 * The best run of whole sentences in a passage whose text is acceptable, and what it needs to be
 * understood by itself. A run is longer than usual only where none of the usual length is acceptable.
 */
export function selectQuote(
  ranked: RankedPassage,
  isAcceptable: (text: string) => boolean = () => true,
): SelectedQuote | null {
  const { passage, article } = ranked;
  if (isCorrection(passage, article.text)) return quoteWhole(ranked, isAcceptable);
  if (ranked.question.overview && ranked.question.terms.length === 0) {
    return quoteBeginning(ranked, isAcceptable);
  }
  const usual = LONGEST_RUN[passage.language];
  const best =
    bestRun(ranked, isAcceptable, usual) ?? bestRun(ranked, isAcceptable, Number.POSITIVE_INFINITY);
  return best && quoteRun(ranked, best);
}

/** A run of sentences, from the one to the other, with the score of its own evidence. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly own: number;
}

function quoteWhole(
  ranked: RankedPassage,
  isAcceptable: (text: string) => boolean,
): SelectedQuote | null {
  const { sentences } = ranked.passage;
  const whole = spanOf(sentences);
  if (!whole || !isAcceptable(ranked.article.text.slice(whole.start, whole.end))) return null;
  return quoteRun(ranked, { from: 0, to: sentences.length - 1, own: ownScore(ranked, whole) });
}

/** How much of the beginning of an article tells what it is about, in UTF-16 units. */
const BEGINNING: Readonly<Record<PassageLanguage, number>> = { en: 260, zh: 120 };

/** The first sentences of a passage of which nothing is asked. */
function quoteBeginning(
  ranked: RankedPassage,
  isAcceptable: (text: string) => boolean,
): SelectedQuote | null {
  const { article, passage } = ranked;
  const { sentences, language } = passage;
  const [first] = sentences;
  if (!first) return null;
  const to = sentences.findLastIndex(({ end }) => end - first.start <= BEGINNING[language]);
  const run = { from: 0, to: Math.max(0, to), own: 0 };
  const end = sentences[run.to]?.end ?? first.end;
  return isAcceptable(article.text.slice(first.start, end)) ? quoteRun(ranked, run) : null;
}

function bestRun(
  ranked: RankedPassage,
  isAcceptable: (text: string) => boolean,
  maxLength: number,
): Run | null {
  const { article, passage } = ranked;
  const { sentences, language } = passage;
  let best: Run | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const [from, first] of sentences.entries()) {
    for (const [to, last] of sentences.entries()) {
      if (to < from) continue;
      const length = last.end - first.start;
      if (to > from && length > maxLength) break;
      const words = article.text.slice(first.start, last.end);
      if (asksOnly(sentences.slice(from, to + 1), article.text) || !isAcceptable(words)) continue;
      const own = ownScore(ranked, { start: first.start, end: last.end });
      const value = own - (LENGTH_PENALTY * length) / LONGEST_RUN[language];
      if (value <= bestValue) continue;
      bestValue = value;
      best = { from, to, own };
    }
  }
  return best;
}

/** Whether sentences only ask: an interviewer's question tells nothing without what is answered. */
function asksOnly(sentences: readonly Sentence[], text: string): boolean {
  return sentences.every(({ start, end }) => ASKS.test(text.slice(start, end)));
}

const ASKS = /[?？]["'”’」』》）)*_\s]*$/u;

function quoteRun(
  { question, article, passage, score }: RankedPassage,
  best: Run,
): SelectedQuote | null {
  const { sentences, language } = passage;
  const quoted = withContext({ text: article.text, ...passage }, best.from, best.to);
  const [first] = quoted;
  const last = quoted.at(-1);
  const core = spanOf(sentences.slice(best.from, best.to + 1));
  if (!first || !last || !core) return null;
  return {
    question,
    article,
    language,
    start: first.start,
    end: last.end,
    core,
    cutBefore: first.cutBefore,
    cutAfter: last.cutAfter,
    score: score + OWN_SCORE_WEIGHT * best.own,
  };
}

function ownScore(
  { question, article, passage, findings, evidence: whole, share }: RankedPassage,
  range: Range,
): number {
  const text = article.text.slice(range.start, range.end);
  const evidence = gatherEvidence(
    question,
    findingsWithin(findings, range),
    range,
    text,
    passage.language,
    whole,
  );
  return share * fadingOf(question) * scoreEvidence(evidence);
}

function spanOf(sentences: readonly Sentence[]): Range | null {
  const [first] = sentences;
  const last = sentences.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}
