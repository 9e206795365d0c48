import { once } from 'node:events';
import {
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  SlashCommandBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeDiscord, type FakeDiscord, TOKEN } from './fake-discord.ts';
import { createManualClock } from './ids.ts';
import { type BodyKind, checkSpecification } from './specification.ts';
import { connectClient, createTestClient } from './test-client.ts';

const clock = createManualClock();
let discord: FakeDiscord;
let client: Client;

beforeEach(async () => {
  discord = await createFakeDiscord({ now: clock.now });
  client = await connectClient(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

/** Lets the client answer every interaction with one handler; resolves with the first error of it. */
function onInteraction(handle: (interaction: Interaction) => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    client.on(Events.InteractionCreate, (interaction) => {
      handle(interaction).catch(resolve);
    });
  });
}

/** Where the fake itself departs from Discord's specification. */
function complaintsAbout(kind: BodyKind, body: unknown): string[] {
  const complaints: string[] = [];
  checkSpecification(kind, body, (_, path, detail) => complaints.push(`${path}: ${detail}`));
  return complaints;
}

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setNameLocalization('zh-CN', '提问')
  .setDescription('Asks the articles')
  .setDefaultMemberPermissions(0)
  .addStringOption((option) =>
    option.setName('question').setDescription('What to ask').setRequired(true),
  )
  .addIntegerOption((option) => option.setName('page').setDescription('Which page'));

const page = (n: number) => ({
  flags: MessageFlags.IsComponentsV2 as const,
  components: [
    new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent(`page ${n}`))
      .addActionRowComponents<ButtonBuilder>((row) =>
        row.setComponents(
          new ButtonBuilder()
            .setCustomId(`page:${n + 1}`)
            .setLabel('→')
            .setStyle(ButtonStyle.Secondary),
        ),
      ),
  ],
});

describe('connecting', () => {
  test('a client becomes ready with its servers and asks only for what it needs', () => {
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Server 0002']);
    expect(discord.identifies).toEqual([
      { token: TOKEN, intents: GatewayIntentBits.Guilds, shard: [0, 1] },
    ]);
  });

  test('a wrong token is refused by REST with 401', async () => {
    const stranger = createTestClient(discord);
    await expect(stranger.login('wrong')).rejects.toThrow('An invalid token was provided');
    await stranger.destroy();
  });

  test('a token that REST knows and the gateway does not closes with 4004', async () => {
    discord.failNext('GET /gateway/bot', {
      status: 200,
      body: {
        url: discord.apiUrl.replace('http', 'ws'),
        shards: 1,
        session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 },
      },
    });
    const stranger = createTestClient(discord);
    await expect(stranger.login('wrong')).rejects.toThrow('Authentication failed');
    expect(discord.identifies.at(-1)?.token).toBe('wrong');
    await stranger.destroy();
  });

  test('a disallowed intent closes with 4014', async () => {
    const strict = await createFakeDiscord({ disallowedIntents: GatewayIntentBits.MessageContent });
    const greedy = createTestClient(strict, { intents: [GatewayIntentBits.MessageContent] });
    await expect(greedy.login(TOKEN)).rejects.toThrow('Used disallowed intents');
    await greedy.destroy();
    await strict.stop();
  });

  test('every shard gets the servers and the interactions that are its own', async () => {
    const guildIds = [0n, 1n].map((shard) => (((1n << 38n) + shard) << 22n).toString());
    const large = await createFakeDiscord({ shards: 2, guildIds });
    const both = await connectClient(large, { shards: 'auto' });
    both.on(Events.InteractionCreate, (it) => {
      if (it.isChatInputCommand()) void it.reply(`shard ${it.guild?.shardId}`);
    });
    for (const [shard, guildId] of guildIds.entries()) {
      const { content } = await large.slash({ name: 'ask', guildId }).settled();
      expect(content).toBe(`shard ${shard}`);
    }
    await both.destroy();
    await large.stop();
  });

  test.each([
    ['op 7', () => discord.reconnect()],
    ['a dropped socket', () => discord.dropGateway()],
    ['close code 4000', () => discord.closeGateway(4000)],
    ['a resumable op 9', () => discord.invalidateSession(true)],
  ])('after %s the client resumes and gets what it missed', async (_, interrupt) => {
    void onInteraction(async (it) => it.isChatInputCommand() && it.reply('still here'));
    interrupt();
    const interaction = discord.slash({ name: 'ask' });
    await discord.resumed();
    expect(await interaction.settled()).toMatchObject({ content: 'still here' });
    expect(discord.identifies).toHaveLength(1);
    discord.assertNoViolations();
  });

  test('after an op 9 that ends the session the client identifies anew', async () => {
    const again = once(client, Events.ShardReady);
    discord.invalidateSession(false);
    await again;
    expect(discord.identifies).toHaveLength(2);
  });
});

