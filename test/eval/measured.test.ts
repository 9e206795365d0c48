import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { scoreDates } from '../../eval/date-metrics.ts';
import { readDateSentences } from '../../eval/date-sentences.ts';
import { evaluate } from '../../eval/evaluate.ts';
import { scoresOf } from '../../eval/metrics.ts';
import { openOwnSet } from '../../eval/open-set.ts';
import type { GoldSpan } from '../../eval/question.ts';
import { showTimeline } from '../../eval/timeline-entries.ts';
import { scoreTimeline, sumScores, type TimelineScores } from '../../eval/timeline-metrics.ts';
import type { TimelineStory } from '../../eval/timeline-story.ts';
import { findMentions } from '../../src/timeline/events/find-mentions.ts';
import { findCandidatePairs } from '../../src/timeline/merging/candidate-pairs.ts';
import { profileMentions } from '../../src/timeline/merging/profile.ts';
import { createPairJudge } from '../../src/timeline/merging/same-event.ts';
import { loadDictionary } from '../support/dictionary.ts';
import { ownStories } from './own-stories.ts';

/*
 * What is measured, exactly: the same on every machine, so that no weight, cost or threshold changes
 * without being seen. Whoever changes one on purpose records the figures with
 * `npx vitest run test/eval/measured -u`, looks at what has changed, and commits it with the reason.
 */

/** Lines as they are recorded. */
const jsonLines = (lines: readonly object[]) =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Far finer than anything that matters, and coarser than the order of a sum. */
const rounded = (value: number) => Number(value.toFixed(6));

const mean = (values: readonly number[]) =>
  rounded(values.reduce((sum, value) => sum + value, 0) / values.length);

const placeOf = ({ article, start, end }: GoldSpan) => `${article} ${start}-${end}`;

test('questions are answered as it is recorded: scores, first quotes and confidence', async () => {
  const rounds = await evaluate(await openOwnSet());
  const scores = rounds.map(({ set, language, variant, judgements }) => {
    const figures = Object.entries(scoresOf(judgements)).map(([figure, value]) => [
      figure,
      value && rounded(value),
    ]);
    return { set, language, variant, ...Object.fromEntries(figures) };
  });
  const answers = rounds
    .filter(({ variant }) => variant === 'as-written')
    .flatMap(({ judgements }) => judgements)
    .map(({ question: { id }, rank, verdict, confidence, quotes }) => ({
      id,
      rank,
      verdict,
      confidence: rounded(confidence),
      quotes: quotes.slice(0, 3).map((quote) => `${placeOf(quote)}: ${rounded(quote.score)}`),
    }));
  await expect(jsonLines([...scores, ...answers])).toMatchFileSnapshot('measured/answers.jsonl');
});

test('dates are read as it is recorded', async () => {
  const languages = ['en', 'zh'].map(async (language) => {
    const file = `${language}.jsonl`;
    const source = await readFile(new URL(`../../eval/dates/${file}`, import.meta.url), 'utf8');
    const sentences = readDateSentences(source, file);
    const isWrong = (sentence: (typeof sentences)[number]) => {
      const { value } = scoreDates([sentence]);
      return value.wrong + value.missed > 0;
    };
    return {
      language,
      ...scoreDates(sentences),
      notRight: sentences.filter(isWrong).map(({ id }) => id),
    };
  });
  const measured = await Promise.all(languages);
  await expect(jsonLines(measured)).toMatchFileSnapshot('measured/dates.jsonl');
});

/** How many are right of how many, by figure. */
function talliesOf(story: string, scores: TimelineScores) {
  const figures = Object.entries(scores).map(([figure, { right, of }]) => [
    figure,
    `${right} of ${of}`,
  ]);
  return { story, ...Object.fromEntries(figures) };
}

/** The entries that the short timeline shows, by their weight. */
async function heaviestOf({ name, library }: TimelineStory) {
  const entries = await library.current().timeline();
  return entries
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, 8)
    .map(({ date, weight, reports: [{ quote }] }, index) => ({
      story: name,
      heaviest: index + 1,
      date: date?.value ?? null,
      weight: rounded(weight),
      quote: placeOf({ ...quote, article: quote.articleId }),
    }));
}

/** How surely the pairs of a story that are worth comparing tell the same event. */
async function pairsOf({ library }: TimelineStory) {
  const yieldIfDue = async () => {};
  const mentions = library
    .current()
    .corpus.articles.flatMap((article) => [...findMentions(article)].flat());
  const words = await profileMentions(mentions, loadDictionary, yieldIfDue);
  const pairs = await findCandidatePairs(words, yieldIfDue);
  const { marginOf } = createPairJudge(words);
  const margins = pairs.flatMap((pair) => marginOf(...pair) ?? []);
  return { pairs: pairs.length, possible: margins.length, meanMargin: mean(margins) };
}

test('the timelines of our own stories are as it is recorded', async () => {
  const stories = await ownStories();
  const measured = await Promise.all(
    stories.map(async (story) => {
      const scores = scoreTimeline(await showTimeline(story.library), story);
      const pairs = { story: story.name, ...(await pairsOf(story)) };
      return {
        scores,
        lines: [talliesOf(story.name, scores), pairs, ...(await heaviestOf(story))],
      };
    }),
  );
  const recorded = [
    talliesOf('all', sumScores(measured.map(({ scores }) => scores))),
    ...measured.flatMap(({ lines }) => lines),
  ];
  await expect(jsonLines(recorded)).toMatchFileSnapshot('measured/timelines.jsonl');
});
