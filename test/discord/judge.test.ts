import { type ChatInputCommandInteraction, type Client, Events, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeDiscord, type FakeDiscord, TOKEN } from './fake-discord.ts';
import { APPLICATION_ID, GUILD_ID } from './guild-payloads.ts';
import { createManualClock } from './ids.ts';
import { judgeCallback, judgeCommandList, judgeEdit } from './judge.ts';
import { connectClient } from './test-client.ts';
import type { Rule } from './violations.ts';

const quiet = { allowed_mentions: { parse: [] } };
const IS_V2 = 1 << 15;
const button = (id: string, more: object = {}) => ({
  type: 2,
  style: 2,
  label: 'Next',
  custom_id: id,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const select = (id: string) => ({
  type: 3,
  custom_id: id,
  options: [{ label: 'A', value: 'a' }],
});
const text = (content: string) => ({ type: 10, content });
const gallery = (url: string) => ({ type: 12, items: [{ media: { url } }] });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const v2 = (...components: object[]) => ({ ...quiet, flags: IS_V2, components });
const linkButton = { type: 2, style: 5, label: 'Source', url: 'https://example.org/a' };

function rulesOf(violations: readonly { readonly rule: Rule }[]): Rule[] {
  return violations.map(({ rule }) => rule);
}

// Each mutant breaks one rule; the clean table below holds what comes closest to it without doing so.
// biome-ignore format: one case to a line
const badReplies: readonly (readonly [string, Rule, object])[] = [
  ['a misspelt key', 'specification', { ...quiet, contnt: 'x', content: 'x' }],
  ['a misspelt key deep inside', 'specification', v2({ type: 17, components: [row(button('a', { lable: 'x' }))] })],
  ['2,001 characters', 'specification', { ...quiet, content: 'x'.repeat(2001) }],
  ['4,001 characters in one text', 'specification', v2(text('x'.repeat(4001)))],
  ['4,001 characters in two texts', 'texts-too-long', v2(text('x'), text('x'.repeat(4000)))],
  ['3,400 Chinese characters', 'texts-too-many-bytes', v2(text('报'.repeat(3400)))],
  ['no allowed_mentions', 'mentions', { content: '@everyone' }],
  ['allowed_mentions that ping', 'mentions', { content: 'x', allowed_mentions: { parse: ['everyone'] } }],
  ['a user to ping', 'mentions', { content: 'x', allowed_mentions: { parse: [], users: ['1'] } }],
  ['the author of a reply to ping', 'mentions', { content: 'x', allowed_mentions: { parse: [], replied_user: true } }],
  ['a text display without allowed_mentions', 'mentions', { flags: IS_V2, components: [text('@here')] }],
  ['nothing at all', 'empty-message', {}],
  ['an empty content', 'empty-message', { content: '' }],
  ['an embed with nothing in it', 'empty-embed', { ...quiet, embeds: [{ color: 1 }] }],
  ['6,001 characters in embeds', 'embeds-too-long', { ...quiet, embeds: many(2, (i) => ({ description: 'x'.repeat(3000 + i) })) }],
  ['half an emoji', 'lone-surrogate', { ...quiet, content: '🙂'.slice(0, 1) }],
  ['half an emoji in a label', 'lone-surrogate', { components: [row(button('a', { label: 'x🙂'.slice(0, 2) }))] }],
  ['six rows', 'too-many-rows', { components: many(6, (i) => row(button(`b${i}`))) }],
  ['six buttons in a row', 'specification', { components: [row(...many(6, (i) => button(`b${i}`)))] }],
  ['a select beside a button', 'mixed-row', { components: [row(button('a'), select('b'))] }],
  ['41 components, nested ones counted', 'too-many-components', v2(text('x'), { type: 17, components: many(39, () => text('x')) })],
  ['a custom id twice', 'custom-id-twice', { components: [row(button('a')), row(button('a'))] }],
  ['an empty custom id', 'specification', { components: [row(button(''))] }],
  ['a custom id of 101 characters', 'specification', { components: [row(button('x'.repeat(101)))] }],
  ['a button without custom id', 'button-target', { components: [row({ type: 2, style: 1, label: 'x' })] }],
  ['a link button with custom id', 'button-target', { components: [row({ ...linkButton, custom_id: 'a' })] }],
  ['a button without label or emoji', 'button-face', { components: [row({ type: 2, style: 1, custom_id: 'a' })] }],
  ['a gallery of a file that did not come', 'attachment-missing', v2(gallery('attachment://a.png'))],
  ['a file that did not come', 'attachment-missing', v2({ type: 13, file: { url: 'attachment://a.csv' } })],
  ['content beside Components V2', 'beside-components-v2', { ...v2(text('x')), content: 'x' }],
  ['embeds beside Components V2', 'beside-components-v2', { ...v2(text('x')), embeds: [{ title: 'x' }] }],
  ['Components V2 without the flag', 'components-v2-flag', { ...quiet, components: [text('x')] }],
];

test.each(badReplies)('a reply with %s breaks %s', (_, rule, data) => {
  const sent = { json: { type: 4, data }, files: [] };
  expect(rulesOf(judgeCallback(sent, undefined, 'reply'))).toEqual([rule]);
});

// biome-ignore format: one case to a line
const goodReplies: readonly (readonly [string, object])[] = [
  ['a gallery of a file from elsewhere', v2(gallery('https://example.org/a.png'))],
  ['2,000 characters', { ...quiet, content: 'x'.repeat(2000) }],
  ['4,000 characters in two texts', v2(text('x'.repeat(2000)), text('x'.repeat(2000)))],
  ['3,300 Chinese characters', v2(text('报'.repeat(3300)))],
  ['40 components, six of them rows', v2(...many(6, (i) => row(button(`b${i}`))), ...many(28, () => text('x')))],
  ['6,000 characters in embeds', { ...quiet, embeds: many(2, () => ({ description: 'x'.repeat(3000) })) }],
  ['five rows, a link and a select', { components: [...many(3, (i) => row(button(`b${i}`))), row(linkButton), row(select('s'))] }],
  ['a section with a link and whole emoji', v2({ type: 9, components: [text('👩‍🚀🙂')], accessory: linkButton })],
  ['an address with all that one may have', { components: [row({ ...linkButton, url: "https://a-b.example.org:8080/~c_d/(e)/%7C;f=g,h!$'*+@:?i=%5b&j/?#k?/l" })] }],
  ['what discord.js adds', { ...quiet, content: 'x', tts: false, enforce_nonce: false }],
];

test.each(goodReplies)('a reply with %s passes', (_, data) => {
  const sent = { json: { type: 4, data }, files: [] };
  expect(judgeCallback(sent, undefined, 'reply')).toEqual([]);
});

test.each([
  'https://example.org/a|b',
  'https://example.org/a^b',
  'https://example.org/`',
  'https://example.org/[x]',
  'https://example.org/a?b[]=c',
  'https://example.org/a?b=\\c',
  'https://example.org/100%',
  'https://example.org/a#b#c',
  'https://exam{p}le.org/',
  'https://example.org/渡轮',
])('a reply with the address %s breaks the specification', (url) => {
  const sent = {
    json: { type: 4, data: { components: [row({ ...linkButton, url })] } },
    files: [],
  };
  expect(rulesOf(judgeCallback(sent, undefined, 'reply'))).toEqual(['specification']);
});

const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });
const command = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });
const choice = (name: string) => ({ name, value: 'v' });

