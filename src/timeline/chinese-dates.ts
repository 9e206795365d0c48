import {
  type DateCue,
  type DateReading,
  type Found,
  namedPart,
  type YearWord,
} from './date-reading.ts';

const MONTH = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])';
const DAY = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

/** How dates are written with their words, and in full with figures. Everything else that is found is left. */
const SHAPES: readonly RegExp[] = [
  new RegExp(
    `^(?<year>[^年月]*年)?[\\s，,]*${MONTH}\\s*月(?!后|後|前|内|內|之)(?<day>\\s*${DAY}\\s*[日号號])?`,
    'u',
  ),
  /^(?<year>[12]\d{3})-\d{1,2}-(?<day>\d{1,2})(?!\d)/u,
  /^(?<week>[上下这本]?)个?(?:星期|礼拜|周)[一二三四五六日天]/u,
];

/** The years that are counted from that of publication. "同年" and "次年" are counted from another date. */
const YEAR_WORDS: Readonly<Record<string, YearWord>> = {
  前: { offset: -2 },
  去: { offset: -1 },
  今: { offset: 0 },
  本: { offset: 0 },
  明: { offset: 1 },
};

const WEEK_CUES: Readonly<Record<string, DateCue>> = {
  上: 'last-week',
  下: 'next-week',
  这: 'this-week',
  本: 'this-week',
};

const INSIDE_TITLE = /《[^》]*$/u;
const UNBOUND = /[每逢上下]个?$/u;
/** "五月天" is a band, "周六福" a shop; "一周围" has a week in it by chance. */
const OTHER_WORD = /^[天福围圍]/u;
const FUTURE_CUE = /(?:将|须|必须|最迟|定于|计划|预计)[于在]?[^。，；]{0,6}$/u;

/** Reads what was found in a Chinese text, or null when it is no explicit date. */
export function readChineseDate(text: string, found: Found): DateReading | null {
  // One character more: chrono-node does not know 號.
  const shape = firstMatch(text.slice(found.index, found.index + found.text.length + 1));
  if (!shape) return null;
  const { year: yearPart, day, week } = shape.groups ?? {};
  const end = found.index + shape[0].length;
  const before = text.slice(0, found.index);
  if (INSIDE_TITLE.test(before) || OTHER_WORD.test(text.slice(end))) return null;
  const cue = FUTURE_CUE.test(before) ? 'future' : null;

  if (week !== undefined) {
    // "本" stands before what chrono-node finds.
    const isThisWeek = week === '' && before.endsWith('本');
    if (!isThisWeek && UNBOUND.test(before)) return null;
    return {
      start: isThisWeek ? found.index - 1 : found.index,
      end,
      year: null,
      month: null,
      day: null,
      weekday: namedPart(found.start, 'weekday'),
      cue: isThisWeek ? 'this-week' : (WEEK_CUES[week] ?? cue),
    };
  }
  // chrono-node takes any number before a month for a year, and leaves the word before "年" out.
  const namesYear = yearPart !== undefined;
  const word = yearPart === '年' ? YEAR_WORDS[before.slice(-1)] : undefined;
  const year = namesYear ? (word ?? namedPart(found.start, 'year')) : null;
  if (namesYear ? year === null : namedPart(found.start, 'year') !== null) return null;
  return {
    start: word === undefined ? found.index : found.index - 1,
    end,
    year,
    month: namedPart(found.start, 'month'),
    day: day === undefined ? null : namedPart(found.start, 'day'),
    weekday: null,
    cue,
  };
}

function firstMatch(expression: string): RegExpExecArray | null {
  for (const shape of SHAPES) {
    const match = shape.exec(expression);
    if (match) return match;
  }
  return null;
}
