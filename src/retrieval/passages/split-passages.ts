import type { Article } from '../../corpus/index.ts';
import type { PassageLanguage } from '../../language/index.ts';
import {
  languageOf,
  type Sentence,
  splitParagraphs,
  splitSentences,
} from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import { type ExclusionReason, isBoilerplate, repeatKey } from './boilerplate.ts';
import { isHeading, isUpperHeading } from './headings.ts';

/**
 * A run of whole sentences of one paragraph: what is indexed. It begins with its heading, where it
 * has one. Offsets are UTF-16.
 */
export interface Passage extends Range {
  readonly articleId: string;
  readonly language: PassageLanguage;
  /** What may be quoted: all but the heading. */
  readonly sentences: readonly Sentence[];
  /** The sentence before the passage: quoted with it where the passage depends on it. */
  readonly before: Sentence | null;
}

/** A paragraph that is not indexed, and why. */
export interface Exclusion extends Range {
  readonly reason: ExclusionReason;
}

/**
 * The size in UTF-16 units over which a paragraph is cut into overlapping runs of sentences.
 * Natural paragraphs find better than almost every cutting; runs of 700-1,000 characters (Chinese
 * 300-450) are best where one is too long.
 */
const LONGEST_PASSAGE: Readonly<Record<PassageLanguage, number>> = { en: 1000, zh: 450 };

/** Sentences that a run shares with the one before it. */
const OVERLAP_SENTENCES = 1;

/** The passages of an article in the order of its text, and the paragraphs that were left out. */
export function splitPassages(article: Article): {
  passages: Passage[];
  exclusions: Exclusion[];
} {
  const passages: Passage[] = [];
  const exclusions: Exclusion[] = [];
  const seen = new Set<string>();
  const paragraphs: Range[] = [];
  const textOf = ({ start, end }: Range) => article.text.slice(start, end);

  for (const paragraph of splitParagraphs(article.text, article.bodyStart)) {
    const text = textOf(paragraph);
    const key = repeatKey(text);
    const reason = isBoilerplate(text) ? 'boilerplate' : seen.has(key) ? 'repeat' : null;
    if (reason) exclusions.push({ ...paragraph, reason });
    else paragraphs.push(paragraph);
    seen.add(key);
  }

  const isHeadingAt = (index: number) => {
    const [paragraph, next] = paragraphs.slice(index, index + 2);
    if (!paragraph || !next || !isBlank(article.text, paragraph.end, next.start)) return false;
    const text = textOf(paragraph);
    return isHeading(text, textOf(next), languageOf(text));
  };
  const isUpperHeadingAt = (index: number) => {
    const [paragraph, next] = paragraphs.slice(index, index + 2);
    if (!paragraph || !next || !isBlank(article.text, paragraph.end, next.start)) return false;
    const text = textOf(paragraph);
    return isUpperHeading(text, languageOf(text));
  };

  let before: Sentence | null = null;
  let heading: Range | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = textOf(paragraph);
    const language = languageOf(text);
    if (isHeadingAt(index) || (isHeadingAt(index + 1) && isUpperHeadingAt(index))) {
      heading ??= paragraph;
      continue;
    }
    const sentences = splitSentences(article.text, paragraph, language);
    for (const { from, to } of runsOf(sentences, LONGEST_PASSAGE[language])) {
      const run = sentences.slice(from, to);
      const first = run[0];
      const last = run.at(-1);
      if (!first || !last) continue;
      passages.push({
        articleId: article.id,
        start: from === 0 && heading ? heading.start : first.start,
        end: last.end,
        language,
        sentences: run,
        before: sentences[from - 1] ?? before,
      });
    }
    before = sentences.at(-1) ?? before;
    heading = null;
  }
  return { passages, exclusions };
}

/** Whether nothing but white space stands in `[start, end)`. */
export function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** All sentences when they fit, otherwise overlapping runs that do, as `[from, to)`. */
function runsOf(sentences: readonly Range[], maxLength: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < sentences.length) {
    let to = from + 1;
    while (to < sentences.length && spanOf(sentences, from, to) <= maxLength) to += 1;
    runs.push({ from, to });
    if (to >= sentences.length) break;
    from = Math.max(from + 1, to - OVERLAP_SENTENCES);
  }
  return runs;
}

/** Length from sentence `from` to the end of sentence `to`. */
function spanOf(sentences: readonly Range[], from: number, to: number): number {
  return (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0);
}