// biome-ignore format: one case to a line
const badCommands: readonly (readonly [string, Rule, readonly object[]])[] = [
  ['a misspelt key', 'specification', [command({ desciption: 'x' })]],
  ['a capital in its name', 'command-name', [command({ name: 'Ask' })]],
  ['a blank in a localised name', 'command-name', [command({ name_localizations: { de: 'frag mich' } })]],
  ['the name of another', 'command-name-twice', [command(), command()]],
  ['an option twice', 'command-name-twice', [command({ options: [option('a'), option('a')] })]],
  ['an empty description', 'command-description', [command({ description: '' })]],
  ['a description of 101 characters', 'specification', [command({ description: 'x'.repeat(101) })]],
  ['a description on a message command', 'command-description', [command({ type: 3 })]],
  ['a language Discord lacks', 'command-locale', [command({ name_localizations: { zh: 'ask' } })]],
  ['26 options', 'specification', [command({ options: many(26, (i) => option(`o${i}`)) })]],
  ['26 choices', 'specification', [command({ options: [option('a', { choices: many(26, (i) => choice(`c${i}`)) })] })]],
  ['a choice of 101 characters', 'specification', [command({ options: [option('a', { choices: [choice('x'.repeat(101))] })] })]],
  ['required after optional', 'command-option-order', [command({ options: [option('a'), option('b', { required: true })] })]],
  ['autocomplete beside choices', 'command-autocomplete', [command({ options: [option('a', { autocomplete: true, choices: [choice('c')] })] })]],
  ['a subcommand beside an option', 'command-option-mix', [command({ options: [option('a'), { type: 1, name: 'b', description: 'x' }] })]],
  ['8,001 characters, longest localisations', 'command-too-long', [command({ options: many(25, (i) => option(`o${i}`, { choices: many(3, (j) => ({ name: `c${j}`, name_localizations: { fr: 'x'.repeat(100) }, value: 'v' })), description_localizations: { fr: 'x'.repeat(100) }})) })]],
];

