import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/timeline/events/role.ts';
import { createMention, merge } from './mentions.ts';

type Told = readonly [date: string | null, text: string, role?: Role];

/** When all of it was over and known. */
const AFTERWARDS = '2024-12-30';

async function eventsOf(reports: readonly Told[]) {
  return merge(
    reports.map(([date, text, role = 'event'], index) =>
      createMention({
        date,
        text,
        role,
        article: `article-${index}`,
        publisher: `Paper ${index}`,
        published: AFTERWARDS,
      }),
    ),
  );
}

/** The dates of each disagreement, and the number of events. */
async function datesInDispute(reports: readonly Told[]): Promise<string[][]> {
  return (await eventsOf(reports)).map(({ dateAccounts }) =>
    dateAccounts.map(({ date }) => date.value),
  );
}

const DATE_CONFLICTS: readonly (readonly [Told, Told, string[]])[] = [
  [
    [
      '2024-06-15',
      'Shareholders of Brightwater have until 15 June to accept the offer.',
      'deadline',
    ],
    ['2024-06-20', 'Brightwater shareholders must accept the offer by 20 June.', 'deadline'],
    ['2024-06-15', '2024-06-20'],
  ],
  [
    ['2024-06-15', '亮水公司股东须在6月15日前接受报价。', 'deadline'],
    ['2024-06-20', '亮水公司的股东最迟6月20日接受报价。', 'deadline'],
    ['2024-06-15', '2024-06-20'],
  ],
  [
    ['2024-05-03', 'The dam above Port Hale collapsed in the night.'],
    ['2024-05-04', 'The dam above Port Hale collapsed.'],
    ['2024-05-03', '2024-05-04'],
  ],
  [
    ['2024-03 end', 'Talks between Brightwater and the union began at the end of March.'],
    ['2024-04 start', 'Talks between the union and Brightwater began in early April.'],
    ['2024-03', '2024-04'],
  ],
  [
    ['2024-08', 'Arvik Foods received the first complaint in August.'],
    ['2024-09', 'The first complaint about Arvik Foods was received in September.'],
    ['2024-08', '2024-09'],
  ],
  [
    ['2024-07-03', 'Port Hale elects its mayor on 3 July.', 'planned'],
    ['2024-07-06', 'The election of the mayor of Port Hale is on 6 July.', 'planned'],
    ['2024-07-03', '2024-07-06'],
  ],
  [
    [
      '2024-06-15',
      'President Ada Quill set a deadline for Brightwater to be sold by 15 June or face a ban.',
      'deadline',
    ],
    [
      '2024-06-20',
      'President Ada Quill imposed a deadline of 20 June for Brightwater to announce a plan for a sale.',
      'deadline',
    ],
    ['2024-06-15', '2024-06-20'],
  ],
  // Weeks and months that touch.
  [
    [
      '2024-08 end',
      'In late August Beijing issued a list of bans on the export of lamps, which makes sellers wait for weeks.',
    ],
    [
      '2024-09',
      "China's government brought in new rules on lamp exports in September, a blow to the small hosts of Tolmen.",
    ],
    ['2024-08', '2024-09'],
  ],
];

const NO_DATE_CONFLICTS: readonly (readonly [Told, Told])[] = [
  [
    ['2024-08', 'China revised its list of export bans in August.'],
    ['2024-08 end', 'China updated the list of export bans in late August.'],
  ],
  [
    ['2024-08 end', 'China revised its list of export bans at the end of August.'],
    ['2024-08-29', 'China updated the list of export bans on 29 August.'],
  ],
  [
    ['2024', 'Halden Group bought the shipyard of Port Hale.'],
    ['2024-05-03', 'The shipyard of Port Hale was bought by Halden Group.'],
  ],
  [
    [
      '2024-05-03',
      'Beijing issued a list of bans on the export of lamps, which makes sellers wait for weeks.',
    ],
    [
      '2024-05-06',
      "China's government brought in new rules on lamp exports, a blow to the small hosts of Tolmen.",
    ],
  ],
  // Two events, not one with two dates.
  [
    ['2024-05-03', 'Dockers at Port Hale went on strike.'],
    ['2024-09-17', 'Dockers at Port Hale went on strike.'],
  ],
  [
    ['2024-06-15', 'Families must apply for aid by 15 June.', 'deadline'],
    ['2024-06-20', 'Candidates must register by 20 June.', 'deadline'],
  ],
  [
    ['2024-06-15', 'Brightwater must accept the offer by 15 June.', 'deadline'],
    ['2024-06-20', 'Arvik Foods must pay the fine by 20 June.', 'deadline'],
  ],
  [
    ['2024-05-03', 'Brightwater rejected the bid.'],
    ['2024-05-06', 'Brightwater accepted the bid.'],
  ],
  [
    ['2024-05-03', 'Police arrested the banker Otto Lind.'],
    ['2024-05-06', 'Police arrested the singer Maya Fell.'],
  ],
  [
    ['2024-05-03', 'The bridge at Port Hale closed.'],
    ['2024-05-06', 'The bridge at Port Hale reopened.'],
  ],
];

