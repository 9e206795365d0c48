import { describe, expect, it } from 'vitest';
import { createQuote } from '../../src/retrieval/index.ts';
import type { Role } from '../../src/timeline/events/role.ts';
import { createWeighing } from '../../src/timeline/weight.ts';
import { byId, createArticle } from '../support/articles.ts';
import { dateOf } from '../support/timeline-entries.ts';

const BRIDGE = 'The harbour bridge closed after a ship had struck it.';
const CHEESE = 'A cheese won a prize in a village.';
const ARTICLES = byId([
  createArticle({ id: 'a', title: 'Ship closes harbour bridge', text: `${BRIDGE}\n\n${CHEESE}` }),
  createArticle({ id: 'b', title: 'Harbour bridge closed', publisher: 'The Other', text: BRIDGE }),
  createArticle({ id: 'c', title: '轮船撞上大桥', text: '轮船撞上大桥后，大桥关闭。' }),
]);

const weightOf = createWeighing(ARTICLES);

/** The weight of an entry told by these articles, each with its first sentence that has the words. */
function weigh(
  reports: readonly (readonly [id: string, words: string])[],
  {
    role = 'event',
    day = '2024-04-28',
  }: { readonly role?: Role; readonly day?: string | null } = {},
) {
  const date = day === null ? null : dateOf(day);
  const [first, ...others] = reports.map(([id, words]) => {
    const article = ARTICLES.get(id);
    if (!article) throw new Error(`no article ${id}`);
    const start = article.text.indexOf(words);
    return {
      quote: createQuote(article, { start, end: start + words.length }, []),
      date,
      duplicates: [],
    };
  });
  if (!first) throw new Error('nothing told');
  return weightOf({ date, role, reports: [first, ...others], conflicts: [], updates: [] });
}

describe('the weight of an entry', () => {
  it('is greater the more sources tell it', () => {
    expect(weigh([['a', BRIDGE]])).toBeLessThan(
      weigh([
        ['a', BRIDGE],
        ['b', BRIDGE],
      ]),
    );
  });

  it('counts two articles of one publisher as one source', () => {
    const own = createArticle({ id: 'd', publisher: 'The Other', text: BRIDGE });
    const weighAll = createWeighing(new Map([...ARTICLES, ['d', own]]));
    const report = (id: string) => {
      const article = id === 'd' ? own : ARTICLES.get(id);
      if (!article) throw new Error(`no article ${id}`);
      const quote = createQuote(article, { start: 0, end: BRIDGE.length }, []);
      return { quote, date: dateOf('2024-04-28'), duplicates: [] };
    };
    const entry = {
      date: dateOf('2024-04-28'),
      role: 'event',
      conflicts: [],
      updates: [],
    } as const;
    expect(weighAll({ ...entry, reports: [report('b'), report('d')] })).toBe(
      weighAll({ ...entry, reports: [report('b')] }),
    );
  });

  it('counts two sentences of one article as one source', () => {
    expect(
      weigh([
        ['a', BRIDGE],
        ['a', CHEESE],
      ]),
    ).toBe(weigh([['a', BRIDGE]]));
  });

  it('is greater the closer it is to the headlines, in either language', () => {
    expect(weigh([['a', CHEESE]])).toBeLessThan(weigh([['a', BRIDGE]]));
    expect(weigh([['a', CHEESE]])).toBeLessThan(weigh([['c', '轮船撞上大桥后，大桥关闭。']]));
  });

  it('is greater for what happened than for what a report says, and for a day than for none', () => {
    expect(weigh([['a', BRIDGE]], { role: 'report' })).toBeLessThan(weigh([['a', BRIDGE]]));
    expect(weigh([['a', BRIDGE]], { day: null })).toBeLessThan(weigh([['a', BRIDGE]]));
  });

  it('is within 0 and 1', () => {
    const all = [...ARTICLES.values()].map(({ id, text }) => [id, text] as const);
    expect(weigh(all)).toBeLessThanOrEqual(1);
    expect(weigh([['a', CHEESE]], { day: null, role: 'report' })).toBeGreaterThan(0);
  });
});