describe('commands', () => {
  test('are stored as Discord stores them', async () => {
    const registered = await client.application?.commands.set([ask, { name: 'Find', type: 3 }]);
    expect([...(registered?.values() ?? [])].map(({ name }) => name)).toEqual(['ask', 'Find']);
    const [stored] = discord.commands();
    expect(stored).toMatchObject({
      default_member_permissions: '0',
      name_localizations: { 'zh-CN': '提问' },
      description_localizations: null,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      options: [{ required: true }, { name: 'page' }],
    });
    for (const command of discord.commands()) {
      expect(complaintsAbout('stored-command', command)).toEqual([]);
    }
    discord.assertNoViolations();
  });

  test('keep id and version when registered again unchanged', async () => {
    await client.application?.commands.set([ask]);
    const before = discord.commands();
    await client.application?.commands.set([ask]);
    expect(discord.commands()).toEqual(before);
  });

  test('are created, changed and deleted one by one, globally and for a server', async () => {
    const [guild] = client.guilds.cache.values();
    const made = await guild?.commands.create({ name: 'here', description: 'Here' });
    await made?.edit({ description: 'There' });
    expect(discord.commands(guild?.id)).toMatchObject([{ description: 'There' }]);
    await made?.delete();
    expect(discord.commands(guild?.id)).toEqual([]);
    expect(await guild?.commands.fetch({ withLocalizations: true })).toHaveProperty('size', 0);
  });

  test('cannot be used other than they were registered', async () => {
    await client.application?.commands.set([ask]);
    expect(() => discord.slash({ name: 'aks' })).toThrow('"aks" is not registered');
    expect(() => discord.slash({ name: 'ask' })).toThrow('requires the option "question"');
    expect(() => discord.slash({ name: 'ask', options: { question: 'x', no: 1 } })).toThrow('"no"');
  });
});

