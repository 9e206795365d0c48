import { expect, test } from 'vitest';
import { findDate, parseDate } from '../../src/corpus/metadata/parse-date.ts';

test.each([
  ['2020-09-14', '2020-09-14', 'a plain date'],
  ['2020-02-29', '2020-02-29', 'a leap day'],
  ['2020-09-14T23:30:00-05:00', '2020-09-14', 'the date as written, not as it is in UTC'],
  ['2020-09-14T01:15:00.250Z', '2020-09-14', 'a timestamp with fractions of a second'],
  ['2020-09-14 08:00:00', '2020-09-14', 'the space that YAML allows'],
  ['2020-09-14T08:00+0800', '2020-09-14', 'an offset without a colon'],
  ['20200914', '2020-09-14', 'without hyphens'],
  ['2020/09/14', '2020-09-14', 'slashes'],
  ['2020-9-4', '2020-09-04', 'single digits'],
  ['14.09.2020', '2020-09-14', 'the order that dots have'],
  ['25/12/2020', '2020-12-25', 'no month has this number'],
  ['September 14, 2020', '2020-09-14', 'an English month'],
  ['14th Sept. 2020, 10:15 am', '2020-09-14', 'an ordinal and a clock'],
  ['14. März 2020', '2020-03-14', 'a German month'],
  ['14 de marzo de 2020', '2020-03-14', 'a Spanish month'],
  ['2020年9月14日 08:30', '2020-09-14', 'a Chinese date'],
  ['Mon, 14 Sep 2020 23:30:00 -0500', '2020-09-14', 'RFC 822'],
  ['Mon Sep 14 2020 10:00:00 GMT+0000 (UTC)', '2020-09-14', 'JavaScript'],
  ['1600041600', '2020-09-14', 'seconds since 1970'],
  ['2020-09-14 10:00 EST', '2020-09-14', 'a zone by its name'],
])('%s gives %s: %3$s', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test.each([
  ['2020-02-30', 'no calendar has this day'],
  ['2019-02-29', 'no leap year'],
  ['2020-13-01', 'no such month'],
  ['2020-00-10', 'no such month'],
  ['03/05/2020', 'two days are possible'],
  ['31 September 2020', 'no calendar has this day'],
  ['Monday', 'a word'],
  ['2020-09-14T25:00:00Z', 'no such hour'],
  ['2020-09-14 or so', 'something after the date'],
  ['', 'nothing'],
])('%j is refused: %s', (text) => {
  expect(parseDate(text)).toBeNull();
});

test.each([
  ['Published 14 September 2020 by A. Writer', { published: '2020-09-14', start: 10 }],
  ['2020-09-14 10:32:27 来源：港口日报', { published: '2020-09-14', start: 0 }],
  ['version 1.2020.09.14', null],
  ['in September 2020', null],
])('in %j the date is %j', (line, found) => {
  expect(findDate(line)).toEqual(found);
});
