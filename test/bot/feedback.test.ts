import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { createFeedback, type Feedback } from '../../src/feedback/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import type { Library } from '../../src/library/index.ts';
import type { Answer } from '../../src/retrieval/index.ts';
import { STORE_PROGRAM } from '../feedback/support.ts';
import { fakeLibrary, quoteOf, storyArticle } from '../support/fake-library.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { manualTimers, memoryLog } from './support/fakes.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { read, shownText } from './support/reader.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const ADA = { id: '1100000000000000091', username: 'ada' };
const BEN = { id: '1100000000000000092', username: 'ben' };
const MODERATOR = { permissions: PermissionFlagsBits.ManageGuild, locale: 'en-GB' } as const;
const DAY_MS = 86_400_000;

const article = storyArticle(
  'opening',
  'The bridge opened on Thursday. The ferry stays. ||@here||',
);
const QUOTED = 'The bridge opened on Thursday.';
const ANSWERED: Partial<Answer> = {
  verdict: 'answered',
  confidence: 0.9,
  quotes: [{ quote: quoteOf(article, QUOTED), language: 'en', score: 1, duplicates: [] }],
  quoteCount: 1,
};

let folder: string;
let answer: Partial<Answer>;
let library: Library;
let log: ReturnType<typeof memoryLog>;
let feedback: Feedback;
let running: RunningBot;

beforeEach(async () => {
  folder = tempFolder();
  answer = ANSWERED;
  const still = fakeLibrary([article]).library;
  const generation = still.current();
  const { collection } = generation;
  library = {
    ...still,
    current: () => ({
      ...generation,
      collection: {
        ...collection,
        ask: async (request) => ({ ...(await collection.ask(request)), ...answer }),
      },
    }),
  };
  await start();
});

afterEach(stop);

async function start(settings: { readonly maxPages?: number; readonly folder?: string } = {}) {
  log = memoryLog();
  feedback = createFeedback({
    folder,
    keptDays: 90,
    timers: manualTimers(),
    log: log.log,
    program: STORE_PROGRAM,
    ...settings,
  });
  running = await startBot(commands, {
    library,
    feedback,
  });
}

/** What the log has of what moderators did. */
const audited = () => running.logged.filter(({ msg }) => msg.startsWith('audit: '));

async function stop() {
  await running.bot.stop();
  await running.discord.stop();
  await feedback.close();
}

const ask = async (question: string, origin: object = { user: ADA, locale: 'en-GB' }) =>
  running.discord.slash({ name: 'ask', options: { question }, ...origin }).settled();

const insights = (subcommand: string, origin: object = MODERATOR) =>
  running.discord
    .slash({ name: 'insights', subcommand, ...origin })
    .until('the insights', (message) => textsOf(message).length > 0);

function idOf(message: APIMessage, label: string): string {
  const button = componentsOf(message).find((each) => each.label === label);
  if (!button?.customId) throw new Error(`there is no button called ${label}`);
  return button.customId;
}

const press = (
  message: APIMessage,
  label: string,
  origin: object = { user: ADA, locale: 'en-GB' },
) => running.discord.button({ message, customId: idOf(message, label), ...origin });

const labelsOf = (message: APIMessage) =>
  componentsOf(message).flatMap(({ customId, label }) => (customId === undefined ? [] : [label]));

const isPrivate = (message: APIMessage) => ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** What a person reads of a message. */
const shownOf = (message: APIMessage) =>
  textsOf(message)
    .map((text) => shownText(read(text)))
    .join('\n');

const lastLine = async (message: Promise<APIMessage>) => textsOf(await message).at(-1);

