import { describe, expect, it } from 'vitest';
import { readTimes } from './read-times.ts';

/** A Wednesday, so that days of this week lie on both sides. */
const PUBLISHED = '2024-05-15';

const read = (text: string, published: string | null = PUBLISHED) =>
  readTimes('en', text, published);

describe('a weekday', () => {
  it.each([
    ['It opened on Monday', '2024-05-13 Monday', 'the latest one'],
    ['It opened on Wednesday', '2024-05-15 Wednesday', 'the day of publication itself'],
    ['It opened on Thursday', '2024-05-09 Thursday', 'not after publication'],
    ['It opened last Wednesday', '2024-05-08 Wednesday', '"last" is not today'],
    ['It opens next Monday', '2024-05-20 Monday', 'the next one is in the next week as well'],
    ['It will open on Friday', '2024-05-17 Friday', '"will"'],
    ['It must close by Friday', '2024-05-17 Friday', '"by"'],
    ['They have until Friday', '2024-05-17 Friday', '"have until"'],
    ['Bridges stay shut until Friday', '2024-05-17 Friday', '"until"'],
    ['It is due on Monday', '2024-05-20 Monday', '"due"'],
    ['A Friday deadline was set', '2024-05-17 Friday', '"deadline"'],
    ['The keeper should play on Friday', '2024-05-17 Friday', '"should"'],
    ['the first Tuesday of May', '2024-05-07 the first Tuesday of May', 'counted in its month'],
    ['the last Friday in March 2023', '2023-03-31 the last Friday in March 2023', 'the last one'],
    [
      'the last week of March',
      '2024-W13 the last week of March',
      'the last with most of its days in it',
    ],
    ['It opens on Friday next week', '2024-05-24 Friday next week', 'the week is named'],
    [
      'It will help, the mayor said on Monday',
      '2024-05-13 Monday',
      'what will be is not what was said',
    ],
    ['Those who will gain said on Monday no', '2024-05-13 Monday', 'a verb of saying lies between'],
    ['The plan was refused by voters on Sunday', '2024-05-12 Sunday', '"by" names who, not when'],
    ['By Monday the river had fallen', '2024-05-13 Monday', '"had": it is past'],
    ['Until Monday nothing moved', '2024-05-13 Monday', 'what was until then'],
    ['It opened on Sun. and closed', '2024-05-12 Sun.', 'cut short, behind "on"'],
    ['Monday’s paper', '2024-05-13 Monday', 'in the genitive'],
    ['at a Monday meeting', '2024-05-13 Monday', 'a meeting of that day'],
    ['said that Monday would do', '2024-05-13 Monday', '"that" opens a clause'],
    ['Monday, May 6, was dry', '2024-05-06 Monday, May 6', 'the date tells which'],
    ['on 6 May (Monday) it rained', '2024-05-06 6 May (Monday', 'the date tells which'],
    ['open Monday to Friday', '2024-05-13 Monday', 'its end is counted from its beginning'],
    ['It shut on Sunday 12th.', '2024-05-12 Sunday 12th', 'the number tells which'],
    ['on Tuesday night', '2024-05-14TNI Tuesday night', 'a part of the day'],
    ['at 6:40 p.m. on Tuesday', '2024-05-14T18:40 6:40 p.m. on Tuesday', 'the time of that day'],
  ])('in "%s" is %s: %s', (text, expected, _reason) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['It opens next Friday', 'in two days or in nine'],
    ['the first Tuesday of the month', 'counted from a month'],
    ['the following Monday', 'counted from another date'],
    ['on a Monday in spring', 'any Monday'],
    ['on the Friday before', 'counted from another date'],
    ['Black Friday sales', 'a day with a name of its own'],
    ['The Sunday Times reported it', 'a newspaper'],
    ['The Sun said so', 'a newspaper'],
    ['the Mail on Sunday', 'a newspaper'],
    ['USA Today and India Today', 'newspapers'],
    ['the South China Morning Post', 'a newspaper'],
    ['by The Coast Today’s count', 'a newspaper'],
    ['the Daily Courier', 'a newspaper'],
    ['He Wed the heir and Sat down', 'words with a capital'],
    ['they sat on the sun deck', 'words without one'],
  ])('is not told by "%s": %s', (text, _reason) => expect(read(text)).toEqual([]));
});

