import { inspect } from 'node:util';
import { z } from 'zod';
import { type Locale, type Localised, localised } from '../i18n/index.ts';
import { onlyExcludes, parseOperators } from '../retrieval/index.ts';
import { UserError } from '../shared/errors.ts';
import type { OptionDefinition } from './command.ts';
import { commandMessages } from './messages.ts';

/** The longest question, topic or source, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 1000;

/** The most quotes one answer holds. */
const MAX_LIMIT = 50;

/** The last position in a list that can be named: more than any list has. */
const MAX_POSITION = 1_000_000;

/** How much of a value that cannot be used is repeated to the person, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 60;

const DATE_PATTERN = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u;

/**
 * Schemas for the kinds of options there are, with errors in the reader's language. Blank and null
 * count as left out.
 */
export function optionSchemas(locale: Locale) {
  const messages = commandMessages[locale];
  const clean = z.preprocess(
    (value) =>
      value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value,
    z.unknown(),
  );
  const bounded = (name: string, maxLength = MAX_TEXT_LENGTH) =>
    z
      .string({
        error: ({ input }) =>
          input === undefined ? messages.required(name) : messages.notText(name, shown(input)),
      })
      .trim()
      // Not max(), which counts code points.
      .refine(({ length }) => length <= maxLength, {
        error: () => messages.tooLong(name, maxLength),
      });
  const wholeNumber = <const Fallback>(name: string, max: number, fallback: Fallback) =>
    clean.pipe(
      z.unknown().transform((value, context) => {
        if (value === undefined) return fallback;
        const number = typeof value === 'string' ? Number(value) : value;
        if (typeof number === 'number' && isWholeNumber(number, max)) return number;
        context.addIssue(messages.notACount(name, shown(value), max));
        return z.NEVER;
      }),
    );
  return {
    /** Text that must be there, of so many UTF-16 units at most. */
    text: (name: string, maxLength = MAX_TEXT_LENGTH) => clean.pipe(bounded(name, maxLength)),
    optionalText: (name: string) => clean.pipe(bounded(name).optional()),
    /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, of a day that exists; a year may be a number. */
    date: () => {
      const error = ({ input }: { readonly input?: unknown }) => messages.notADate(shown(input));
      return clean
        .transform((value) => (typeof value === 'number' ? String(value) : value))
        .pipe(z.string({ error }).trim().refine(isCalendarDate, { error }).optional());
    },
    choice: <const Value extends string>(name: string, values: readonly Value[]) =>
      clean.pipe(
        z
          .enum(values, {
            error: ({ input }) =>
              messages.notAChoice(name, shown(input), values.join(messages.listSeparator)),
          })
          .optional(),
      ),
    boolean: (name: string) =>
      clean.pipe(
        z
          .union([z.boolean(), z.stringbool()], {
            error: ({ input }) => messages.notYesOrNo(name, shown(input)),
          })
          .default(false),
      ),
    /** How many quotes at most; `fallback` when left out. */
    limit: (name: string, fallback: number) => wholeNumber(name, MAX_LIMIT, fallback),
    /** The position of something in a list, from 1 on. */
    position: (name: string) => wholeNumber(name, MAX_POSITION, undefined),
  };
}

/**
 * Checks what a person typed.
 *
 * @throws UserError with one line for every option that cannot be used.
 */
export function parseOptions<Output>(schema: z.ZodType<Output>, options: unknown): Output {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new UserError(
    'invalid-input',
    result.error.issues.map(({ message }) => message).join('\n'),
  );
}

/** A value as the person who gave it knows it again: on one line, and cut where it is long. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : inspect(value, { depth: 0 });
  const line = text.trim().replaceAll(/\s+/gu, ' ');
  if (line.length <= MAX_SHOWN_LENGTH) return line;
  return `${line.slice(0, MAX_SHOWN_LENGTH).replace(/\p{Cs}$/u, '')}…`;
}

function isWholeNumber(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max;
}

function isCalendarDate(value: string): boolean {
  const match = DATE_PATTERN.exec(value);
  if (!match) return false;
  const { month = '01', day = '01' } = match.groups ?? {};
  const full = `${value.slice(0, 4)}-${month}-${day}`;
  const date = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}

/** The first day of a year, month or day. */
export function firstDayOf(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day of a year or month, or a day that no later day of it follows; for comparing as text. */
export function lastDayOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}

/** @throws UserError when `from` begins after the end of `to`. */
export function checkOrder(
  range: { readonly from?: string | undefined; readonly to?: string | undefined },
  locale: Locale,
): void {
  const { from, to } = range;
  if (from !== undefined && to !== undefined && firstDayOf(from) > lastDayOf(to)) {
    throw new UserError('from-after-to', commandMessages[locale].fromAfterTo);
  }
}

/** @throws UserError when a question only says what answers must not hold. */
export function checkQuestion(question: string, locale: Locale): void {
  if (onlyExcludes(parseOperators(question))) {
    throw new UserError('only-exclusions', commandMessages[locale].onlyExclusions);
  }
}

/** An option for the earliest or the latest date. */
export function dateOption(name: 'from' | 'to', description: Localised): OptionDefinition {
  return { name, type: 'string', required: false, maxLength: 10, completes: name, description };
}

/** The option that chooses articles by words of their publisher or title. */
export function sourceOption(name: 'source' | 'query'): OptionDefinition {
  return {
    name,
    type: 'string',
    required: false,
    maxLength: MAX_TEXT_LENGTH,
    completes: 'source',
    description: localised(
      'Only articles with these words in the publisher or title',
      '仅限出版方或标题含有这些字词的文章',
    ),
  };
}
