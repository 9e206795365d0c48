import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATABASE_NAME } from '../../src/feedback/database.ts';
import type { QuestionRecord } from '../../src/feedback/sqlite-store.ts';
import { recordOf, somePerson, someRecords, someTime, withStore } from './support.ts';

const EVERYTHING = { offset: 0, limit: 1000 };

/** The groups by the plainest way to count them. */
function groupsOf(records: readonly QuestionRecord[]) {
  const groups = new Map<string, QuestionRecord[]>();
  for (const record of records.filter(({ isAnswered }) => !isAnswered)) {
    groups.set(record.groupKey, [...(groups.get(record.groupKey) ?? []), record]);
  }
  return [...groups.values()].map((group) => ({
    people: new Set(group.flatMap(({ personId }) => personId ?? [])).size,
    times: group.length,
    firstAt: Math.min(...group.map(({ at }) => at)),
    lastAt: Math.max(...group.map(({ at }) => at)),
  }));
}

const byCounts = (one: object, other: object) =>
  JSON.stringify(one).localeCompare(JSON.stringify(other));

describe('questions without an answer', () => {
  test('are counted by group, by person and by time', () => {
    fc.assert(
      fc.property(someRecords, (records) =>
        withStore((store) => {
          for (const record of records) store.record(record);
          const { items, total } = store.unanswered(EVERYTHING);
          expect(total).toBe(items.length);
          const counts = items.map(({ question: _question, ...rest }) => rest);
          expect(counts.toSorted(byCounts)).toEqual(groupsOf(records).toSorted(byCounts));
          for (const { question, lastAt } of items) {
            const latest = records.filter(({ at, isAnswered }) => at === lastAt && !isAnswered);
            expect(latest.map((record) => record.question)).toContain(question);
          }
        }),
      ),
      { numRuns: 25 },
    );
  });

  test('come with those of most people first, and the same on any page', () => {
    fc.assert(
      fc.property(someRecords, fc.integer({ min: 1, max: 3 }), (records, limit) =>
        withStore((store) => {
          for (const record of records) store.record(record);
          const { items } = store.unanswered(EVERYTHING);
          const people = items.map((item) => item.people);
          expect(people).toEqual(people.toSorted((one, other) => other - one));
          const paged = [0, 1, 2, 3].flatMap(
            (page) => store.unanswered({ offset: page * limit, limit }).items,
          );
          expect(paged).toEqual(items.slice(0, 4 * limit));
        }),
      ),
      { numRuns: 15 },
    );
  });

  test('are kept as they were put, whatever characters they have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (question) =>
        withStore((store) => {
          store.record(recordOf({ question, isAnswered: false, passage: null }));
          expect(store.unanswered(EVERYTHING).items[0]?.question).toBe(
            question.replaceAll('\u0000', '\ufffd'),
          );
        }),
      ),
      {
        numRuns: 30,
        examples: [['a\u0000b'], ["'; DROP TABLE questions; --"], ['大橋何時重新開放？']],
      },
    );
  });
});

describe('votes', () => {
  const ballot = fc.record({ personId: somePerson, isRight: fc.boolean(), at: someTime });

  test('count once for each person, who may change their mind', () => {
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 1, maxLength: 20 }), (ballots) =>
        withStore((store) => {
          store.record(recordOf());
          const last = new Map<string, (typeof ballots)[number]>();
          for (const vote of ballots) {
            const outcome = store.vote({ questionId: 'question-1', ...vote });
            expect(outcome).toBe(last.has(vote.personId) ? 'replaced' : 'counted');
            last.set(vote.personId, vote);
          }
          const standing = [...last.values()];
          const wrong = standing.filter(({ isRight }) => !isRight);
          const { items, total } = store.wrong(EVERYTHING);
          expect(total).toBe(wrong.length > 0 ? 1 : 0);
          expect(items).toEqual(
            wrong.length === 0
              ? []
              : [
                  {
                    question: 'When did the bridge open?',
                    people: wrong.length,
                    peopleForIt: standing.length - wrong.length,
                    firstAt: Math.min(...wrong.map(({ at }) => at)),
                    lastAt: Math.max(...wrong.map(({ at }) => at)),
                    passage: recordOf().passage,
                  },
                ],
          );
        }),
      ),
      { numRuns: 25 },
    );
  });

  test('of the same person on the same passage for the same question are one, however it was put', () => {
    withStore((store) => {
      store.record(recordOf());
      store.record(recordOf({ id: 'again', question: 'The bridge, when did it open?' }));
      store.record(recordOf({ id: 'other', question: 'Who opened it?', groupKey: 'who' }));
      const vote = { personId: 'ben', isRight: false, at: 1 };
      expect(store.vote({ ...vote, questionId: 'question-1' })).toBe('counted');
      expect(store.vote({ ...vote, questionId: 'again' })).toBe('replaced');
      expect(store.vote({ ...vote, questionId: 'other' })).toBe('counted');
      expect(store.wrong(EVERYTHING).total).toBe(2);
    });
  });

  test('on a question that is not kept, or that had no passage, are not counted', () => {
    withStore((store) => {
      store.record(recordOf({ id: 'empty', isAnswered: false, passage: null }));
      const vote = { personId: 'ben', isRight: true, at: 1 };
      expect(store.vote({ ...vote, questionId: 'never' })).toBe('unknown');
      expect(store.vote({ ...vote, questionId: 'empty' })).toBe('unknown');
      expect(store.countOf('ben')).toEqual({ questions: 0, votes: 0 });
    });
  });
});

