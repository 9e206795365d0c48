import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../../corpus/temp-corpus.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { weakThread } from '../../support/weak-thread.ts';
import { troubleIn } from '../support/faults.ts';
import { isPrivate } from '../support/faulty-bot.ts';
import { textsOf } from '../support/messages.ts';
import { startThreadedBot, type ThreadedBot } from '../support/threaded-bot.ts';

const FERRY = 'Captain Orla Byrne steers the night ferry to Saltholm.';
const ENDED = 'the thread that answers questions ended';

const ask = ({ discord }: ThreadedBot, question = 'Who steers the night ferry?') =>
  discord.slash({ name: 'ask', options: { question }, locale: 'en-US' });

const folder = () => createFolder({ 'ferry.txt': FERRY });

describe('a thread that dies of a question', () => {
  test('once is replaced by one that answers it, and the log says why', async () => {
    const marker = JSON.stringify(path.join(tempFolder(), 'died'));
    const program = weakThread(`
      if (existsSync(${marker})) return;
      writeFileSync(${marker}, '');
      throw new Error('a bit fell over');
    `);
    const running = await startThreadedBot(await folder(), { program });
    const asked = ask(running);
    expect(textsOf(await asked.settled()).join('\n')).toContain('> Captain Orla Byrne');
    expect(asked.events).toHaveLength(1);
    expect(running.threads).toHaveLength(2);
    expect(troubleIn(running)).toEqual([ENDED]);
    expect(JSON.stringify(running.logged)).toContain('a bit fell over');
    running.discord.assertNoViolations();
  });

  test('twice leaves its asker with one clear line, and answers all others', async () => {
    const program = weakThread("if (question.includes('poison')) process.exit(3);");
    const running = await startThreadedBot(await folder(), { program });
    const before = ask(running);
    const poisonous = ask(running, 'Who has the poison?');
    const after = ask(running);
    const failed = await poisonous.settled();
    expect(textsOf(failed)).toEqual([
      'Something went wrong on my side. If it happens again, give a moderator this id\\: abcd1234',
    ]);
    expect(isPrivate(failed)).toBe(true);
    for (const asked of [before, after, ask(running)]) {
      expect(textsOf(await asked.settled()).join('\n')).toContain('> Captain');
    }
    expect(poisonous.events).toHaveLength(1);
    expect(troubleIn(running)).toEqual([ENDED, ENDED, 'a command failed']);
    running.discord.assertNoViolations();
  });
});
