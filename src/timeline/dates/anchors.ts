import type { PassageLanguage } from '../../language/index.ts';
import { calendarDateOf } from '../calendar-date.ts';
import { type Day, readParagraph } from './paragraph.ts';
import type { Finding, TemporalExpression } from './rule.ts';

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
 * The expressions that the findings of one paragraph stand for, in their order. Each is counted
 * from its anchor; those whose day is not known are left out, or only tell how long.
 *
 * @param findings in order, not overlapping.
 */
export function anchorFindings(
  findings: readonly Finding[],
  text: string,
  { language, reference, saidBefore }: ParagraphContext,
): AnchoredParagraph {
  const paragraph = readParagraph(text, language);
  // A quotation may stand before the words that say when it was said: these days come first.
  const explicit = findings.flatMap((finding) =>
    daysOf(finding, explicitValue(finding, reference)),
  );
  const values = new Map<Finding, string>();
  const days: Day[] = [];
  for (const finding of findings) {
    const value = valueOf(finding);
    if (value === null) continue;
    values.set(finding, value);
    days.push(...daysOf(finding, value));
  }
  // A time of day may stand before its day.
  for (const finding of findings.filter(({ anchor }) => anchor === 'clock')) {
    const value = valueFrom(finding, paragraph.nearestDay(finding, days));
    if (value !== null) values.set(finding, value);
  }
  return {
    expressions: findings.flatMap((finding) => {
      const value = values.get(finding);
      return value === undefined && finding.isOfDay
        ? timeOfDay(finding, reference)
        : expressionOf(finding, value);
    }),
    saidLast: paragraph.daySaidLast(explicit),
  };

  function valueOf(finding: Finding): string | null {
    switch (finding.anchor) {
      case 'none':
      case 'publication':
        return explicitValue(finding, reference);
      case 'speech':
        return valueFrom(finding, paragraph.daySaid(finding, explicit, saidBefore) ?? reference);
      case 'antecedent':
        return valueFrom(finding, paragraph.lastDay(finding, days, 1));
      case 'sentence':
        return valueFrom(finding, paragraph.lastDay(finding, days, 0) ?? reference);
      case 'clock':
        return null;
    }
  }
}

function explicitValue(finding: Finding, reference: string | null): string | null {
  if (finding.anchor === 'none') return finding.valueFrom(reference ?? ANY_DAY);
  return finding.anchor === 'publication' ? valueFrom(finding, reference) : null;
}

function valueFrom(finding: Finding, day: string | null): string | null {
  return day === null ? null : finding.valueFrom(day);
}

function daysOf({ start, end }: Finding, value: string | null): Day[] {
  const date = value === null ? null : calendarDateOf(value);
  return date?.precision === 'day' ? [{ start, end, day: date.value }] : [];
}

function timeOfDay(finding: Finding, reference: string | null): TemporalExpression[] {
  const { start, end } = finding;
  const value = valueFrom(finding, reference);
  return value === null ? [] : [{ start, end, kind: 'time', value, modifier: null }];
}

function expressionOf(finding: Finding, value: string | undefined): TemporalExpression[] {
  const { start, end, kind, modifier, otherwise } = finding;
  if (kind === 'name') return [];
  if (value !== undefined) return [{ start, end, kind, value, modifier }];
  if (otherwise === null) return [];
  return [{ start, end, kind: 'duration', value: otherwise, modifier: null }];
}