test.each(badCommands)('a command with %s breaks %s', (_, rule, commands) => {
  const sent = { json: commands, files: [] };
  expect(new Set(rulesOf(judgeCommandList(sent, 'global', 'PUT')))).toEqual(new Set([rule]));
});

test('contexts are refused in the commands of one server, and pass in global ones', () => {
  const sent = { json: [command({ contexts: [0], default_member_permissions: '0' })], files: [] };
  expect(rulesOf(judgeCommandList(sent, 'guild', 'PUT'))).toEqual(['command-scope']);
  expect(judgeCommandList(sent, 'global', 'PUT')).toEqual([]);
});

describe('whole bots, each with one bad habit', () => {
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

  type Bot = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

  const late: Bot = async (it) => {
    clock.advance(3001);
    return it.reply('late');
  };

  const bots: readonly (readonly [string, readonly Rule[], Bot])[] = [
    ['answers at once', [], (it) => it.reply('x')],
    [
      'defers in time',
      [],
      async (it) => {
        clock.advance(2999);
        await it.deferReply();
        return it.editReply('x');
      },
    ],
    ['never answers', ['unanswered'], async () => clock.advance(3001)],
    ['answers after the deadline', ['answered-late'], late],
    [
      'answers twice',
      ['answered-twice'],
      async (it) => {
        await it.reply('x');
        it.replied = false;
        return it.reply('x');
      },
    ],
    [
      'pings in a reply',
      ['mentions'],
      (it) => it.reply({ content: '@everyone', allowedMentions: { parse: ['everyone'] } }),
    ],
    [
      'pings in an edit',
      ['mentions'],
      async (it) => {
        await it.deferReply();
        return it.editReply({ content: 'x', allowedMentions: {} });
      },
    ],
    [
      'pings in a follow-up',
      ['mentions'],
      async (it) => {
        await it.reply('x');
        return it.followUp({ content: 'x', allowedMentions: { users: ['1'] } });
      },
    ],
    [
      'defers with Components V2',
      ['deferred-flags'],
      (it) =>
        it.client.rest.post(Routes.interactionCallback(it.id, it.token), {
          body: { type: 5, data: { flags: IS_V2 } },
          auth: false,
        }),
    ],
    [
      'updates where there is no message',
      ['wrong-answer-type'],
      (it) =>
        it.client.rest.post(Routes.interactionCallback(it.id, it.token), {
          body: { type: 6 },
          auth: false,
        }),
    ],
    [
      'makes up a token',
      ['unknown-interaction'],
      (it) => {
        return it.client.rest.post(Routes.interactionCallback(it.id, 'x'), {
          body: { type: 6 },
          auth: false,
        });
      },
    ],
    [
      'edits a text away',
      ['empty-message'],
      async (it) => {
        await it.reply('x');
        return it.editReply({ content: '' });
      },
    ],
  ];

  test.each(bots)('a bot that %s breaks %j', async (_, rules, answer) => {
    const done = new Promise((resolve) => {
      client.on(Events.InteractionCreate, (interaction) => {
        if (interaction.isChatInputCommand()) answer(interaction).then(resolve, resolve);
      });
    });
    discord.slash({ name: 'ask' });
    await done;
    expect(rulesOf(discord.violations)).toEqual(rules);
  });

  test('an edit is judged by what the message becomes', () => {
    const message = discord.foreignMessage('held');
    const v2Message = { ...message, content: '', flags: IS_V2 };
    const edit = (json: object, before = message): Rule[] =>
      rulesOf(judgeEdit({ json, files: [] }, before, 'edit'));
    expect(edit({ ...quiet, components: [text('x')] }, v2Message)).toEqual([]);
    expect(edit({ ...quiet, content: 'x' }, v2Message)).toEqual(['beside-components-v2']);
    expect(edit(v2(text('x')))).toEqual(['beside-components-v2']);
    expect(edit({ ...v2(text('x')), content: null })).toEqual([]);
    expect(edit({ components: [] })).toEqual([]);
  });

  test('what Discord refuses is refused, and everything is told at the end', async () => {
    const rest = new REST({ api: discord.apiUrl }).setToken(TOKEN);
    const body = [command({ description: '' })];
    const route = Routes.applicationGuildCommands(APPLICATION_ID, GUILD_ID);
    await expect(rest.put(route, { body })).rejects.toMatchObject({ status: 400, code: 50_035 });
    expect(() => discord.assertNoViolations()).toThrow('command-description at PUT /applications/');
  });
});

