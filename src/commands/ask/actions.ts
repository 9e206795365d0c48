import { commandMessages } from '../messages.ts';
import { hasOtherPages, type Page, turnActions } from '../paging.ts';
import type { Action, ActionCall } from '../reply.ts';
import { type AskParts, quotesOnPage } from './found-quotes.ts';
import { DEFAULT_LIMIT } from './input.ts';
import { askMessages } from './messages.ts';

/** Options beside the question and its filters, as they are typed. */
type Options = ActionCall['options'];

/** What can be done with a page of quotes. */
export function answerActions(page: Page, parts: AskParts): Action[] {
  const { input, found, call } = parts;
  const messages = askMessages[call.locale];
  const { showPrevious } = commandMessages[call.locale];
  const shown = quotesOnPage(page, found);
  if (shown.length === 0) return [];
  const isStale = call.isStale === true && page.first > 0;
  const isOnly = !hasOtherPages(page);
  const turn = (label: string, index: number | null): Action => ({
    ...actionOf(
      label,
      index === null ? null : { ...limitOf(input.limit), ...startOf(index) },
      parts,
    ),
    // Its id is room for a long question.
    ...(isOnly && { isSpare: true }),
  });
  // The quotes shown and no others, although their contexts may have room for more.
  const these = {
    ...limitOf(page.next === null ? input.limit : shown.length),
    ...startOf(page.first),
  };
  const privately = (label: string, show: 'context' | 'sources'): Action => ({
    ...actionOf(label, { ...these, show }, parts),
    target: 'privately',
  });
  return [
    // They stay where they are, also on the first page and the last: nobody hits another by mistake.
    // The page before was one of other articles' quotes.
    isStale ? askAgain(parts) : turn(showPrevious, page.previous),
    turn(messages.showMore, page.next),
    privately(messages.showInContext, 'context'),
    ...(shown.some(({ duplicates }) => duplicates.length > 0)
      ? [privately(messages.compareSources, 'sources')]
      : []),
    ...(call.isPrivate === true
      ? [
          {
            ...actionOf(messages.share, { ...these, share: 'true' }, parts),
            target: 'publicly' as const,
          },
        ]
      : []),
    { ...actionOf(messages.askNext, {}, parts), target: 'form' },
  ];
}

/** What can be done with a page of what was made of the quotes: turn it, and ask again after a change. */
export function viewActions(
  page: Page,
  count: number,
  optionsAt: (index: number) => Options,
  parts: AskParts,
): Action[] {
  const { call } = parts;
  const isStale = call.isStale === true;
  if (!hasOtherPages(page) && !isStale) return [];
  return [
    ...(count === 0
      ? []
      : turnActions(page, count, (index) => callOf(optionsAt(index), parts), call.locale)),
    ...(isStale ? [askAgain(parts)] : []),
  ];
}

/** The question as it was asked first, from its first quote on. */
export function askAgain(parts: AskParts): Action {
  const { input, call } = parts;
  return actionOf(askMessages[call.locale].askAgain, limitOf(input.limit), parts);
}

/** How the index of a quote is typed: left out where it is the first. */
export function startOf(index: number): Options {
  return index === 0 ? {} : { start: String(index + 1) };
}

/** How the number of quotes is typed: left out where nothing else would be taken. */
export function limitOf(limit: number): Options {
  return limit === DEFAULT_LIMIT ? {} : { limit: String(limit) };
}

/** Nothing can be done where there are no options. */
function actionOf(label: string, options: Options | null, parts: AskParts): Action {
  return { label, call: options === null ? null : callOf(options, parts) };
}

/** The same question with the same filters, and with what it was taken to be about. */
function callOf(options: Options, { input, found }: AskParts): ActionCall {
  const { question, source, language, from, to } = input;
  const about = found.answer.subject ?? undefined;
  const filters = Object.entries({ about, source, language, from, to }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { command: 'ask', options: { ...options, ...Object.fromEntries(filters), question } };
}