describe('where feedback is on', () => {
  test('an answer with a quote asks whether it was right, and thanks in private', async () => {
    const message = await ask('When did the bridge open?');
    expect(textsOf(message).at(-1)).toBe('-# Was this the right quote?');
    expect(labelsOf(message).slice(-2)).toEqual(['Yes', 'No']);
    const pressed = press(message, 'No');
    const thanks = await pressed.settled();
    expect(thanks.id).not.toBe(message.id);
    expect(isPrivate(thanks)).toBe(true);
    expect(textsOf(thanks)).toEqual(['Thank you, this helps.']);

    const wrong = await insights('wrong');
    expect(isPrivate(wrong)).toBe(true);
    expect(shownOf(wrong)).toContain('When did the bridge open?');
    expect(shownOf(wrong)).toContain(QUOTED);
    expect(shownOf(wrong)).toContain('marked as wrong by 1 person');
    running.discord.assertNoViolations();
  });

  test('a second press of the same person replaces the first, and another person counts beside', async () => {
    const message = await ask('When did the bridge open?');
    await press(message, 'No').settled();
    expect(await lastLine(press(message, 'No').settled())).toContain('replaces');
    await press(message, 'No', { user: BEN }).settled();
    expect(shownOf(await insights('wrong'))).toContain('wrong by 2 people');
    await press(message, 'Yes', { user: BEN }).settled();
    const texts = shownOf(await insights('wrong'));
    expect(texts).toContain('wrong by 1 person · as right by 1');
    running.discord.assertNoViolations();
  });

  test('a press counts in a bot that was started after, of other articles too', async () => {
    const message = await ask('When did the bridge open?');
    await stop();
    const other = storyArticle('other', 'The lighthouse is dark.');
    library = fakeLibrary([other], {}, {}, { id: 'ba9876543210' }).library;
    await start();
    const pressed = await press(message, 'No').settled();
    expect(textsOf(pressed)).toEqual(['Thank you, this helps.']);
    const texts = shownOf(await insights('wrong'));
    expect(texts).toContain('no longer in the articles (opening)');
    expect(texts).not.toContain('bridge opened');
    running.discord.assertNoViolations();
  });

  test.each(LOCALES)('asks, thanks and shows in %s', async (locale) => {
    const origin = { user: ADA, locale };
    const message = await ask('大桥什么时候开放？', origin);
    const no = labelsOf(message).at(-1);
    const thanks = await press(message, no ?? '', origin).settled();
    const moderator = { ...MODERATOR, locale };
    const shown = [
      thanks,
      ...(await Promise.all(
        ['unanswered', 'wrong', 'export', 'delete'].map((name) => insights(name, moderator)),
      )),
      await running.discord.slash({ name: 'privacy', ...origin }).settled(),
    ];
    for (const each of shown) {
      expect(isPrivate(each)).toBe(true);
      expect(/\p{sc=Han}/u.test(textsOf(each)[0] ?? '')).toBe(locale.startsWith('zh'));
    }
    running.discord.assertNoViolations();
  });

  test('an answer without quotes asks nothing, and is shown to moderators, grouped', async () => {
    answer = { verdict: 'nothing', quotes: [], quoteCount: 0 };
    const message = await ask('When does the *lighthouse* open?');
    expect(labelsOf(message)).toEqual([]);
    await ask('The lighthouse: when did it open?', { user: BEN });
    await ask('灯塔什么时候开放？');
    await ask('燈塔何時開放？');
    const texts = shownOf(await insights('unanswered'));
    expect(texts).toContain('2 questions without an answer');
    expect(texts).toContain('The lighthouse: when did it open?');
    expect(texts).toContain('2 people · asked 2 times');
    expect(texts).toContain('1 person · asked 2 times');
    running.discord.assertNoViolations();
  });

  test('a long list is shown in pages', async () => {
    answer = { verdict: 'nothing', quotes: [], quoteCount: 0 };
    for (let number = 0; number < 20; number += 1) await ask(`Is number${number} known?`);
    const first = await insights('unanswered');
    expect(labelsOf(first)).toEqual(['Previous', '1–8 of 20', 'Next']);
    const second = await press(first, 'Next', MODERATOR).settled();
    expect(second.id).toBe(first.id);
    const third = await press(second, 'Next', MODERATOR).settled();
    const seen = [first, second, third].flatMap((page) =>
      textsOf(page)
        .join('\n')
        .match(/number\d+/gu),
    );
    expect(new Set(seen).size).toBe(20);
    const back = await press(third, 'Previous', MODERATOR).settled();
    expect(textsOf(back)).toEqual(textsOf(second));
    running.discord.assertNoViolations();
  });

  test('a button that asks again is not kept as another question', async () => {
    const message = await ask('When did the bridge open?');
    await press(message, 'Yes').settled();
    expect(await feedback.countOf(ADA.id)).toEqual({ questions: 1, votes: 1 });
  });

  test('others than moderators see no insights', async () => {
    const refused = await insights('export', { permissions: 0n });
    expect(textsOf(refused)).toEqual(['Only moderators can use this command.']);
    expect(audited()).toEqual([]);
    running.discord.assertNoViolations();
  });
});

describe('moderators', () => {
  test('get everything as a file, without who asked it, and that is noted', async () => {
    await ask('=HYPERLINK("http://evil.example")');
    const asked = running.discord.slash({ name: 'insights', subcommand: 'export', ...MODERATOR });
    const message = await asked.until('the file', (it) => it.attachments.length > 0);
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['feedback.csv']);
    const sent = asked.events.flatMap((event) => event.sent.files);
    const text = sent.map(({ content }) => Buffer.from(content).toString('utf8')).join('');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).not.toContain(ADA.id);
    expect(text).not.toContain('ada');
    expect(audited()).toMatchObject([
      { action: 'insights-export', person: { id: expect.any(String) }, rows: 1 },
    ]);
    running.discord.assertNoViolations();
  });

  test('are told when the bot may not attach files', async () => {
    const message = await insights('export', { ...MODERATOR, appPermissions: 0n });
    expect(message.attachments).toEqual([]);
    expect(shownOf(message)).toContain('I may not attach files');
    running.discord.assertNoViolations();
  });

  test('delete everything after they confirmed it, and that is noted', async () => {
    const message = await ask('When did the bridge open?');
    await press(message, 'No').settled();
    const warning = await insights('delete');
    expect(await feedback.countOf(ADA.id)).toEqual({ questions: 1, votes: 1 });
    expect(audited()).toEqual([]);
    const done = await press(warning, 'Delete everything', MODERATOR).settled();
    expect(shownOf(done)).toContain('1 question, 1 marked quote');
    expect(await feedback.countOf(ADA.id)).toEqual({ questions: 0, votes: 0 });
    expect(audited()).toMatchObject([{ action: 'insights-delete' }]);
    const late = await press(message, 'No').settled();
    expect(shownOf(late)).toContain('no longer stored');
    running.discord.assertNoViolations();
  });
});