describe('a modal', () => {
  const field = (id: string, more: object = {}) => ({
    type: 18,
    label: 'Title',
    component: { type: 4, style: 1, custom_id: id, required: false, ...more },
  });
  const rulesOfModal = (components: readonly object[], more: object = {}) => {
    const data = { custom_id: 'form', title: 'Details', components, ...more };
    return rulesOf(judgeCallback({ json: { type: 9, data }, files: [] }, undefined, 'a modal'));
  };

  test('that is right passes', () => {
    const fields = many(5, (i) => field(`f${i}`, { value: 'x'.repeat(40), max_length: 40 }));
    expect(rulesOfModal(fields)).toEqual([]);
  });

  test.each<[string, Rule, readonly object[], object?]>([
    ['six fields', 'modal-too-long', many(6, (i) => field(`f${i}`))],
    ['a field twice', 'custom-id-twice', [field('a'), field('a')]],
    ['more in a field than it takes', 'modal-value', [field('a', { value: 'xy', max_length: 1 })]],
    ['an empty value', 'modal-value', [field('a', { value: '' })]],
    ['a title of 46 characters', 'specification', [field('a')], { title: 'x'.repeat(46) }],
    ['a label of 46 characters', 'specification', [{ ...field('a'), label: 'x'.repeat(46) }]],
    ['no field', 'specification', []],
  ])('with %s breaks the rule %s', (_name, rule, components, more) => {
    expect(rulesOfModal(components, more)).toEqual([rule]);
  });
});
