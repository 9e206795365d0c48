import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerBatchLine } from '../../src/commands/index.ts';
import type { Library } from '../../src/library/index.ts';
import { fakeLibrary, quoteOf, storyArticle } from '../support/fake-library.ts';
import { batchErrorShape, batchShape, printed } from '../support/json-shapes.ts';

const article = storyArticle('opening', 'The harbour bridge opened again on Thursday.');
const quote = quoteOf(article, 'The harbour bridge');

function fake() {
  return fakeLibrary([article], {
    verdict: 'answered',
    confidence: 1,
    quotes: [{ quote, language: 'en', score: 1, duplicates: [] }],
    quoteCount: 1,
  });
}

async function answer(line: string, library: Library = fake().library) {
  const { json, ok } = await answerBatchLine(line, 3, library);
  expect(ok).toBe(true);
  return batchShape.parse(printed(json));
}

async function errorOf(line: string): Promise<string> {
  const { json, ok } = await answerBatchLine(line, 3, fake().library);
  expect(ok).toBe(false);
  return batchErrorShape.parse(json).error;
}

describe('a line', () => {
  test('may begin with a byte-order mark', async () => {
    const result = await answerBatchLine('\uFEFF{"id":1,"question":"Who?"}', 1, fake().library);
    expect(result.ok).toBe(true);
  });

  test('is answered in the shape of the design, the words of quotes included', async () => {
    expect(await answer('{"id":1,"question":"What opened?"}')).toEqual({
      id: 1,
      verdict: 'answered',
      abstained: false,
      confidence: 1,
      quotes: [
        {
          article: 'opening',
          file: 'opening.md',
          start: 0,
          end: 18,
          text: 'The harbour bridge',
          score: 1,
          title: 'The story of opening',
          publisher: 'The Harbour Gazette',
          published: '2024-05-03',
          url: null,
          language: 'en',
          echoes: [],
        },
      ],
      nearest: [],
    });
  });

  test.each(['"a-1"', '""', '0', '-1.5', '"七"'])('keeps its id %s', async (id) => {
    expect((await answer(`{"id":${id},"question":"What?"}`)).id).toBe(JSON.parse(id));
  });

  test('has its id first, so that the lines of the output can be told apart at a glance', async () => {
    const { json } = await answerBatchLine('{"question":"What?","id":7}', 3, fake().library);
    expect(JSON.stringify(json)).toMatch(/^\{"id":7,/u);
  });

  test('asks for five quotes and no filter when it does not say', async () => {
    const { library, asked } = fake();
    await answer('{"id":1,"question":" What opened? "}', library);
    await answer(
      '{"id":1,"question":"What opened?","limit":null,"source":null,"from":""}',
      library,
    );
    const request = { question: 'What opened?', limit: 5, filter: {} };
    expect(asked).toEqual([request, request]);
  });

  test('can say how many quotes, and what they must fit', async () => {
    const { library, asked } = fake();
    const line = {
      id: 1,
      question: 'What?',
      limit: 2,
      language: 'zh',
      source: 'gazette',
      from: '2024-05',
      to: 2024,
    };
    await answer(JSON.stringify(line), library);
    expect(asked[0]?.limit).toBe(2);
    expect(asked[0]?.filter).toEqual({
      language: 'zh',
      source: 'gazette',
      from: '2024-05-01',
      to: '2024-12-31',
    });
  });

  test('may have half a surrogate pair in its question', async () => {
    const { library, asked } = fake();
    await answer('{"id":1,"question":"bridge \\ud83d?"}', library);
    expect(asked[0]?.question).toBe('bridge \ud83d?');
  });

  test('is answered from the generation of its beginning', async () => {
    const { library } = fake();
    const empty = fakeLibrary([]).library.current();
    let generation = library.current();
    const answering = answer('{"id":1,"question":"What?"}', {
      ...library,
      current: () => generation,
    });
    generation = empty;
    expect((await answering).quotes).toHaveLength(1);
  });
});

describe('a line that cannot be used', () => {
  const object = 'line 3: must be a JSON object such as {"id":1,"question":"…"}';

  test.each([
    ['[]', object],
    ['null', object],
    ['"What opened?"', object],
    ['7', object],
    ['{"id":1}', 'line 3: “question” is required.'],
    ['{"id":1,"question":" \\n"}', 'line 3: “question” is required.'],
    ['{"id":1,"question":7}', 'line 3: “question” must be text, not 7.'],
    ['{"question":"What?"}', 'line 3: “id” must be a string or a number.'],
    ['{"id":null,"question":"What?"}', 'line 3: “id” must be a string or a number.'],
    ['{"id":1e999,"question":"What?"}', 'line 3: “id” must be a string or a number.'],
    [
      '{"id":1,"question":"What?","limit":0}',
      'line 3: “limit” must be a whole number from 1 to 50, not “0”.',
    ],
    [
      '{"id":1,"question":"What?","from":"soon"}',
      'line 3: “soon” is not a date. Use YYYY-MM-DD, such as 2020-09-14.',
    ],
    [
      '{"id":1,"question":"What?","language":{"toString":1}}',
      'line 3: “language” must be one of en, zh, not “{ toString: 1 }”.',
    ],
    [
      '{"id":1,"question":"What?","from":"2021","to":"2020"}',
      'line 3: “from” must not be later than “to”.',
    ],
    [
      '{"id":1,"question":"-toll"}',
      'line 3: Your question only says what to leave out. Add what to look for, such as: merger -airline',
    ],
  ])('%s gets the reason', async (line, error) => {
    expect(await errorOf(line)).toBe(error);
  });

  test('gets all its reasons on one line', async () => {
    expect(await errorOf('{"id":[],"question":"","limit":"many"}')).toBe(
      'line 3: “id” must be a string or a number. “question” is required. “limit” must be a whole number from 1 to 50, not “many”.',
    );
  });

  test.each(['{', 'What opened?', '{"id":1,"question":"What?"} {}', "{'id':1}", '\u0000'])(
    '%j is told not to be JSON',
    async (line) => {
      expect(await errorOf(line)).toMatch(/^line 3: is not JSON: ./u);
    },
  );

  test('has nothing to do with an error of ours, which is thrown as it is', async () => {
    const { library } = fake();
    const broken = new Error('the index is broken');
    const ask = () => Promise.reject(broken);
    const generation = {
      ...library.current(),
      collection: { ...library.current().collection, ask },
    };
    const current = () => generation;
    const answering = answerBatchLine('{"id":1,"question":"?"}', 3, { ...library, current });
    await expect(answering).rejects.toBe(broken);
  });
});

test('whatever stands on a line, it is answered on one line of JSON', async () => {
  const { library } = fake();
  const field = fc.oneof(fc.jsonValue(), fc.constantFrom('en', '2024', 5, 'What?'));
  const object = fc.record(
    { id: field, question: field, limit: field, language: field, from: field, to: field },
    { requiredKeys: [] },
  );
  const line = fc.oneof(
    object.map((value) => JSON.stringify(value)),
    fc.json(),
    fc.string({ unit: 'binary' }),
  );
  await fc.assert(
    fc.asyncProperty(line, fc.integer({ min: 1 }), async (text, number) => {
      const { json, ok } = await answerBatchLine(text, number, library);
      expect(JSON.stringify(json)).not.toContain('\n');
      const shape = ok ? batchShape : batchErrorShape;
      const answered = shape.parse(printed(json));
      const error = 'error' in answered ? answered.error : `line ${number}: none`;
      expect(error).toMatch(new RegExp(`^line ${number}: .`, 'u'));
    }),
    { numRuns: 500 },
  );
});
