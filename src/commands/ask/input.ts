import { z } from 'zod';
import type { Locale } from '../../i18n/index.ts';
import type { PassageLanguage } from '../../language/index.ts';
import type { SearchFilter } from '../../retrieval/index.ts';
import {
  checkOrder,
  checkQuestion,
  firstDayOf,
  lastDayOf,
  optionSchemas,
  parseOptions,
} from '../options.ts';

/** How many quotes a person gets at once who does not say how many. */
export const DEFAULT_LIMIT = 3;

/** What can narrow a question, as it is typed. */
export interface FilterInput {
  readonly source?: string | undefined;
  readonly language?: PassageLanguage | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What was asked for, checked. */
export interface AskInput extends FilterInput {
  readonly question: string;
  /** What was asked before, the newest first. */
  readonly before: readonly string[];
  readonly private: boolean;
  /** The quote to begin with, counted from 1. */
  readonly start?: number | undefined;
  /** How many quotes at once, at most. */
  readonly limit: number;
  /** The quotes alone where left out. */
  readonly show?: 'context' | 'sources' | undefined;
  /** The source to begin with, counted from 1 over those of all quotes that are shown. */
  readonly part?: number | undefined;
  /** Whether the person shows others an answer that they alone saw. */
  readonly share: boolean;
}

/**
 * Checks what a person typed, or what a button or the form for a next question says: that has the
 * question that it follows, what that was about, and in `next` its own.
 *
 * @throws UserError with a line for every option that cannot be used.
 */
export function parseAskInput(options: unknown, locale: Locale): AskInput {
  const schemas = optionSchemas(locale);
  const { about, next, ...rest } = parseOptions(
    z.object({
      question: schemas.text('question'),
      about: schemas.optionalText('about'),
      next: schemas.optionalText('next'),
      source: schemas.optionalText('source'),
      language: schemas.choice('language', ['en', 'zh']),
      from: schemas.date(),
      to: schemas.date(),
      private: schemas.boolean('private'),
      start: schemas.position('start'),
      limit: schemas.limit('limit', DEFAULT_LIMIT),
      show: schemas.choice('show', ['context', 'sources']),
      part: schemas.position('part'),
      share: schemas.boolean('share'),
    }),
    options,
  );
  const asked = about === undefined ? [] : [about];
  const input =
    next === undefined
      ? { ...rest, before: asked }
      : { ...rest, question: next, before: [rest.question, ...asked] };
  checkOrder(input, locale);
  checkQuestion(input.question, locale);
  return input;
}

/** The filter that a person's input means: a year or a month as a date stands for all its days. */
export function toFilter({ source, language, from, to }: FilterInput): SearchFilter {
  return {
    ...(source !== undefined && { source }),
    ...(language !== undefined && { language }),
    ...(from !== undefined && { from: firstDayOf(from) }),
    ...(to !== undefined && { to: lastDayOf(to) }),
  };
}
