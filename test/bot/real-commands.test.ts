import path from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { createLibrary } from '../../src/library/index.ts';
import { textsOf } from './support/messages.ts';
import { ROOT } from './support/process.ts';
import { markupIn, read } from './support/reader.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

let running: RunningBot;

beforeAll(async () => {
  const folder = path.join(ROOT, 'seeds');
  const library = await createLibrary({ folder, maxArticleBytes: 2 ** 21 });
  running = await startBot(commands, { library });
});

afterAll(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

const uses = [
  { name: 'ask', options: { question: 'When must TikTok be sold?' } },
  { name: 'ask', options: { question: '禁令什么时候生效？' } },
  { name: 'ask', options: { question: 'xyzzy *plugh* @everyone <@1100000000000000004>' } },
  { name: 'sources' },
  { name: 'timeline' },
  { name: 'reindex', subcommand: 'status' },
  { name: 'reindex', subcommand: 'preview' },
  { name: 'reindex', subcommand: 'apply' },
];

const cases = uses.flatMap((use) => LOCALES.map((locale) => ({ ...use, locale })));

describe('every command in every language', () => {
  test.each(cases)('$name $subcommand $options.question $locale', async (use) => {
    const { discord, logged } = running;
    const asked = discord.slash({ ...use, permissions: PermissionFlagsBits.ManageGuild });
    // Every answer has a heading; what comes before it is progress.
    const message = await asked.until(
      'the answer',
      (it) => textsOf(it)[0]?.startsWith('## ') ?? false,
    );
    discord.assertNoViolations();

    const texts = textsOf(message);
    const active = texts.flatMap((text) => markupIn(read(text)));
    const ours = new Set(['heading', 'subtext', 'quote', 'bold', 'list', 'masked-link']);
    expect(active.filter((kind) => !ours.has(kind))).toEqual([]);
    expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
