import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/index.ts';
import { verifyQuote } from '../../src/retrieval/index.ts';
import { chooseEntries, findTimeline, type TimelineEntry } from '../../src/timeline/index.ts';
import { loadDictionary } from '../support/dictionary.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../seeds');

interface Shown {
  readonly date: string | null;
  readonly role: string;
  /** What tells it, in the articles' own words. */
  readonly told: readonly string[];
  readonly conflicts: readonly string[];
}

let entries: readonly Shown[];

beforeAll(async () => {
  const { byId } = await loadCorpus(FOLDER, { maxArticleBytes: 1024 * 1024 });
  const words = (quotes: readonly Parameters<typeof verifyQuote>[0][]) =>
    quotes.map((quote) => verifyQuote(quote, byId));
  const show = ({ date, role, reports, conflicts }: TimelineEntry): Shown => ({
    date: date && [date.value, ...(date.modifier ? [date.modifier] : [])].join(' '),
    role,
    told: reports.flatMap(({ quote, duplicates }) => words([quote, ...duplicates])),
    conflicts: conflicts.map((conflict) => {
      if (conflict.kind === 'claim') {
        return `claim: ${conflict.sides.map((side) => words(side)[0]).join(' / ')}`;
      }
      const accounts =
        conflict.kind === 'date'
          ? conflict.accounts.map((account) => account.date.value)
          : conflict.accounts.map((account) => account.label);
      return `${conflict.kind}: ${accounts.join(', ')}`;
    }),
  });
  const all = await findTimeline(byId, loadDictionary);
  entries = (await chooseEntries(all, byId, {})).map(show);
});

/** The entry that a sentence with these words tells, or tells first. */
function entryOf(date: string | null, words: string): Shown | undefined {
  return entries.find(
    (entry) => entry.date === date && entry.told.some((each) => each.includes(words)),
  );
}

/** A date, its role, the words of sentences of different articles that tell it, and why they are one. */
type Expected = readonly [
  date: string | null,
  role: string,
  words: readonly [string, ...string[]],
  reason: string,
];

const EXPECTED: readonly Expected[] = [
  [
    '2020-08',
    'event',
    ['"made these principles clear"'],
    'a statement of Microsoft that names its month',
  ],
  ['2020-08', 'event', ['threatened to ban the service'], '"last month" is no day'],
  [
    '2020-08',
    'event',
    ['An offer for the video sharing app'],
    'dated by "last month", not by "two years"',
  ],
  [
    '2020-08 end',
    'event',
    ['In August, China revised its list', 'in late August', 'At the end of August'],
    'one list; the most precise date that agrees',
  ],
  [
    '2020-08-23',
    'event',
    ['executive order that Donald Trump', '8月23日'],
    'one order in two languages; the day is within August',
  ],
  ['2020-09-13', 'event', ['had rejected its bid'], 'a statement of Microsoft, on "Sunday"'],
  ['2020-09-13', 'report', ['The New York Times and other American media'], 'what papers wrote'],
  [
    '2020-09-13',
    'report',
    ['The Wall Street Journal reported on Sunday'],
    'another paper, another claim',
  ],
  ['2020-09-14', 'report', ['carried the report on Monday'], 'what CGTN reported'],
  [
    '2020-09-14',
    'report',
    ["Monday's South China Morning Post"],
    'another paper on the same day; its name is no date',
  ],
  ['2020-09-14', 'report', ['Reuters gave its own version'], 'an agency on the same day'],
  [
    '2020-09-15',
    'deadline',
    ['gave Americans until 15 September', 'by 15 September', '须在9月15日之前'],
    'one deadline in two languages',
  ],
  ['2020-09-29', 'deadline', ['banned by 29 September'], 'the ban is another step than the sale'],
  ['2020-11-03', 'planned', ['elections of 3 November'], 'to come when it was written'],
  ['2020-11-12', 'deadline', ['complete a deal by 12 November'], 'the last step'],
  [
    null,
    'event',
    ['就提出辞职', 'Kevin Mayer stepped down'],
    'told twice in one article, in two languages, without a date',
  ],
  [null, 'event', ['TikTok went to court'], 'no date is stated'],
];

describe('the timeline of our own articles', () => {
  it.each(EXPECTED)('has for %s, as %s, %j: %s', (date, role, [first, ...others]) => {
    const entry = entryOf(date, first);
    expect(entry?.role).toBe(role);
    const missing = others.filter((words) => !entry?.told.some((each) => each.includes(words)));
    expect(missing).toEqual([]);
  });

  it('says that the sources differ on the deadline, and on when the list was revised', () => {
    const deadline = ['date: 2020-09-15, 2020-09-20'];
    expect(entryOf('2020-09-15', 'until 15 September')?.conflicts).toEqual(deadline);
    const list = ['date: 2020-08, 2020-09'];
    expect(entryOf('2020-08 end', 'late August')?.conflicts).toEqual(list);
    // Whoever looks up the other date finds it, with the same.
    expect(entryOf('2020-09-20', 'deadline of 20 September')?.conflicts).toEqual(deadline);
    expect(entryOf('2020-09', 'Earlier this month')?.conflicts).toEqual(list);
  });

  it('puts first what states the date of the entry', () => {
    expect(entryOf('2020-08 end', 'late August')?.told[0]).toMatch(/August/u);
    expect(entryOf('2020-09-15', 'until 15 September')?.told[0]).toMatch(/15 September|9月15日/u);
  });

  it('says that Oracle as a partner and no sale to Oracle contradict each other, and of nothing else', () => {
    const claims = entries.flatMap(({ conflicts }) =>
      conflicts.filter((each) => each.startsWith('claim')),
    );
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter((claim) => !/Oracle/u.test(claim))).toEqual([]);
  });

  it.each([
    ['as long as 30 days', 'a duration'],
    ['Downloads of TikTok stand at 175m', 'a count'],
    ['alters the technical parameters of 21 items', 'a count'],
    ['had not been updated since 2008', 'since when something was so'],
    ['ByteDance declined to comment', 'nothing that was done'],
  ])('has no entry of "%s": %s', (words) => {
    const own = entries.filter(({ told }) => told[0]?.includes(words) && told.length === 1);
    expect(own).toEqual([]);
  });

  it('dates nothing by the day of publication but what says Monday or today', () => {
    const onThatDay = entries.filter(({ date }) => date === '2020-09-14');
    expect(
      onThatDay.filter(({ told }) => !told.some((each) => /Monday|周一|today/u.test(each))),
    ).toEqual([]);
  });

  it('stands in the order of its dates, undated entries last', () => {
    const dated = entries.map(({ date }) => date !== null);
    expect(dated.toSorted((a, b) => Number(b) - Number(a))).toEqual(dated);
  });
});
