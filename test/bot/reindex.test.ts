import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROGRESS_INTERVAL_MS } from '../../src/bot/response/progress.ts';
import { ANSWER_LIFE_MS, MODERATOR_COMMAND_TIMEOUT_MS } from '../../src/bot/response/respond.ts';
import { commands } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import {
  createLibrary,
  createLocalHost,
  type IndexHost,
  type Library,
  type LibraryProgress,
} from '../../src/library/index.ts';
import { CHANNEL_ID } from '../discord/guild-payloads.ts';
import { createManualClock } from '../discord/ids.ts';
import type { FakeInteraction } from '../discord/interactions.ts';
import { storyArticle } from '../support/fake-library.ts';
import {
  emptyFile,
  FOLDER_REMOVED,
  gate,
  type MemoryFolder,
  memoryFolder,
} from '../support/folder.ts';
import { until } from '../support/until.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const ferry = storyArticle('ferry', 'Captain Orla Byrne steers the night ferry.');
const bridge = storyArticle('bridge', 'Mayor Calloway opened the bridge.', { title: 'The Bridge' });

const PERMISSIONS = { permissions: PermissionFlagsBits.ManageGuild };
/** Who asks, unless a test says otherwise. */
const ADA = { ...PERMISSIONS, user: { global_name: 'Ada *Byron*' }, locale: 'en-GB' } as const;
const BEN = {
  ...PERMISSIONS,
  user: { id: '1100000000000000098', username: 'ben', global_name: 'Ben @everyone' },
  locale: 'en-US',
} as const;
const MEMBER = {
  user: { id: '1100000000000000099', username: 'member' },
  locale: 'en-US',
} as const;

const AUDIT_CHANNEL_ID = '1100000000000000033';
const TOKEN_LIFE_MS = 15 * 60_000;

let folder: MemoryFolder;
let library: Library;
let running: RunningBot;
/** What the builds of a reindex wait for. */
let hold: Promise<void>;
/** Progress by hand, of the last build that was begun. */
let report: (progress: LibraryProgress) => void;

/** A real host whose builds wait for {@link hold}. */
function heldHost(): IndexHost {
  const host = createLocalHost(folder.read);
  return {
    ...host,
    begin(source) {
      const build = host.begin(source);
      return {
        ...build,
        async read(previous, onProgress) {
          report = onProgress;
          await hold;
          return build.read(previous, onProgress);
        },
      };
    },
  };
}

beforeEach(async () => {
  const clock = createManualClock();
  hold = Promise.resolve();
  folder = memoryFolder([ferry]);
  library = await createLibrary({
    folder: '/articles',
    maxArticleBytes: 1024,
    now: clock.now,
    host: heldHost(),
  });
  running = await startBot(commands, { library, clock, auditChannelId: AUDIT_CHANNEL_ID });
});

afterEach(async () => {
  library.cancel(null);
  await running.bot.stop();
  await running.discord.stop();
});

const reindex = (subcommand: string, origin: object = ADA) =>
  running.discord.slash({ name: 'reindex', subcommand, ...origin });

function press(message: APIMessage, label: string, origin: object = ADA) {
  const customId = componentsOf(message).find((each) => each.label === label)?.customId;
  if (customId === undefined) throw new Error(`there is no button called ${label}`);
  return running.discord.button({ message, customId, ...origin });
}

const isPrivate = (message: APIMessage) => ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const wordsOf = (message: APIMessage) => textsOf(message).join('\n');

const shows = (text: string) => (message: APIMessage) => wordsOf(message).includes(text);

const labelsOf = (message: APIMessage) =>
  componentsOf(message).flatMap(({ customId, label, disabled }) =>
    customId === undefined ? [] : [disabled ? `(${label})` : label],
  );

/** The message that an interaction ends with: not deferred, and no progress any more. */
const finished = (asked: FakeInteraction) =>
  asked.until(
    'the end',
    (it) => ((it.flags ?? 0) & MessageFlags.Loading) === 0 && !/[█░]/u.test(wordsOf(it)),
  );

