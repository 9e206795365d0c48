import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/language/index.ts';
import { createCollection } from '../../src/retrieval/collection.ts';
import { asWritten, readFollowUp } from '../../src/retrieval/query/follow-up.ts';
import { PIER_STORY } from '../support/pier-story.ts';

const { analyse } = createAnalyser();

const read = (question: string, ...before: string[]) => readFollowUp(question, before, analyse);

describe('a pronoun', () => {
  test.each([
    ['when did he say that', 'who is Olga Brandt', 'when did Olga Brandt say that', 'Olga Brandt'],
    ['when did he say that', 'what did holt say about the pier', 'when did holt say that', 'holt'],
    ['who replaced him as mayor', 'when did Reyes resign', 'who replaced Reyes as mayor', 'Reyes'],
    ['what was her reaction', 'who is Ines Holt?', 'what was Ines Holt’s reaction', 'Ines Holt'],
    [
      'how much does it cost',
      'when does the new pier open',
      'how much does new pier cost',
      'new pier',
    ],
    [
      'when did that happen',
      'what caused the fall of the pier',
      'when did fall of the pier happen',
      'fall of the pier',
    ],
    [
      'what did brandt say about him',
      'did reyes deny it',
      'what did brandt say about reyes',
      'reyes',
    ],
    ['他什么时候说的', '布兰特是谁', '布兰特什么时候说的', '布兰特'],
    ['布兰特怎么评价他', '雷耶斯是谁', '布兰特怎么评价雷耶斯', '雷耶斯'],
    ['它要花多少钱', '新码头什么时候启用', '新码头要花多少钱', '新码头'],
    ['他多大', '雷耶斯是誰', '雷耶斯多大', '雷耶斯'],
  ])('gives way to the subject of the question before: %s', (question, before, text, subject) => {
    expect(read(question, before)).toEqual({ text, subject, pronoun: null });
  });

  test('finds the last question that named something, over those that did not', () => {
    const { text, subject } = read('and when was he hired', 'why did he quit', 'Tom Reyes');
    expect(subject).toBe('Tom Reyes');
    expect(text).toBe('and when was Tom Reyes hired');
  });

  test.each([
    ['when did he say that', 'he'],
    ['is SHE guilty', 'SHE'],
    ['who replaced him as mayor', 'him'],
    ['what does it mean', 'it'],
    ['how many votes does he need', 'he'],
    ['他什么时候说的', '他'],
    ['她是谁', '她'],
  ])('that nothing explains is told: %s', (question, pronoun) => {
    expect(read(question)).toEqual({ text: question, subject: null, pronoun });
    expect(read(question, 'tldr').pronoun).toBe(pronoun);
  });

  test.each([
    'did the mayor say that she would resign',
    'When Reyes left, what did he take?',
    'what did holt say about him',
    'how much did they offer for it',
    'where does the port keep its cranes',
    'is it true the pier fell',
    'how long does it take to build a pier',
    'did anyone say "he knew"',
    'what is this about',
    '他们什么时候开会',
    '其他公司怎么说',
    '吉他多少钱',
  ])('is none where the question explains it, or could do without: %s', (question) => {
    expect(read(question)).toEqual({ text: question, subject: null, pronoun: null });
  });
});

describe('a question without a subject', () => {
  test.each([
    ['why?', 'did Reyes resign?', 'why did Reyes resign'],
    ['and the price?', 'when will the pier open', 'and the price pier'],
    ['为什么', '雷耶斯辞职了吗', '雷耶斯辞职了吗 为什么'],
    ['什么时候辞职的', '雷耶斯是谁', '雷耶斯 什么时候辞职的'],
  ])('takes that of the question before: %s', (question, before, text) => {
    expect(read(question, before).text).toBe(text);
  });

  test.each([
    ['what did holt say', 'who is Olga Brandt'],
    ['tldr', 'who is Olga Brandt'],
    ['thanks', 'who is Olga Brandt'],
    ['谢谢', '雷耶斯是谁'],
    ['北港的渡轮免费吗', '雷耶斯是谁'],
  ])('is none of these: %s', (question, before) => {
    expect(read(question, before)).toEqual({ text: question, subject: null, pronoun: null });
  });
});

test('a name in small letters is shown as an article writes it', () => {
  const texts = ['Pier works go on. A new pier, said Olga Brandt, is due.'];
  expect(asWritten('olga brandt', texts)).toBe('Olga Brandt');
  expect(asWritten('brandt', ['He met Brandt.'])).toBe('Brandt');
  expect(asWritten('pier', texts)).toBe('pier');
  expect(asWritten('a.b*', texts)).toBe('a.b*');
});

describe('an answer', () => {
  test('names the subject that it took, and is about it', async () => {
    const collection = await createCollection(PIER_STORY);
    const answer = await collection.ask({
      question: 'what did she find',
      before: ['who is olga brandt'],
      limit: 3,
      filter: {},
    });
    expect(answer.subject).toBe('Olga Brandt');
    expect(answer.question).toBe('what did she find');
    const [first] = answer.quotes;
    expect(first?.quote.articleId).toBe(await firstOf('what did olga brandt find'));

    async function firstOf(question: string) {
      const { quotes } = await collection.ask({ question, limit: 1, filter: {} });
      return quotes[0]?.quote.articleId;
    }
  });

  test('to a pronoun without a subject is never said to be one', async () => {
    const collection = await createCollection(PIER_STORY);
    const answer = await collection.ask({ question: 'when did he resign', limit: 3, filter: {} });
    expect(answer.pronoun).toBe('he');
    expect(answer.verdict).not.toBe('answered');
  });
});