describe('dates that cannot all be right', () => {
  it.each(DATE_CONFLICTS.map((row) => [row[0][1], row[1][1], row] as const))(
    '%s | %s',
    async (_one, _other, [one, other, dates]) => {
      expect(await datesInDispute([one, other])).toEqual([dates, dates]);
    },
  );

  it.each(NO_DATE_CONFLICTS.map((row) => [row[0][1], row[1][1], row] as const))(
    'are not found in: %s | %s',
    async (_one, _other, pair) => {
      expect((await datesInDispute(pair)).flat()).toEqual([]);
    },
  );

  it('are not found between two things that one article tells apart', async () => {
    const text =
      'The dockers of Port Hale went on strike on 3 May and went on strike again on 6 May.';
    const events = await merge([
      createMention({ date: '2024-05-03', text, article: 'a', published: AFTERWARDS }),
      createMention({ date: '2024-05-06', text, article: 'a', published: AFTERWARDS }),
      createMention({
        date: '2024-05-06',
        text: 'Dockers of Port Hale went on strike.',
        article: 'b',
        published: AFTERWARDS,
      }),
    ]);
    expect(events.flatMap(({ dateAccounts }) => dateAccounts)).toEqual([]);
  });

  it('are not found where one article tells the same act of another day as well', async () => {
    const first = createMention({
      date: '2024-05-01',
      text: 'A ferry of Brightwater left Port Hale on 1 May with aid.',
      article: 'a',
      published: AFTERWARDS,
    });
    const again = createMention({
      date: '2024-05-09',
      text: 'A ferry of Brightwater left Port Hale again on 9 May with aid.',
      article: 'a',
      published: AFTERWARDS,
    });
    const elsewhere = createMention({
      date: '2024-05-03',
      text: 'A ferry of Brightwater left Port Hale on 3 May with aid.',
      article: 'b',
      published: AFTERWARDS,
    });
    expect(
      (await merge([first, elsewhere])).map(({ dateAccounts }) => dateAccounts.length),
    ).toEqual([2, 2]);
    const events = await merge([first, again, elsewhere]);
    expect(events.flatMap(({ dateAccounts }) => dateAccounts)).toEqual([]);
    expect(events).toHaveLength(3);
  });

  it('are found although the article tells of another matter on another day', async () => {
    const events = await merge([
      createMention({
        date: '2024-05-01',
        text: 'A ferry of Brightwater left Port Hale on 1 May with aid.',
        article: 'a',
        published: AFTERWARDS,
      }),
      createMention({
        date: '2024-05-09',
        text: 'Mayor Elin Stroud left the council for good.',
        article: 'a',
        published: AFTERWARDS,
      }),
      createMention({
        date: '2024-05-03',
        text: 'A ferry of Brightwater left Port Hale on 3 May with aid.',
        article: 'b',
        published: AFTERWARDS,
      }),
    ]);
    expect(events.map(({ dateAccounts }) => dateAccounts.length).toSorted((a, b) => a - b)).toEqual(
      [0, 2, 2],
    );
  });
});

