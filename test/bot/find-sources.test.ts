import { type APIMessage, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { createLibrary } from '../../src/library/index.ts';
import { storyArticle } from '../support/fake-library.ts';
import { hostOver } from '../support/folder.ts';
import { textsOf } from './support/messages.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const articles = [
  storyArticle('a', 'The ferry company stopped all boats on 3 May. Fees had doubled in April.'),
  storyArticle('b', '渡轮公司宣布五月三日停航。', { language: 'zh' }),
];

const OTHER_BOT = { id: '1100000000000000077', username: 'wire', bot: true };

let running: RunningBot;

beforeAll(async () => {
  const host = hostOver(articles);
  const library = await createLibrary({ folder: 'none', maxArticleBytes: 1024, host });
  running = await startBot(commands, { library });
});

afterAll(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

async function findSources(target: APIMessage, fields: object = {}) {
  const { discord } = running;
  const found = discord.messageCommand({ name: 'Find sources', target, ...fields });
  const message = await found.settled();
  discord.assertNoViolations();
  // Whoever wrote the message need not see it.
  expect((message.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  return textsOf(message);
}

const foreign = (content: string, fields: Partial<APIMessage> = {}): APIMessage => ({
  ...running.discord.foreignMessage(content),
  ...fields,
});

const QUOTE = /stopped.* all .*boats.* on 3 May[^]*The Harbour Gazette/u;

describe('Find sources', () => {
  test('answers with quotes for what a message states, for the asker alone', async () => {
    const texts = await findSources(
      foreign(
        'hey <@1100000000000000004> **The ferry company stopped ||all|| boats** https://x.org',
      ),
    );
    expect(texts[0]).toBe('## What the articles say');
    expect(texts[1]).toMatch(/^### hey The ferry company stopped all boats\n> /u);
  });

  test('says of each statement whether the articles have it', async () => {
    const texts = await findSources(
      foreign('The ferry company stopped all boats on 3 May.\nWilfred won 12 medals in Peru.'),
    );
    expect(texts.join('\n')).toContain(
      '### Wilfred won 12 medals in Peru.\nNothing in these articles confirms',
    );
  });

  test('works in Chinese, under a Chinese name', async () => {
    const { discord } = running;
    const names = discord
      .commands()
      .find(({ name }) => name === 'Find sources')?.name_localizations;
    expect(names).toMatchObject({ 'zh-CN': '查找出处', 'zh-TW': '查找出處' });
    const texts = await findSources(foreign('听说渡轮公司五月三日停航'), { locale: 'zh-TW' });
    expect(texts[0]).toBe('## 文章中的相關內容');
    expect(texts[1]).toContain('停航');
  });

  test.each([
    ['an embed of another bot', { embeds: [{ title: 'The ferry company stopped all boats' }] }],
    [
      'the field of an embed',
      { embeds: [{ fields: [{ name: 'The ferry company', value: 'stopped all boats' }] }] },
    ],
    [
      'components of another bot',
      {
        flags: 1 << 15,
        components: [
          { type: 17, components: [{ type: 10, content: 'The ferry company stopped all boats' }] },
        ],
      },
    ],
    [
      'a forwarded message',
      {
        message_reference: {
          type: 1,
          message_id: '1100000000000000066',
          channel_id: '1100000000000000067',
        },
        message_snapshots: [
          {
            message: {
              content: 'The ferry company stopped all boats',
              embeds: [],
              attachments: [],
              mentions: [],
              timestamp: '2024-05-03T00:00:00.000Z',
              edited_timestamp: null,
              type: 0,
            },
          },
        ],
      },
    ],
  ])('reads %s', async (_what, fields) => {
    const { discord } = running;
    const base = discord.foreignMessage('');
    const target: APIMessage = JSON.parse(
      JSON.stringify({ ...base, author: { ...base.author, ...OTHER_BOT }, ...fields }),
    );
    expect((await findSources(target)).join('\n')).toMatch(QUOTE);
  });

  test('says so where a message has no text', async () => {
    const nothing = ['This message has no text. I don’t read pictures, files or stickers.'];
    expect(await findSources(foreign(''))).toEqual(nothing);
    expect(
      await findSources(foreign('<:boat:1100000000000000004> https://example.org 🚢')),
    ).toEqual(nothing);
  });

  test('says so on an answer of the bot itself', async () => {
    const answer = await running.discord
      .slash({ name: 'ask', options: { question: 'When did boats stop?' } })
      .settled();
    expect(await findSources(answer)).toEqual([
      'That’s one of my own answers; its quotes already name their sources.',
    ]);
  });

  test('takes a message of any length', async () => {
    const texts = await findSources(
      foreign('The ferry company stopped 12 boats again. '.repeat(95)),
    );
    expect(texts[1]).toContain('### The ferry company stopped 12 boats again.');
  });

  test('works where the bot knows neither the channel nor the server', async () => {
    const place = {
      guildId: '1100000000000000088',
      channelId: '1100000000000000089',
      installedBy: 'user',
      permissions: 0n,
    };
    const target = foreign('The ferry company stopped all boats.', {
      channel_id: place.channelId,
    });
    expect((await findSources(target, place)).join('\n')).toMatch(QUOTE);
  });
});
