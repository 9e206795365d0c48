import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ComponentCall,
  CUSTOM_ID_UNITS,
  decodeCustomId,
  encodeCustomIds,
} from '../../src/bot/render/custom-id.ts';

const isWellFormed = (given: string) => !/\p{Surrogate}/u.test(given);

const GENERATION = '0123456789ab';

function callOf(
  options: ComponentCall['options'],
  fields: Partial<ComponentCall> = {},
): ComponentCall {
  return { generationId: GENERATION, command: 'timeline', options, target: 'here', ...fields };
}

const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(isWellFormed);
const hostile = fc.constantFrom(
  '~',
  '|',
  '/',
  '.',
  '~0',
  '|/~',
  ' ',
  '\n',
  '😀',
  '渡轮',
  '1',
  '\u0000',
);
const text = fc.oneof(
  value,
  fc.array(hostile, { minLength: 1, maxLength: 20 }).map((parts) => parts.join('')),
);
const call = fc
  .record({
    command: fc.constantFrom('timeline', 'ask'),
    own: fc.dictionary(fc.constantFrom('start', 'all'), fc.constantFrom('1', 'true', '4711')),
    subcommand: fc.constantFrom('apply', undefined),
    generationId: fc.constantFrom(GENERATION, 'ba9876543210'),
    target: fc.constantFrom<ComponentCall['target'][]>('here', 'privately', 'publicly', 'form'),
  })
  .map(({ own, subcommand, ...rest }) => ({
    ...rest,
    options: own,
    ...(subcommand !== undefined && { subcommand }),
  }));

describe('the ids of components', () => {
  test('are as long as they must be, and no id is like another', () => {
    const ids = encodeCustomIds([
      callOf({ start: '7', topic: 'ban' }),
      null,
      callOf({ topic: 'ban' }),
    ]);
    expect(ids).toEqual(['30:start|7|/@|0123456789ab timeline|topic|ban|.', '31/.', '32:/.']);
  });

  test('give back what every call does, whatever is asked for, within the limit', () => {
    const calls = fc.array(fc.option(call), { minLength: 1, maxLength: 5 });
    const common = fc.record({ topic: text, source: text }, { requiredKeys: [] });
    fc.assert(
      fc.property(calls, common, (given, shared) => {
        const all = given.map(
          (each) => each && { ...each, options: { ...shared, ...each.options } },
        );
        const ids = encodeCustomIds(all);
        if (ids === null) return;
        expect(new Set(ids).size).toBe(all.length);
        for (const [index, id] of ids.entries()) {
          expect(id.length).toBeLessThanOrEqual(CUSTOM_ID_UNITS);
          expect(isWellFormed(id)).toBe(true);
          expect(id.trim()).toBe(id);
          expect(decodeCustomId(id, ids)).toEqual(all[index]);
        }
      }),
    );
  });

  test('have room for a topic of 150 characters beside one other call', () => {
    for (const topic of ['a'.repeat(150), '题'.repeat(150)]) {
      const ids = encodeCustomIds([null, callOf({ all: 'true', topic })]);
      expect(decodeCustomId(ids?.[1] ?? '', ids ?? [])).toEqual(callOf({ all: 'true', topic }));
    }
  });

  test('are none where there is not room for everything, rather than less of it', () => {
    expect(encodeCustomIds([callOf({ topic: 'a'.repeat(100) })])).toBeNull();
    expect(encodeCustomIds([callOf({}, { command: 'a'.repeat(100) })])).toBeNull();
  });

  test('never split a character of two units between two ids', () => {
    const topic = '😀'.repeat(60);
    for (const start of ['1', '12']) {
      const ids = encodeCustomIds([callOf({ start, topic }), callOf({ topic }), null]);
      expect(ids?.every(isWellFormed)).toBe(true);
    }
  });

  test('have U+FFFD for half a surrogate pair, as it would arrive anyway', () => {
    const ids = encodeCustomIds([callOf({ topic: 'half \ud83d' })]) ?? [];
    expect(decodeCustomId(ids[0] ?? '', ids)?.options).toEqual({ topic: 'half \ufffd' });
  });
});

describe('an id that is none of ours', () => {
  test.each([
    '',
    'ask:more',
    '3',
    '30/.',
    '30/@|abc timeline|.',
    '20:@|abc timeline|/.',
    '30:@|abc timeline|start|/.',
    '30:@|abc timeline|start||/.',
    '30:@|abc|/.',
    '30:+|p|/.',
    '30:@| timeline|/.',
    '30:@|abc Time  line|/.',
    '30:@|abc time line up|/.',
    '30:@|abc timeline|+|everywhere|/.',
    '30:@|abc timeline|@|abc ask|/.',
    '30:@|abc timeline|a b|c|/.',
    '30:@|abc timeline|~3|x|/.',
    '30:@|abc timeline|/topic|ban.',
    '30:@|abc timeline|/~|.',
    '30:@|abc timeline|/topic|ban|',
  ])('is refused: %j', (id) => {
    expect(decodeCustomId(id, [id])).toBeNull();
  });

  test('is refused, whatever it is, without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.array(fc.string()),
        (id, ids) => {
          const decoded = decodeCustomId(id, [...ids, id]);
          expect(decoded === null || decoded.command !== '').toBe(true);
        },
      ),
    );
  });

  test('is refused when it is not in its message', () => {
    const ids = encodeCustomIds([callOf({ start: '1' }), callOf({ start: '2' })]) ?? [];
    expect(decodeCustomId(ids[1] ?? '', ids.slice(0, 1))).toBeNull();
  });

  test('of another kind beside ours does no harm to them', () => {
    const ids = encodeCustomIds([callOf({ topic: 'ban' })]) ?? [];
    expect(decodeCustomId(ids[0] ?? '', ['other', ...ids])).toEqual(callOf({ topic: 'ban' }));
  });
});
