import { describe, expect, it } from 'vitest';
import { type Role, roleOf } from '../../src/timeline/events/role.ts';
import { dateOf } from '../support/timeline-entries.ts';

/** The day of publication of every sentence here. */
const PUBLISHED = '2024-05-03';
const PAST = '2024-04-28';
const FUTURE = '2024-06-15';

/** A sentence with its date in brackets, when that is, its role, and why. */
type Case = readonly [sentence: string, day: string, role: Role, reason: string];

const ENGLISH: readonly Case[] = [
  ['The bridge closed on [28 April].', PAST, 'event', 'plain past'],
  ['On [Sunday], the council announced that the bridge was unsafe.', PAST, 'event', 'a party acts'],
  ['The union said on [Sunday] that talks had failed.', PAST, 'event', 'a party speaks for itself'],
  ['By [28 April] the shares had fallen by half.', PAST, 'event', '"by" tells a state'],
  ['It was due to open on [28 April] but did not.', PAST, 'event', 'the day is over'],
  ['The fair ended on [Sunday], before the rain came.', PAST, 'event', '"before" comes after'],
  ['The company must repay the loan by [15 June].', FUTURE, 'deadline', '"by" and a day ahead'],
  ['Owners have until [15 June] to register.', FUTURE, 'deadline', '"until" and a day ahead'],
  ['He was given until [28 April] to leave.', PAST, 'deadline', 'given until, although it is over'],
  ['The union was told to answer by [28 April].', PAST, 'deadline', 'told to, by'],
  ['A [15 June] deadline was set.', FUTURE, 'deadline', 'named a deadline after it'],
  ['The judge set a deadline of [28 April].', PAST, 'deadline', 'named a deadline before it'],
  ['The judge set a deadline on [28 April] for the sale.', PAST, 'deadline', 'of that day'],
  ['The judge set a deadline [last Sunday] for the sale.', PAST, 'event', 'when it was set'],
  ['Claims must reach the office no later than [15 June].', FUTURE, 'deadline', 'no later than'],
  ['The permit expires on [15 June].', FUTURE, 'deadline', 'a term runs out'],
  ['The application window closes on [15 June].', FUTURE, 'deadline', 'a window closes'],
  ['The vote is on [15 June].', FUTURE, 'planned', 'a day ahead'],
  ['The ferry will sail on [15 June].', FUTURE, 'planned', 'a day ahead'],
  [
    'The trial will open on [Friday].',
    PUBLISHED,
    'planned',
    'the day of publication, still to come',
  ],
  ['The measures come ahead of the [15 June] election.', FUTURE, 'planned', 'a day ahead'],
  ['Quay Radio reported on [Sunday] that the bridge was safe.', PAST, 'report', 'reported'],
  ['The Quay Post said on [Sunday] that the deal was off.', PAST, 'report', 'a paper speaks'],
  ['On [Sunday], the Quay Post wrote that the deal was off.', PAST, 'report', 'a paper writes'],
  ['The deal is off, according to a Harbour Times report on [Sunday].', PAST, 'report', 'a report'],
  ['State media said on [Sunday] that the deal was off.', PAST, 'report', 'media speak'],
  ['Reuters gave its own version on [Sunday].', PAST, 'report', 'an agency tells'],
  ['Quay Ltd reported on [Sunday] that its profit had halved.', PAST, 'event', 'of itself'],
  ['A source told the paper on [Sunday] that he had quit.', PAST, 'event', 'not said by a medium'],
];

const CHINESE: readonly Case[] = [
  ['大桥[4月28日]关闭。', PAST, 'event', 'plain past'],
  ['市长[4月28日]表示，大桥将重新开放。', PAST, 'event', 'a party speaks for itself'],
  ['截至[4月28日]，已有九人报告不适。', PAST, 'event', 'a count on that day'],
  ['[4月28日]前后，雨下个不停。', PAST, 'event', '前后 is not 前'],
  ['公司须在[6月15日]之前还清贷款。', FUTURE, 'deadline', '之前'],
  ['报名截止到[6月15日]。', FUTURE, 'deadline', '截止到'],
  ['法院要求他在[4月28日]前离开。', PAST, 'deadline', '前, although it is over'],
  ['业主最迟[6月15日]登记。', FUTURE, 'deadline', '最迟'],
  ['業主須於[6月15日]前登記。', FUTURE, 'deadline', 'in traditional characters'],
  ['本次转会窗口[6月15日]关闭。', FUTURE, 'deadline', 'a window closes'],
  ['博览会[6月15日]开幕。', FUTURE, 'planned', 'a day ahead'],
  ['案件将于[周五]开庭。', PUBLISHED, 'planned', 'the day of publication, still to come'],
  ['据码头日报[周日]报道，交易已经取消。', PAST, 'report', 'a paper reports'],
  ['《码头日报》[周日]称，交易已经取消。', PAST, 'report', 'a paper says'],
  ['路透社[周日]援引消息人士的话说，交易取消。', PAST, 'report', 'an agency quotes'],
  ['據電視台[週日]報導，交易取消。', PAST, 'report', 'in traditional characters'],
];

describe.each([
  ['en', ENGLISH],
  ['zh', CHINESE],
] as const)('the role of a date in %s', (language, cases) => {
  it.each(cases)('%s (%s) is %s: %s', (sentence, day, expected) => {
    const [before = '', rest = ''] = sentence.split('[');
    const [, after = ''] = rest.split(']');
    expect(roleOf({ before, after }, language, dateOf(day), PUBLISHED)).toBe(expected);
  });
});

it('is no plan in an article without a date', () => {
  const sides = { before: 'The bridge closed on ', after: '.' };
  expect(roleOf(sides, 'en', dateOf(FUTURE), null)).toBe('event');
});
