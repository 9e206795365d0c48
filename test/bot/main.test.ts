import { cpSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeDiscord, type FakeDiscord, TOKEN } from '../discord/fake-discord.ts';
import { decodePng } from '../support/png.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { type BotProcess, ROOT, startProcess } from './support/process.ts';

let discord: FakeDiscord;
let started: BotProcess[];

beforeEach(async () => {
  started = [];
  discord = await createFakeDiscord();
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

/** What it needs to connect. Its articles are then those that come with it. */
const connection = () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });

/** With one article of its own, so that the bot starts in a moment. */
function settings() {
  const folder = tempFolder();
  const text =
    'The order was signed on 14 August 2020. TikTok must be sold by 15 September 2020.\n';
  writeFileSync(path.join(folder, 'deadline.md'), `---\npublished: 2020-09-14\n---\n\n${text}`);
  return { ...connection(), CORPUS_DIR: folder };
}

/** Resolves when the bot has registered its last command. */
const registered = () =>
  discord.request(/^PUT \/applications\/\d+\/commands$/u).then(() => discord.ready());

/** Where a bot with HEALTH_PORT=0 can be asked how it is. */
async function healthUrl(bot: BotProcess): Promise<string> {
  const port = await until(() => {
    const match = /"port":(\d+)/u.exec(bot.stdout());
    if (!match) throw new Error('no port yet');
    return match[1];
  });
  return `http://127.0.0.1:${port}`;
}

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
  test('answers a question from its own articles, and ends on SIGTERM with 0', async () => {
    const bot = start(connection());
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

  test('looks at feeds where fetching is on, tells what is wrong, and goes on', async () => {
    const place = { ...settings(), FETCH: 'on', DATA_DIR: tempFolder() };
    // Nobody answers there, and nobody is asked.
    writeFileSync(path.join(place.CORPUS_DIR, 'feeds.yaml'), 'http://127.0.0.1/feed: 1h\n');
    const bot = start(place);
    await until(() => expect(bot.stdout()).toContain('a feed could not be fetched'));
    expect(bot.stdout()).toContain('fetch: private (127.0.0.1)');
    await until(() => expect(bot.stdout()).toContain('the bot is ready'));
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.stderr()).toBe('');
  });

  test('keeps feedback in a thread of its own where that is on, and finds it again', async () => {
    const place = { ...settings(), FEEDBACK: 'on', DATA_DIR: tempFolder() };
    const first = start(place);
    const isReady = (bot: BotProcess) =>
      until(() => expect(bot.stdout()).toContain('the bot is ready'));
    await isReady(first);
    expect(discord.commands().map(({ name }) => name)).toContain('insights');
    const options = { question: 'When must TikTok be sold?' };
    const message = await discord.slash({ name: 'ask', options, locale: 'en-GB' }).settled();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    await isReady(start(place));
    const no = componentsOf(message).find(({ label }) => label === 'No');
    const customId = no?.customId ?? '';
    const thanks = discord.button({ message, customId, locale: 'en-GB' });
    expect(textsOf(await thanks.settled())).toEqual(['Thank you, this helps.']);
    discord.assertNoViolations();
  });

  test('shows a timeline with a picture from a thread of its own, and can be watched', async () => {
    const bot = start({ ...settings(), HEALTH_PORT: '0', QUESTIONS_PER_MINUTE: '0' });
    await registered();
    const url = await healthUrl(bot);
    await until(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200));
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const options = { question: 'When must TikTok be sold?' };
    await discord.slash({ name: 'ask', options }).settled();
    const nobody = { question: 'Who won the chess olympiad on Mars?' };
    await discord.slash({ name: 'ask', options: nobody }).settled();
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('verbatim_commands_total{command="ask",outcome="answered"} 1');
    expect(metrics).toContain('verbatim_commands_total{command="ask",outcome="nothing"} 1');
    expect(metrics).toMatch(/^verbatim_articles [1-9]\d*$/mu);
    expect(metrics).toMatch(/^verbatim_passages [1-9]\d*$/mu);
    expect(metrics).toMatch(/^verbatim_index_info\{generation="[\da-f]{12}"\} 1$/mu);
    expect(metrics).toMatch(/^verbatim_gateway_ready\{shard="0"\} 1$/mu);
    // An answer waits 3 s for its picture at most, and a busy machine may take longer the first time.
    await until(async () => {
      const asked = discord.slash({ name: 'timeline', locale: 'en-GB' });
      expect(textsOf(await asked.settled())[0]).toBe('## Timeline');
      const files = asked.events.flatMap(({ sent }) => sent.files);
      expect(files.map(({ name, content }) => [name, decodePng(content).width])).toEqual([
        ['timeline.png', 1000],
      ]);
    });
    discord.assertNoViolations();
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  test('lives without articles, is not ready, and says why in the log and when asked', async () => {
    const bot = start({ ...settings(), HEALTH_PORT: '0', CORPUS_DIR: tempFolder() });
    await registered();
    const url = await healthUrl(bot);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain('"index"');
    const asked = discord.slash({ name: 'ask', options: { question: 'When?' } });
    expect(textsOf(await asked.settled()).join('')).not.toBe('');
    bot.child.kill('SIGINT');
    expect(await bot.ended).toBe(0);
    expect(bot.stdout()).toContain('there are no articles');
    discord.assertNoViolations();
  });
});

