import { z } from 'zod';
import type { ActionCall, ActionTarget } from '../commands/index.ts';
import { replaceLoneSurrogates } from './escape.ts';

/** UTF-16 units in the custom id of a control (Discord's reference: characters, which are no more). */
export const CUSTOM_ID_UNITS = 100;

/** What a control does when it is pressed, however long after. */
export interface Control extends ActionCall {
  /** The generation that its message was made of. */
  readonly generationId: string;
  readonly target: ActionTarget;
}

/** Another version means another encoding; ids of a version that is not known are refused. */
const VERSION = '2';

/**
 * Custom ids for the controls of one message, in order; nothing of them is kept here, so that they
 * work after a restart. Null when they have not enough room.
 *
 * An id is `2INDEX`, the fields of its own, `/`, a piece and `.`. Fields are the generation, the
 * command (after `+` where it answers privately, `!` publicly and `?` by a form; with a subcommand after a space),
 * and names and values of options, each ended by `|`; `~0`, `~1` and `~2` stand for `~`,
 * `|` and `/`. Options that all controls have in common, such as a long topic, are written once, and
 * the ids carry the pieces of that in order. A control that does nothing has no fields of its own.
 * The full stop keeps white space off the end, where it might get lost. Half a surrogate pair
 * becomes U+FFFD, as it does on its way to Discord.
 *
 * @param controls at most ten.
 */
export function encodeControlIds(controls: readonly (Control | null)[]): readonly string[] | null {
  const common = commonOptions(controls.filter((control) => control !== null));
  const ids: string[] = [];
  let rest = writeFields(common.flat());
  for (const [index, control] of controls.entries()) {
    const start = `${VERSION}${index}${control ? ownFields(control, common) : ''}/`;
    const piece = pieceOf(rest, CUSTOM_ID_UNITS - start.length - 1);
    if (piece === null) return null;
    rest = rest.slice(piece.length);
    ids.push(`${start}${piece}.`);
  }
  return rest === '' ? ids : null;
}

const ID = new RegExp(`^${VERSION}\\d(?<own>[^/]*)/(?<piece>[^]*)\\.$`, 'u');

const MARKS = { here: '', privately: '+', publicly: '!', form: '?' } as const satisfies Readonly<
  Record<ActionTarget, string>
>;

const COMMAND =
  /^(?<mark>[+!?]?)(?<command>[\p{L}\d_-]{1,32})(?: (?<subcommand>[\p{L}\d_-]{1,32}))?$/u;

const CONTROL = z.object({
  generationId: z.string().min(1),
  options: z.record(z.string().regex(/^[\p{L}\d_-]{1,32}$/u), z.string().min(1)),
});

/**
 * What a control does, or null when it is not one that {@link encodeControlIds} has made.
 *
 * @param ids of all controls of its message, in order.
 */
export function decodeControlId(pressed: string, ids: readonly string[]): Control | null {
  const parsed = ids.map((id) => ID.exec(id)?.groups);
  const own = readFields(ID.exec(pressed)?.groups?.['own'] ?? '');
  const common = readFields(parsed.map((groups) => groups?.['piece'] ?? '').join(''));
  if (!own || !common || !ids.includes(pressed)) return null;
  const [generationId, written = '', ...options] = own;
  const named = COMMAND.exec(written)?.groups;
  const { data } = CONTROL.safeParse({ generationId, options: pairsOf([...options, ...common]) });
  if (!named || !data) return null;
  const { command = '', subcommand, mark } = named;
  return {
    ...data,
    command,
    ...(subcommand !== undefined && { subcommand }),
    target: targetOf(mark),
  };
}

function targetOf(mark: string | undefined): ActionTarget {
  switch (mark) {
    case MARKS.privately:
      return 'privately';
    case MARKS.publicly:
      return 'publicly';
    case MARKS.form:
      return 'form';
    default:
      return 'here';
  }
}

type OptionPair = readonly [name: string, value: string];

function commonOptions([first, ...others]: readonly Control[]): readonly OptionPair[] {
  return Object.entries(first?.options ?? {}).filter(([name, value]) =>
    others.every(({ options }) => options[name] === value),
  );
}

function ownFields(
  { generationId, command, subcommand, options, target }: Control,
  common: readonly OptionPair[],
): string {
  const path = subcommand === undefined ? command : `${command} ${subcommand}`;
  const own = Object.entries(options).filter(([name]) => common.every(([each]) => each !== name));
  return writeFields([generationId, `${MARKS[target]}${path}`, ...own.flat()]);
}

/** As much of a text as has room, whole code points; null where not even nothing has. */
function pieceOf(text: string, room: number): string | null {
  if (room < 0) return null;
  return text.slice(0, room).replace(/[\ud800-\udbff]$/u, '');
}

const ESCAPES: Readonly<Record<string, string>> = { '~': '~0', '|': '~1', '/': '~2' };
const ESCAPED: Readonly<Record<string, string>> = { '~0': '~', '~1': '|', '~2': '/' };

function writeFields(fields: readonly string[]): string {
  return fields
    .map((field) => replaceLoneSurrogates(field).replace(/[~|/]/gu, (each) => ESCAPES[each] ?? ''))
    .map((field) => `${field}|`)
    .join('');
}

/** Null for what {@link writeFields} does not write. */
function readFields(text: string): string[] | null {
  if (!/^(?:[^~|/]|~[012]|\|)*$/u.test(text) || (text !== '' && !text.endsWith('|'))) return null;
  return text
    .split('|')
    .slice(0, -1)
    .map((field) => field.replace(/~[012]/gu, (each) => ESCAPED[each] ?? ''));
}

/** Names and values as an object; something that is refused where a value is missing. */
function pairsOf(fields: readonly string[]): unknown {
  if (fields.length % 2 !== 0) return null;
  return Object.fromEntries(
    fields.flatMap((name, index) => (index % 2 === 0 ? [[name, fields[index + 1]]] : [])),
  );
}
