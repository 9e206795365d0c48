import { once } from 'node:events';
import { createServer } from 'node:net';
import { type APIOverwrite, OverwriteType, PermissionFlagsBits, REST, Routes } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { installLink } from '../../src/bot/connection/inspect-discord.ts';
import { inspectDiscord } from '../../src/bot/index.ts';
import { registerCommands } from '../../src/bot/registration/registration.ts';
import {
  createFakeDiscord,
  type FakeDiscord,
  type FakeDiscordOptions,
  TOKEN,
} from '../discord/fake-discord.ts';
import { APPLICATION_ID, CHANNEL_ID, GUILD_ID } from '../discord/guild-payloads.ts';
import { WAIT_LIMIT_MS } from '../support/limits.ts';
import { commandOf, memoryLog } from './support/fakes.ts';
import { replyOf } from './support/replies.ts';

const OTHER_ID = '1100000000000000099';
const LINK = installLink(APPLICATION_ID);
const COMMANDS = [commandOf('ask', () => replyOf([])), commandOf('sources', () => replyOf([]))];

async function fake(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const discord = await createFakeDiscord(options);
  onTestFinished(() => discord.stop());
  return discord;
}

function inspect(
  discord: Pick<FakeDiscord, 'apiUrl'>,
  config: Partial<Parameters<typeof inspectDiscord>[0]['config']> = {},
  requestTimeoutMs = WAIT_LIMIT_MS,
) {
  return inspectDiscord({
    config: {
      discordApiUrl: discord.apiUrl,
      guildIds: [],
      token: TOKEN,
      auditChannelId: null,
      feedback: false,
      corpusCommands: false,
      ...config,
    },
    commands: COMMANDS,
    requestTimeoutMs,
  });
}

async function register(discord: FakeDiscord, guildIds: readonly string[] = []): Promise<void> {
  const rest = new REST({ api: discord.apiUrl }).setToken(TOKEN);
  const definitions = COMMANDS.map(({ definition }) => definition);
  await registerCommands({ rest, definitions, guildIds, log: memoryLog().log });
}

const codesOf = (findings: Awaited<ReturnType<typeof inspectDiscord>>) =>
  findings.map(({ code }) => code);

const overwrite = (fields: Partial<APIOverwrite>): APIOverwrite => ({
  id: GUILD_ID,
  type: OverwriteType.Role,
  allow: '0',
  deny: '0',
  ...fields,
});

