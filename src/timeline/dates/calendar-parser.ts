import { Chrono, type Parser, ParsingResult } from 'chrono-node/en';
import { datePartsOf } from '../calendar-date.ts';
import { DATE_CUES, type DateCue, explicitDate } from './resolve-date.ts';
import { around, type RuleMatch, type TemporalMatch } from './rule.ts';

/** What an explicit date names, as chrono-node's components, and what its words say beside these. */
export interface NamedParts {
  readonly components: {
    readonly year?: number;
    /** 1 to 12. */
    readonly month?: number;
    /** 1 to 31. */
    readonly day?: number;
    /** 0 for Sunday to 6 for Saturday. */
    readonly weekday?: number;
  };
  /** The last day of several in a row, 1 to 31. */
  readonly lastDay?: number | null;
  readonly cue?: DateCue | null;
  /** Whether a part is counted from the day of publication. */
  readonly isRelative?: boolean;
}

const RELATIVE_TAG = 'relative';

/**
 * A parser for chrono-node that takes what the text names and makes nothing up.
 *
 * @param read null for a match that is no date; `reference` is the day of publication, `YYYY-MM-DD`.
 */
export function calendarParser(
  pattern: RegExp,
  read: (match: RuleMatch, reference: string) => NamedParts | null,
): Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const [text] = match;
      const start = match.index ?? 0;
      const beside = around(context.text, start, start + text.length);
      const groups = match.groups ?? {};
      const named = read({ text, groups, ...beside }, localDay(context.refDate));
      if (!named) return null;
      const first = context.createParsingComponents({ ...named.components });
      const result = new ParsingResult(context.reference, start, text, first);
      if (named.lastDay) result.end = first.clone().assign('day', named.lastDay);
      if (named.isRelative) result.addTag(RELATIVE_TAG);
      if (named.cue) result.addTag(named.cue);
      return result;
    },
  };
}

/** A date of local time, as chrono-node counts, as `YYYY-MM-DD`. */
function localDay(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/**
 * A function that finds the dates that parsers of {@link calendarParser} read, which may overlap.
 * Those counted from the day of publication are left out where `reference` is null.
 */
export function createDateFinder(
  parsers: readonly Parser[],
): (text: string, reference: string | null) => TemporalMatch[] {
  // chrono-node's own parsers take durations and counts for dates, and fill in the day of reading.
  const chrono = new Chrono({ parsers: [...parsers], refiners: [] });
  return (text, reference) => {
    const { year, month, day } = datePartsOf(reference ?? '2000-01-01');
    // Noon, so that no time zone shifts the day.
    const noon = new Date(year, month - 1, day, 12);
    return chrono.parse(text, noon).flatMap((found): TemporalMatch[] => {
      const tags = found.tags();
      if (reference === null && tags.has(RELATIVE_TAG)) return [];
      const named = {
        ...certainParts(found.start),
        lastDay: found.end ? certainParts(found.end).day : null,
        cue: DATE_CUES.find((cue) => tags.has(cue)) ?? null,
      };
      const start = found.index;
      return [{ ...explicitDate(named), start, end: start + found.text.length }];
    });
  };
}

/** The parts that the text names; null for those that chrono-node took from the reference. */
function certainParts(components: Pick<ParsingResult['start'], 'get' | 'isCertain'>) {
  const named = (part: 'year' | 'month' | 'day' | 'weekday') =>
    components.isCertain(part) ? components.get(part) : null;
  return {
    year: named('year'),
    month: named('month'),
    day: named('day'),
    weekday: named('weekday'),
  };
}
