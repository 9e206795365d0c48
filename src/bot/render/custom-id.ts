import { z } from 'zod';
import type { ActionCall, ActionTarget } from '../../commands/index.ts';
import { replaceLoneSurrogates } from './markdown.ts';

/** UTF-16 units in the custom id of a component (Discord's reference: characters, which are no more). */
export const CUSTOM_ID_UNITS = 100;

/** What a message component (a button or a menu) does when it is used, however long after. */
export interface ComponentCall extends ActionCall {
  /** The generation that its message was made of. */
  readonly generationId: string;
  readonly target: ActionTarget;
  /** The option that takes what is chosen; of a menu only. */
  readonly chosen?: string;
}

/** Another version means another encoding; ids of a version that is not known are refused. */
const VERSION = '3';

/** The names of fields that are no options: no option can be called so. */
const CALLED = '@';
const TARGET = '+';
const CHOSEN = '*';

/** A component that says no target replaces its message. */
const TARGET_LETTERS = { privately: 'p', publicly: 'e', form: 'f' } as const satisfies Readonly<
  Record<Exclude<ActionTarget, 'here'>, string>
>;
const TARGETS = { p: 'privately', e: 'publicly', f: 'form' } as const;

/**
 * Custom ids for the components of one message, in order; nothing of them is kept here, so that they
 * work after a restart. Null when they have not enough room.
 *
 * An id is `3INDEX`, `:` and the fields of its own, `/`, a piece and `.`. Fields are names and values,
 * each ended by `|`; `~0`, `~1` and `~2` stand for `~`, `|` and `/`. They are what is called (`@`: the
 * generation, the command and its subcommand, with spaces between them), where it answers (`+`: `p`
 * for the person alone, `e` for everyone, `f` by a form), the option that a menu gives (`*`) and options. Fields that all components have in
 * common, such as a long topic, are written once, and the ids carry the pieces of that in order. A
 * component that does nothing has neither colon nor fields. The full stop keeps white space off the end,
 * where it might get lost. Half a surrogate pair becomes U+FFFD, as it does on its way to Discord.
 *
 * @param calls at most ten.
 */
export function encodeCustomIds(
  calls: readonly (ComponentCall | null)[],
): readonly string[] | null {
  const fields = calls.map((call) => call && fieldsOf(call));
  const common = commonFields(fields.filter((each) => each !== null));
  const ids: string[] = [];
  let rest = writeFields([...common].flat());
  for (const [index, each] of fields.entries()) {
    const own = each && [...each].filter(([name]) => !common.has(name)).flat();
    const start = `${VERSION}${index}${own ? `:${writeFields(own)}` : ''}/`;
    const piece = pieceOf(rest, CUSTOM_ID_UNITS - start.length - 1);
    if (piece === null) return null;
    rest = rest.slice(piece.length);
    ids.push(`${start}${piece}.`);
  }
  return rest === '' ? ids : null;
}

const ID = new RegExp(`^${VERSION}\\d(?::(?<own>[^/]*))?/(?<piece>[^]*)\\.$`, 'u');

const CALL =
  /^(?<generationId>[^ ]+) (?<command>[\p{L}\d_-]{1,32})(?: (?<subcommand>[\p{L}\d_-]{1,32}))?$/u;

const OPTION_NAME = z.string().regex(/^[\p{L}\d_-]{1,32}$/u);

const FIELDS = z.object({
  [CALLED]: z.string().regex(CALL),
  [TARGET]: z.enum(TARGET_LETTERS).optional(),
  [CHOSEN]: OPTION_NAME.optional(),
});

const OPTIONS = z.record(OPTION_NAME, z.string().min(1));

/**
 * What a component does, or null when it is not one that {@link encodeCustomIds} has made.
 *
 * @param ids of all components of its message, in order.
 */
export function decodeCustomId(pressed: string, ids: readonly string[]): ComponentCall | null {
  const parsed = ids.map((id) => ID.exec(id)?.groups);
  const written = ID.exec(pressed)?.groups?.['own'];
  const own = written === undefined ? null : readFields(written);
  const common = readFields(parsed.map((groups) => groups?.['piece'] ?? '').join(''));
  if (!own || !common || !ids.includes(pressed)) return null;
  return toCall(pairsOf([...own, ...common]));
}

type Fields = ReadonlyMap<string, string>;

function fieldsOf(call: ComponentCall): Fields {
  const { generationId, command, subcommand, options, target, chosen } = call;
  return new Map([
    [CALLED, [generationId, command, ...(subcommand === undefined ? [] : [subcommand])].join(' ')],
    ...(target === 'here' ? [] : [[TARGET, TARGET_LETTERS[target]] as const]),
    ...(chosen === undefined ? [] : [[CHOSEN, chosen] as const]),
    ...Object.entries(options),
  ]);
}

function toCall(fields: Fields | null): ComponentCall | null {
  if (fields === null) return null;
  const named = new Set([CALLED, TARGET, CHOSEN]);
  const known = FIELDS.safeParse(Object.fromEntries(fields));
  const options = OPTIONS.safeParse(
    Object.fromEntries([...fields].filter(([name]) => !named.has(name))),
  );
  if (!known.success || !options.success) return null;
  const { [TARGET]: letter, [CHOSEN]: chosen } = known.data;
  const {
    generationId = '',
    command = '',
    subcommand,
  } = CALL.exec(known.data[CALLED])?.groups ?? {};
  return {
    generationId,
    command,
    ...(subcommand !== undefined && { subcommand }),
    options: options.data,
    target: letter === undefined ? 'here' : TARGETS[letter],
    ...(chosen !== undefined && { chosen }),
  };
}

function commonFields([first, ...others]: readonly Fields[]): Fields {
  const all = [...(first ?? [])];
  return new Map(
    all.filter(([name, value]) => others.every((fields) => fields.get(name) === value)),
  );
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

/** Names and values; null where a value is missing or a name comes twice. */
function pairsOf(fields: readonly string[]): Fields | null {
  const pairs = fields.flatMap((name, index) =>
    index % 2 === 0 ? [[name, fields[index + 1] ?? ''] as const] : [],
  );
  const map = new Map(pairs);
  return fields.length % 2 === 0 && map.size === pairs.length ? map : null;
}
