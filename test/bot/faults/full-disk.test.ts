import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { SNAPSHOT_NAME } from '../../../src/library/index.ts';
import { createFolder } from '../../corpus/temp-corpus.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { until } from '../../support/until.ts';
import { threadOnFullDisk } from '../../support/weak-thread.ts';
import { troubleIn } from '../support/faults.ts';
import { textsOf } from '../support/messages.ts';
import { startThreadedBot } from '../support/threaded-bot.ts';

test('a full disk costs the new snapshot: the old one stays whole, and the bot goes on', async () => {
  const folder = await createFolder({ 'a.txt': 'Orla Byrne steers the night ferry.' });
  const data = tempFolder();
  const file = path.join(data, SNAPSHOT_NAME);
  const marker = path.join(tempFolder(), 'full');
  const running = await startThreadedBot(folder, {
    snapshot: { file, replaces: 'any' },
    program: threadOnFullDisk(marker),
  });
  const { discord, library, logged } = running;
  // Snapshots are written, or given up, while the generation is in use already.
  const snapshotsTold = () =>
    logged.filter(({ msg }) => /a snapshot was written|could not write the snapshot/u.test(msg))
      .length;
  await until(() => expect(snapshotsTold()).toBe(1));
  const apply = async (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      await writeFile(path.join(folder, name), text);
    }
    const told = snapshotsTold();
    const permissions = PermissionFlagsBits.ManageGuild;
    const asked = discord.slash({ name: 'reindex', subcommand: 'apply', permissions });
    await asked.until('the end', (it) => textsOf(it)[0]?.includes('up to date') ?? false);
    await until(() => expect(snapshotsTold()).toBe(told + 1));
  };
  const ask = async (question: string) => {
    const asked = discord.slash({ name: 'ask', options: { question } });
    return textsOf(await asked.settled()).join('\n');
  };

  await apply({ 'b.txt': 'The bridge is closed for repairs.' });
  const whole = await readFile(file);

  await writeFile(marker, '');
  await apply({ 'c.txt': 'The lighthouse was painted red.' });
  expect(await ask('Which colour was the lighthouse painted?')).toContain('> The');
  await library.current().collection.ask({ question: 'bridge', limit: 1, filter: {} });
  await apply({ 'd.txt': 'A storm broke the pier in two.' });
  const given = 'could not write the snapshot';
  expect(troubleIn(running)).toEqual([given, given]);
  expect(logged).toContainEqual(
    expect.objectContaining({ file, reason: 'ENOSPC: no space left on device, write' }),
  );
  expect(await readFile(file)).toEqual(whole);
  expect(await readdir(data)).toEqual([SNAPSHOT_NAME]);

  await rm(marker);
  await apply({ 'e.txt': 'The harbour office moved.' });
  await apply({ 'f.txt': 'The bakery opened again.' });
  expect(await readFile(file)).not.toEqual(whole);
  discord.assertNoViolations();
});
