import picocolors from 'picocolors';
import { z } from 'zod';

const LINE = z.looseObject({
  level: z.number(),
  time: z.number(),
  msg: z.string().default(''),
});

const ERROR = z.looseObject({ err: z.looseObject({ stack: z.string() }) });

/** Pino's levels, gravest first. */
const LEVELS = [
  { from: 60, name: 'FATAL', colour: 'red' },
  { from: 50, name: 'ERROR', colour: 'red' },
  { from: 40, name: 'WARN', colour: 'yellow' },
  { from: 30, name: 'INFO', colour: 'green' },
  { from: 20, name: 'DEBUG', colour: 'blue' },
  { from: 0, name: 'TRACE', colour: 'gray' },
] as const;

/** The same in every line of one process. */
const ALWAYS_THE_SAME: ReadonlySet<string> = new Set(['pid', 'hostname']);

/** What could steer a terminal, or look like another line. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * A line of the log, as pino writes it, for people: time (UTC), level, message, fields, and the
 * stack of an error below. Nothing in it can steer a terminal. What is no such line stays as it is.
 */
export function renderLogLine(json: string, isColoured: boolean): string {
  const parsed = LINE.safeParse(parseOrNull(json));
  if (!parsed.success) return json;
  const colours = picocolors.createColors(isColoured);
  const { level, time, msg, ...others } = parsed.data;
  const { fields, stack } = takeStack(others);
  const { name, colour } = LEVELS.find(({ from }) => level >= from) ?? LEVELS[0];
  const shown = Object.entries(fields)
    .filter(([key]) => !ALWAYS_THE_SAME.has(key))
    .map(([key, value]) => colours.dim(visible(`${key}=${JSON.stringify(value)}`)));
  const clock = new Date(time).toISOString().slice(11);
  const head = [colours.dim(clock), colours[colour](name.padEnd(5)), visible(msg), ...shown];
  const below = stack.split('\n').filter(Boolean);
  return [head.join(' '), ...below.map((line) => `    ${visible(line)}`), ''].join('\n');
}

/** An error's stack holds its type and message; what else it has stands with the other fields. */
function takeStack(fields: Readonly<Record<string, unknown>>) {
  const withError = ERROR.safeParse(fields);
  if (!withError.success) return { fields, stack: '' };
  const { err, ...others } = withError.data;
  const { stack, type: _type, message: _message, ...details } = err;
  return { fields: { ...others, ...details }, stack };
}

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function visible(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