describe('interactions', () => {
  test('carry who asks, where and in which language', async () => {
    void onInteraction(async (it) => {
      if (!it.isChatInputCommand()) return;
      const where = it.inGuild() ? it.guildId : 'elsewhere';
      await it.reply(`${it.user.id} ${where} ${it.locale} ${it.options.getString('question')}`);
    });
    const options = { question: '谁说的？' };
    const inDm = discord.slash({ name: 'ask', options, guildId: null, locale: 'zh-CN' });
    expect((await inDm.settled()).content).toMatch(/elsewhere zh-CN 谁说的？$/u);
    const inGuild = discord.slash({ name: 'ask', options, user: { id: '123456789012345678' } });
    expect((await inGuild.settled()).content).toMatch(/^123456789012345678 11\d+2 en-US/u);
    discord.assertNoViolations();
  });

  test('a deferred answer settles with its edit; follow-ups and a file come after', async () => {
    void onInteraction(async (it) => {
      if (!it.isChatInputCommand()) return;
      await it.deferReply({ flags: MessageFlags.Ephemeral });
      await it.editReply('done');
      await it.followUp({
        content: 'more',
        files: [{ attachment: Buffer.from('a,b'), name: 'x.csv' }],
      });
    });
    const interaction = discord.slash({ name: 'ask' });
    const message = await interaction.settled();
    expect(message).toMatchObject({ content: 'done', flags: MessageFlags.Ephemeral });
    await discord.request('POST /webhooks/:app/:token');
    expect(interaction.events.map(({ kind }) => kind)).toEqual(['callback', 'edit', 'follow-up']);
    expect(interaction.followUps).toMatchObject([
      { content: 'more', attachments: [{ filename: 'x.csv', size: 3 }] },
    ]);
    discord.assertNoViolations();
  });

  test('controls of Components V2 update their message in place', async () => {
    void onInteraction(async (it) => {
      if (it.isChatInputCommand()) await it.reply(page(1));
      if (it.isButton()) await it.update(page(2));
    });
    const asked = discord.slash({ name: 'ask' });
    const message = await asked.settled();
    const clicked = await discord.button({ message, customId: 'page:2' }).settled();
    expect(clicked.id).toBe(message.id);
    expect(complaintsAbout('stored-message', clicked)).toEqual([]);
    expect(JSON.stringify(asked.message?.components)).toContain('page 2');
    expect(() => discord.button({ message: clicked, customId: 'page:2' })).toThrow('page:3');
    discord.assertNoViolations();
  });

  test('autocomplete, message commands, selects and modals', async () => {
    void onInteraction(async (it) => {
      if (it.isAutocomplete()) await it.respond([{ name: it.options.getFocused(), value: 'v' }]);
      if (it.isMessageContextMenuCommand()) {
        await it.reply({
          content: it.targetMessage.content,
          components: [
            {
              type: 1,
              components: [{ type: 3, custom_id: 'pick', options: [{ label: 'A', value: 'a' }] }],
            },
          ],
        });
      }
      if (it.isStringSelectMenu()) {
        await it.showModal({
          custom_id: 'why',
          title: `Why ${it.values.join()}?`,
          components: [
            { type: 18, label: 'Reason', component: { type: 4, custom_id: 'reason', style: 1 } },
          ],
        });
      }
      if (it.isModalSubmit()) await it.reply(it.fields.getTextInputValue('reason'));
    });
    const typed = discord.autocomplete({ name: 'ask', options: { q: 'wh' }, focused: 'q' });
    await typed.response();
    expect(typed.choices).toEqual([{ name: 'wh', value: 'v' }]);
    await expect(typed.settled()).rejects.toThrow('makes no message');
    const target = discord.foreignMessage('Who said it?');
    const found = await discord.messageCommand({ name: 'Find', target }).settled();
    expect(found.content).toBe('Who said it?');
    await discord.select({ message: found, customId: 'pick', values: ['a'] }).response();
    const reasoned = discord.modalSubmit({ customId: 'why', fields: { reason: 'because' } });
    expect((await reasoned.settled()).content).toBe('because');
    discord.assertNoViolations();
  });
});

test('a post to a channel, for what outlives an interaction', async () => {
  const [channel] = client.channels.cache.values();
  if (channel?.isSendable()) await channel.send('The index is ready.');
  expect(discord.posts()).toMatchObject([{ content: 'The index is ready.' }]);
  discord.assertNoViolations();
});

describe('faults', () => {
  test('a token dies after 15 minutes', async () => {
    const error = onInteraction(async (it) => {
      if (!it.isChatInputCommand()) return;
      await it.reply('early');
      clock.advance(15 * 60_000 + 1);
      await it.editReply('late');
    });
    await discord.slash({ name: 'ask' }).settled();
    expect(await error).toMatchObject({ status: 401, code: 50_027 });
  });

  test('an answer that got lost was given: the retry is told 40060, which is no mistake', async () => {
    const error = onInteraction(async (it) => it.isChatInputCommand() && it.reply('heard'));
    discord.loseAnswer('POST /interactions/:id/:token/callback', { status: 502 });
    const interaction = discord.slash({ name: 'ask' });
    expect((await interaction.settled()).content).toBe('heard');
    expect(await error).toMatchObject({ code: 40_060 });
    discord.assertNoViolations();
  });

  test('a failed request is tried again by the client; a dropped socket is not', async () => {
    const error = onInteraction(async (it) => it.isChatInputCommand() && it.reply('again'));
    discord.failNext('POST /interactions/*', { status: 500 });
    discord.failNext('POST /interactions/*', { status: 429, headers: { 'retry-after': '0.01' } });
    expect((await discord.slash({ name: 'ask' }).settled()).content).toBe('again');
    discord.failNext('POST /interactions/*', { dropSocket: true });
    discord.slash({ name: 'ask' });
    expect(await error).toBeInstanceOf(Error);
    expect(discord.unanswered()).toHaveLength(1);
    expect(discord.requests.map(({ status }) => status).slice(-4)).toEqual([500, 429, 204, 0]);
  });

  test('a wait that ends in vain tells what happened instead', async () => {
    const impatient = await createFakeDiscord({ timeoutMs: 1 });
    await expect(impatient.ready()).rejects.toThrow('waited for READY, and nothing came in 1 ms');
    await impatient.stop();
  });
});
