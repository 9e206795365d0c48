import {
  endsSentence,
  isContextDependentInChinese,
  isContextDependentInEnglish,
  isCounter,
  type PassageLanguage,
  type Sentence,
} from '../../language/index.ts';
import { isBlank } from '../passages/split-passages.ts';

/**
 * The length in UTF-16 units up to which sentences come along. Beside runs of at most 400 (Chinese:
 * 200), this leaves 1 to 4 % of the quotes with a beginning that depends on what is not quoted.
 */
const LONGEST_QUOTE: Readonly<Record<PassageLanguage, number>> = { en: 500, zh: 250 };

/** A shorter quote takes a neighbour along: about the length of the shortest quarter of sentences. */
const SHORTEST_QUOTE: Readonly<Record<PassageLanguage, number>> = { en: 80, zh: 30 };

/** How many sentences come along at most. */
const MOST_CONTEXT = 2;

/** Sentences that stand together in an article, in its order. */
interface SentenceRun {
  readonly text: string;
  readonly language: PassageLanguage;
  /** Of one paragraph. */
  readonly sentences: readonly Sentence[];
  /** The last sentence of what may be quoted before them. */
  readonly before: Sentence | null;
}

/**
 * Widens the run `[from, to]` of sentences until it can be understood by itself: a beginning that
 * depends on the sentence before takes it along, also out of the paragraph before, and a run that is
 * too short takes a neighbour of its own paragraph. A sentence that counters the last one comes along,
 * so that nobody takes the half for the whole. The result is one stretch of whole sentences. It
 * stays as it is where it would become longer than {@link LONGEST_QUOTE}.
 */
export function withContext(
  { text, language, sentences, before }: SentenceRun,
  from: number,
  to: number,
): readonly Sentence[] {
  const whole = [...precedingSentence(text, sentences, before), ...sentences];
  const offset = whole.length - sentences.length;
  let first = from + offset;
  let last = to + offset;
  const lengthOf = (start: number, end: number) =>
    (whole[end]?.end ?? 0) - (whole[start]?.start ?? 0);
  const chosen = lengthOf(first, last);
  const isShort = chosen < SHORTEST_QUOTE[language];
  const mayTake = (start: number, end: number) =>
    start >= 0 &&
    end < whole.length &&
    lengthOf(start, end) <= LONGEST_QUOTE[language] &&
    // What comes before a quote of some length must not be more of it than what it explains.
    (start >= first || isShort || chosen >= lengthOf(start, end) / 2);

  const isDependent = () => {
    const opening = whole[first];
    return (
      opening !== undefined &&
      !opening.cutBefore &&
      isContextDependent(text.slice(opening.start, opening.end), language)
    );
  };

  if (isShort && (first > offset || isDependent()) && mayTake(first - 1, last)) first -= 1;
  else if (isShort && mayTake(first, last + 1)) last += 1;
  while (first + MOST_CONTEXT > from + offset && isDependent() && mayTake(first - 1, last))
    first -= 1;
  const following = whole[last + 1];
  const isCountered =
    following !== undefined && isCounter(text.slice(following.start, following.end), language);
  if (isCountered && mayTake(first, last + 1)) last += 1;
  return whole.slice(first, last + 1);
}

/** The sentence right before the first one, when it is whole and no heading, label or item of a list. */
function precedingSentence(
  text: string,
  [first]: readonly Sentence[],
  before: Sentence | null,
): readonly Sentence[] {
  if (!first || !before || before.cutBefore || before.cutAfter) return [];
  const words = text.slice(before.start, before.end);
  return isBlank(text, before.end, first.start) && endsSentence(words) ? [before] : [];
}

/**
 * Whether a sentence is hard to understand without the one before it: it begins with "he", "the
 * company" or "该公司", follows from something, or leaves out who speaks. Judged by its own words, so
 * that it is a good guess and no more.
 */
export function isContextDependent(sentence: string, language: PassageLanguage): boolean {
  return language === 'zh'
    ? isContextDependentInChinese(sentence)
    : isContextDependentInEnglish(sentence);
}
