import { REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toDiscordCommand } from '../../src/bot/registration/discord-command.ts';
import { registerCommands } from '../../src/bot/registration/registration.ts';
import { commands } from '../../src/commands/index.ts';
import { createFakeDiscord, type FakeDiscord, TOKEN } from '../discord/fake-discord.ts';
import { APPLICATION_ID, GUILD_ID } from '../discord/guild-payloads.ts';
import { inScripts } from '../support/in-scripts.ts';
import { definitionOf, memoryLog } from './support/fakes.ts';

const definitions = commands.map(({ definition }) => definition);

/** As Discord lists them: one of a menu may be typed as well. */
const commandNames = definitions.flatMap(({ name, onMessage, isAlsoTyped }) => [
  ...(onMessage && !isAlsoTyped ? [] : [name]),
  ...(onMessage ? [onMessage['en-US']] : []),
]);
const commandCount = commandNames.length;
const { log, lines } = memoryLog();
let discord: FakeDiscord;
let rest: REST;

beforeEach(async () => {
  lines.length = 0;
  discord = await createFakeDiscord();
  rest = new REST({ api: discord.apiUrl }).setToken(TOKEN);
});

afterEach(() => discord.stop());

const register = (
  fields: { definitions?: typeof definitions; guildIds?: string[]; knownGuildIds?: string[] } = {},
) => registerCommands({ rest, definitions, guildIds: [], log, ...fields });