describe('what Discord knows of the bot', () => {
  test('is in order when the bot is in a server and its commands are registered', async () => {
    const discord = await fake();
    await register(discord);
    expect(await inspect(discord, { auditChannelId: CHANNEL_ID })).toEqual([
      { code: 'token-accepted', values: ['verbatim'] },
      { code: 'application-fits', values: [] },
      { code: 'servers-joined', values: ['1', LINK] },
      { code: 'commands-fit', values: ['2', ''] },
      { code: 'audit-channel-fits', values: [CHANNEL_ID] },
    ]);
    discord.assertNoViolations();
  });

  test('is read only: nothing is registered, changed or sent', async () => {
    const discord = await fake();
    await inspect(discord, { guildIds: [GUILD_ID, OTHER_ID], auditChannelId: CHANNEL_ID });
    expect(new Set(discord.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(discord.identifies).toEqual([]);
  });

  test('lacks commands that were never registered, or has others beside them', async () => {
    const discord = await fake();
    expect(await inspect(discord)).toContainEqual({ code: 'commands-outdated', values: ['2', ''] });
    await register(discord, [GUILD_ID]);
    expect(await inspect(discord, { guildIds: [GUILD_ID] })).toContainEqual({
      code: 'commands-fit',
      values: ['2', GUILD_ID],
    });
    await new REST({ api: discord.apiUrl })
      .setToken(TOKEN)
      .post(Routes.applicationGuildCommands(APPLICATION_ID, GUILD_ID), {
        body: { name: 'old', description: 'Old' },
      });
    expect(await inspect(discord, { guildIds: [GUILD_ID] })).toContainEqual({
      code: 'commands-outdated',
      values: ['1', GUILD_ID],
    });
  });

  test('lacks a server of the settings, which is not asked for its commands', async () => {
    const discord = await fake();
    const findings = await inspect(discord, { guildIds: [OTHER_ID] });
    expect(findings).toContainEqual({ code: 'server-missing', values: [OTHER_ID, LINK] });
    expect(codesOf(findings).some((code) => code.startsWith('commands'))).toBe(false);
  });

  test('lacks the right to have commands in a server', async () => {
    const discord = await fake();
    discord.failNext('GET /applications/:app/guilds/:guild/commands', {
      status: 403,
      body: { code: 50_001, message: 'Missing Access' },
    });
    expect(await inspect(discord, { guildIds: [GUILD_ID] })).toContainEqual({
      code: 'commands-forbidden',
      values: [GUILD_ID, LINK],
    });
  });

  test('is in no server: the link asks for the bot, its commands and what it needs', async () => {
    const findings = await inspect(await fake({ guildIds: [] }));
    expect(findings).toContainEqual({ code: 'servers-none', values: [LINK] });
    const query = new URL(LINK).searchParams;
    expect(query.get('client_id')).toBe(APPLICATION_ID);
    expect(query.get('scope')).toBe('bot applications.commands');
    const { AttachFiles, SendMessages, ViewChannel } = PermissionFlagsBits;
    expect(query.get('permissions')).toBe(String(AttachFiles | SendMessages | ViewChannel));
  });

  test('sends the interactions elsewhere, or lets nobody add the bot', async () => {
    const elsewhere = { interactions_endpoint_url: 'https://example.com/hook' };
    const discord = await fake({ application: { ...elsewhere, bot_require_code_grant: true } });
    const findings = await inspect(discord);
    expect(findings).toContainEqual({
      code: 'application-endpoint',
      values: ['https://example.com/hook'],
    });
    expect(codesOf(findings)).toContain('application-code-grant');
    expect(codesOf(findings)).not.toContain('application-fits');
  });
});

describe('the channel of AUDIT_CHANNEL_ID', () => {
  const { SendMessages, ViewChannel } = PermissionFlagsBits;

  test.each<[string, APIOverwrite[], string[] | null]>([
    ['is closed to everyone', [overwrite({ deny: String(SendMessages) })], ['Send Messages']],
    [
      'is closed to everyone, and open to the bot',
      [
        overwrite({ id: APPLICATION_ID, type: OverwriteType.Member, allow: String(SendMessages) }),
        overwrite({ deny: String(SendMessages) }),
      ],
      null,
    ],
    [
      'is closed to the bot alone',
      [
        overwrite({
          id: APPLICATION_ID,
          type: OverwriteType.Member,
          deny: String(SendMessages | ViewChannel),
        }),
      ],
      ['View Channel, Send Messages'],
    ],
    [
      'is closed to a role of others',
      [overwrite({ id: OTHER_ID, deny: String(ViewChannel) })],
      null,
    ],
  ])('%s', async (_what, overwrites, lacking) => {
    const findings = await inspect(await fake({ overwrites }), { auditChannelId: CHANNEL_ID });
    expect(findings.at(-1)).toEqual(
      lacking === null
        ? { code: 'audit-channel-fits', values: [CHANNEL_ID] }
        : { code: 'audit-channel-closed', values: [CHANNEL_ID, ...lacking] },
    );
  });

  test('does not exist', async () => {
    const findings = await inspect(await fake(), { auditChannelId: OTHER_ID });
    expect(findings.at(-1)).toEqual({ code: 'audit-channel-unknown', values: [OTHER_ID] });
  });

  test('may not even be looked at', async () => {
    const discord = await fake();
    const body = { code: 50_001, message: 'Missing Access' };
    discord.failNext('GET /channels/:channel', { status: 403, body });
    const findings = await inspect(discord, { auditChannelId: CHANNEL_ID });
    expect(findings.at(-1)?.code).toBe('audit-channel-closed');
  });
});

describe('a look that fails is a finding', () => {
  test('a token that Discord refuses ends it, and is not repeated', async () => {
    const findings = await inspect(await fake(), { token: 'wrong-token' });
    expect(findings).toEqual([{ code: 'token-refused', values: [] }]);
  });

  test('a Discord that nobody listens for', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    server.close();
    await once(server, 'close');
    const apiUrl = `http://127.0.0.1:${port}/api`;
    expect(await inspect({ apiUrl })).toEqual([
      { code: 'discord-unreachable', values: [apiUrl, 'ECONNREFUSED'] },
    ]);
  });

  test('a Discord that never answers is given up', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void silent.close());
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const apiUrl = `http://127.0.0.1:${port}/api`;
    expect(await inspect({ apiUrl }, {}, 100)).toEqual([
      { code: 'discord-unreachable', values: [apiUrl, 'no answer in time'] },
    ]);
  });

  test('a Discord that is out of order, or wants us to wait, once and not again', async () => {
    const discord = await fake();
    discord.failNext('GET /users/@me/guilds', { status: 503 });
    discord.failNext('GET /applications/:app/commands', {
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { message: 'You are being rate limited.', retry_after: 3600, global: false },
    });
    const findings = await inspect(discord);
    expect(codesOf(findings)).toEqual([
      'token-accepted',
      'application-fits',
      'discord-failed',
      'discord-failed',
    ]);
    expect(findings[2]?.values[0]).toBe('GET /api/v10/users/@me/guilds');
  });
});
