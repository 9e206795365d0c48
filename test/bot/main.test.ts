import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeDiscord, type FakeDiscord, TOKEN } from '../discord/fake-discord.ts';
import { decodePng } from '../support/png.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { textsOf } from './support/messages.ts';
import { type BotProcess, startProcess } from './support/process.ts';

let discord: FakeDiscord;
let started: BotProcess[];

beforeEach(async () => {
  started = [];
  discord = await createFakeDiscord({ timeoutMs: 18_000 });
});

afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  await discord.stop();
});

function start(...args: Parameters<typeof startProcess>): BotProcess {
  const process = startProcess(...args);
  started.push(process);
  return process;
}

const settings = () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });

/** Resolves when the bot has registered its last command. */
const registered = () =>
  discord.request(/^POST \/applications\/\d+\/commands$/u).then(() => discord.ready());

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 1;
}

/** The only line of a process that could not start. */
async function failure(bot: BotProcess): Promise<string> {
  expect(await bot.ended).toBe(1);
  const [line = '', ...others] = bot.stderr().trimEnd().split('\n');
  expect(others).toEqual([]);
  return line;
}

describe('node dist/main.js', () => {
  test('answers a question from the articles, and ends on SIGTERM with 0', async () => {
    const bot = start(settings());
    await registered();
    const asked = discord.slash({
      name: 'ask',
      options: { question: 'When must TikTok be sold?' },
      locale: 'en-GB',
    });
    const texts = textsOf(await asked.settled());
    expect(texts.some((text) => /^(?:### .*\n)?> /u.test(text))).toBe(true);

    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.stderr()).toBe('');
    expect(bot.stdout()).not.toContain(TOKEN);
    discord.assertNoViolations();
  });

  test('shows a timeline with a picture from a thread of its own', async () => {
    const bot = start(settings());
    await registered();
    await vi.waitFor(
      () => expect(discord.commands().map(({ name }) => name)).toContain('timeline'),
      { timeout: 15_000 },
    );
    const asked = discord.slash({ name: 'timeline', locale: 'zh-TW' });
    expect(textsOf(await asked.settled())[0]).toBe('## 時間軸');
    const files = asked.events.flatMap(({ sent }) => sent.files);
    expect(files.map(({ name, content }) => [name, decodePng(content).width])).toEqual([
      ['timeline.png', 1000],
    ]);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    discord.assertNoViolations();
  });

  test('says so, in the log and when asked, when there are no articles', async () => {
    const folder = tempFolder();
    const bot = start({ ...settings(), CORPUS_DIR: folder });
    await registered();
    const asked = discord.slash({ name: 'ask', options: { question: 'When?' } });
    expect(textsOf(await asked.settled()).join('')).not.toBe('');
    bot.child.kill('SIGINT');
    expect(await bot.ended).toBe(0);
    expect(bot.stdout()).toContain('there are no articles');
    discord.assertNoViolations();
  });
});

describe('npm start', () => {
  test('passes SIGTERM on: the bot ends in order, and npm with 0', async () => {
    const bot = start(settings(), { npm: true });
    await registered();
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.stdout()).toContain('"msg":"stopped"');
  });
});

describe('what keeps it from starting is one line and exit code 1', () => {
  test('no token', async () => {
    expect(await failure(start({}))).toMatch(
      /DISCORD_TOKEN.+\.env.+\.env\.example.+npx verbatim console/u,
    );
  });

  test('a setting that cannot be used', async () => {
    const workingDir = tempFolder();
    writeFileSync(path.join(workingDir, '.env'), 'LOG_LEVEL=loud\n');
    expect(await failure(start({}, { workingDir }))).toContain('LOG_LEVEL must be one of');
  });

  test('a token that Discord does not know', async () => {
    const bot = start({ ...settings(), DISCORD_TOKEN: 'wrong-token' });
    const line = await failure(bot);
    expect(line).toMatch(/refused the token.+DISCORD_TOKEN/u);
    expect(line).not.toContain('wrong-token');
  });

  test('a token that only the gateway refuses', async () => {
    discord.failNext('GET /gateway/bot', {
      status: 200,
      body: {
        url: discord.apiUrl.replace('http', 'ws'),
        shards: 1,
        session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 },
      },
    });
    const bot = start({ ...settings(), DISCORD_TOKEN: 'wrong-token' });
    expect(await failure(bot)).toContain('refused the token');
  });

  test('intents that are not allowed', async () => {
    const strict = await createFakeDiscord({ disallowedIntents: GatewayIntentBits.Guilds });
    const bot = start({ ...settings(), DISCORD_API_URL: strict.apiUrl });
    expect(await failure(bot)).toMatch(/4014.+Intents/u);
    await strict.stop();
  });

  test('a bot that may not register its commands', async () => {
    discord.failNext('GET /applications/:app/commands', {
      status: 403,
      body: { code: 20_012, message: 'You are not authorized to perform this action' },
    });
    expect(await failure(start(settings()))).toMatch(/does not let the bot.+not authorized/u);
  });

  test('a Discord that nobody listens for', async () => {
    const api = `http://127.0.0.1:${await freePort()}/api`;
    const bot = start({ ...settings(), DISCORD_API_URL: api });
    expect(await failure(bot)).toContain(`cannot be reached at ${api} (ECONNREFUSED)`);
  });

  test('a Discord that is out of order', async () => {
    discord.failNext('GET /gateway/bot', { status: 503, times: 9 });
    expect(await failure(start(settings()))).toContain('status 503');
  });

  test('a connection that Discord ends for good later on', async () => {
    const bot = start(settings());
    await registered();
    discord.closeGateway(4004);
    expect(await failure(bot)).toContain('refused the token');
  });
});

describe('verbatim register', () => {
  const register = (more: Readonly<Record<string, string>> = {}) =>
    start({ ...settings(), ...more }, { cli: ['register'] });

  test('registers every command once, and finds nothing to do the next time', async () => {
    const first = register();
    expect(await first.ended).toBe(0);
    expect(first.stdout()).toContain('created: 5');
    const second = register();
    expect(await second.ended).toBe(0);
    expect(second.stdout()).toContain('created: 0 · edited: 0 · deleted: 0 · unchanged: 5');
    discord.assertNoViolations();
  });

  test('removes the command that is switched off', async () => {
    expect(await register().ended).toBe(0);
    const off = register({ CORPUS_COMMANDS: 'off' });
    expect(await off.ended).toBe(0);
    expect(off.stdout()).toContain('created: 0 · edited: 0 · deleted: 1 · unchanged: 4');
    discord.assertNoViolations();
  });

  test('says in one line that the token is missing or wrong', async () => {
    expect(await failure(start({}, { cli: ['register'] }))).toContain('DISCORD_TOKEN is not set');
    const wrong = { ...settings(), DISCORD_TOKEN: 'wrong-token' };
    expect(await failure(start(wrong, { cli: ['register'] }))).toContain('refused the token');
  });
});
