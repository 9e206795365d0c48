import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFeedback } from '../../src/feedback/create-feedback.ts';
import { type AskedQuestion, type Feedback, FeedbackError } from '../../src/feedback/feedback.ts';
import { manualTimers, memoryLog } from '../bot/support/fakes.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { RPC } from '../support/worker-url.ts';
import { STORE_PROGRAM } from './support.ts';

let folder: string;
let log: ReturnType<typeof memoryLog>;
let feedback: Feedback;

const open = (fields: { readonly folder?: string; readonly program?: URL } = {}) =>
  createFeedback({
    folder,
    keptDays: 90,
    timers: manualTimers(),
    log: log.log,
    program: STORE_PROGRAM,
    ...fields,
  });

beforeEach(() => {
  folder = tempFolder();
  log = memoryLog();
  feedback = open();
});

afterEach(() => feedback.close());

const asked = (question: string): AskedQuestion => ({
  id: feedback.newQuestionId(),
  at: Date.now(),
  question,
  isAnswered: false,
  confidence: 0.1,
  generationId: '0123456789ab',
  filter: {},
  passage: null,
  personId: 'ada',
});

const questions = async () =>
  (await feedback.unanswered({ offset: 0, limit: 100 })).items.map(({ question }) => question);

const messages = () => log.lines.map(({ msg }) => msg);

describe('feedback', () => {
  test('keeps questions trimmed, and of a long one the first 1,000 units', async () => {
    feedback.record(asked(`  ${'x'.repeat(1500)}  `));
    expect(await questions()).toEqual(['x'.repeat(1000)]);
  });

  test('finishes what was begun before it closes', async () => {
    for (let count = 0; count < 50; count += 1) feedback.record(asked(`Is number${count} known?`));
    await feedback.close();
    feedback = open();
    expect(await feedback.countOf('ada')).toEqual({ questions: 50, votes: 0 });
  });

  test('takes nothing after it is closed, and does not throw', async () => {
    await feedback.close();
    feedback.record(asked('When?'));
    await expect(feedback.countOf('ada')).rejects.toThrow(FeedbackError);
  });

  test('gives every question an id of its own, short enough for a button', () => {
    const ids = Array.from({ length: 1000 }, () => feedback.newQuestionId());
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => /^[\w-]{12}$/u.test(id))).toBe(true);
  });

  test('tells that a file was set aside', async () => {
    await feedback.close();
    await writeFile(path.join(folder, 'feedback.sqlite'), 'a shopping list '.repeat(999));
    feedback = open();
    expect(await feedback.countOf('ada')).toEqual({ questions: 0, votes: 0 });
    expect(log.lines).toMatchObject([
      { level: 50, file: expect.stringMatching(/^feedback\.sqlite\.aside-[0-9a-f]{8}$/u) },
    ]);
  });

  test('logs one reason once, and goes on when the folder is in order again', async () => {
    await feedback.close();
    const place = path.join(folder, 'data');
    await writeFile(place, 'in the way');
    feedback = open({ folder: place });
    for (let count = 0; count < 5; count += 1) feedback.record(asked('When?'));
    await expect(feedback.countOf('ada')).rejects.toThrow(FeedbackError);
    expect(messages()).toEqual(['feedback cannot be stored; answers are not affected']);
    expect(log.lines[0]).toMatchObject({
      folder: place,
      reason: expect.stringMatching(/^E[A-Z]+: /u),
    });
    expect(log.lines[0]).not.toHaveProperty('err');
    await rm(place);
    await mkdir(place);
    feedback.record(asked('When?'));
    expect(await feedback.countOf('ada')).toEqual({ questions: 1, votes: 0 });
    expect(messages().slice(1)).toEqual(['feedback is stored again']);
  });

  test('a thread that dies is told of, and replaced', async () => {
    await feedback.close();
    const worker = path.join(folder, 'worker.mjs');
    const marker = path.join(folder, 'died');
    await writeFile(
      worker,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       if (existsSync(${JSON.stringify(marker)})) await import(${JSON.stringify(STORE_PROGRAM.href)});
       else {
         writeFileSync(${JSON.stringify(marker)}, '');
         parentPort.on('message', () => process.exit(7));
       }`,
    );
    feedback = open({ program: new URL(`file://${worker}`) });
    await expect(feedback.countOf('ada')).rejects.toThrow('exit code 7');
    feedback.record(asked('When?'));
    expect(await questions()).toEqual(['When?']);
    expect(messages()).toEqual([
      'feedback cannot be stored; answers are not affected',
      'feedback is stored again',
    ]);
  });

  test('does not take more than a disk that stands still can be asked to', async () => {
    await feedback.close();
    const worker = path.join(folder, 'worker.mjs');
    await writeFile(
      worker,
      `import { serveThread } from ${JSON.stringify(RPC.href)};
       const wait = () => new Promise(() => {});
       serveThread({ record: wait, countOf: wait, deleteBefore: wait, close: () => {} });`,
    );
    feedback = open({ program: new URL(`file://${worker}`) });
    for (let count = 0; count < 1500; count += 1) feedback.record(asked('When?'));
    await expect(feedback.countOf('ada')).rejects.toThrow('too much is waiting');
    expect(messages()).toEqual(['feedback cannot be stored; answers are not affected']);
  });
});
