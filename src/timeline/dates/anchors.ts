import type { PassageLanguage } from '../../language/index.ts';
import { calendarDateOf } from '../calendar-date.ts';
import { type Day, readParagraph } from './paragraph.ts';
import type { TemporalExpression, TemporalMatch } from './rule.ts';

/** What is known of the text around a paragraph. */
export interface ParagraphContext {
  readonly language: PassageLanguage;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly reference: string | null;
  /** The day of the dated attribution in the sentence before this paragraph. */
  readonly saidBefore: string | null;
}

/** A paragraph's expressions, and what the next paragraph needs of it. */
export interface AnchoredParagraph {
  readonly expressions: readonly TemporalExpression[];
  /** The day of the dated attribution in its last sentence. */
  readonly saidLast: string | null;
}

/** A day for an expression that needs none. */
const ANY_DAY = '2000-01-01';

/**
 * The expressions that the matches of one paragraph stand for, in their order. Each is counted
 * from its anchor; those whose day is not known are left out, or only tell how long.
 *
 * @param matches in order, not overlapping.
 */
export function anchorMatches(
  matches: readonly TemporalMatch[],
  text: string,
  { language, reference, saidBefore }: ParagraphContext,
): AnchoredParagraph {
  const paragraph = readParagraph(text, language);
  // A quotation may stand before the words that say when it was said: these days come first.
  const explicit = matches.flatMap((match) => daysOf(match, explicitValue(match, reference)));
  const values = new Map<TemporalMatch, string>();
  const days: Day[] = [];
  for (const match of matches) {
    const value = valueOf(match);
    if (value === null) continue;
    values.set(match, value);
    days.push(...daysOf(match, value));
  }
  // A time of day may stand before its day.
  for (const match of matches.filter(({ anchor }) => anchor === 'clock')) {
    const value = valueFrom(match, paragraph.nearestDay(match, days));
    if (value !== null) values.set(match, value);
  }
  return {
    expressions: matches.flatMap((match) => {
      const value = values.get(match);
      return value === undefined && match.isOfDay
        ? timeOfDay(match, reference)
        : expressionOf(match, value);
    }),
    saidLast: paragraph.daySaidLast(explicit),
  };

  function valueOf(match: TemporalMatch): string | null {
    switch (match.anchor) {
      case 'none':
      case 'publication':
        return explicitValue(match, reference);
      case 'speech':
        return valueFrom(match, paragraph.daySaid(match, explicit, saidBefore) ?? reference);
      case 'antecedent':
        return valueFrom(match, paragraph.lastDay(match, days, 1));
      case 'sentence':
        return valueFrom(match, paragraph.lastDay(match, days, 0) ?? reference);
      case 'clock':
        return null;
    }
  }
}

function explicitValue(match: TemporalMatch, reference: string | null): string | null {
  if (match.anchor === 'none') return match.valueFrom(reference ?? ANY_DAY);
  return match.anchor === 'publication' ? valueFrom(match, reference) : null;
}

function valueFrom(match: TemporalMatch, day: string | null): string | null {
  return day === null ? null : match.valueFrom(day);
}

function daysOf({ start, end }: TemporalMatch, value: string | null): Day[] {
  const date = value === null ? null : calendarDateOf(value);
  return date?.precision === 'day' ? [{ start, end, day: date.value }] : [];
}

function timeOfDay(match: TemporalMatch, reference: string | null): TemporalExpression[] {
  const { start, end } = match;
  const value = valueFrom(match, reference);
  return value === null ? [] : [{ start, end, kind: 'time', value, modifier: null }];
}

function expressionOf(match: TemporalMatch, value: string | undefined): TemporalExpression[] {
  const { start, end, kind, modifier, otherwise } = match;
  if (kind === 'name') return [];
  if (value !== undefined) return [{ start, end, kind, value, modifier }];
  if (otherwise === null) return [];
  return [{ start, end, kind: 'duration', value: otherwise, modifier: null }];
}