describe('a month', () => {
  it.each([
    ['In March it rained', '2024-03 March', 'the past one'],
    ['In May it rained', '2024-05 May', 'the month of publication'],
    ['In December it snowed', '2023-12 December', 'the past one, of last year'],
    ['In June the fair returns', '2024-06 June', 'a month ahead, and nothing says it was'],
    ['In June the fair was cancelled', '2023-06 June', 'a month ahead, but "was"'],
    ['since June nobody came', '2023-06 June', '"since"'],
    ['It must end by July', '2024-07 July', '"by"'],
    ['It will end in October', '2024-10 October', '"will"'],
    ['It is not due until October - too late', '2024-10 October', '"until"'],
    ['last December', '2023-12 December', '"last"'],
    ['next February', '2025-02 February', '"next"'],
    ['early in June 2019', '2019-06 start early in June 2019', 'with its year'],
    ['in late August', '2023-08 end late August', 'the end of the past one'],
    ['in mid-March', '2024-03 mid mid-March', 'the middle'],
    ['at the end of April', '2024-04 end the end of April', 'the month, not its last day'],
    ['Earlier in April it froze', '2024-04 April', 'no part of it'],
    ['in June and July 2019', '2019-06 June', 'the year stands behind the second one'],
    ['as early as March', '2024-03 March', '"as early as"'],
    ['In May 20 guests left', '2024-05 May', 'a number of guests'],
  ])('in "%s" is %s: %s', (text, expected, _reason) => expect(read(text)[0]).toBe(expected));

  it.each([
    ['last March', 'this year or the year before'],
    ['next August', 'this year or next year'],
    ['May the best one win', 'a verb'],
    ['Theresa May left', 'a name'],
    ['June, who leads the choir', 'a name'],
    ['The March on the capital', 'a march'],
    ['It may march on', 'verbs'],
    ['They march 3 miles', 'a verb'],
    ['Of the 20, 5 may leave', 'a verb'],
  ])('is not told by "%s": %s', (text, _reason) => expect(read(text)).toEqual([]));
});

describe('a day', () => {
  it.each([
    ['On 14 July, 23 rules were added', '2024-07-14 14 July', 'the nearest year'],
    ['The 3rd and 4th of March', '2024-03-03 3rd', 'of the month behind the second one'],
    ['On 30 August the pier burned', '2023-08-30 30 August', 'too far ahead for what was'],
    ['Doors open on 30 October', '2023-10-30 30 October', 'too far ahead'],
    ['It will open on 30 October', '2024-10-30 30 October', '"will"'],
    ['on 3 March last year', '2023-03-03 3 March last year', 'the year before'],
    ['since 1 December this year', '2024-12-01 1 December this year', 'the year of publication'],
    ['in August last year', '2023-08 August last year', 'the year before'],
    ['On 14 March 60 guests came', '2024-03-14 14 March', 'no year'],
    ['On May 2nd, 2023, it fell', '2023-05-02 May 2nd, 2023', 'an ordinal with a year'],
    ['On Sept. 14 , 2020 , it shut', '2020-09-14 Sept. 14 , 2020', 'with spaces before commas'],
    ['MARCH 3, 2024 – HARBOUR', '2024-03-03 MARCH 3, 2024', 'capitals'],
    ['a 20th April deadline', '2024-04-20 20th April', 'an ordinal'],
    ['the 3rd of April', '2024-04-03 the 3rd of April', 'with "of"'],
    ['from 30 December to 3 January 2024', '2023-12-30 30 December', 'the end names the next year'],
    ['on 14-16 March', '2024-03-14/2024-03-16 14-16 March', 'several in a row'],
    ['on 12 and 14 March', '2024-03-12 12', 'the first of two'],
    ['on April 3–5, 2023', '2023-04-03/2023-04-05 April 3–5, 2023', 'several in a row'],
    ['on 25/4/2024', '2024-04-25 25/4/2024', 'only one number can be the month'],
    ['on 2020-09-13 it opened', '2020-09-13 2020-09-13', 'in figures'],
    ['on 29 February', '2024-02-29 29 February', 'in a leap year'],
    ['It opened on 3 May and shut on the 12th.', '2024-05-03 3 May', 'a month'],
    ['on the 12th, they said', '2024-05-12 the 12th', 'the nearest such day'],
    ['two days before 3 May 2023', 'P2D two days (duration)', 'a distance'],
  ])('in "%s" is %s: %s', (text, expected, _reason) => expect(read(text)[0]).toBe(expected));

  it.each([
    ['open 24/7', 'no date at all'],
    ['on 3/4 of the roofs', 'a fraction'],
    ['on 4.5.2024', 'April or May'],
    ['on 4-5-2024', 'April or May'],
    ['on 31 April', 'no such day'],
    ['on 29 February 2023', 'no such day'],
    ['on 12 May 44 BC', 'another era'],
    ['after the September 11 attacks', 'an event of another year'],
    ['on the 12th floor', 'a floor'],
  ])('is not told by "%s": %s', (text, _reason) => expect(read(text)).toEqual([]));

  it('takes its month from the day before it in the sentence', () => {
    expect(read('It opened on 30 March and shut on the 2nd.')).toEqual([
      '2024-03-30 30 March',
      '2024-04-02 the 2nd',
    ]);
  });
});

