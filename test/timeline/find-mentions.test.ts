import { describe, expect, it } from 'vitest';
import { findMentions } from '../../src/timeline/events/find-mentions.ts';
import { createArticle } from '../support/articles.ts';

/** What the sentences of a text tell: date, role, the words of its clause. */
function mentionsOf(text: string, language = 'en') {
  const article = createArticle({ text, language, published: '2024-05-03' });
  return [...findMentions(article)]
    .flat()
    .map(({ date, role, text: words, clause }) => [
      date?.value ?? null,
      role,
      words.slice(clause.start, clause.end),
    ]);
}

describe('what a sentence tells', () => {
  it('is one thing with a date, and one without', () => {
    expect(mentionsOf('The pier burned on 28 April. It was old. The owner resigned.')).toEqual([
      ['2024-04-28', 'event', 'The pier burned on 28 April.'],
      [null, 'event', 'The owner resigned.'],
    ]);
  });

  it('is two things where it names two days, each with its own words', () => {
    const text =
      'The city signed an order on 28 April giving the owners until 15 June to repair the pier.';
    expect(mentionsOf(text)).toEqual([
      ['2024-04-28', 'event', 'The city signed an order on 28 April '],
      ['2024-06-15', 'deadline', 'giving the owners until 15 June to repair the pier.'],
    ]);
  });

  it('is divided between acts, not after the adverb that begins it', () => {
    const text = 'On 2 April, the pier opened, and on 28 April it burned.';
    expect(mentionsOf(text).map(([, , clause]) => clause)).toEqual([
      'On 2 April, the pier opened',
      'on 28 April it burned.',
    ]);
  });

  it('shares the words that stand before both dates where nothing divides it', () => {
    expect(mentionsOf('The pier opened on 2 April on 28 April prices.')[1]?.[2]).toContain(
      'opened',
    );
  });

  it('is divided at a comma in Chinese', () => {
    expect(mentionsOf('大桥4月2日开放，4月28日关闭。', 'zh').map(([, , clause]) => clause)).toEqual(
      ['大桥4月2日开放，', '4月28日关闭。'],
    );
  });

  it('counts a day that it names twice once', () => {
    expect(mentionsOf('On 28 April it rained, and on 28 April it snowed.')).toHaveLength(1);
  });

  it.each([
    ['The rules had not been updated since March 2024.', 'since when'],
    ['Until March 2024 nothing had changed.', 'until when'],
    ['自2024年3月以来，规则没有更新。', 'since when'],
  ])('tells nothing of a state: %s (%s)', (text) => {
    expect(mentionsOf(text)).toEqual([]);
  });

  it.each([
    ['Talks have gone on since 28 April, when the pier burned.', '2024-04-28'],
    ['The owners have until 15 June, and nobody helps them.', '2024-06-15'],
  ])('has a date for what happened or must happen: %s', (text, expected) => {
    expect(mentionsOf(text).map(([date]) => date)).toEqual([expected]);
  });

  it('never takes the day of publication, or the date of another sentence', () => {
    const text = 'The pier burned on 28 April. The owner resigned.\n\nThe owner was sued.';
    expect(mentionsOf(text).map(([date]) => date)).toEqual(['2024-04-28', null, null]);
  });
});

it('keeps what stands before a sentence in its paragraph, for names', () => {
  const article = createArticle({
    text: 'Quay Ltd burned down. Its owner resigned.\n\nA clerk quit.',
  });
  const [, second, third] = [...findMentions(article)].flat();
  expect(second?.context).toBe('Quay Ltd burned down. ');
  expect(third?.context).toBe('');
});
