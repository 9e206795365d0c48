import { describe, expect, test } from 'vitest';
import { answerDatesLine } from '../../src/commands/index.ts';

function answer(input: object) {
  return answerDatesLine(JSON.stringify(input), 3);
}

describe('a line of dates', () => {
  test('gives the spans of its text, counted from its reference', () => {
    const input = { id: 'a', text: 'It shut on Monday for two years.', reference: '2024-05-15' };
    expect(answer({ ...input, lang: 'en' })).toEqual({
      json: {
        id: 'a',
        spans: [
          { start: 11, end: 17, value: '2024-05-13' },
          { start: 22, end: 31, value: 'P2Y' },
        ],
      },
      ok: true,
    });
  });

  test.each([[{}], [{ reference: null, lang: null }]])(
    'needs neither reference nor language: %j',
    (others) => {
      const json = { id: 1, spans: [{ start: 0, end: 9, value: '2023-09-03' }] };
      expect(answer({ id: 1, text: '2023年9月3日或周日', ...others })).toEqual({ json, ok: true });
    },
  );

  test.each([
    ['{', 'is not JSON'],
    ['[]', 'must be a JSON object such as'],
    ['{"text":"x"}', '“id” must be a string or a number'],
    ['{"id":1}', '“text” must be a string'],
    ['{"id":1,"text":"x","reference":"2024-02-30"}', '“reference” must be the day of publication'],
    ['{"id":1,"text":"x","lang":"de"}', '“lang” must be "en", "zh" or "mixed"'],
  ])('that cannot be used says what to mend: %s', (line, reason) => {
    const error: unknown = expect.stringContaining(`line 3: ${reason}`);
    expect(answerDatesLine(line, 3)).toEqual({ json: { id: null, error }, ok: false });
  });
});