describe('a date counted from the day of publication', () => {
  it.each([
    ['It shut today', '2024-05-15 today'],
    ['It shut yesterday evening', '2024-05-14TEV yesterday evening'],
    ['It opens tomorrow', '2024-05-16 tomorrow'],
    ['the day before yesterday', '2024-05-13 the day before yesterday'],
    ['this morning', '2024-05-15TMO this morning'],
    ['last night', '2024-05-14TNI last night'],
    ['last week', '2024-W19 last week'],
    ['earlier this month', '2024-05 earlier this month'],
    ['later this year', '2024 later this year'],
    ['last month', '2024-04 last month'],
    ['next year', '2025 next year'],
    ['last summer', '2023-SU last summer'],
    ['this decade', '202X this decade'],
    ['over the weekend', '2024-W19-WE the weekend'],
    ['by the end of the year', '2024 end the end of the year'],
    ['the end of last month', '2024-04 end the end of last month'],
    ['two days ago', '2024-05-13 two days ago'],
    ['three weeks ago', '2024-W17 three weeks ago'],
    ['five months ago', '2023-12 five months ago'],
    ['a year ago', '2023 a year ago'],
    ['ten days from now', '2024-05-25 ten days from now'],
    ['many years ago', 'PAST_REF many years ago (reference)'],
  ])('in "%s" is %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(text, null).filter((each) => !each.endsWith('(reference)'))).toEqual([]);
  });

  it.each([['the cars of tomorrow'], ['the Today show'], ['Good Friday'], ['Man of the Year']])(
    'is not told by "%s"',
    (text) => expect(read(text)).toEqual([]),
  );
});

describe('a year or a part of it', () => {
  it.each([
    ['not updated since 2008', '2008 2008'],
    ['the 1991 settlement', '1991 1991'],
    ['(2019)', '2019 2019'],
    ['the 2012 Olympics', '2012 2012'],
    ['the 2008 crisis', '2008 2008'],
    ['mid-2011', '2011 mid mid-2011'],
    ['early 2008', '2008 start early 2008'],
    ['2009 was dry', '2009 2009'],
    ['in the 1990s', '199X 1990s'],
    ['music of the 80s', '198X 80s'],
    ['2008-2010', '2008/2010 2008-2010'],
    ['Q3 2008', '2008-Q3 Q3 2008'],
    ['the third quarter of 2008', '2008-Q3 third quarter of 2008'],
    ['fourth-quarter profit', '2023-Q4 fourth-quarter'],
    ['the second half of last year', '2023-H2 second half of last year'],
    ['in the first half of 2020', '2020-H1 first half of 2020'],
    ['the summer of 2008', '2008-SU the summer of 2008'],
    ['in fiscal 2009', 'FY2009 fiscal 2009'],
  ])('in "%s" is %s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    ['2,000 people', 'a count'],
    ['2000 people', 'a count'],
    ['the 1500 workers', 'a count'],
    ['about 1950 homes', 'a count'],
    ['$2008', 'money'],
    ['Flight 1549', 'a flight'],
    ['a 1080p film', 'a resolution'],
    ['Windows 2000', 'a product'],
    ['No. 2001', 'a number'],
    ['rose to 2008.5 points', 'a fraction'],
    ['room 1984-B', 'a number'],
    ['people in their 80s', 'an age'],
    ['he lives in the second quarter', 'a part of a town'],
    ['1549 votes', 'a count'],
    ['1983 workers', 'a count'],
  ])('is not told by "%s": %s', (text, _reason) => expect(read(text)).toEqual([]));
});

