import { formatCount, type Locale, messagesFor } from '../i18n/index.ts';
import { commandMessages } from './messages.ts';
import type { Page } from './paging.ts';
import type { Action, ActionCall } from './reply.ts';

/**
 * Previous, position, next.
 *
 * @param count how many items there are on all pages.
 * @param callAt what shows the page that begins at a place, 0-based.
 */
export function turnActions(
  { first, end, previous, next }: Page,
  count: number,
  callAt: (place: number) => ActionCall,
  locale: Locale,
): readonly Action[] {
  const { showPrevious, showNext, position } = messagesFor(commandMessages, locale);
  const number = (value: number) => formatCount(value, locale);
  const turn = (label: string, place: number | null): Action => ({
    label,
    call: place === null ? null : callAt(place),
  });
  return [
    turn(showPrevious, previous),
    { label: position(number(first + 1), number(end), number(count)), call: null },
    turn(showNext, next),
  ];
}

/** Whether a list has other pages than this one. */
export function hasOtherPages({ previous, next }: Page): boolean {
  return previous !== null || next !== null;
}
