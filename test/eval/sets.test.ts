import { describe, expect, test } from 'vitest';
import { evaluate } from '../../eval/evaluate.ts';
import { openSetIn } from '../../eval/open-set.ts';
import { QuestionSetError } from '../../eval/question.ts';
import { readOffsetQuestions, readOwnQuestions } from '../../eval/read-questions.ts';
import { createFolder } from '../corpus/temp-corpus.ts';
import { storyArticle } from '../support/fake-library.ts';

const TEXT = 'The ferry left at five. It was late. It was full.';
const FERRY = storyArticle('ferry', TEXT);
const ARTICLES = new Map([[FERRY.id, FERRY]]);

const LINE = {
  id: 'q1',
  question: 'When did the ferry leave?',
  language: 'en',
  gold: [{ article: 'ferry', words: 'The ferry left at five.' }],
  reason: 'It tells the hour.',
};

/** A good line, an empty one, and this one: the third. */
function readThird(line: string) {
  return () => readOwnQuestions(`${JSON.stringify(LINE)}\n\n${line}`, 'questions.jsonl', ARTICLES);
}

function changed(fields: object): string {
  return JSON.stringify({ ...LINE, id: 'q2', ...fields });
}

describe('questions with words', () => {
  test('get the offsets of the words', () => {
    expect(readOwnQuestions(JSON.stringify(LINE), 'questions.jsonl', ARTICLES)).toEqual([
      { ...LINE, gold: [{ article: 'ferry', start: 0, end: 23 }] },
    ]);
  });

  test.each([
    ['{"id": ', 'not JSON'],
    [changed({ gold: [{ article: 'bridge', words: 'late' }] }), 'there is no article "bridge"'],
    [
      changed({ gold: [{ article: 'ferry', words: 'at six' }] }),
      '"at six" is not in the article "ferry"',
    ],
    [
      changed({ gold: [{ article: 'ferry', words: 'It was' }] }),
      '"It was" is more than once in the article "ferry"',
    ],
    [changed({ id: 'q1' }), 'the id "q1" is there already'],
    [changed({ reason: ' ' }), 'at reason'],
    [changed({ language: 'fr' }), 'at language'],
    [changed({ answer: 'at five' }), 'answer'],
  ])('are refused with the line and the reason: %s', (line, message) => {
    expect(readThird(line)).toThrow(QuestionSetError);
    expect(readThird(line)).toThrow(/^questions\.jsonl:3: /u);
    expect(readThird(line)).toThrow(message);
  });
});

describe('questions with offsets', () => {
  const line = (start: number, end: number) =>
    JSON.stringify({
      id: 'q1',
      question: '渡轮几点开？',
      gold: [{ article: 'ferry', start, end }],
    });

  test('have the language of their script, and no reason', () => {
    const [question] = readOffsetQuestions(line(0, TEXT.length), 'set', ARTICLES);
    expect(question).toMatchObject({ language: 'zh', reason: null });
    expect(question?.gold).toEqual([{ article: 'ferry', start: 0, end: TEXT.length }]);
  });

  test.each([
    [0, TEXT.length + 1],
    [5, 5],
    [6, 5],
  ])('are refused outside the article: %i-%i', (start, end) => {
    expect(() => readOffsetQuestions(line(start, end), 'set', ARTICLES)).toThrow(
      `set:1: ${start}-${end} is no stretch of "ferry" (${TEXT.length} long)`,
    );
  });
});

describe('a folder', () => {
  const articles = `${JSON.stringify({ id: 'ferry', title: 'The ferry', text: TEXT })}\n`;

  test('is opened and asked', async () => {
    const folder = await createFolder({
      'corpus/articles.jsonl': articles,
      'questions.jsonl': `${JSON.stringify({ id: 'q1', question: 'When did the ferry leave?', gold: [{ article: 'ferry', start: 0, end: 23 }] })}\n`,
    });
    const rounds = await evaluate(await openSetIn(folder));
    // English only, and no questions across languages.
    expect(rounds.map(({ set, language, variant }) => [set, language, variant])).toEqual([
      ['main', 'en', 'as-written'],
      ['main', 'en', 'typing-error'],
    ]);
    expect(rounds[1]?.judgements[0]?.asked).not.toBe('When did the ferry leave?');
    expect(rounds[1]?.judgements[0]?.question.question).toBe('When did the ferry leave?');
  });

  test('is refused without questions', async () => {
    const folder = await createFolder({ 'corpus/articles.jsonl': articles });
    await expect(openSetIn(folder)).rejects.toThrow(/questions\.jsonl: cannot be read/u);
  });

  test('is refused when it has no article, or one that cannot be read', async () => {
    const empty = await createFolder({ 'questions.jsonl': '', 'corpus/README.md': 'Nothing.' });
    await expect(openSetIn(empty)).rejects.toThrow('there is no article');
    const broken = await createFolder({
      'questions.jsonl': '',
      'corpus/articles.jsonl': `${articles}{`,
    });
    await expect(openSetIn(broken)).rejects.toThrow(/articles\.jsonl:2: ./u);
  });
});