/** Starts a reindex that waits, and resolves when its first progress is shown. */
async function startSlow(begin = () => reindex('apply')) {
  const { opened, open } = gate();
  hold = opened;
  const before = library.status().running;
  const asked = begin();
  await asked.response();
  await running.timers.set(ANSWER_LIFE_MS);
  expect(library.status().running).not.toBe(before);
  report({ stage: 'reading', done: 1, total: 8 });
  const message = await asked.until('the progress', shows('1 of 8'));
  return { asked, open, message };
}

const problems = (level: number) =>
  running.logged.filter((line) => line.level >= level).map(({ msg }) => msg);

describe('/reindex preview', () => {
  const long = Array.from({ length: 40 }, (_, index) =>
    storyArticle(`story-${index}`, `Something happened ${index} times.`, {
      title: `Story *${index}* of ${'a very long title '.repeat(12)}@everyone`,
      url: `https://example.org/${index}`,
    }),
  );

  beforeEach(() => {
    folder.articles = long;
    folder.problems = Array.from({ length: 30 }, (_, line) => emptyFile('lines.jsonl', line + 1));
  });

  const itemsIn = (message: APIMessage) =>
    [...wordsOf(message).matchAll(/Story \\\*\d+|jsonl\\:\d+|The story of ferry/gu)].map(
      ([item]) => item,
    );

  test('is paged: what fits on each, all of it in the end, in the same private message', async () => {
    let page = await finished(reindex('preview'));
    const first = page;
    expect(isPrivate(first)).toBe(true);
    expect(labelsOf(first)).toEqual([
      '(Previous)',
      expect.stringMatching(/^\(1–\d+ of 71\)$/u),
      'Next',
      'Apply',
    ]);
    const seen = [...itemsIn(first)];
    while (labelsOf(page).includes('Next')) {
      const turned = press(page, 'Next');
      page = await turned.until('the next page', (it) => labelsOf(it)[1] !== labelsOf(page)[1]);
      expect(page.id).toBe(first.id);
      seen.push(...itemsIn(page));
    }
    expect(seen).toHaveLength(71);
    expect(new Set(seen).size).toBe(71);
    expect(wordsOf(page)).not.toMatch(/not shown|has changed since/u);
    const last = page;
    const back = press(last, 'Previous');
    page = await back.until('the page before', (it) => labelsOf(it).includes('Next'));
    expect(itemsIn(page).at(-1)).toBe(seen[seen.indexOf(itemsIn(last)[0] ?? '') - 1]);
    running.discord.assertNoViolations();
  });

  test('turned after the folder has changed says so, and shows the difference there is now', async () => {
    const page = await finished(reindex('preview'));
    folder.articles = long.slice(1);
    const turned = await press(page, 'Next').until('the page', shows('has changed'));
    expect(wordsOf(turned)).toContain('This is the difference now');
    expect(labelsOf(turned)[1]).toMatch(/ of 70\)$/u);
    // The buttons of this page are of the new difference.
    const next = press(turned, 'Next');
    const after = await next.until(
      'the one after',
      (it) => labelsOf(it)[1] !== labelsOf(turned)[1],
    );
    expect(wordsOf(after)).not.toContain('has changed');
    running.discord.assertNoViolations();
  });

  test.each(LOCALES)('is in %s, with what is wrong, where, and what to do', async (locale) => {
    folder.articles = [ferry];
    folder.problems = [emptyFile('lines.jsonl', 7)];
    const message = await finished(reindex('preview', { ...ADA, locale }));
    expect(wordsOf(message)).toContain('lines.jsonl\\:7');
    // Nothing to apply.
    expect(labelsOf(message)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('of a folder that is gone says why, beside the page', async () => {
    const page = await finished(reindex('preview'));
    folder.problems = [FOLDER_REMOVED];
    const pressed = press(page, 'Next');
    await running.discord.request('POST /webhooks/:app/:token');
    await until(() => expect(pressed.followUps).toHaveLength(1));
    const [beside] = pressed.followUps;
    expect(beside && wordsOf(beside)).toContain('was not rebuilt');
    expect(beside && isPrivate(beside)).toBe(true);
    running.discord.assertNoViolations();
  });
});

describe('applying', () => {
  beforeEach(() => {
    folder.articles = [ferry, bridge];
  });

  test('by the button of a preview comes beside it, and can be done once', async () => {
    const preview = await finished(reindex('preview'));
    const applied = await finished(press(preview, 'Apply'));
    expect(applied.id).not.toBe(preview.id);
    expect(isPrivate(applied)).toBe(true);
    expect(wordsOf(applied)).toMatch(/The index is up to date\nAdded\\: 1\n/u);
    expect(library.current().corpus.articles).toEqual([ferry, bridge]);
    const again = await finished(press(preview, 'Apply'));
    expect(textsOf(again)[0]).toBe('## Nothing was applied');
    expect(wordsOf(again)).toContain('started by Ada \\*Byron\\*, was applied');
    expect(labelsOf(again)).toEqual(['Preview again']);
    const fresh = await press(again, 'Preview again').until(
      'a preview',
      shows('Nothing has changed'),
    );
    expect(fresh.id).toBe(again.id);
    expect(running.logged.filter(({ msg }) => msg === 'audit: reindex-apply')).toHaveLength(1);
    running.discord.assertNoViolations();
  });

  test('shows progress that moves, with the time left once it can be told, and ends with a summary', async () => {
    const { discord, timers, clock } = running;
    const { asked, open, message } = await startSlow();
    expect(wordsOf(message)).toBe('Reading files\\: 1 of 8\n██░░░░░░░░░░░░░░░░░░ 12%');
    expect(labelsOf(message)).toEqual(['Cancel']);
    clock.advance(6000);
    report({ stage: 'reading', done: 3, total: 8 });
    await timers.set(PROGRESS_INTERVAL_MS);
    timers.fire(PROGRESS_INTERVAL_MS);
    await asked.until('the newest', (it) =>
      wordsOf(it).endsWith('3 of 8\n███████░░░░░░░░░░░░░ 37%\nabout 15 s left to read'),
    );
    open();
    const summary = await asked.until('the summary', shows('up to date'));
    expect(wordsOf(summary)).toContain('### Added\\: 1\nThe Bridge');
    expect(labelsOf(summary)).toEqual([]);
    expect(timers.fire(PROGRESS_INTERVAL_MS) + timers.fire(ANSWER_LIFE_MS)).toBe(0);
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit', 'edit', 'edit']);
    discord.assertNoViolations();
  });

  test('that fails ends with the reason, and nothing of the progress stays', async () => {
    const { asked, open, message } = await startSlow();
    folder.problems = [FOLDER_REMOVED];
    open();
    const refused = await asked.until('the reason', shows('was not rebuilt'));
    expect(refused.id).toBe(message.id);
    expect(labelsOf(refused)).toEqual([]);
    const status = await reindex('status').settled();
    expect(wordsOf(status)).toContain('failed');
    expect(wordsOf(status)).toContain('the folder cannot be read');
    running.discord.assertNoViolations();
  });

  test('twice at once is done once, and the other one is told who does it', async () => {
    const preview = await finished(reindex('preview'));
    const first = await startSlow(() => press(preview, 'Apply'));
    const second = await press(preview, 'Apply', BEN).settled();
    expect(textsOf(second)[0]).toBe('## Another reindex is running');
    expect(wordsOf(second)).toContain(
      'started by Ada \\*Byron\\* is running (since 2026-01-02 00\\:00 UTC)',
    );
    expect(wordsOf(second)).toContain('Reading files\\: 1 of 8');
    expect(labelsOf(second)).toEqual(['Refresh', 'Cancel']);
    report({ stage: 'indexing', done: 2, total: 5 });
    const fresh = press(second, 'Refresh', BEN);
    const refreshed = await fresh.until('the status', shows('Indexing articles\\: 2 of 5'));
    expect(refreshed.id).toBe(second.id);
    first.open();
    await first.asked.until('the summary', shows('up to date'));
    expect(running.logged.filter(({ msg }) => msg === 'audit: reindex-apply')).toHaveLength(1);
    running.discord.assertNoViolations();
  });

  test('while questions are asked does not hold them up', async () => {
    const { open, asked } = await startSlow();
    const question = { question: 'Who steers the night ferry?' };
    const answer = await running.discord.slash({ name: 'ask', options: question }).settled();
    expect(wordsOf(answer)).toContain('Orla');
    open();
    await asked.until('the summary', shows('up to date'));
    running.discord.assertNoViolations();
  });
});

describe('cancelling', () => {
  test.each([
    ['the button of its progress', (message: APIMessage) => press(message, 'Cancel', BEN)],
    ['/reindex cancel', () => reindex('cancel', BEN)],
  ])('by another moderator with %s ends it, and both are told', async (_how, cancel) => {
    folder.articles = [ferry, bridge];
    const before = library.current();
    const { asked, message } = await startSlow();
    const answer = await cancel(message).settled();
    expect(isPrivate(answer)).toBe(true);
    expect(textsOf(answer)).toEqual([
      'Cancelled the reindex started by Ada \\*Byron\\*. The previous index is still in use.',
    ]);
    const ended = await asked.until('the end', shows('cancelled by'));
    expect(ended.id).toBe(message.id);
    expect(textsOf(ended)).toEqual([
      'The reindex was cancelled by Ben \\@everyone. The previous index is still in use.',
    ]);
    expect(labelsOf(ended)).toEqual([]);
    expect(library.current()).toBe(before);
    expect(problems(40)).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('twice at once is done once; the second is told that nothing runs, and why', async () => {
    const { message, asked } = await startSlow();
    const presses = [press(message, 'Cancel'), press(message, 'Cancel')];
    const answers = await Promise.all(presses.map((each) => each.settled()));
    await asked.until('the end', shows('cancelled by'));
    expect(answers.map(wordsOf).toSorted()).toEqual([
      expect.stringMatching(/^Cancelled/u),
      expect.stringMatching(/^No reindex is running.*\n-# The last reindex was cancelled by Ada/u),
    ]);
    expect(running.logged.filter(({ msg }) => msg === 'audit: reindex-cancel')).toHaveLength(1);
    running.discord.assertNoViolations();
  });

  test('by a member is refused, and it goes on', async () => {
    const { message, asked, open } = await startSlow();
    for (const cancel of [press(message, 'Cancel', MEMBER), reindex('cancel', MEMBER)]) {
      const refused = await cancel.settled();
      expect(isPrivate(refused)).toBe(true);
      expect(textsOf(refused)).toEqual(['Only moderators can use this command.']);
    }
    expect(library.status().running).not.toBeNull();
    open();
    await asked.until('the summary', shows('up to date'));
    running.discord.assertNoViolations();
  });

  test('when nothing runs says so, also with a button of long ago', async () => {
    const { message, asked, open } = await startSlow();
    folder.articles = [bridge];
    open();
    await asked.until('the summary', shows('up to date'));
    const late = await press(message, 'Cancel', BEN).settled();
    expect(textsOf(late)[0]).toBe('No reindex is running, so there is nothing to cancel.');
    expect(wordsOf(late)).not.toContain('The articles have changed');
    running.discord.assertNoViolations();
  });
});

describe('a reindex that takes longer than its answer can be changed', () => {
  test('is not given up, says so while it can, and ends with a message in the channel', async () => {
    const { discord, clock, timers } = running;
    folder.articles = [ferry, bridge];
    folder.problems = [emptyFile('secret-draft.txt')];
    const { asked, open } = await startSlow();
    expect(timers.fire(MODERATOR_COMMAND_TIMEOUT_MS)).toBe(0);
    clock.advance(ANSWER_LIFE_MS);
    timers.fire(ANSWER_LIFE_MS);
    const goesOn = await asked.until('the notice', shows('This is taking a while'));
    const edits = asked.events.length;
    clock.advance(60_000);
    report({ stage: 'reading', done: 3, total: 8 });
    timers.fire(PROGRESS_INTERVAL_MS);
    open();
    await discord.request(`POST /channels/${CHANNEL_ID}/messages`);
    await running.bot.stop();
    const [post] = discord.posts();
    expect(post && textsOf(post)).toEqual([
      '## The index is up to date',
      '-# For Ada \\*Byron\\*\\: this took too long for a private reply.',
      'Added\\: 1 · Rejected\\: 1',
      expect.stringContaining('index version'),
    ]);
    expect(post && isPrivate(post)).toBe(false);
    expect(asked.events).toHaveLength(edits);
    expect(wordsOf(goesOn)).toBe(asked.message && wordsOf(asked.message));
    expect(problems(40)).toEqual([]);
    discord.assertNoViolations();
  });

  test('when the token ends unforeseen stops its progress quietly, and posts as well', async () => {
    const { discord, clock, timers } = running;
    const { asked, open } = await startSlow();
    clock.advance(TOKEN_LIFE_MS + 1);
    const edits = () => discord.requests.filter(({ method }) => method === 'PATCH').length;
    const before = edits();
    for (const done of [3, 4, 5]) {
      report({ stage: 'reading', done, total: 8 });
      await timers.set(PROGRESS_INTERVAL_MS);
      timers.fire(PROGRESS_INTERVAL_MS);
    }
    const { opened, open: seeThat } = gate();
    setImmediate(seeThat);
    await opened;
    open();
    await discord.request(`POST /channels/${CHANNEL_ID}/messages`);
    await running.bot.stop();
    // One that was refused, and no other.
    expect(edits() - before).toBe(1);
    expect(problems(40)).toEqual([]);
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
    expect(discord.posts()).toHaveLength(1);
  });

  test('and is cancelled or fails then says that in the channel, without the details', async () => {
    const { discord, timers } = running;
    folder.articles = [];
    folder.problems = [emptyFile('secret-draft.txt')];
    const { open } = await startSlow();
    timers.fire(ANSWER_LIFE_MS);
    open();
    await discord.request(`POST /channels/${CHANNEL_ID}/messages`);
    await running.bot.stop();
    const words = discord.posts().map(wordsOf).join('\n');
    expect(words).toContain('was not rebuilt');
    expect(words).not.toContain('secret-draft');
    discord.assertNoViolations();
  });

  test('where the bot may not post is in the log and the audit channel', async () => {
    const { discord, timers } = running;
    discord.failNext(`POST /channels/${CHANNEL_ID}/messages`, {
      status: 403,
      body: { message: 'Missing Permissions', code: 50_013 },
    });
    const { open } = await startSlow();
    timers.fire(ANSWER_LIFE_MS);
    open();
    await discord.request(`POST /channels/${AUDIT_CHANNEL_ID}/messages`);
    await running.bot.stop();
    expect(problems(50)).toEqual([
      expect.stringContaining('could not post a late answer in its channel'),
    ]);
    expect(discord.posts(AUDIT_CHANNEL_ID)).toHaveLength(1);
    expect(discord.posts()).toEqual([]);
    discord.assertNoViolations();
  });
});

describe('what moderators do', () => {
  test('is in the log and in the audit channel, and pings nobody', async () => {
    const { discord } = running;
    folder.articles = [ferry, bridge];
    const before = library.current().id;
    await finished(reindex('apply', BEN));
    await discord.request(`POST /channels/${AUDIT_CHANNEL_ID}/messages`);
    const after = library.current().id;
    await running.bot.stop();
    expect(discord.posts(AUDIT_CHANNEL_ID).map(textsOf)).toEqual([
      [
        `Ben \\@everyone (1100000000000000098)\\: Reindex applied in 0.0 s · Added\\: 1 · index version ${before} → ${after}`,
      ],
    ]);
    expect(running.logged).toContainEqual(
      expect.objectContaining({
        msg: 'audit: reindex-apply',
        action: 'reindex-apply',
        person: { id: '1100000000000000098', name: 'Ben @everyone' },
        added: 1,
        generationBefore: before,
        generationAfter: after,
        durationMs: 0,
      }),
    );
    discord.assertNoViolations();
  });

  test('is in the log when the channel refuses it, which is told once and holds nobody up', async () => {
    const { discord } = running;
    discord.failNext(`POST /channels/${AUDIT_CHANNEL_ID}/messages`, {
      status: 403,
      body: { message: 'Missing Access', code: 50_001 },
      times: 2,
    });
    for (let time = 0; time < 3; time += 1) await finished(reindex('apply'));
    await running.bot.stop();
    expect(running.logged.filter(({ msg }) => msg === 'audit: reindex-apply')).toHaveLength(3);
    expect(problems(40)).toEqual([expect.stringContaining('AUDIT_CHANNEL_ID')]);
    // The third one: by then it takes them again.
    expect(discord.posts(AUDIT_CHANNEL_ID)).toHaveLength(1);
  });
});

test('a bot that stops gives up the reindex, tells its person, and waits for nothing else', async () => {
  const { asked } = await startSlow();
  const stopped = running.bot.stop();
  await asked.until('the end', shows('The bot was shutting down, so the reindex stopped'));
  await stopped;
  expect(library.status().running).toBeNull();
  running.discord.assertNoViolations();
});
