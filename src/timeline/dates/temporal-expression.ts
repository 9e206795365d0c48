import type { Range } from '../../language/index.ts';
import type { DateModifier } from '../calendar-date.ts';

/**
 * What a temporal expression tells: a time of the calendar, a time of a day that nobody names, how
 * long something takes, how often it happens, or only that it is past, present or to come.
 */
export type TemporalKind = 'date' | 'time' | 'duration' | 'set' | 'reference';

/** Words that tell a time. Offsets are UTF-16 offsets, the end exclusive. */
export interface TemporalExpression extends Range {
  readonly kind: TemporalKind;
  /**
   * As in TIMEX3 (TimeML 1.2.1). A time is given with the day of publication, as TIMEX3 has it, and
   * dates nothing. A date: as in `CalendarDate`, with `TMO`, `TAF`, `TEV` or
   * `TNI` behind a day for a part of it. A duration or set: `P30D`, `PT2H`, `P2.5Y`, `PXM`, for a
   * set also `XXXX-WXX-1` or `XXXX-09`. A reference: `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
   */
  readonly value: string;
  readonly modifier: DateModifier | null;
}
