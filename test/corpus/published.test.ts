import { expect, test } from 'vitest';
import { parsePublished } from '../../src/corpus/metadata/metadata.ts';

test.each([
  ['2020-09-14', '2020-09-14', 'a plain date'],
  ['2020-02-29', '2020-02-29', 'a leap day'],
  ['2020-09-14T23:30:00-05:00', '2020-09-14', 'the date as written, not as it is in UTC'],
  ['2020-09-14T01:15:00.250Z', '2020-09-14', 'a timestamp with fractions of a second'],
  ['2020-09-14 08:00:00', '2020-09-14', 'the space that YAML allows'],
  ['2020-09-14T08:00+0800', '2020-09-14', 'an offset without a colon'],
])('%s gives %s: %3$s', (text, date) => {
  expect(parsePublished(text)).toBe(date);
});

test.each([
  ['2020-02-30', 'no calendar has this day'],
  ['2019-02-29', 'no leap year'],
  ['2020-13-01', 'no such month'],
  ['2020-00-10', 'no such month'],
  ['2020-9-14', 'the month needs two digits'],
  ['14.09.2020', 'another order'],
  ['Monday', 'a word'],
  ['2020-09-14T25:00:00Z', 'no such hour'],
  ['2020-09-14 or so', 'something after the date'],
  ['', 'nothing'],
])('%j is refused: %s', (text) => {
  expect(parsePublished(text)).toBeNull();
});
