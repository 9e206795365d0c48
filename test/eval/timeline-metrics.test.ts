import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GoldSpan } from '../../eval/question.ts';
import { renderTimelineScores } from '../../eval/render-timeline.ts';
import type { ShownEntry } from '../../eval/timeline-entries.ts';
import { scoreTimeline, sumScores } from '../../eval/timeline-metrics.ts';
import type { GoldConflict, GoldEvent, TimelineGold } from '../../eval/timeline-story.ts';

/** The n-th sentence of an article: each has ten characters. */
function sentence(article: string, n: number): GoldSpan {
  return { article, start: n * 10, end: n * 10 + 10 };
}

const [a0, a1, a2] = [sentence('a', 0), sentence('a', 1), sentence('a', 2)];
const [b0, b1] = [sentence('b', 0), sentence('b', 1)];

function event(id: string, date: string | null, sentences: readonly GoldSpan[]): GoldEvent {
  return { id, dates: [date], roles: ['event'], background: false, sentences };
}

function gold(some: Partial<TimelineGold>): TimelineGold {
  return { half: 'tune', events: [], conflicts: [], never: [], ...some };
}

function entry(quotes: GoldSpan[], some: Partial<ShownEntry> = {}): ShownEntry {
  return { date: '2024-05-13', role: 'event', quotes, conflicts: [], ...some };
}

const offer = event('offer', '2024-05-13', [a0, b0]);
const refusal = event('refusal', '2024-05-15', [a1, b1]);

describe('merging', () => {
  test('counts the pairs of gold sentences that stand in one entry', () => {
    const scores = scoreTimeline([entry([a0, b0, a1])], gold({ events: [offer, refusal] }));
    // Three pairs are shown, one is right; of the two that belong together one is there.
    expect(scores.mergePrecision).toEqual({ right: 1, of: 3 });
    expect(scores.mergeRecall).toEqual({ right: 1, of: 2 });
  });

  test('has no precision where nothing is merged', () => {
    const scores = scoreTimeline([entry([a0]), entry([b0])], gold({ events: [offer] }));
    expect(scores.mergePrecision).toEqual({ right: 0, of: 0 });
    expect(scores.mergeRecall).toEqual({ right: 0, of: 1 });
  });

  test('counts a pair once, in however many entries it stands', () => {
    const scores = scoreTimeline([entry([a0, b0]), entry([b0, a0])], gold({ events: [offer] }));
    expect(scores.mergePrecision).toEqual({ right: 1, of: 1 });
  });

  test('lets a sentence that tells two events stand with the sentences of both', () => {
    const both = [event('offer', '2024-05-13', [a0, b0]), event('refusal', null, [a0, b1])];
    const scores = scoreTimeline([entry([a0, b0]), entry([a0, b1])], gold({ events: both }));
    expect(scores.mergePrecision).toEqual({ right: 2, of: 2 });
    expect(scores.mergeRecall).toEqual({ right: 2, of: 2 });
  });

  test('takes no account of sentences that the gold does not name', () => {
    const scores = scoreTimeline([entry([a0, b0, a2])], gold({ events: [offer] }));
    expect(scores.mergePrecision).toEqual({ right: 1, of: 1 });
  });
});

describe('a quote', () => {
  const found = (quote: GoldSpan) =>
    scoreTimeline([entry([quote])], gold({ events: [offer] })).eventRecall.right;

  test('is a sentence that it shares half of the shorter of the two with', () => {
    expect(found({ article: 'a', start: 2, end: 6 })).toBe(1);
    expect(found({ article: 'a', start: 5, end: 15 })).toBe(1);
    expect(found({ article: 'a', start: 6, end: 16 })).toBe(0);
    expect(found({ article: 'c', start: 0, end: 10 })).toBe(0);
  });
});

describe('events', () => {
  test('are found when an entry carries one of their sentences, background by itself', () => {
    const founding = { ...event('founding', '1998', [a2]), background: true };
    const scores = scoreTimeline([entry([b0])], gold({ events: [offer, refusal, founding] }));
    expect(scores.eventRecall).toEqual({ right: 1, of: 2 });
    expect(scores.backgroundRecall).toEqual({ right: 0, of: 1 });
  });

  test('make an entry right, background too', () => {
    const founding = { ...event('founding', '1998', [a2]), background: true };
    const entries = [entry([a0]), entry([a2]), entry([sentence('a', 7)])];
    const scores = scoreTimeline(entries, gold({ events: [offer, founding] }));
    expect(scores.entryPrecision).toEqual({ right: 2, of: 3 });
  });
});

describe('dates and roles', () => {
  const dated = (date: string | null, of: GoldEvent) =>
    scoreTimeline([entry([a0], { date })], gold({ events: [of] })).dateAccuracy.right;

  test('are right as precisely as the gold says, and no more', () => {
    expect(dated('2024-05-13', offer)).toBe(1);
    expect(dated('2024-05', offer)).toBe(0);
    expect(dated(null, offer)).toBe(0);
    expect(dated('2024-05-13', event('month', '2024-05', [a0]))).toBe(0);
    expect(dated(null, event('undated', null, [a0]))).toBe(1);
  });

  test('may be any that a source gives', () => {
    const differing: GoldEvent = {
      ...offer,
      dates: ['2024-05-13', '2024-05-14'],
      roles: ['event', 'report'],
    };
    const entries = [entry([a0], { date: '2024-05-14', role: 'report' })];
    const scores = scoreTimeline(entries, gold({ events: [differing] }));
    expect(scores.dateAccuracy).toEqual({ right: 1, of: 1 });
    expect(scores.roleAccuracy).toEqual({ right: 1, of: 1 });
    const planned = scoreTimeline(
      [entry([a0], { role: 'planned' })],
      gold({ events: [differing] }),
    );
    expect(planned.roleAccuracy).toEqual({ right: 0, of: 1 });
  });

  test('are asked of entries that carry an event only', () => {
    const entries = [entry([sentence('a', 7)], { date: null })];
    const scores = scoreTimeline(entries, gold({ events: [offer] }));
    expect(scores.dateAccuracy).toEqual({ right: 0, of: 0 });
  });

  test('are those of the event with most of its sentences in the entry', () => {
    const entries = [entry([a0, b0, a1], { date: '2024-05-15' })];
    const scores = scoreTimeline(entries, gold({ events: [refusal, offer] }));
    expect(scores.dateAccuracy).toEqual({ right: 0, of: 1 });
  });

  test('are of either event, where one sentence tells two', () => {
    const both = [event('first', '2024-05-13', [a0]), event('second', '2024-05-15', [a0])];
    const entries = [entry([a0], { date: '2024-05-13' }), entry([a0], { date: '2024-05-15' })];
    expect(scoreTimeline(entries, gold({ events: both })).dateAccuracy).toEqual({
      right: 2,
      of: 2,
    });
  });
});