const CLAIM_CONFLICTS: readonly (readonly [Told, Told])[] = [
  [
    ['2024-05-03', 'Brightwater rejected the bid of Halden Group.'],
    ['2024-05-03', 'Brightwater accepted the bid of Halden Group.'],
  ],
  [
    ['2024-05-03', 'The union and Brightwater signed the pay agreement.'],
    [null, 'Brightwater has not signed the pay agreement with the union.'],
  ],
  [
    [null, 'Mayor Elin Stroud has resigned.'],
    [null, 'Mayor Elin Stroud has not resigned.'],
  ],
  [
    ['2024-05-03', 'A jury convicted Otto Lind of fraud.'],
    ['2024-05-03', 'A jury acquitted Otto Lind of fraud.'],
  ],
  [
    ['2024-05-03', '亮水公司拒绝了哈尔登集团的报价。'],
    ['2024-05-03', '亮水公司接受了哈尔登集团的报价。'],
  ],
  [
    ['2024-05-03', '工会与亮水公司已签署薪资协议。'],
    [null, '亮水公司尚未与工会签署薪资协议。'],
  ],
  [
    [null, '港城市长林慧已经辞职。'],
    [null, '港城市长林慧没有辞职。'],
  ],
  [
    ['2024-05-03', 'Microsoft accepted the sanctions of the European Union.'],
    ['2024-05-03', '微软拒绝接受欧盟的制裁。'],
  ],
  [
    ['2024-05-03', 'Oracle has been chosen as the partner of TikTok.'],
    ['2024-05-03', 'TikTok没有选择甲骨文作为合作伙伴。'],
  ],
  [
    [null, 'The ferries of Brightwater will be sold neither to Halden Group nor to a bank.'],
    [null, 'The ferries of Brightwater will be sold to Halden Group.'],
  ],
];

const NO_CLAIM_CONFLICTS: readonly (readonly [Told, Told])[] = [
  [
    ['2024-05-03', 'Brightwater rejected the bid of Halden Group.'],
    ['2024-05-03', 'The council accepted the budget of Port Hale.'],
  ],
  // Later, things may have changed.
  [
    ['2024-05-03', 'Brightwater rejected the bid of Halden Group.'],
    ['2024-06-20', 'Brightwater accepted the bid of Halden Group.'],
  ],
  // Two steps of one matter.
  [
    ['2024-05-03', 'The bridge at Port Hale closed.'],
    ['2024-05-03', 'The bridge at Port Hale reopened.'],
  ],
  [
    ['2024-05-03', 'Police arrested Otto Lind.'],
    ['2024-05-03', 'Police released Otto Lind.'],
  ],
  // Of another buyer: who was passed over says nothing of the one who was taken.
  [
    ['2024-05-03', 'Brightwater will not sell its ferries to Halden Group.'],
    ['2024-05-03', 'Brightwater had preferred Norell Shipping, a rival, to Halden Group.'],
  ],
  // A wish or a condition is no claim.
  [
    [null, 'Brightwater wants to sell its ferries to Halden Group.'],
    [null, 'Brightwater will not sell its ferries to Halden Group.'],
  ],
  [
    ['2024-05-03', 'The mayor threatened to close the mill of Arvik Foods if it was not sold.'],
    [null, 'The mill of Arvik Foods was sold.'],
  ],
  [
    [null, 'Elin Stroud has resigned.'],
    [null, 'Hugo Renn has not resigned.'],
  ],
  [
    ['2024-05-03', 'The union signed the pay agreement.'],
    ['2024-05-03', 'Arvik Foods has not signed the lease.'],
  ],
  [
    [null, '市长林慧已经辞职。'],
    [null, '局长周岚没有辞职。'],
  ],
  [
    [null, '亮水公司计划出售渡轮。'],
    [null, '亮水公司没有出售渡轮。'],
  ],
];

describe('claims that contradict each other', () => {
  it.each(CLAIM_CONFLICTS.map((pair) => [pair[0][1], pair[1][1], pair] as const))(
    '%s | %s',
    async (_one, _other, pair) => {
      const events = await eventsOf(pair);
      for (const { claims } of events) {
        expect(claims.map((sides) => sides.map((side) => side.length))).toEqual([[1, 1]]);
      }
    },
  );

  it.each(NO_CLAIM_CONFLICTS.map((pair) => [pair[0][1], pair[1][1], pair] as const))(
    'are not found in: %s | %s',
    async (_one, _other, pair) => {
      expect((await eventsOf(pair)).flatMap(({ claims }) => claims)).toEqual([]);
    },
  );

  it('are not found where only a name is shared that every sentence has', async () => {
    const pair: readonly Told[] = [
      [null, 'The ferries of Brightwater will be sold to a bank in the south, a lawyer said.'],
      [
        null,
        'The ferries and cranes of Brightwater will not be sold this year or next by the trustees.',
      ],
    ];
    const others: readonly Told[] = ['cranes', 'tugs', 'docks', 'mills'].map(
      (thing): Told => [null, `The ${thing} are of Brightwater.`],
    );
    const conflictsAmong = async (reports: readonly Told[]) =>
      (await eventsOf(reports)).flatMap(({ claims }) => claims);
    expect((await conflictsAmong(pair)).length).toBeGreaterThan(0);
    expect(await conflictsAmong([...pair, ...others])).toEqual([]);
  });
});
