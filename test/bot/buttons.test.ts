import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFER_AFTER_MS } from '../../src/bot/response/respond.ts';
import { commands } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import type { Generation, Library } from '../../src/library/index.ts';
import { corpusOf, fakeLibrary, quoteOf } from '../support/fake-library.ts';
import { monthlyStory } from '../support/timeline-entries.ts';
import { commandOf, deferred } from './support/fakes.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { replyOf } from './support/replies.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const TOPIC = 'bridge | ferry ~ *harbour* @everyone';
const OTHER_PERSON = { id: '1100000000000000099', username: 'other' };

const painted = monthlyStory(
  40,
  undefined,
  (month, index) =>
    `In ${month} the ferry lay in the harbour below the bridge @everyone **${index}**, ${'and it was painted anew, '.repeat(8)}said the mayor.`,
);

let generation: Generation;
let timeline: Generation['timeline'];
let running: RunningBot;

beforeEach(async () => {
  timeline = async () => painted.entries;
  const still = fakeLibrary([painted.article]).library;
  generation = { ...still.current(), timeline: () => timeline() };
  const library: Library = { ...still, current: () => generation };
  running = await startBot(commands, { library });
});

afterEach(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

const ask = (options: Record<string, string | boolean> = {}) =>
  running.discord.slash({ name: 'timeline', options, locale: 'en-GB' });

function idOf(message: APIMessage, label: string): string {
  const button = componentsOf(message).find((each) => each.label === label);
  if (!button?.customId) throw new Error(`there is no button called ${label}`);
  return button.customId;
}

const press = (message: APIMessage, label: string, origin: object = {}) =>
  running.discord.button({
    message,
    customId: idOf(message, label),
    locale: 'en-GB',
    ...origin,
  });

const isPrivate = (message: APIMessage) => ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const headingsOf = (message: APIMessage) =>
  textsOf(message).flatMap((text) => /^### (?<date>.*)$/mu.exec(text)?.groups?.['date'] ?? []);

const labelsOf = (message: APIMessage) =>
  componentsOf(message).flatMap(({ customId, label, disabled }) =>
    customId === undefined ? [] : [disabled ? `(${label})` : label],
  );

describe('the buttons of a timeline', () => {
  test('lead from the short one to all of it, page by page in the same message, and back', async () => {
    const short = await ask({ topic: TOPIC }).settled();
    expect(labelsOf(short)).toEqual([
      expect.stringMatching(/^\(\d of 40\)$/u),
      'Full timeline',
      'Save as files',
      undefined,
    ]);

    const all = press(short, 'Full timeline');
    const first = await all.settled();
    expect(first.id).toBe(short.id);
    expect(all.events.map(({ kind }) => kind)).toEqual(['callback']);
    expect(headingsOf(first)[0]).toBe('January 1990');
    expect(labelsOf(first)).toEqual([
      '(Previous)',
      expect.stringMatching(/^\(1–\d+ of 40\)$/u),
      'Next',
      'Short timeline',
      'Save as files',
    ]);

    const seen = [...headingsOf(first)];
    let page = first;
    while (labelsOf(page).includes('Next')) {
      page = await press(page, 'Next').settled();
      seen.push(...headingsOf(page));
    }
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
    expect(textsOf(page).join('\n')).not.toContain('not shown');

    const before = await press(page, 'Previous').settled();
    expect(headingsOf(before).at(-1)).toBe(seen[seen.indexOf(headingsOf(page)[0] ?? '') - 1]);
    const back = await press(before, 'Short timeline').settled();
    expect(textsOf(back)).toEqual(textsOf(short));
    running.discord.assertNoViolations();
  });

  test('keep what was asked for, whatever characters it has', async () => {
    const short = await ask({
      topic: TOPIC,
      source: 'Gazette',
      from: '1990',
      to: '1991-12',
    }).settled();
    const page = await press(short, 'Full timeline').settled();
    expect(textsOf(page)[0]).toBe(textsOf(short)[0]);
    expect(textsOf(page).at(-1)).toContain('24 entries');
    running.discord.assertNoViolations();
  });

  test('open all quotes of one entry from a menu, for whoever chose alone', async () => {
    const short = await ask({ topic: 'bridge' }).settled();
    const menu = componentsOf(short).find(({ options }) => options !== undefined);
    const [, second] = menu?.options ?? [];
    if (!menu?.customId || !second) throw new Error('there is no menu of entries');
    await running.bot.stop();
    await running.discord.stop();
    running = await startBot(commands, {
      library: { ...fakeLibrary([]).library, current: () => generation },
    });
    const opened = await running.discord
      .select({ message: short, customId: menu.customId, values: [second.value], locale: 'en-GB' })
      .settled();
    expect(isPrivate(opened)).toBe(true);
    expect(headingsOf(opened)).toEqual([second.label]);
    expect(textsOf(opened).at(-1)).toContain('1 entry');
    running.discord.assertNoViolations();
  });

  test('give the timeline as files, for whoever asked alone', async () => {
    const short = await ask({ topic: 'bridge' }).settled();
    const files = await press(short, 'Save as files').settled();
    expect(isPrivate(files)).toBe(true);
    expect(files.attachments.map(({ filename }) => filename)).toEqual([
      'timeline.csv',
      'timeline.ics',
      'timeline.md',
    ]);
    running.discord.assertNoViolations();
  });

  test('offer no files where the bot may send none', async () => {
    const short = await ask({ topic: 'bridge' }).settled();
    const appPermissions = PermissionFlagsBits.SendMessages;
    const page = await press(short, 'Full timeline', { appPermissions }).settled();
    expect(labelsOf(page)).not.toContain('Save as files');
  });

  test('work in a bot that was started after, and know nothing of the one before', async () => {
    const short = await ask({ topic: 'bridge' }).settled();
    await running.bot.stop();
    await running.discord.stop();
    running = await startBot(commands, {
      library: { ...fakeLibrary([]).library, current: () => generation },
    });
    const page = await press(short, 'Full timeline').settled();
    expect(headingsOf(page)[0]).toBe('January 1990');
    running.discord.assertNoViolations();
  });

  test.each(LOCALES)('answer in %s', async (locale) => {
    const short = await running.discord.slash({ name: 'timeline', locale }).settled();
    const [, label = ''] = labelsOf(short);
    const page = await press(short, label, { locale }).settled();
    expect(labelsOf(page)).toHaveLength(5);
    running.discord.assertNoViolations();
  });

  test('give another person a message of their own, whose buttons are theirs', async () => {
    const short = await ask().settled();
    const pressed = press(short, 'Full timeline', { user: OTHER_PERSON });
    const copy = await pressed.settled();
    expect(copy.id).not.toBe(short.id);
    expect(isPrivate(copy)).toBe(true);
    const next = await press(copy, 'Next', { user: OTHER_PERSON }).settled();
    expect(next.id).toBe(copy.id);
    expect(isPrivate(next)).toBe(true);
    expect(headingsOf(next)[0]).not.toBe('January 1990');
    running.discord.assertNoViolations();
  });

  test('work in direct messages', async () => {
    const short = await running.discord.slash({ name: 'timeline', guildId: null }).settled();
    const page = await press(short, 'Full timeline', { guildId: null }).settled();
    expect(page.id).toBe(short.id);
    running.discord.assertNoViolations();
  });

  test('that are pressed twice at once give the same page twice', async () => {
    const short = await ask().settled();
    const page = await press(short, 'Full timeline').settled();
    const [one, other] = [press(page, 'Next'), press(page, 'Next')];
    const [first, second] = [await one.settled(), await other.settled()];
    expect(headingsOf(first)).toEqual(headingsOf(second));
    running.discord.assertNoViolations();
  });

  test('are not there where what was asked for is too long for them, and it is said', async () => {
    const topic = `bridge ${'harbour '.repeat(40)}`;
    const short = await ask({ topic }).settled();
    expect(labelsOf(short)).toEqual([]);
    expect(textsOf(short).join('\n')).toContain('too long for buttons');
    running.discord.assertNoViolations();
  });
});

describe('a button whose answer takes long', () => {
  const slow = () => {
    const entries = deferred<typeof painted.entries>();
    timeline = () => entries.promise;
    return entries;
  };

  test('is acknowledged in time, and the message turns later', async () => {
    const { discord, timers, clock } = running;
    const short = await ask().settled();
    const entries = slow();
    const pressed = press(short, 'Full timeline');
    await timers.set(DEFER_AFTER_MS);
    clock.advance(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await pressed.response();
    clock.advance(10_000);
    entries.resolve(painted.entries);
    const page = await pressed.until('the page', (it) => labelsOf(it).includes('Next'));
    expect(page.id).toBe(short.id);
    expect(pressed.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
    discord.assertNoViolations();
  });

  test('is acknowledged to another person alone', async () => {
    const { discord, timers } = running;
    const short = await ask().settled();
    const entries = slow();
    const pressed = press(short, 'Full timeline', { user: OTHER_PERSON });
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await pressed.response();
    entries.resolve(painted.entries);
    expect(isPrivate(await pressed.settled())).toBe(true);
    discord.assertNoViolations();
  });

  test('answers to the person alone when its message was deleted meanwhile', async () => {
    const { discord, timers } = running;
    const short = await ask().settled();
    const entries = slow();
    const pressed = press(short, 'Full timeline');
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await pressed.response();
    discord.deleteMessage(short);
    entries.resolve(painted.entries);
    await discord.request('POST /webhooks/:app/:token');
    await running.bot.stop();
    expect(pressed.followUps.map(isPrivate)).toEqual([true]);
    expect(pressed.followUps.flatMap(headingsOf)[0]).toBe('January 1990');
    discord.assertNoViolations();
  });

  test('that fails leaves the message as it is and tells the person alone', async () => {
    const { discord, timers, logged } = running;
    const short = await ask().settled();
    const entries = slow();
    const pressed = press(short, 'Full timeline');
    await timers.set(DEFER_AFTER_MS);
    timers.fire(DEFER_AFTER_MS);
    await pressed.response();
    entries.reject(new Error('inner'));
    await discord.request('POST /webhooks/:app/:token');
    await running.bot.stop();
    expect(textsOf(pressed.message)).toEqual(textsOf(short));
    expect(pressed.followUps.map(isPrivate)).toEqual([true]);
    expect(pressed.followUps.flatMap(textsOf).join('')).toContain('abcd1234');
    expect(logged).toContainEqual(expect.objectContaining({ level: 50, errorId: 'abcd1234' }));
    discord.assertNoViolations();
  });
});

describe('a button that was pressed', () => {
  test('on a message that is gone gives its answer to the person alone', async () => {
    const { discord } = running;
    const short = await ask().settled();
    discord.deleteMessage(short);
    const answer = await press(short, 'Full timeline').settled();
    expect(isPrivate(answer)).toBe(true);
    expect(headingsOf(answer)[0]).toBe('January 1990');
    discord.assertNoViolations();
  });

  test('after the articles have changed says so, and shows what they say now', async () => {
    const { discord } = running;
    const short = await ask().settled();
    const later = monthlyStory(12, undefined, (month) => `In ${month} the ferry sank.`);
    generation = {
      ...generation,
      id: 'ba9876543210',
      corpus: corpusOf([later.article]),
      timeline: async () => later.entries,
    };
    const page = await press(short, 'Full timeline').settled();
    expect(textsOf(page)[1]).toBe('⚠ The articles have changed since. This is what they say now.');
    expect(textsOf(page).join('\n')).toContain('the ferry sank');
    // Its own buttons are of the new articles.
    const again = await press(page, 'Short timeline').settled();
    expect(textsOf(again).join('\n')).not.toContain('have changed');
    discord.assertNoViolations();
  });

  test('while new articles are read is answered from those in use', async () => {
    const short = await ask().settled();
    const entries = deferred<typeof painted.entries>();
    timeline = () => entries.promise;
    const pressed = press(short, 'Full timeline');
    await running.timers.set(DEFER_AFTER_MS);
    // The swap comes while the answer is under way.
    generation = {
      ...generation,
      id: 'ba9876543210',
      corpus: corpusOf([]),
      timeline: async () => [],
    };
    entries.resolve(painted.entries);
    const page = await pressed.settled();
    expect(textsOf(page).join('\n')).not.toContain('withheld');
    expect(headingsOf(page)[0]).toBe('January 1990');
    running.discord.assertNoViolations();
  });

  test('while the bot leaves is told so, and the message stays', async () => {
    const { bot, discord, timers } = running;
    const short = await ask().settled();
    const entries = deferred<typeof painted.entries>();
    timeline = () => entries.promise;
    const first = press(short, 'Full timeline');
    await timers.set(DEFER_AFTER_MS);
    const stopped = bot.stop();
    const late = await press(short, 'Full timeline').settled();
    expect(isPrivate(late)).toBe(true);
    expect(textsOf(late)).toEqual(['I’m restarting. Please try again in a moment.']);
    entries.resolve(painted.entries);
    await stopped;
    expect(labelsOf(await first.settled())).toContain('Next');
    discord.assertNoViolations();
  });

  test('is told that it is no longer works when another version made it', async () => {
    const { discord } = running;
    const short = await ask().settled();
    const button = { type: 2 as const, style: 2 as const, label: 'More', custom_id: '9xyz' };
    const message = { ...short, components: [{ type: 1 as const, components: [button] }] };
    const pressed = await press(message, 'More').settled();
    expect(isPrivate(pressed)).toBe(true);
    expect(textsOf(pressed)).toEqual([
      'This button no longer works. Please run the command again.',
    ]);
    discord.assertNoViolations();
  });

  test('leaves nothing of what was asked in the log', async () => {
    const short = await ask({ topic: 'harbour bridge' }).settled();
    timeline = () => Promise.reject(new Error('inner'));
    await press(short, 'Full timeline').settled();
    expect(JSON.stringify(running.logged)).toContain('inner');
    expect(JSON.stringify(running.logged)).not.toContain('harbour');
  });
});

test('the whole of a short quote is shown, with the words that name the date marked', async () => {
  const long = monthlyStory(
    1,
    undefined,
    (month) =>
      `${'The harbour was quiet and the ferries lay still for a very long time, '.repeat(6)}until in ${month} the bridge fell, ${'which nobody had expected, '.repeat(10)}at all.`,
  );
  const [entry] = long.entries;
  if (!entry) throw new Error('there is one entry');
  const conflict = {
    kind: 'claim' as const,
    sides: [[entry.reports[0].quote], [quoteOf(long.article, 'at all.')]] as const,
  };
  generation = {
    ...generation,
    corpus: corpusOf([long.article]),
    timeline: async () => [{ ...entry, role: 'deadline', conflicts: [conflict] }],
  };
  const texts = textsOf(await ask().settled());
  expect(texts[1]).toMatch(
    /^### January 1990\n-# deadline\n> … .*until in \*\*1990-01\*\* the bridge fell,.* …\n-# /su,
  );
  expect(texts[2]).toBe('⚠ Sources contradict each other.');
  expect(texts[3]).toMatch(/^> at all\.\n-# /u);
  running.discord.assertNoViolations();
});

test("a button of a moderators' command answers nobody but whoever pressed it", async () => {
  await running.bot.stop();
  await running.discord.stop();
  const secret = commandOf(
    'secret',
    () => ({
      ...replyOf([{ type: 'text', style: 'normal', text: 'For moderators' }]),
      actions: [
        { label: 'Tell all', call: { command: 'secret', options: {} }, target: 'publicly' },
      ],
    }),
    { access: 'moderators' },
  );
  running = await startBot([secret]);
  const message = await running.discord.slash({ name: 'secret' }).settled();
  expect(isPrivate(await press(message, 'Tell all').settled())).toBe(true);
  running.discord.assertNoViolations();
});