describe('a duration, a frequency or a vague time', () => {
  it.each([
    ['for two years', 'P2Y two years (duration)'],
    ['up to 30 days', 'P30D 30 days (duration)'],
    ['a 27-year contract', 'P27Y 27-year (duration)'],
    ['two and a half years', 'P2.5Y two and a half years (duration)'],
    ['a week after the vote', 'P1W a week (duration)'],
    ['It lasted for months', 'PXM months (duration)'],
    ['within minutes', 'PTXM minutes (duration)'],
    ['years ago', 'PAST_REF years ago (reference)'],
    ['for a year', 'P1Y a year (duration)'],
    ['several months', 'PXM several months (duration)'],
    ['the past three weeks', 'P3W the past three weeks (duration)'],
    ['over the past decade', 'P1DE the past decade (duration)'],
    ['the next six months', 'P6M the next six months (duration)'],
    ['a 12-hour flight', 'PT12H 12-hour (duration)'],
    ['three weeks later', 'P3W three weeks later (duration)'],
    ['for the rest of the week', 'P1W the rest of the week (duration)'],
    ['every week', 'P1W every week (set)'],
    ['every two years', 'P2Y every two years (set)'],
    ['every Monday', 'XXXX-WXX-1 every Monday (set)'],
    ['each March', 'XXXX-03 each March (set)'],
    ['on Sundays', 'XXXX-WXX-7 Sundays (set)'],
    ['a daily count', 'P1D daily (set)'],
    ['twice a week', 'P1W a week (set)'],
    ['5 million a year', 'P1Y a year (set)'],
    ['it is now closed', 'PRESENT_REF now (reference)'],
    ['it recently closed', 'PAST_REF recently (reference)'],
    ['in the near future', 'FUTURE_REF the near future (reference)'],
  ])('in "%s" is %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(text, null)).toEqual([expected]);
  });

  it.each([
    ['a 27-year-old baker', 'an age'],
    ['aged 12 years', 'an age'],
    ['the show 60 Minutes', 'a broadcast'],
    ['a quarter of the roofs', 'a share'],
    ['175m times', 'a count'],
  ])('is not told by "%s": %s', (text, _reason) => expect(read(text)).toEqual([]));
});

describe('a date counted from another one', () => {
  it.each([
    ['It fell on 3 March. Two days later it rose.', '2024-03-05 Two days later'],
    ['It fell on 3 March and rose the next day.', '2024-03-04 the next day'],
    ['It fell on Monday; that same day it rose.', '2024-05-13 that same day'],
  ])('%s', (text, expected) => expect(read(text)[1]).toBe(expected));

  it('is not given when no day stands before it in this sentence or the last one', () => {
    expect(read('The next day it rose.')).toEqual([]);
    expect(read('It fell on 3 March. It snowed. The next day it rose.')).toEqual([
      '2024-03-03 3 March',
    ]);
  });
});

describe('a time of a day that nobody names', () => {
  it.each([
    ['At 0800 UTC the banks acted', '2024-05-15T08:00Z 0800 UTC (time)'],
    ['It stood at 14:58 GMT', '2024-05-15T14:58Z 14:58 GMT (time)'],
    ['Shares ended the day lower', '2024-05-15 the day (time)'],
    ['It fell later in the day', '2024-05-15 later in the day (time)'],
  ])('is told with the day of publication, and dates nothing: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(text, null)).toEqual([]);
  });

  it.each([['There were 0800 of them'], ['It took the day of the vote']])(
    'is not told by "%s"',
    (text) => {
      expect(read(text).filter((time) => !time.startsWith('P'))).toEqual([]);
    },
  );
});

describe('a year in two figures, a quarter', () => {
  it.each([
    ['not seen since ’82', '1982 ’82'],
    ['not seen since ’19', '2019 ’19'],
    ['plants will rest in the third quarter, the company said', '2024-Q3 third quarter'],
    ['plants to rest in the third quarter, the company said', '2024-Q3 third quarter'],
    ['sales fell by a fifth in the third quarter', '2023-Q3 third quarter'],
    ['profits rose in the last quarter', '2024-Q1 last quarter'],
  ])('in "%s" is %s', (text, expected) => {
    expect(read(text).at(-1)).toBe(expected);
  });
});