describe('conflicts', () => {
  const deadline: GoldConflict = { kind: 'date', sides: [[a0, a2], [b0]] };
  const story = gold({ conflicts: [deadline] });
  const shown = (kind: 'date' | 'claim', quotes: GoldSpan[], beside: GoldSpan[] = []) =>
    scoreTimeline([entry(beside, { conflicts: [{ kind, quotes }] })], story);

  test('are right when two sides stand against each other', () => {
    const scores = shown('date', [a0, b0]);
    expect(scores.dateConflictPrecision).toEqual({ right: 1, of: 1 });
    expect(scores.dateConflictRecall).toEqual({ right: 1, of: 1 });
  });

  test('are wrong between sentences of one side', () => {
    const scores = shown('date', [a0, a2]);
    expect(scores.dateConflictPrecision).toEqual({ right: 0, of: 1 });
    expect(scores.dateConflictRecall).toEqual({ right: 0, of: 1 });
  });

  test('may quote the other side only, with the first in the entry', () => {
    expect(shown('date', [b0], [a0]).dateConflictPrecision).toEqual({ right: 1, of: 1 });
    expect(shown('date', [a1], [a0, b0]).dateConflictPrecision).toEqual({ right: 0, of: 1 });
  });

  test('are of their own kind', () => {
    const scores = shown('claim', [a0, b0]);
    expect(scores.claimConflictPrecision).toEqual({ right: 0, of: 1 });
    expect(scores.claimConflictRecall).toEqual({ right: 0, of: 0 });
    expect(scores.dateConflictRecall).toEqual({ right: 0, of: 1 });
  });

  test('are false alarms in a story without any', () => {
    const entries = [entry([a0], { conflicts: [{ kind: 'claim', quotes: [a0, b0] }] })];
    expect(scoreTimeline(entries, gold({})).claimConflictPrecision).toEqual({ right: 0, of: 1 });
  });
});

test('sentences that must never make an entry are counted when they do', () => {
  const scores = scoreTimeline([entry([a0, a1])], gold({ events: [offer], never: [a1, a2] }));
  expect(scores.neverShown).toEqual({ right: 1, of: 2 });
});

test('a timeline that is the gold itself is right in every figure', () => {
  const conflict: GoldConflict = { kind: 'claim', sides: [[a1], [b1]] };
  const story = gold({ events: [offer, refusal], conflicts: [conflict], never: [a2] });
  const entries = [
    entry([a0, b0]),
    entry([a1, b1], {
      date: '2024-05-15',
      conflicts: [{ kind: 'claim', quotes: [a1, b1] }],
    }),
  ];
  const { neverShown, ...others } = scoreTimeline(entries, story);
  expect(neverShown).toEqual({ right: 0, of: 1 });
  for (const { right, of } of Object.values(others)) expect(right).toBe(of);
});

test('whatever a timeline holds, nothing is more than all', () => {
  const span = fc.record({
    article: fc.constantFrom('a', 'b'),
    start: fc.integer({ min: 0, max: 30 }),
    end: fc.integer({ min: 31, max: 60 }),
  });
  const anyEntry = fc.record({
    date: fc.constantFrom('2024-05-13', '2024-05-15', null),
    role: fc.constantFrom('event', 'planned'),
    quotes: fc.array(span, { maxLength: 4 }),
    conflicts: fc.array(
      fc.record({
        kind: fc.constantFrom<'date' | 'claim'>('date', 'claim'),
        quotes: fc.array(span, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
  });
  const story = gold({
    events: [offer, refusal],
    conflicts: [{ kind: 'date', sides: [[a0], [b0]] }],
    never: [a2],
  });
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 5 }), (entries) => {
      for (const { right, of } of Object.values(scoreTimeline(entries, story))) {
        expect(right).toBeLessThanOrEqual(of);
      }
    }),
  );
});

test('a report sums the halves and leaves open what was not asked', () => {
  const one = scoreTimeline([entry([a0, b0])], gold({ events: [offer] }));
  const other = scoreTimeline([entry([a0])], gold({ events: [offer, refusal] }));
  expect(sumScores([one, other]).eventRecall).toEqual({ right: 2, of: 3 });
  const report = renderTimelineScores([
    { name: 'ferry', half: 'tune', scores: one },
    { name: 'flood', half: 'hold', scores: other },
  ]);
  expect(report).toMatch(/^\| events found .*100 \(1\/1\).* 50 \(1\/2\).* 67 \(2\/3\) \|$/m);
  expect(report).toMatch(/^\| claim conflicts found( *\| +-)+ \|$/m);
});
