import { describe, expect, test } from 'vitest';
import type { Services } from '../../src/commands/command.ts';
import {
  type CommandCall,
  commands,
  offeredCommands,
  wholeReply,
} from '../../src/commands/index.ts';
import type { Feedback } from '../../src/feedback/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import type { Answer } from '../../src/retrieval/index.ts';
import { userErrorOf } from '../support/command-calls.ts';
import { fakeLibrary, quoteOf, storyArticle } from '../support/fake-library.ts';

const article = storyArticle('opening', 'The bridge opened on Thursday. The ferry stays.');
const first = quoteOf(article, 'The bridge opened on Thursday.');
const second = quoteOf(article, 'The ferry stays.');

const answerOf = (...quotes: (typeof first)[]): Partial<Answer> => ({
  verdict: quotes.length === 0 ? 'nothing' : 'answered',
  confidence: 0.9,
  quotes: quotes.map((quote) => ({ quote, language: 'en', score: 1, duplicates: [] })),
  quoteCount: quotes.length,
});

/** Feedback that only notes what it is given. */
function notingFeedback() {
  const recorded: Parameters<Feedback['record']>[0][] = [];
  const refuse = () => Promise.reject(new Error('not part of this test'));
  const feedback: Feedback = {
    keptDays: 90,
    newQuestionId: () => 'AbCdEfGhIjKl',
    record: (question) => recorded.push(question),
    vote: refuse,
    unanswered: refuse,
    wrong: refuse,
    exportCsv: refuse,
    countOf: async () => ({ questions: 0, votes: 0 }),
    deleteOf: refuse,
    deleteAll: refuse,
    close: async () => {},
  };
  return { feedback, recorded };
}

async function use(name: string, fields: Partial<CommandCall>, services: Services) {
  const command = commands.find(({ definition }) => definition.name === name);
  if (!command) throw new Error(`there is no command ${name}`);
  const person = { id: '1100000000000000091', name: 'ada' };
  const call = {
    subcommand: null,
    options: {},
    locale: 'en-US',
    isModerator: true,
    person,
  } as const;
  const result = await command.run({ ...call, ...fields }, services);
  return { ...result, reply: wholeReply(result) };
}

describe('a question', () => {
  test('is kept with what became of it, and nothing else', async () => {
    const { feedback, recorded } = notingFeedback();
    const { library } = fakeLibrary([article], answerOf(first, second));
    const options = { question: ' When? ', source: 'Gazette', from: '2024' };
    const { reply } = await use('ask', { options }, { library, feedback });
    expect(reply.feedback?.prompt).toBe('Was the first quote the right one?');
    const { articleId, start, end, hash } = first;
    expect(recorded).toEqual([
      {
        id: 'AbCdEfGhIjKl',
        at: expect.any(Number),
        question: 'When?',
        isAnswered: true,
        confidence: 0.9,
        generationId: '0123456789ab',
        filter: { source: 'Gazette', from: '2024-01-01' },
        passage: { articleId, start, end, hash },
        personId: '1100000000000000091',
      },
    ]);
  });

  test('of nobody known is kept without a person, and nothing is asked', async () => {
    const { feedback, recorded } = notingFeedback();
    const { library } = fakeLibrary([article], answerOf(first));
    const call = { options: { question: 'When?' }, person: null };
    const { reply } = await use('ask', call, { library, feedback });
    expect(recorded).toMatchObject([{ personId: null }]);
    expect(reply.feedback).toBeUndefined();
  });

  test('put by a button is the same again: it is not kept', async () => {
    const { feedback, recorded } = notingFeedback();
    const { library } = fakeLibrary([article], answerOf(first));
    await use('ask', { options: { question: 'When?' }, isByButton: true }, { library, feedback });
    expect(recorded).toEqual([]);
  });

  test('with options named like those of a button is a question, where a person types them', async () => {
    const { feedback, recorded } = notingFeedback();
    const { library } = fakeLibrary([article], answerOf(first));
    const options = { question: 'When?', asked: 'AbCdEfGhIjKl', vote: 'right' };
    await use('ask', { options }, { library, feedback });
    expect(recorded).toHaveLength(1);
  });

  test('is answered as ever where feedback is off', async () => {
    const { library } = fakeLibrary([article], answerOf(first));
    const call = { options: { question: 'When?' } };
    const off = await use('ask', call, { library });
    const { reply } = await use('ask', call, { library, feedback: notingFeedback().feedback });
    const { feedback: _feedback, ...rest } = reply;
    expect(off.reply).toEqual(rest);
  });
});

describe('where feedback is off', () => {
  test('its commands are not offered', () => {
    const namesOf = (isOn: boolean) =>
      offeredCommands(commands, { feedback: isOn, corpusCommands: false }).map(
        ({ definition }) => definition.name,
      );
    expect(namesOf(false)).toEqual(['ask', 'sources', 'timeline', 'find', 'verify', 'reindex']);
    expect(namesOf(true)).toEqual([...namesOf(false), 'insights', 'privacy']);
  });

  test.each(LOCALES)('whoever uses them all the same is told so in %s', async (locale) => {
    const { library } = fakeLibrary([article]);
    const vote = { options: { asked: 'AbCdEfGhIjKl', vote: 'right' }, isByButton: true };
    const uses = [
      use('insights', { subcommand: 'unanswered', locale }, { library }),
      use('privacy', { locale }, { library, feedback: null }),
      use('ask', { ...vote, locale }, { library }),
    ];
    for (const each of uses) expect((await userErrorOf(each)).code).toBe('feedback-off');
  });
});

describe('/insights', () => {
  test('deletes nothing without the button, whatever is typed', async () => {
    const { library } = fakeLibrary([article]);
    const call = { subcommand: 'delete', options: { confirm: 'yes' } };
    const { reply } = await use('insights', call, { library, feedback: notingFeedback().feedback });
    expect(reply.actions).toMatchObject([{ call: { options: { confirm: 'yes' } } }]);
  });

  test('is for moderators, and knows its subcommands', async () => {
    const { library } = fakeLibrary([article]);
    const services = { library, feedback: notingFeedback().feedback };
    const refused = use('insights', { subcommand: 'wrong', isModerator: false }, services);
    expect((await userErrorOf(refused)).code).toBe('moderators-only');
    const unknown = use('insights', { subcommand: 'other' }, services);
    await expect(unknown).rejects.toThrow('unanswered, wrong, export, delete');
  });
});

describe('/privacy', () => {
  test('deletes nothing without the button, whatever is typed', async () => {
    const { library } = fakeLibrary([article]);
    const call = { options: { delete: 'mine' } };
    const { reply } = await use('privacy', call, { library, feedback: notingFeedback().feedback });
    expect(reply.blocks).toHaveLength(5);
    expect(reply.actions).toBeUndefined();
  });
});
