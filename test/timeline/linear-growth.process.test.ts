import { afterAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/corpus/index.ts';
import { createDictionaryLoader } from '../../src/language/index.ts';
import { findMentions, MOST_READ } from '../../src/timeline/events/find-mentions.ts';
import { findTimeline } from '../../src/timeline/index.ts';
import { createArticle } from '../support/articles.ts';
import { startCounting } from '../support/count-steps.ts';

const loadDictionary = createDictionaryLoader();

/** A name that no other number has. */
function nameOf(number: number): string {
  const letter = (place: number) =>
    String.fromCharCode(97 + (Math.floor(number / 26 ** place) % 26));
  return `Q${letter(2)}${letter(1)}${letter(0)}`;
}

function sentences(count: number, sentence: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => sentence(index)).join('');
}

const dayOf = (index: number, month: string) => `${1 + (index % 28)} ${month} 2020`;

/** Stories of so many sentences, each of another kind that some step could take the square of. */
const STORIES: Readonly<Record<string, (count: number) => readonly string[]>> = {
  'one sentence again and again': (count) => [sentences(count, () => 'It fell on 5 May. ')],
  'weekdays in a row': (count) => [sentences(count, () => 'Monday, Tuesday, Wednesday and ')],
  'dates in a row': (count) => [sentences(4 * count, () => '14 September 2020 ')],
  'other names and dates in each sentence': (count) => [
    sentences(
      count,
      (index) => `${nameOf(index)} met ${nameOf(index + 9000)} on ${dayOf(index, 'May')}. `,
    ),
  ],
  'sentences that each go on with the names of the last': (count) => [
    sentences(count, (index) => {
      const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((next) => nameOf(index + next));
      return `${a} ${b} ${c} ${d} sued the ${e} on 5 May 2020. `;
    }),
  ],
  'two articles that differ on every date': (count) =>
    ['May', 'June'].map((month) =>
      sentences(count / 2, (index) => {
        const day = month === 'May' ? '30 May' : '2 June';
        return `${nameOf(index)} of ${nameOf(index + 9000)} sued ${nameOf(index + 5000)} on ${day} ${1950 + (index % 70)}. `;
      }),
    ),
};

function articlesOf(texts: readonly string[]): ReadonlyMap<string, Article> {
  return new Map(
    texts.map((text, index) => {
      const id = `article-${index}`;
      return [id, createArticle({ id, text, published: '2020-09-20' })] as const;
    }),
  );
}

const counter = await startCounting();
afterAll(() => counter.stop());

const stepsOf = (texts: readonly string[]) =>
  counter.count('/src/timeline/', () => findTimeline(articlesOf(texts), loadDictionary));

/** Twice as much, and what sorting adds. */
const LINEAR = 2.6;

/** A block that runs more often than this for a sentence is worth a look. */
const OFTEN = 30;

describe('no step of the timeline runs more than twice as often for twice as much', () => {
  test.each(Object.entries(STORIES))('%s', async (_name, story) => {
    const [once, twice] = [await stepsOf(story(400)), await stepsOf(story(800))];
    const grown = [...twice].filter(
      ([step, count]) => count > 800 * OFTEN && count > LINEAR * (once.get(step) ?? 0),
    );
    expect(Object.fromEntries(grown)).toEqual({});
  });

  test('or more often for what is longer than any news', async () => {
    const whole = await stepsOf([sentences(MOST_READ.dates, () => 'It fell on 5 May. ')]);
    const long = await stepsOf([sentences(2 ** 20 / 18, () => 'It fell on 5 May. ')]);
    const [all, most] = [long, whole].map((steps) =>
      [...steps.values()].reduce((sum, count) => sum + count, 0),
    );
    expect((all ?? 0) / (most ?? 1)).toBeLessThan(1.5);
  });
});

describe('an article that is longer than any news', () => {
  const cutsOf = (text: string) => {
    let cuts = 0;
    const found = [
      ...findMentions(createArticle({ text, published: '2020-09-20' }), () => {
        cuts += 1;
      }),
    ].flat();
    return { cuts, found };
  };

  test.each([
    ['sentences', 'The owner resigned. ', MOST_READ.sentences],
    ['dates', 'It fell on 5 May. ', MOST_READ.dates],
  ])('is read up to a limit of %s, and that is told', (_what, sentence, most) => {
    expect(cutsOf(sentence.repeat(most)).cuts).toBe(0);
    const { cuts, found } = cutsOf(sentence.repeat(most + 10));
    expect(cuts).toBe(1);
    expect(found).toHaveLength(most);
  });

  test('has every date in its sentence up to there', () => {
    const { found } = cutsOf('It fell on 5 May. '.repeat(MOST_READ.dates + 10));
    expect(found.every(({ date }) => date?.value === '2020-05-05')).toBe(true);
  });
});