it('a week later is the same weekday, a decade ago a year', () => {
  expect(read('It shut on 3 May. A week later, it opened.').at(-1)).toBe('2024-05-10 A week later');
  expect(read('A decade ago it shut.')).toEqual(['2014 A decade ago']);
});

it('a day before something is counted from the last day named before the sentence', () => {
  expect(read('It shut on 3 May. A day before the vote, it rained.').at(-1)).toBe(
    '2024-05-02 A day before',
  );
  expect(read('It shuts on 20 May, two days before the vote.').at(-1)).toBe(
    'P2D two days (duration)',
  );
});

describe('"today" in a quotation', () => {
  it.each([
    ['The baker said on Monday: “We shut today.”', 'the attribution before it'],
    ['The baker disclosed on Monday: “We shut today.”', 'another verb of saying'],
    ['“We shut today,” the baker said on Monday.', 'the attribution after it'],
    ['The baker spoke on Monday, he said. “We shut today.”', 'the sentence before'],
    ['“We shut today. It is sad.” He said so on Monday.', 'the sentence after'],
    ['The baker said on Monday that he left.\n\n"We shut today," he said.', 'the paragraph before'],
    ['On Monday he told us: ‘We’re shut today.’', 'single quotation marks'],
  ])('in %s is the day it was said: %s', (text, _reason) => {
    expect(read(text)).toContain('2024-05-13 today');
  });

  it.each([
    ['The baker said on Monday that he shut today.', 'it is not quoted'],
    ['“We shut today,” said the baker. The fair was on Monday.', 'nothing was said on that day'],
    ['“We shut today,” he said.', 'no day is named'],
  ])('in %s is the day of publication: %s', (text, _reason) => {
    expect(read(text)).toContain('2024-05-15 today');
  });
});

describe('what real news writes', () => {
  it.each([
    ['The gale tore up 40 stalls in Port Vale on Friday', '2024-05-10 Friday', 'a strong verb'],
    ['Guards shut the lock on Friday', '2024-05-10 Friday', '"shut" is past as well'],
    [
      'Halden bid $1.4 billion for its rival on Tuesday, a sum that would be a record',
      '2024-05-14 Tuesday',
      'a decimal point ends no sentence, and "its" is no verb',
    ],
    ['Shop stewards meet Friday to count', '2024-05-17 Friday', '"to" goes with the verb'],
    ['The mill plans to cut two lines in July', '2024-07 July', '"cut" is ahead behind "to"'],
    ['It left at 6.40 pm on Monday', '2024-05-13T18:40 6.40 pm on Monday', 'a point in a time'],
    [
      'The yard expects to post a loss for the first quarter, analysts say',
      '2024-Q1 first quarter',
      'what is reported lies behind',
    ],
  ])('%s: %s (%s)', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it.each([
    ['By Ada Lund, Coast Today', 'a paper'],
    ['They sang the hit Sunday Morning Rain', 'a song'],
    ['She saw the film Yesterday', 'a film'],
    ['Here today, tomorrow and for all time', 'no day is meant'],
  ])('names no date in "%s": %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['The lock opened in 1987. That year 300 barges came', '1987 That year'],
    ['The fair began on 2 April. That month it rained', '2024-04 That month'],
    ['It opened in 1987 and shrank in the following decade', '199X the following decade'],
  ])('counts a period from the date before: %s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it('counts no month from a year', () => {
    expect(read('It opened in 1987. That month it rained')).toEqual(['1987 1987']);
  });
});

describe('without a publication date', () => {
  it('only what names its year is a date', () => {
    expect(read('on Sunday, on 3 March, in August, today, in 2019', null)).toEqual(['2019 2019']);
    expect(read('on 3 March 2019', null)).toEqual(['2019-03-03 3 March 2019']);
  });

  it('"today" is the day on which it was said, when that is named in full', () => {
    expect(read('He said on 3 March 2019: “We shut today.”', null)[1]).toBe('2019-03-03 today');
  });
});

it('a year stays the nearest across New Year', () => {
  expect(read('on 28 December', '2021-01-03')).toEqual(['2020-12-28 28 December']);
  expect(read('on 2 January', '2020-12-30')).toEqual(['2021-01-02 2 January']);
});