test('a bot whose folder is gone at the start answers as it did before', async () => {
  const folder = path.join(tempFolder(), 'articles');
  cpSync(path.join(ROOT, 'seeds'), folder, { recursive: true });
  const place = { ...settings(), CORPUS_DIR: folder, DATA_DIR: tempFolder() };
  const answerOf = async (bot: BotProcess) => {
    await until(() => expect(bot.stdout()).toContain('the bot is ready'));
    const options = { question: 'When must TikTok be sold?' };
    return textsOf(await discord.slash({ name: 'ask', options, locale: 'en-GB' }).settled());
  };
  const before = start(place);
  const answer = await answerOf(before);
  expect(answer.some((text) => /^(?:### .*\n)?> /u.test(text))).toBe(true);
  before.child.kill('SIGTERM');
  expect(await before.ended).toBe(0);
  // Nobody but the bot may read what it keeps; Windows has no such modes.
  const { mode } = statSync(path.join(place.DATA_DIR, 'index.snapshot'));
  expect(process.platform === 'win32' || (mode & 0o777) === 0o600).toBe(true);

  renameSync(folder, `${folder}-away`);
  const after = start(place);
  expect(await answerOf(after)).toEqual(answer);
  expect(after.stdout()).toContain('the folder gives no article; the last good index is used');
  expect(after.stdout()).not.toContain('there are no articles');
  discord.assertNoViolations();
});

describe('npm start', () => {
  test('takes a token from a file that ends with a line break, and ends in order on SIGTERM', async () => {
    const file = path.join(tempFolder(), 'token');
    writeFileSync(file, `${TOKEN}\r\n`);
    const place = { ...settings(), DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: file };
    const bot = start(place, { npm: true });
    await registered();
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.stdout()).toContain('"msg":"stopped"');
    expect(bot.stdout()).not.toContain(TOKEN);
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

  test('a token file that is a folder', async () => {
    const bot = start({ DISCORD_TOKEN_FILE: tempFolder() });
    expect(await failure(bot)).toMatch(/cannot be read: EISDIR/u);
  });

  test('a health port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const bot = start({ ...settings(), HEALTH_PORT: String(port) });
    expect(await failure(bot)).toContain(`HEALTH_PORT ${port} is in use already`);
    other.close();
  });

  test('intents that are not allowed', async () => {
    const strict = await createFakeDiscord({ disallowedIntents: GatewayIntentBits.Guilds });
    const bot = start({ ...settings(), DISCORD_API_URL: strict.apiUrl });
    expect(await failure(bot)).toMatch(/4014.+Intents/u);
    await strict.stop();
  });

  test('a connection that Discord ends for good later on', async () => {
    const bot = start(settings());
    await registered();
    discord.closeGateway(4004);
    expect(await failure(bot)).toContain('refused the token');
  });
});

describe('a Discord that is away at the start', () => {
  test('is told of and waited for, until it is there', async () => {
    discord.failNext('GET /gateway/bot', { status: 503, times: 4 });
    const bot = start(settings());
    await registered();
    expect(bot.stdout()).toContain('status 503');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  test('keeps nobody from stopping the bot', async () => {
    const api = `http://127.0.0.1:${await freePort()}/api`;
    const bot = start({ ...settings(), DISCORD_API_URL: api });
    await until(() => expect(bot.stdout()).toContain(`cannot be reached at ${api} (ECONNREFUSED)`));
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.stderr()).toBe('');
  });
});

describe('verbatim register', () => {
  test('registers every command, creates none of them again, and removes what is switched off', async () => {
    const register = (more: Readonly<Record<string, string>> = {}) =>
      start({ ...settings(), ...more }, { cli: ['register'] });
    const first = register();
    expect(await first.ended).toBe(0);
    expect(first.stdout()).toBe('Commands registered: 8\n');
    const off = register({ CORPUS_COMMANDS: 'off' });
    expect(await off.ended).toBe(0);
    expect(off.stdout()).toBe('Commands registered: 7\n');
    expect(discord.commands().map(({ name }) => name)).not.toContain('corpus');
    expect(discord.commandCreations()).toBe(8);
    discord.assertNoViolations();
  });

  test('says in one line that the token is missing', async () => {
    expect(await failure(start({}, { cli: ['register'] }))).toContain('DISCORD_TOKEN is not set');
  });
});

describe('verbatim doctor', () => {
  test('finds what Discord lacks, and nothing more to do once it was mended', async () => {
    const DATA_DIR = tempFolder();
    const before = start({ ...settings(), DATA_DIR }, { cli: ['doctor'] });
    expect(await before.ended).toBe(0);
    expect(before.stdout()).toMatch(/warning {2}Commands missing or left over everywhere: \d/u);
    const register = start(settings(), { cli: ['register'] });
    expect(await register.ended).toBe(0);
    const after = start({ ...settings(), DATA_DIR }, { cli: ['doctor'] });
    expect(await after.ended).toBe(0);
    expect(after.stdout()).toMatch(/ok {7}Commands registered everywhere: \d/u);
    expect(after.stdout() + after.stderr()).not.toContain(TOKEN);
    discord.assertNoViolations();
  });

  test('finds a token that Discord refuses, and a wrong setting beside it, and fails', async () => {
    const wrong = { ...settings(), DISCORD_TOKEN: 'wrong-token', LOG_LEVEL: 'loud' };
    const doctor = start({ ...wrong, LANG: 'zh_TW.UTF-8' }, { cli: ['doctor'] });
    expect(await doctor.ended).toBe(1);
    expect(doctor.stdout()).toContain('Discord 拒絕了權杖');
    expect(doctor.stdout()).toContain('LOG_LEVEL 必須是下列之一');
    expect(doctor.stdout() + doctor.stderr()).not.toContain('wrong-token');
  });
});

test('a start with a token that Discord refuses says so, and leaves a whole snapshot and no old leftovers', async () => {
  const [dataDir, corpusDir] = [tempFolder(), tempFolder()];
  writeFileSync(path.join(corpusDir, 'a.txt'), 'The ferry sails on 30 June.');
  const leftover = path.join(dataDir, '.index-00000000-0000-0000-0000-000000000000.tmp');
  writeFileSync(leftover, 'half');
  utimesSync(leftover, 0, 0);
  // A slow disk: whoever does not wait for it is gone before.
  const slow = `
    import { open } from 'node:fs/promises';
    const handle = await open(process.execPath, 'r');
    const methods = Object.getPrototypeOf(handle);
    await handle.close();
    const { sync } = methods;
    methods.sync = async function () {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      return sync.call(this);
    };
  `;
  const bot = start({
    ...connection(),
    DISCORD_TOKEN: 'wrong-token',
    DATA_DIR: dataDir,
    CORPUS_DIR: corpusDir,
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(slow)}`,
  });
  const line = await failure(bot);
  expect(line).toMatch(/refused the token.+DISCORD_TOKEN/u);
  expect(line).not.toContain('wrong-token');
  expect(readdirSync(dataDir)).toEqual(['index.snapshot']);
});

test.each([
  ['an error that nobody catches', 'throw new Error(`told ${process.env.DISCORD_TOKEN}`);'],
  ['a promise left alone', 'void Promise.reject(new Error(`told ${process.env.DISCORD_TOKEN}`));'],
])('%s ends the bot, and the log tells it without the token', async (_what, code) => {
  // Only in the main thread, once the bot is there.
  const late = `
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('SIGUSR2', () => { setImmediate(() => { ${code} }); });
  `;
  const bot = start({
    ...settings(),
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(late)}`,
  });
  await registered();
  bot.child.kill('SIGUSR2');
  expect(await bot.ended).toBe(1);
  expect(bot.stdout()).toContain('told ');
  expect(bot.stdout() + bot.stderr()).not.toContain(TOKEN);
});
