import { type APIMessage, MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { createLibrary } from '../../src/library/index.ts';
import { storyArticle } from '../support/fake-library.ts';
import { hostOver } from '../support/folder.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const articles = [
  storyArticle('a', '“We will not sell 12 boats to anybody,” Anna Berg said on 3 May.', {
    url: 'https://example.org/a',
  }),
  storyArticle('b', '渡轮公司表示：“由于费用上涨，五月三日起全部船只停航。”', { language: 'zh' }),
];

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

const isPrivate = ({ flags }: APIMessage) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

async function check(content: string, fields: object = {}) {
  const { discord } = running;
  const target = discord.foreignMessage(content);
  const message = await discord
    .messageCommand({ name: 'Check quotation', target, ...fields })
    .settled();
  discord.assertNoViolations();
  // Whoever wrote the message need not see it.
  expect(isPrivate(message)).toBe(true);
  return textsOf(message).join('\n');
}

async function verify(text: string, options: object = {}) {
  const { discord } = running;
  const message = await discord.slash({ name: 'verify', options: { text, ...options } }).settled();
  discord.assertNoViolations();
  return message;
}

async function press(message: APIMessage, label: string) {
  const button = componentsOf(message).find((each) => each.label === label);
  if (!button?.customId) throw new Error(`there is no button called ${label}`);
  return running.discord.button({ message, customId: button.customId }).settled();
}

describe('Check quotation', () => {
  test('answers whether the quotations of a message are real, for the asker alone', async () => {
    const texts = await check(
      'lol <@1100000000000000004> “We will **not** sell 12 boats to anybody”',
    );
    expect(texts).toContain('### We will not sell 12 boats to anybody\nExact');
    expect(texts).toContain('> We will not sell 12 boats to anybody\n-# The Harbour Gazette');
    expect(texts).toContain('-# Said by Anna Berg');
  });

  test('reads block quotes', async () => {
    const texts = await check('what a joke\n> We will sell 12 boats to anybody\nreally?');
    expect(texts).toContain('### We will sell 12 boats to anybody\n⚠ Altered');
    expect(texts).toContain('We will **not** sell 12 boats to anybody');
    expect(texts).toMatch(/^### negation.*“not” was left out$/mu);
  });

  test('works in traditional Chinese, under a Chinese name', async () => {
    const { discord } = running;
    const named = discord.commands().find(({ name }) => name === 'Check quotation');
    expect(named?.name_localizations).toMatchObject({ 'zh-CN': '核对引文', 'zh-TW': '核對引文' });
    const texts = await check('「由於費用上漲，五月三日起全部船隻停航。」', { locale: 'zh-TW' });
    expect(texts).toContain('簡繁');
    expect(texts).toContain('由于费用上涨');
  });

  test.each([
    ['quotation marks', '“'.repeat(4000)],
    ['pairs of marks', '“a” '.repeat(1000)],
    ['one long quotation', `“${'We will not sell 12 boats. '.repeat(140)}”`],
    ['mentions', '“@everyone <@&1> <#2> [We will not](https://x.org) sell 12 boats to anybody”'],
    ['half a character', '“We will not sell 12 boats \ud83d to anybody”'],
  ])('has a message within all limits for %s', async (_what, content) => {
    expect(await check(content)).toContain('Compared word for word');
  });
});

describe('/verify', () => {
  test('answers everyone unless it is to be private, and shares what was private', async () => {
    expect(isPrivate(await verify('We will not sell 12 boats to anybody'))).toBe(false);
    const own = await verify('We will not sell 12 boats to anybody', { private: true });
    expect(isPrivate(own)).toBe(true);
    const shared = await press(own, 'Share in channel');
    running.discord.assertNoViolations();
    expect(isPrivate(shared)).toBe(false);
    expect(textsOf(shared).join('\n')).toMatch(/^Exact.*these words stand in 1 article/mu);
  });

  test('turns pages with buttons that hold all they need', async () => {
    const first = await verify(Array.from({ length: 8 }, (_, n) => `“short ${n}”`).join(' '));
    expect(textsOf(first).join('\n')).toContain('### short 4');
    const next = await press(first, 'Next');
    running.discord.assertNoViolations();
    expect(textsOf(next).join('\n')).toContain('### short 7');
  });
});
