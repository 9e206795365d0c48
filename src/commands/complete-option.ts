import { formatDate, type Locale } from '../i18n/index.ts';
import { matchesSource, type SuggestionIndex, type SuggestionKind } from '../retrieval/index.ts';
import { boundaryBefore } from '../shared/graphemes.ts';
import type { Completes } from './command.ts';
import { firstDayOf, lastDayOf } from './options.ts';

/** An option while somebody types into it. */
export interface CompletionCall {
  readonly completes: Completes;
  /** What stands in the option so far. */
  readonly typed: string;
  /** The other options, as they are typed so far. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
}

/** A value that is offered, and how it is shown. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What a front end can show. */
export interface ChoiceLimits {
  readonly count: number;
  /** UTF-16 units of a name and of a value. */
  readonly units: number;
}

/**
 * What the articles have to offer for what is being typed, best first. Free text comes first as it
 * is, since a client may take the first choice for what was meant. Names and values are each once,
 * within the limits, on one line, and hold nothing invisible. What does not fit is not offered, or
 * offered by its beginning where that means the same.
 */
export function completeOption(
  call: CompletionCall,
  index: SuggestionIndex,
  limits: ChoiceLimits,
): readonly Choice[] {
  const names = new Set<string>();
  const values = new Set<string>();
  const choices: Choice[] = [];
  for (const choice of choicesFor(call, index, limits)) {
    if (choices.length === limits.count) break;
    if (names.has(choice.name) || values.has(choice.value)) continue;
    if (!isShowable(choice.name, limits) || !isShowable(choice.value, limits)) continue;
    names.add(choice.name);
    values.add(choice.value);
    choices.push(choice);
  }
  // What was typed is sent without being chosen.
  const [only] = choices;
  return choices.length === 1 && only?.value === call.typed.trim() ? [] : choices;
}

function choicesFor(
  call: CompletionCall,
  index: SuggestionIndex,
  limits: ChoiceLimits,
): readonly Choice[] {
  const { completes, typed } = call;
  switch (completes) {
    case 'question':
      return withTyped(typed, [
        ...endings(['name', 'phrase', 'word'], typed, index, Math.ceil(limits.count / 2)),
        ...whole(['headline'], typed, index, limits),
      ]);
    case 'topic':
      return withTyped(typed, [
        ...whole(['name', 'phrase'], typed, index, limits),
        ...endings(['name', 'phrase', 'word'], typed, index, limits.count),
      ]);
    case 'source':
      return sources(['publisher', 'headline'], typed, index, limits);
    case 'article':
      return sources(['headline'], typed, index, limits);
    case 'from':
    case 'to':
      return dates(call, index, limits).map((value) => ({
        name: `${value} · ${formatDate(value, call.locale)}`,
        value,
      }));
  }
}

function withTyped(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const value = typed.trim();
  return value === '' ? choices : [{ name: value, value }, ...choices];
}

function whole(
  kinds: readonly SuggestionKind[],
  typed: string,
  index: SuggestionIndex,
  { count }: ChoiceLimits,
): readonly Choice[] {
  // More than are shown, since some may be too long.
  return index.search({ typed, kinds, limit: 2 * count }).map(({ text }) => asChoice(text));
}

function endings(
  kinds: readonly SuggestionKind[],
  typed: string,
  index: SuggestionIndex,
  limit: number,
): readonly Choice[] {
  return index
    .endings({ typed, kinds, limit })
    .map(({ start, text }) => asChoice(typed.slice(0, start).trimStart() + text));
}

function asChoice(text: string): Choice {
  return { name: text, value: text };
}

/** Publishers or headlines, which are found by their beginnings as well. */
function sources(
  kinds: readonly SuggestionKind[],
  typed: string,
  index: SuggestionIndex,
  limits: ChoiceLimits,
): readonly Choice[] {
  return whole(kinds, typed, index, limits).flatMap(({ value }) => shortenedSource(value, limits));
}

function shortenedSource(text: string, { units }: ChoiceLimits): readonly Choice[] {
  if (text.length <= units) return [asChoice(text)];
  const value = text.slice(0, boundaryBefore(text, units - 1)).trimEnd();
  const isFound = matchesSource({ publisher: '', title: text, id: '', file: '' }, value);
  return isFound ? [{ name: `${value}…`, value }] : [];
}

/** The days that articles are of, and their months and years; the latest where nothing is typed. */
function dates(
  { completes, typed, options }: CompletionCall,
  index: SuggestionIndex,
  { count }: ChoiceLimits,
): readonly string[] {
  const written = readDate(typed);
  const other = options[completes === 'from' ? 'to' : 'from'];
  const bound = typeof other === 'string' ? readDate(other) : '';
  const isInOrder = (date: string) =>
    bound === '' ||
    (completes === 'from' ? firstDayOf(date) <= lastDayOf(bound) : lastDayOf(date) >= bound);
  const days = index
    .search({ typed: written, kinds: ['day'], limit: Number.POSITIVE_INFINITY })
    .map(({ text }) => text)
    .filter((day) => day.startsWith(written) && isInOrder(day));
  if (written === '') return days.slice(0, count);
  const months = days.map((day) => day.slice(0, 7));
  const years = days.map((day) => day.slice(0, 4));
  const longer = [...new Set([...years, ...months, ...days])];
  return longer.filter((date) => date.startsWith(written) && isInOrder(date)).slice(0, count);
}

/** A date or the beginning of one as it is compared: `2020年9月`, `2020/9/` and `2020-9-` are `2020-09-`. */
function readDate(typed: string): string {
  return typed
    .normalize('NFKC')
    .trim()
    .slice(0, 20)
    .replaceAll(/[年月日号號/.]/gu, '-')
    .replace(/^(\d{4}-(?:\d\d-)?)(\d)-/u, '$10$2-')
    .replace(/^(\d{4}-\d\d-)(\d)-/u, '$10$2-')
    .replace(/^(\d{4}(?:-\d\d){0,2})-$/u, '$1');
}

/** What cannot be seen, or is no text. The joiners belong to some scripts and to emoji. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

function isShowable(text: string, { units }: ChoiceLimits): boolean {
  return text.length <= units && text === text.trim() && VISIBLE.test(text) && !UNSAFE.test(text);
}
