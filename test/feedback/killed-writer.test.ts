import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/feedback/sqlite-store.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Records questions and votes, again and again, and says the number of each one that is kept. */
const WRITER = `
  import { writeSync } from 'node:fs';
  import { openSqliteStore } from './dist/feedback/sqlite-store.js';
  const [folder, first] = process.argv.slice(1);
  const store = openSqliteStore({ folder, lockAgeMs: 0, onSetAside: (name) => { throw new Error(name); } });
  const passage = { articleId: 'opening', start: 0, end: 9, hash: 'f'.repeat(64) };
  for (let number = Number(first); ; number += 1) {
    store.record({
      id: 'question-' + number, at: number, question: 'x'.repeat(number % 900), groupKey: 'group-' + number,
      language: 'en', isAnswered: true, confidence: 0.5, generationId: 'a', filter: {}, passage, personId: 'ada',
    });
    store.vote({ questionId: 'question-' + number, personId: 'ben', isRight: false, at: number });
    writeSync(1, number + '\\n');
  }
`;

describe('a process that is killed while it writes feedback', () => {
  test('loses nothing that it had confirmed, and leaves a whole store', {
    timeout: 120_000,
  }, async () => {
    const folder = tempFolder();
    let confirmed = -1;
    let interrupted = 0;
    for (let moment = 0; moment < 24; moment += 1) {
      const writer = spawn(
        process.execPath,
        ['--input-type=module', '-e', WRITER, '--', folder, String(confirmed + 2)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const closed = once(writer, 'close');
      let said = '';
      writer.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      await once(writer.stdout, 'data');
      // Spread over the few ms that one record takes.
      const until = performance.now() + 0.7 * moment;
      while (performance.now() < until) await new Promise(setImmediate);
      writer.kill('SIGKILL');
      await closed;
      confirmed = Math.max(confirmed, ...said.split('\n').slice(0, -1).map(Number));

      // Opening checks every page; a file that is broken would be set aside.
      const store = openSqliteStore({
        folder,
        lockAgeMs: 0,
        onSetAside: (name) => expect.unreachable(`set aside: ${name}`),
      });
      const text = Buffer.from(store.exportCsv(1e8).csv).toString('utf8');
      const timesOf = (kind: string) =>
        new Set([...text.matchAll(new RegExp(`^${kind},([^,]*),`, 'gmu'))].map(([, time]) => time));
      const questions = timesOf('question');
      const votes = timesOf('feedback');
      const expected = said
        .split('\n')
        .slice(0, -1)
        .map((number) => new Date(Number(number)).toISOString());
      expect(expected.filter((time) => !questions.has(time) || !votes.has(time))).toEqual([]);
      // At most the one record that was under way is there besides.
      const { questions: asked } = store.countOf('ada');
      const { votes: given } = store.countOf('ben');
      expect(asked - given).toBeLessThanOrEqual(moment + 1);
      if (asked !== given) interrupted += 1;
      store.close();
    }
    // Shows that some were killed between a question and its vote.
    expect(interrupted).toBeGreaterThan(0);
  });
});
