import { type APIMessage, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { createCollection } from '../../src/retrieval/index.ts';
import { fakeLibrary } from '../support/fake-library.ts';
import { PIER_STORY } from '../support/pier-story.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const OTHER = { id: '1100000000000000097', username: 'other' };

let running: RunningBot;

async function start() {
  const collection = await createCollection(PIER_STORY);
  const { library } = fakeLibrary([...PIER_STORY.values()], {}, {}, { collection });
  return startBot(commands, { library });
}

async function stop() {
  await running.bot.stop();
  await running.discord.stop();
}

beforeEach(async () => {
  running = await start();
});

afterEach(stop);

const ask = (question: string, options: object = {}, origin: object = {}) =>
  running.discord.slash({ name: 'ask', options: { question, ...options }, ...origin }).settled();

/** Presses the last button of an answer and sends in the form that it opens. */
async function askNext(message: APIMessage, next: string, origin: object = {}) {
  const customId = componentsOf(message).findLast((each) => each.customId)?.customId ?? '';
  const opened = await running.discord.button({ message, customId, ...origin }).response();
  const form = JSON.stringify(opened.sent.json);
  const formId = /"data":\{[^}]*"custom_id":"(?<id>3[^"]*)"/u.exec(form)?.groups?.['id'] ?? form;
  const fields = { next };
  const sent = running.discord.modalSubmit({ message, customId: formId, fields, ...origin });
  return { form, answer: await sent.settled() };
}

const isPrivate = ({ flags }: APIMessage) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
const said = (message: APIMessage) => textsOf(message).join('\n').replaceAll('\\', '');

describe('a next question', () => {
  test('keeps the subject, and is answered below for everyone', async () => {
    const first = await ask('who is olga brandt');
    const { form, answer } = await askNext(first, 'what did she find');
    expect(form).toContain('who is olga brandt');
    expect(answer.id).not.toBe(first.id);
    expect(isPrivate(answer)).toBe(false);
    expect(said(answer)).toContain('what did she find');
    expect(said(answer)).toContain('About: Olga Brandt');
    expect(said(answer)).toContain('piles had rusted');
    running.discord.assertNoViolations();
  });

  test('keeps it over several, also where one leaves everything out', async () => {
    const first = await ask('who is olga brandt');
    const second = (await askNext(first, 'what did she find')).answer;
    const third = (await askNext(second, 'when was her inquiry')).answer;
    expect(said(third)).toContain('About: Olga Brandt');
    running.discord.assertNoViolations();
  });

  test('with a subject of its own takes nothing along', async () => {
    const first = await ask('who is olga brandt');
    const { answer } = await askNext(first, 'why did the harbour master resign');
    expect(said(answer)).not.toContain('About:');
    expect(said(answer)).toContain('Tom Reyes');
    running.discord.assertNoViolations();
  });

  test('after an answer that one person sees is seen by that person alone', async () => {
    const first = await ask('who is olga brandt', { private: true });
    const { answer } = await askNext(first, 'what did she find');
    expect(isPrivate(answer)).toBe(true);
    expect(said(answer)).toContain('About: Olga Brandt');
    running.discord.assertNoViolations();
  });

  test('of somebody else leaves the answer alone', async () => {
    const first = await ask('who is olga brandt');
    const { answer } = await askNext(first, 'what did she find', { user: OTHER });
    expect(answer.id).not.toBe(first.id);
    expect(said(answer)).toContain('About: Olga Brandt');
    running.discord.assertNoViolations();
  });

  test('is taken by a bot that has started since', async () => {
    const first = await ask('who is olga brandt');
    await stop();
    running = await start();
    const { answer } = await askNext(first, 'what did she find');
    expect(said(answer)).toContain('About: Olga Brandt');
    expect(said(answer)).toContain('piles had rusted');
    running.discord.assertNoViolations();
  });

  test('keeps what the first one was narrowed to, which has no room in the id of a form', async () => {
    const narrow = { language: 'en', from: '2024-03-01', to: '2024-03-30' };
    const first = await ask('who is olga brandt', { source: 'Inquiry into the pier', ...narrow });
    const { answer } = await askNext(first, 'what did she find about the crane or the pier');
    expect(said(answer)).toContain('Coast Times');
    expect(said(answer)).not.toContain('Harbour Post');
    running.discord.assertNoViolations();
  });
});

test.each(LOCALES)(
  'a pronoun that means nobody is told of in %s, above what is closest',
  async (locale) => {
    const answer = await ask('when did he say that', {}, { locale });
    const about = await askNext(
      await ask('who is tom reyes', {}, { locale }),
      'why did he resign',
      {
        locale,
      },
    );
    const [heading = '', line = ''] = textsOf(answer);
    expect(heading).toContain('when did he say that');
    expect(line).toMatch(/[“「]he[”」]/u);
    expect(line).toMatch(locale.startsWith('en') ? /^Nobody is named/u : /^不知道/u);
    expect(said(about.answer)).toMatch(
      locale.startsWith('en') ? /About: Tom Reyes/u : /[关關][于於]：Tom Reyes/u,
    );
    running.discord.assertNoViolations();
  },
);
