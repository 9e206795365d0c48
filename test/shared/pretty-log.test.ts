import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderLogLine } from '../../src/shared/pretty-log.ts';

const TIME = Date.UTC(2024, 4, 3, 23, 30, 5, 42);

const line = (fields: object) =>
  `${JSON.stringify({ level: 30, time: TIME, pid: 7, ...fields })}\n`;

describe('a line of the log for people', () => {
  test('has time, level, message and fields', () => {
    const text = renderLogLine(line({ articles: 5, id: 'a', msg: 'the index is ready' }), false);
    expect(text).toBe('23:30:05.042Z INFO  the index is ready articles=5 id="a"\n');
  });

  test('has the stack of an error below, with what caused it', () => {
    const err = {
      type: 'Error',
      message: 'outer: inner',
      stack: 'Error: outer\n    at a\ncaused by: Error: inner\n    at b',
      status: 400,
    };
    expect(renderLogLine(line({ level: 50, err, msg: 'failed' }), false)).toBe(
      [
        '23:30:05.042Z ERROR failed status=400',
        '    Error: outer',
        '        at a',
        '    caused by: Error: inner',
        '        at b',
        '',
      ].join('\n'),
    );
  });

  test('keeps what stands in the place of an error', () => {
    expect(renderLogLine(line({ err: 'no error' }), false)).toContain('err="no error"');
  });

  test('has colours where they are wanted', () => {
    expect(renderLogLine(line({ level: 40, msg: 'careful' }), true)).toContain(
      '\u001b[33mWARN \u001b[39m',
    );
  });

  test('stays as it is when it is none of ours', () => {
    for (const text of ['not JSON\n', '{"level":"info"}\n', 'null\n']) {
      expect(renderLogLine(text, false)).toBe(text);
    }
  });

  test('cannot steer a terminal or pose as another line, whatever is in it', () => {
    const hostile = fc.string({ unit: 'binary' }).map((text) => `\u001b[2J\n\r\u009b\u202e${text}`);
    fc.assert(
      fc.property(hostile, hostile, (msg, value) => {
        const text = renderLogLine(line({ msg, [value]: value }), false);
        expect(text.split('\n')).toHaveLength(2);
        expect(text.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});