describe('deleting', () => {
  test('takes a person away, and nobody else', () => {
    fc.assert(
      fc.property(someRecords, somePerson, (records, person) =>
        withStore((store) => {
          for (const record of records) {
            store.record(record);
            store.vote({ questionId: record.id, personId: 'dora', isRight: false, at: 1 });
            store.vote({ questionId: record.id, personId: person, isRight: false, at: 1 });
          }
          const own = store.countOf(person);
          expect(own.questions).toBe(records.filter(({ personId }) => personId === person).length);
          expect(store.deleteOf(person)).toEqual(own);
          expect(store.countOf(person)).toEqual({ questions: 0, votes: 0 });
          const left = records.filter(({ personId }) => personId !== person);
          const csv = Buffer.from(store.exportCsv(1e6).csv).toString('utf8');
          const kinds = csv.split('\r\n').map((line) => line.split(',')[0]);
          expect(kinds.filter((kind) => kind === 'question')).toHaveLength(left.length);
          // Votes on what somebody else asked as well.
          const passages = records.flatMap(({ passage, groupKey }) =>
            passage && left.some((each) => each.groupKey === groupKey)
              ? [`${groupKey} ${passage.articleId} ${passage.start} ${passage.end} ${passage.hash}`]
              : [],
          );
          expect(store.countOf('dora').votes).toBe(new Set(passages).size);
        }),
      ),
      { numRuns: 15 },
    );
  });

  test('takes what is older than a time, and nothing else', () => {
    fc.assert(
      fc.property(someRecords, someTime, (records, time) =>
        withStore((store) => {
          for (const record of records) store.record(record);
          const old = records.filter(({ at }) => at < time).length;
          expect(store.deleteBefore(time)).toEqual({ questions: old, votes: 0 });
          expect(store.exportCsv(1e6).rows).toBe(records.length - old);
        }),
      ),
      { numRuns: 15 },
    );
  });

  test('takes everything', () => {
    withStore((store) => {
      store.record(recordOf());
      store.vote({ questionId: 'question-1', personId: 'ben', isRight: false, at: 1 });
      expect(store.deleteAll()).toEqual({ questions: 1, votes: 1 });
      expect(store.exportCsv(1e6).rows).toBe(0);
      expect(store.unanswered(EVERYTHING).total + store.wrong(EVERYTHING).total).toBe(0);
    });
  });

  test('leaves nothing of it in the file', () => {
    withStore((store, folder) => {
      const bytes = () => readFileSync(path.join(folder, DATABASE_NAME), 'latin1');
      store.record(recordOf({ question: 'Who was Quillfeather?' }));
      expect(bytes()).toContain('Quillfeather');
      store.deleteOf('ada');
      expect(bytes()).not.toContain('Quillfeather');
    });
  });

  test('takes the words of a question out of what others said about it', () => {
    withStore((store, folder) => {
      const bytes = () => readFileSync(path.join(folder, DATABASE_NAME), 'latin1');
      store.record(recordOf({ question: 'Who was Quillfeather?' }));
      store.vote({ questionId: 'question-1', personId: 'ben', isRight: false, at: 1 });
      store.deleteOf('ada');
      expect(bytes()).not.toContain('Quillfeather');
      expect(store.wrong(EVERYTHING).total).toBe(0);
    });
  });

  test('keeps what others said about a question that somebody else asked in other words', () => {
    withStore((store, folder) => {
      const bytes = () => readFileSync(path.join(folder, DATABASE_NAME), 'latin1');
      store.record(recordOf({ question: 'Quillfeather: who was it?' }));
      store.record(recordOf({ id: 'other', question: 'Who was it?', personId: 'cem' }));
      store.vote({ questionId: 'question-1', personId: 'ben', isRight: false, at: 1 });
      store.deleteOf('ada');
      expect(bytes()).not.toContain('Quillfeather');
      expect(store.wrong(EVERYTHING).items.map(({ question }) => question)).toEqual([
        'Who was it?',
      ]);
    });
  });

  test('with time takes the words of a question out of later votes on it', () => {
    withStore((store, folder) => {
      store.record(recordOf({ question: 'Who was Quillfeather?', at: 1 }));
      store.vote({ questionId: 'question-1', personId: 'ben', isRight: false, at: 100 });
      store.deleteBefore(50);
      const bytes = readFileSync(path.join(folder, DATABASE_NAME), 'latin1');
      expect(bytes).not.toContain('Quillfeather');
    });
  });
});

test('no id of a person is in the file', () => {
  withStore((store, folder) => {
    const personId = '1100000000000000099';
    store.record(recordOf({ personId }));
    store.vote({ questionId: 'question-1', personId, isRight: true, at: 1 });
    const bytes = readFileSync(path.join(folder, DATABASE_NAME));
    expect(bytes.includes(personId)).toBe(false);
    expect(store.countOf(personId)).toEqual({ questions: 1, votes: 1 });
  });
});
