import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';
import { troubleIn } from '../support/faults.ts';
import { textsOf } from '../support/messages.ts';
import { startThreadedBot, type ThreadedBot } from '../support/threaded-bot.ts';

const ask = async ({ discord }: ThreadedBot) => {
  const options = { question: 'Who steers the night ferry?' };
  return textsOf(await discord.slash({ name: 'ask', options }).settled()).join('\n');
};

const reindex = async ({ discord }: ThreadedBot) => {
  const permissions = PermissionFlagsBits.ManageGuild;
  const asked = discord.slash({ name: 'reindex', subcommand: 'apply', permissions });
  const end = await asked.until('the end', (it) => /up to date|cannot be read/u.test(joined(it)));
  return joined(end);
};

const joined = (message: unknown) => textsOf(message).join('\n');

test('a folder that cannot be read: at the start there are no articles, later the last ones stay', async () => {
  const folder = path.join(tempFolder(), 'articles');
  const running = await startThreadedBot(folder);
  const { discord, library } = running;
  expect(await ask(running)).toContain('no articles');
  expect(await reindex(running)).toContain('cannot be read');

  await mkdir(folder);
  await writeFile(path.join(folder, 'a.txt'), 'Orla Byrne steers the night ferry.');
  await reindex(running);
  expect(await ask(running)).toContain('Orla Byrne');

  const generation = library.current();
  await rename(folder, `${folder}-away`);
  expect(await reindex(running)).toContain('cannot be read');
  // A file where the folder was cannot be listed either.
  await writeFile(folder, '');
  expect(await reindex(running)).toContain('cannot be read');
  expect(library.current()).toBe(generation);
  expect(await ask(running)).toContain('Orla Byrne');

  await rm(folder);
  await rename(`${folder}-away`, folder);
  await reindex(running);
  expect(await ask(running)).toContain('Orla Byrne');
  expect(troubleIn(running)).toEqual([]);
  discord.assertNoViolations();
});