/** What was asked of Discord besides reading. */
const changes = () =>
  discord.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replaceAll(/\d{17,}/gu, 'ID')}`);

describe('toDiscordCommand', () => {
  const choice = { value: 'en', label: inScripts('English', '英语', '英語') };
  const definition = definitionOf('reindex', {
    access: 'moderators',
    description: inScripts('Reads the articles again', '重新读取文章', '重新讀取文章'),
    options: [],
    subcommands: [
      {
        name: 'apply',
        description: inScripts('Applies it', '应用', '套用'),
        options: [
          {
            name: 'language',
            type: 'string',
            required: true,
            description: inScripts('Which', '哪种', '哪種'),
            maxLength: 10,
            choices: [choice],
          },
        ],
      },
    ],
  });

  test('has every language, the rights of moderators, and contexts where they hold', () => {
    expect(toDiscordCommand(definition, 'global')).toMatchObject({
      type: 1,
      name: 'reindex',
      description: 'Reads the articles again',
      description_localizations: {
        'en-US': 'Reads the articles again',
        'en-GB': 'Reads the articles again',
        'zh-CN': '重新读取文章',
        'zh-TW': '重新讀取文章',
      },
      // ManageGuild, 1 << 5; a number would be refused.
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
      options: [
        {
          type: 1,
          options: [
            {
              type: 3,
              required: true,
              max_length: 10,
              choices: [{ name: 'English', value: 'en', name_localizations: { 'zh-TW': '英語' } }],
            },
          ],
        },
      ],
    });
    expect(toDiscordCommand(definition, 'guild')).not.toHaveProperty('contexts');
    expect(toDiscordCommand(definition, 'guild')).not.toHaveProperty('integration_types');
  });
});

test('members use commands everywhere, moderators in servers that have the bot', () => {
  const places = definitions.map((definition) => {
    const { name, contexts, integration_types } = toDiscordCommand(definition, 'global');
    return { name, contexts, integration_types };
  });
  const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };
  expect(places).toEqual([
    { name: 'ask', ...everywhere },
    { name: 'sources', ...everywhere },
    { name: 'timeline', ...everywhere },
    { name: 'Find sources', ...everywhere },
    { name: 'Check quotation', ...everywhere },
    { name: 'reindex', contexts: [0], integration_types: [0] },
    { name: 'corpus', contexts: [0], integration_types: [0] },
    { name: 'insights', contexts: [0], integration_types: [0] },
    { name: 'privacy', ...everywhere },
  ]);
});

test('a command of a menu has a name in every language and nothing else', () => {
  const onMessage = inScripts('Find sources', '查找出处', '查找出處');
  expect(toDiscordCommand(definitionOf('find', { onMessage }), 'guild')).toEqual({
    type: 3,
    name: 'Find sources',
    name_localizations: onMessage,
    default_member_permissions: null,
  });
});

test('an option with suggestions asks for them as one types', () => {
  const options = definitionOf('ask').options.map((option) => ({
    ...option,
    ...(option.type === 'string' && { completes: 'topic' as const }),
  }));
  expect(toDiscordCommand(definitionOf('ask', { options }), 'guild')).toMatchObject({
    options: [{ name: 'question', autocomplete: true }, { name: 'private' }],
  });
});

describe('registerCommands', () => {
  test('is one request, and none of its commands counts as created the next time', async () => {
    await expect(register()).resolves.toEqual({
      registered: commandCount,
      failedGuildIds: [],
    });
    expect(changes()).toEqual(['PUT /applications/ID/commands']);
    expect(discord.commands().map(({ name }) => name)).toEqual(commandNames);

    const before = discord.commands();
    await register();
    expect(discord.commands()).toEqual(before);
    expect(discord.commandCreations()).toBe(commandCount);
    discord.assertNoViolations();
  });

  test('changes what changed, removes what is gone, and creates only what is new', async () => {
    await register({
      definitions: [definitionOf('ask'), definitionOf('sources'), definitionOf('old')],
    });
    const [ask] = discord.commands();
    const description = inScripts('New', '新', '新');
    await register({
      definitions: [
        definitionOf('ask', { description }),
        definitionOf('sources'),
        definitionOf('new'),
      ],
    });
    expect(discord.commands().map(({ name, description: shown }) => `${name}: ${shown}`)).toEqual([
      'ask: New',
      'sources: Does something',
      'new: Does something',
    ]);
    expect(discord.commands()[0]?.id).toBe(ask?.id);
    expect(discord.commandCreations()).toBe(4);
    discord.assertNoViolations();
  });

  test('registers a command of a menu that is typed as well under both of its names', async () => {
    const onMessage = inScripts('Check it', '核对', '核對');
    const both = [definitionOf('ask', { onMessage, isAlsoTyped: true })];
    await expect(register({ definitions: both })).resolves.toMatchObject({ registered: 2 });
    expect(discord.commands()).toMatchObject([
      { name: 'ask', type: 1 },
      { name: 'Check it', type: 3 },
    ]);
  });

  test('tells a command of a menu from one that is typed', async () => {
    const onMessage = inScripts('ask', '提问', '提問');
    const both = [definitionOf('ask'), definitionOf('find', { onMessage })];
    await register({ definitions: both });
    expect(discord.commands()).toMatchObject([
      { name: 'ask', type: 1 },
      { name: 'ask', type: 3 },
    ]);
    await register({ definitions: both.slice(1) });
    expect(discord.commands()).toMatchObject([{ name: 'ask', type: 3 }]);
  });

  test('fails where Discord has had enough of creations for a day', async () => {
    for (let day = 0; day < 200; day += 1) {
      await rest.put(Routes.applicationCommands(APPLICATION_ID), {
        body: [{ name: `old-${day}`, description: 'Old' }],
      });
    }
    await expect(register()).rejects.toMatchObject({ code: 30_034 });
    expect(discord.commands()).toMatchObject([{ name: 'old-199' }]);
  });

  test('in servers, what is registered everywhere stays', async () => {
    await register({ definitions: [definitionOf('ask')] });
    await register({ definitions: [definitionOf('sources')], guildIds: [GUILD_ID] });
    expect(discord.commands().map(({ name }) => name)).toEqual(['ask']);
    expect(discord.commands(GUILD_ID).map(({ name }) => name)).toEqual(['sources']);
    discord.assertNoViolations();
  });

  test('copies in servers that are no longer configured are removed, and nothing else', async () => {
    await register({ guildIds: [GUILD_ID] });
    await register({
      definitions: [...definitions, definitionOf('other')],
      guildIds: [GUILD_ID],
    });
    const menu = { type: 3, name: 'ask' };
    await rest.post(Routes.applicationGuildCommands(APPLICATION_ID, GUILD_ID), { body: menu });
    await expect(register({ knownGuildIds: [GUILD_ID] })).resolves.toEqual({
      registered: commandCount,
      failedGuildIds: [],
    });
    expect(discord.commands(GUILD_ID)).toMatchObject([{ name: 'other' }, menu]);
    expect(discord.commands()).toHaveLength(commandCount);
  });

  test('copies are looked for in 20 servers, and what fails there is no failure', async () => {
    const guildIds = Array.from(
      { length: 25 },
      (_, index) => `${1_100_000_000_000_000_100n + BigInt(index)}`,
    );
    const listed = (id: string | undefined) => `GET /applications/:app/guilds/${id}/commands`;
    const missing = { status: 403, body: { code: 50_001, message: 'Missing Access' } };
    discord.failNext(listed(guildIds[0]), missing);
    discord.failNext(listed(guildIds[1]), { status: 403, body: { code: 0, message: 'No' } });
    await expect(register({ knownGuildIds: guildIds })).resolves.toEqual({
      registered: commandCount,
      failedGuildIds: [],
    });
    const asked = discord.requests.filter(({ path }) => path.includes('/guilds/'));
    expect(asked).toHaveLength(20);
    expect(lines.map(({ msg }) => msg)).toEqual(['could not check for duplicate commands']);
  });

  test('with servers configured, no others are asked', async () => {
    await register({ guildIds: [GUILD_ID], knownGuildIds: ['1100000000000000099'] });
    expect(discord.requests.some(({ path }) => path.includes('1100000000000000099'))).toBe(false);
  });

  test('a server without the bot is named, and the others go on', async () => {
    const missing = '1100000000000000099';
    discord.failNext(`PUT /applications/:app/guilds/${missing}/commands`, {
      status: 403,
      body: { code: 50_001, message: 'Missing Access' },
    });
    const report = await register({ guildIds: [missing, GUILD_ID] });
    expect(report).toEqual({ registered: commandCount, failedGuildIds: [missing] });
    expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining(`server ${missing}`)]);
  });
});