describe('everyone', () => {
  test('sees what is kept of them, and deletes it, and nothing of others', async () => {
    const message = await ask('When did the bridge open?');
    await press(message, 'No').settled();
    await press(message, 'No', { user: BEN }).settled();
    // What others said of a question stays where somebody else asked it.
    await ask('When did the bridge open?', { user: BEN, locale: 'en-GB' });
    const origin = { user: ADA, locale: 'en-GB' } as const;
    const shown = await running.discord.slash({ name: 'privacy', ...origin }).settled();
    expect(isPrivate(shown)).toBe(true);
    expect(shownOf(shown)).toContain('after 90 days');
    expect(shownOf(shown)).toContain('Stored about you now: 1 question, 1 marked quote.');
    const done = await press(shown, 'Delete my data').settled();
    expect(done.id).toBe(shown.id);
    expect(shownOf(done)).toContain('Nothing is stored about you now.');
    expect(labelsOf(done)).toEqual([]);
    expect(shownOf(await insights('wrong'))).toContain('wrong by 1 person');
    expect(await feedback.countOf(BEN.id)).toEqual({ questions: 1, votes: 1 });
    running.discord.assertNoViolations();
  });
});

describe('where nothing can be kept', () => {
  const failures = () => log.lines.filter(({ level }) => level >= 50);

  test('answers go out all the same, and it is logged once', async () => {
    await stop();
    await writeFile(path.join(folder, 'file'), '');
    await start({ folder: path.join(folder, 'file', 'data') });
    for (let count = 0; count < 3; count += 1) {
      const message = await ask('When did the bridge open?');
      expect(shownOf(message)).toContain('The bridge opened');
      const refused = await press(message, 'Yes').settled();
      expect(textsOf(refused)).toEqual([expect.stringContaining('Answers are not affected')]);
    }
    expect(failures()).toHaveLength(1);
    expect(running.logged.filter(({ level }) => level >= 50)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('because the disk is full, what there was stays', async () => {
    await stop();
    await start({ maxPages: 14 });
    for (let count = 0; count < 40; count += 1) {
      await ask(`Is number${count} ${'known '.repeat(100)}?`);
    }
    const { questions } = await feedback.countOf(ADA.id);
    expect(questions).toBeGreaterThan(0);
    expect(questions).toBeLessThan(40);
    expect(failures().map(({ msg }) => msg)).toEqual([
      'feedback cannot be stored; answers are not affected',
    ]);
    expect(await lastLine(insights('delete'))).toContain('It cannot be undone');
    expect(await feedback.deleteAll()).toEqual({ questions, votes: 0 });
    await ask('Is it kept again?');
    expect(await feedback.countOf(ADA.id)).toEqual({ questions: 1, votes: 0 });
    running.discord.assertNoViolations();
  });
});

describe('where feedback is off', () => {
  const offered = () => running.discord.commands().map(({ name }) => name);

  test('its commands are not registered, nothing is asked and nothing kept', async () => {
    expect(offered()).toEqual(expect.arrayContaining(['insights', 'privacy']));
    const message = await ask('When did the bridge open?');
    await stop();
    running = await startBot(commands, { library });
    expect(offered()).toEqual([
      'ask',
      'sources',
      'timeline',
      'Find sources',
      'verify',
      'Check quotation',
      'reindex',
    ]);
    expect(labelsOf(await ask('When did the bridge open?'))).not.toContain('Yes');
    const late = await press(message, 'Yes').settled();
    expect(textsOf(late)).toEqual([expect.stringContaining('switched off')]);
    running.discord.assertNoViolations();
  });
});

test('what is too old is deleted at the start and every day', async () => {
  await stop();
  let now = Date.now();
  const timers = manualTimers();
  const open = () =>
    createFeedback({
      folder,
      keptDays: 2,
      timers,
      log: log.log,
      program: STORE_PROGRAM,
      now: () => now,
    });
  feedback = open();
  running = await startBot(commands, { library, feedback });
  await ask('When did the bridge open?');
  expect(await feedback.countOf(ADA.id)).toEqual({ questions: 1, votes: 0 });
  now += DAY_MS;
  expect(timers.fire(DAY_MS)).toBe(1);
  expect(await feedback.countOf(ADA.id)).toEqual({ questions: 1, votes: 0 });
  now += DAY_MS + 60_000;
  expect(timers.fire(DAY_MS)).toBe(1);
  expect(await feedback.countOf(ADA.id)).toEqual({ questions: 0, votes: 0 });
  await ask('When did the bridge open?');
  await feedback.close();
  now += 3 * DAY_MS;
  feedback = open();
  expect(await feedback.countOf(ADA.id)).toEqual({ questions: 0, votes: 0 });
});
