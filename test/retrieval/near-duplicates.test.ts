import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createFingerprinter,
  isNearDuplicate,
} from '../../src/retrieval/quotes/near-duplicates.ts';
import { hostileText } from '../support/hostile-text.ts';

const fingerprint = createFingerprinter();
const isDuplicate = (a: string, b: string) => isNearDuplicate(fingerprint(a), fingerprint(b));

const STATEMENT =
  'Harbour officials said the old bridge must close by 15 September because its northern pillars have moved.';

describe('a near-duplicate', () => {
  it.each([
    ['the same words', STATEMENT],
    ['other quotation marks and spacing', `“${STATEMENT.replaceAll(' ', '  ')}”`],
    ['another verb of saying', STATEMENT.replace('said', 'stated')],
    [
      'the statement inside a longer text',
      `The council met on Monday. ${STATEMENT} Nobody was pleased.`,
    ],
  ])('is %s', (_, other) => expect(isDuplicate(STATEMENT, other)).toBe(true));

  it.each([
    ['another day', STATEMENT.replace('15 September', '20 September')],
    ['another month', STATEMENT.replace('September', 'October')],
    ['one "not" more', STATEMENT.replace('must close', 'must not close')],
    ['another name at the beginning', STATEMENT.replace('Harbour', 'Railway')],
    ['the opposite', STATEMENT.replace('northern', 'southern')],
    ['another number at the very end', `${STATEMENT.slice(0, -1)} by 3 metres.`],
  ])('is not %s', (_, other) => {
    const base = other.endsWith('3 metres.') ? `${STATEMENT.slice(0, -1)} by 4 metres.` : STATEMENT;
    expect(isDuplicate(base, other)).toBe(false);
  });

  it.each([
    [
      'who did it to whom',
      'Acme rejected the offer that Bolt had made to buy the harbour.',
      'Bolt rejected the offer that Acme had made to buy the harbour.',
    ],
    [
      'the direction',
      'Shares in the harbour company went up by 5 per cent on Monday.',
      'Shares in the harbour company went down by 5 per cent on Monday.',
    ],
    [
      'how sure it is',
      'The government may ban the harbour company from all public works.',
      'The government will ban the harbour company from all public works.',
    ],
    [
      'the place of "not"',
      'The mayor did not say that the harbour bridge would close in June.',
      'The mayor did say that the harbour bridge would not close in June.',
    ],
    [
      'the currency',
      'The harbour company was sold for $20 billion to a rival last week.',
      'The harbour company was sold for €20 billion to a rival last week.',
    ],
    [
      'the order of figures',
      'The fee for the harbour bridge was raised from 5 to 10 crowns.',
      'The fee for the harbour bridge was raised from 10 to 5 crowns.',
    ],
    [
      'how many',
      'The harbour company will dismiss all of the staff at its northern works.',
      'The harbour company will dismiss few of the staff at its northern works.',
    ],
    [
      'what becomes of it at the end',
      'The harbour bridge will close for repairs in June, officials said',
      'The harbour bridge will close for repairs in June, officials said, but the report was wrong',
    ],
  ])('is never another claim: %s', (_, one, other) => {
    expect(isDuplicate(one, other)).toBe(false);
  });

  it('is not a short phrase that many texts share', () => {
    expect(isDuplicate('The bridge is closed.', 'The bridge is closed.')).toBe(false);
  });

  it('is found in Chinese, in both scripts, and never with another name or a denial', () => {
    const statement = '消息人士说，公司不会把海外业务卖给东海集团。';
    expect(isDuplicate(statement, '消息人士說，公司不會把海外業務賣給東海集團。')).toBe(true);
    expect(isDuplicate(statement, statement.replace('东海', '西山'))).toBe(false);
    expect(isDuplicate(statement, statement.replace('不会', '会'))).toBe(false);
  });

  it('holds in both directions, and a long text is one of itself', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (a, b) => {
        expect(isDuplicate(a, b)).toBe(isDuplicate(b, a));
        expect(isDuplicate(a, a) && fingerprint(a).units.length < 8).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a dateline', () => {
  const CHINESE = '市议会周四以七比三决定拆除湖边的旧粮仓并在原址修建公园。';

  it.each([
    `LAKEWOOD (Quill News) — ${STATEMENT}`,
    `LAKEWOOD, Oct. 3 – ${STATEMENT}`,
    `Lakewood, October 3 (QN) - ${STATEMENT}`,
    `LAKEWOOD, Oct 3, 2023 /QN Wire/ -- ${STATEMENT}`,
  ])('is no difference: %s', (report) => {
    expect(isDuplicate(report, STATEMENT)).toBe(true);
    expect(isDuplicate(`LAKEWOOD (Other) — ${STATEMENT}`, report)).toBe(true);
    expect(isDuplicate(`MILLTOWN (Quill News) — ${STATEMENT}`, report)).toBe(false);
  });

  it.each([
    `本报讯（记者 王小明）${CHINESE}`,
    `（记者王小明 李四）${CHINESE}`,
    `本報訊 ${CHINESE}`,
    `新华社湖城10月3日电（记者王小明）${CHINESE}`,
  ])('is no difference in Chinese: %s', (report) => {
    expect(isDuplicate(report, CHINESE)).toBe(true);
    expect(isDuplicate(report.replace('湖城', '山城'), report)).toBe(!report.includes('湖城'));
  });

  it.each([
    ['The mayor — ', 'words before a dash'],
    ['市长10月3日电话通知：', 'a call on a day'],
    ['（据市长说）', 'a speaker'],
  ])('is not %j: %s', (before) => {
    expect(isDuplicate(before + CHINESE, CHINESE)).toBe(false);
    expect(isDuplicate(before + STATEMENT, STATEMENT)).toBe(false);
  });
});

describe('an edited copy is a near-duplicate', () => {
  const CLAIM = 'the old harbour bridge must close by 15 September because its pillars have moved';

  it.each([
    ['the speaker after the statement', `Officials said ${CLAIM}.`, `${CLAIM}, officials said.`],
    ['the verb before the speaker', `Officials said ${CLAIM}.`, `${CLAIM}, said officials.`],
    ['"according to"', `Officials said ${CLAIM}.`, `According to officials, ${CLAIM}.`],
    ['"according to" at the end', `Officials said ${CLAIM}.`, `${CLAIM}, according to officials.`],
    [
      'a quotation',
      `“${CLAIM},” the mayor of the town said.`,
      `The mayor of the town said ${CLAIM}.`,
    ],
    ['the day of the report', `Officials said ${CLAIM}.`, `Officials on Sunday said ${CLAIM}.`],
    ['the day of the report', `${CLAIM}, officials said.`, `${CLAIM}, officials said on Sunday.`],
    [
      'the day of the report',
      `Officials said ${CLAIM}.`,
      `Officials said on Sunday that ${CLAIM}.`,
    ],
    [
      'the day of the report, in a longer text',
      `Officials said ${CLAIM}.`,
      `The mayor said on Friday that he was ill. Officials said on Sunday that ${CLAIM}.`,
    ],
    ['a Chinese verb of saying', '市长表示，旧港大桥九月关闭。', '市长说，旧港大桥九月关闭。'],
    [
      'a Chinese day of the report',
      '市长说，旧港大桥九月关闭。',
      '市长周日表示，旧港大桥九月关闭。',
    ],
  ])('that differs in %s: %s', (_, one, other) => {
    expect(isDuplicate(one, other)).toBe(true);
    expect(isDuplicate(other, one)).toBe(true);
  });

  it.each([
    ['another speaker', `Officials said ${CLAIM}.`, `${CLAIM}, experts said.`],
    ['no speaker', `Officials said ${CLAIM}.`, `${CLAIM}.`],
    [
      'another day of the report',
      `Officials on Friday said ${CLAIM}.`,
      `Officials on Sunday said ${CLAIM}.`,
    ],
    [
      'a day that may be the claim’s',
      `Officials said ${CLAIM}.`,
      `Officials said ${CLAIM} on Sunday.`,
    ],
    [
      'a day that may be the claim’s',
      `Officials said ${CLAIM}.`,
      `Officials said on Sunday ${CLAIM}.`,
    ],
    ['a condition', `Officials said ${CLAIM}.`, `Officials said ${CLAIM}, unless they are mended.`],
    ['another Chinese day', '市长周六表示，旧港大桥九月关闭。', '市长周日表示，旧港大桥九月关闭。'],
  ])('but not one with %s: %s', (_, one, other) => {
    expect(isDuplicate(one, other)).toBe(false);
    expect(isDuplicate(other, one)).toBe(false);
  });
});

describe('whatever else is edited', () => {
  /** What a report can be made of; each slot makes another claim of it. */
  const slots = {
    speaker: fc.constantFrom('Officials', 'The mayor', 'Oakline', 'Nora Quill', 'Two experts'),
    who: fc.constantFrom('Acme', 'Bolt', 'the harbour board', 'the railway company', 'Ada Stone'),
    how: fc.constantFrom('will', 'will not', 'may', 'must', 'can never', 'did not want to'),
    what: fc.constantFrom('sell', 'buy', 'close', 'repair', 'insure'),
    count: fc.constantFrom('all', 'few', 'none', '3', '4', '14', '2.5', 'half'),
    things: fc.constantFrom('ferries', 'cranes', 'bridges', 'quays'),
    place: fc.constantFrom('north of', 'south of', 'on', 'outside'),
    sum: fc.constantFrom('for $20m', 'for €20m', 'for $21m', 'for nothing', 'at no profit'),
    until: fc.constantFrom('by 15 September', 'by 20 September', 'after 15 September', 'in 2021'),
  };
  type Slot = keyof typeof slots;
  const isSlot = (name: string): name is Slot => name in slots;
  type Report = Readonly<Record<Slot, string>>;

  const claim = (r: Report) =>
    `${r.who} ${r.how} ${r.what} ${r.count} of the old ${r.things} ${r.place} the islands ${r.sum} ${r.until}`;
  const wordings: ((report: Report, day: string) => string)[] = [
    (r) => `${r.speaker} said ${claim(r)}.`,
    (r, day) => `${r.speaker} on ${day} said that ${claim(r)}.`,
    (r, day) => `${r.speaker} said on ${day} that ${claim(r)}.`,
    (r) => `${claim(r)}, ${r.speaker} said.`,
    (r, day) => `${claim(r)}, ${r.speaker} said on ${day}.`,
    (r) => `“${claim(r)},” said ${r.speaker}.`,
    (r) => `According to ${r.speaker}, ${claim(r)}.`,
    (r) => `Rain fell all day. ${claim(r)}, according to ${r.speaker}. Nobody was pleased.`,
  ];
  const wording = fc.constantFrom(...wordings);
  const report = fc.record<Report>(slots);

  it('one report in two wordings is a near-duplicate', () => {
    fc.assert(
      fc.property(report, wording, wording, (r, one, other) => {
        expect(isDuplicate(one(r, 'Sunday'), other(r, 'Sunday'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('another number, name, denial, time or place is never a near-duplicate, in any wording', () => {
    const slot = fc.constantFrom(...Object.keys(slots).filter(isSlot));
    fc.assert(
      fc.property(report, report, slot, wording, wording, (r, source, changed, one, other) => {
        fc.pre(source[changed] !== r[changed]);
        const edited = { ...r, [changed]: source[changed] };
        expect(isDuplicate(one(r, 'Sunday'), other(edited, 'Sunday'))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('nor are two days on which it was said', () => {
    const dated = fc.constantFrom(...wordings.filter((make) => make.length === 2));
    fc.assert(
      fc.property(report, dated, dated, (r, one, other) => {
        expect(isDuplicate(one(r, 'Sunday'), other(r, 'Monday'))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('nor is a Chinese report with another figure, name or denial', () => {
    const chinese = fc.record({
      speaker: fc.constantFrom('市长', '消息人士', '东海集团', '专家'),
      day: fc.constantFrom('', '周日', '星期日'),
      say: fc.constantFrom('说', '表示', '称', '指出'),
      who: fc.constantFrom('公司', '铁路局', '西山集团'),
      how: fc.constantFrom('会', '不会', '必须', '从未想', '拒绝'),
      count: fc.constantFrom('三', '四', '十四', '40', '全部'),
      until: fc.constantFrom('九月', '十月', '九月以后'),
    });
    const write = (r: Record<string, string>) =>
      `${r['speaker']}${r['day']}${r['say']}，${r['who']}${r['how']}在${r['until']}把${r['count']}座码头卖给对手。`;
    const claimSlot = fc.constantFrom('speaker', 'who', 'how', 'count', 'until');
    const saySlot = fc.constantFrom('say', 'day');
    fc.assert(
      fc.property(chinese, chinese, claimSlot, saySlot, (r, source, slot, free) => {
        const base: Record<string, string> = r;
        const other: Record<string, string> = source;
        expect(isDuplicate(write(r), write({ ...base, [free]: other[free] ?? '' }))).toBe(true);
        fc.pre(other[slot] !== base[slot]);
        expect(isDuplicate(write(r), write({ ...base, [slot]: other[slot] ?? '' }))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a Chinese text', () => {
  it('is cut into its characters, and into words of saying wherever they stand', () => {
    expect(fingerprint('桥梁表示，关闭').units).toEqual(['桥', '梁', 'said', '关', '闭']);
    expect(fingerprint('桥梁說：關閉').units).toEqual(['桥', '梁', 'said', '关', '闭']);
    expect(fingerprint('桥梁表面星空').units).toEqual(Array.from('桥梁表面星空'));
    expect(fingerprint('桥，梁周日称：闭').saidOn).toContain('日');
  });

  it('has one unit for every Han character', () => {
    const characters = fc.array(fc.integer({ min: 0x3400, max: 0x9fff }), { maxLength: 40 });
    fc.assert(
      fc.property(characters, (points) => {
        expect(fingerprint(String.fromCodePoint(...points)).units).toHaveLength(
          points.filter((point) => /\p{sc=Han}/u.test(String.fromCodePoint(point))).length,
        );
      }),
    );
  });
});
