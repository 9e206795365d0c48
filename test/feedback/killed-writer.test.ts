import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/feedback/sqlite-store.ts';
import { runKilledAt } from '../support/killed-process.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Records a question and a vote, and says so once they are kept. */
const WRITER = `
  import { openSqliteStore } from './dist/feedback/sqlite-store.js';
  const { folder, number } = JSON.parse(process.argv[1]);
  const onSetAside = (name) => { throw new Error(name); };
  const store = openSqliteStore({ folder, lockAgeMs: 0, onSetAside });
  const passage = { articleId: 'opening', start: 0, end: 9, hash: 'f'.repeat(64) };
  countFromHere();
  store.record({
    id: 'question-' + number, at: number, question: 'x'.repeat(899 - number), groupKey: 'group-' + number,
    language: 'en', isAnswered: true, confidence: 0.5, generationId: 'a', filter: {}, passage, personId: 'ada',
  });
  process.stdout.write('asked ');
  store.vote({ questionId: 'question-' + number, personId: 'ben', isRight: false, at: number });
  process.stdout.write('given');
`;

/** Each transaction is some thirty steps: its journal, the pages, and flushing both. */
const STRIDE = 4;

test('a process that is killed while it writes feedback loses nothing that it had confirmed, and leaves a whole store', async () => {
  const folder = tempFolder();
  let confirmed = { asked: 0, given: 0 };
  const kept: string[] = [];
  for (let number = 1; ; number += 1) {
    const argument = JSON.stringify({ folder, number });
    const { isKilled, stdout } = await runKilledAt(1 + STRIDE * (number - 1), WRITER, argument);

    // Opening checks every page; a file that is broken would be set aside.
    const store = openSqliteStore({
      folder,
      lockAgeMs: 0,
      onSetAside: (name) => expect.unreachable(`set aside: ${name}`),
    });
    const found = { asked: store.countOf('ada').questions, given: store.countOf('ben').votes };
    store.close();
    const added = { asked: found.asked - confirmed.asked, given: found.given - confirmed.given };
    // A step of the killed one may be there without a word, and no half of one.
    const said = {
      asked: Number(stdout.includes('asked')),
      given: Number(stdout.includes('given')),
    };
    expect([0, 1]).toContain(added.asked - said.asked);
    expect([0, 1]).toContain(added.given - said.given);
    expect(added.given).toBeLessThanOrEqual(added.asked);
    confirmed = found;
    if (!isKilled) break;
    kept.push(`${added.asked} ${added.given}`);
  }
  // Some were killed before the question was kept, some before its vote was.
  expect(kept).toContain('0 0');
  expect(kept).toContain('1 0');
});
