import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CellResult, Measurement, Outcome } from '../../bench/cell.ts';
import { ENGINE_NAMES, type EngineName } from '../../bench/engines/index.ts';
import { startEventLoopProbe } from '../../bench/event-loop-probe.ts';
import { renderMarkdownTable } from '../../bench/markdown-table.ts';
import { measureCell } from '../../bench/measure-cell.ts';
import { parseOptions } from '../../bench/options.ts';
import { percentile } from '../../bench/percentile.ts';
import { ratiosOf } from '../../bench/ratios.ts';
import { renderJson, renderReport } from '../../bench/render-report.ts';
import { generateTexts } from '../../bench/texts/generate-texts.ts';
import { LANGUAGES } from '../../bench/texts/language.ts';
import { splitPassages } from '../../src/retrieval/passages/split-passages.ts';

const MACHINE = { node: 'v20', platform: 'linux x64', cpuCount: 2, cpuModel: 'a CPU', load: 0.5 };

const MEASUREMENT: Measurement = {
  buildSeconds: 2,
  longestPauseMs: 12.3,
  heapMb: 40,
  heapAfterQuestionsMb: 60,
  p50Ms: 1,
  p99Ms: 8,
  foundShare: 0.955,
};

function resultOf(engine: EngineName, outcome: Outcome<Measurement>): CellResult {
  return {
    cell: { engine, language: 'en', passageCount: 1000, questionCount: 200 },
    outcome,
  };
}

function measured(engine: EngineName, figures: Partial<Measurement> = {}): CellResult {
  return resultOf(engine, { status: 'measured', measurement: { ...MEASUREMENT, ...figures } });
}

describe.each(LANGUAGES)('texts in %s', (language) => {
  const request = { language, passageCount: 43, questionCount: 20 };
  const texts = generateTexts(request);

  test('are the same in every run', () => {
    expect(generateTexts(request)).toEqual(texts);
  });

  test('have as many passages as were wanted, of the length of a news paragraph', () => {
    const passages = [...texts.articles.values()].flatMap((each) => splitPassages(each).passages);
    const [shortest, longest] = language === 'en' ? [500, 800] : [200, 400];
    expect(passages).toHaveLength(43);
    expect(passages.every((each) => each.language === language)).toBe(true);
    for (const { start, end } of passages) {
      // The last sentence may begin just below the shortest length.
      expect(end - start).toBeGreaterThanOrEqual(shortest - 1);
      expect(end - start).toBeLessThanOrEqual(longest + 200);
    }
  });

  test('come with questions about passages that there are', () => {
    expect(texts.questions).toHaveLength(20);
    for (const { text, passage } of [...texts.warmUp, ...texts.questions]) {
      expect(text).toMatch(/[?？]$/u);
      expect(passage).toBeLessThan(43);
    }
  });

  // "minisearch" as it comes cuts Chinese at punctuation only: it is not expected to find any.
  const finders = ENGINE_NAMES.filter((name) => language === 'en' || name !== 'minisearch');
  test.each(finders)('are found by %s', async (engine) => {
    const cell = { engine, ...request };
    const { foundShare } = await measureCell(cell, () => undefined);
    expect(foundShare).toBeGreaterThan(0.5);
  });
});

describe('figures', () => {
  test('a percentile is one of the values, by nearest rank', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentile(values, 0.5)).toBe(100);
    expect(percentile(values, 0.99)).toBe(198);
    expect(percentile([7], 0.99)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });

  test('ratios are those to the peer on the same texts', () => {
    const own = measured('verbatim', { buildSeconds: 3, heapMb: 10, p50Ms: 4, p99Ms: 8 });
    const peer = measured('minisearch-tuned');
    const elsewhere: CellResult = { ...peer, cell: { ...peer.cell, language: 'zh' } };
    const expected = { buildSeconds: 1.5, heapMb: 0.25, p50Ms: 4, p99Ms: 1 };
    expect(ratiosOf(own, [own, elsewhere, peer])).toEqual(expected);
    expect(ratiosOf(own, [own, elsewhere])).toBeNull();
  });

  test('there is no ratio to nothing', () => {
    const own = measured('verbatim');
    const stopped = resultOf('minisearch-tuned', { status: 'timed-out', limitSeconds: 180 });
    expect(ratiosOf(own, [own, stopped])).toBeNull();
    expect(ratiosOf(own, [measured('minisearch-tuned', { p50Ms: 0 })])?.p50Ms).toBeNull();
  });

  test('the probe sees that the event loop was held', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
    onTestFinished(() => clock.mockRestore());
    const probe = startEventLoopProbe();
    await new Promise((resolve) => setImmediate(resolve));
    clock.mockReturnValue(1020);
    expect(probe.stop()).toBe(20);
  });
});

describe('the report', () => {
  const results = [
    measured('verbatim', { buildSeconds: 5, heapMb: 96, p50Ms: 0.5, p99Ms: 0.2 }),
    resultOf('verbatim-index', { status: 'timed-out', limitSeconds: 180 }),
    measured('minisearch-tuned'),
    resultOf('wink', { status: 'failed', reason: 'Error: out of order' }),
  ];

  test('has aligned tables with ratios, and says what was stopped or failed', () => {
    const report = renderReport({ machine: MACHINE, results });
    expect(report.split('\n\n').slice(2).join('\n\n')).toBe(
      `
**English, 1,000 passages, 200 questions**

| engine                  |    build s |   heap MB |       p50 ms |       p99 ms | found in top 10 | heap, asked MB | longest pause ms |
| ----------------------- | ---------: | --------: | -----------: | -----------: | --------------: | -------------: | ---------------: |
| Verbatim                | 5.0 (2.5×) | 96 (2.4×) | 0.50 (0.50×) | 0.20 (0.03×) |            96 % |             60 |               12 |
| Verbatim's engine alone |    > 180 s |         - |            - |            - |               - |              - |                - |
| MiniSearch, tuned       | 2.0 (1.0×) | 40 (1.0×) |   1.0 (1.0×) |   8.0 (1.0×) |            96 % |             60 |                - |
| wink-bm25-text-search   |     failed |         - |            - |            - |               - |              - |                - |

wink-bm25-text-search failed: Error: out of order
`.trim(),
    );
    expect(report).toMatch(/^Node v20, linux x64, 2 × a CPU, load 0\.5 at the start\.\n/u);
  });

  test('has a table for every language and size', () => {
    const chinese = results.map(
      (each): CellResult => ({
        ...each,
        cell: { ...each.cell, language: 'zh', passageCount: 10_000 },
      }),
    );
    const report = renderReport({ machine: MACHINE, results: [...results, ...chinese] });
    expect(report.match(/^\*\*.+\*\*$/gmu)).toEqual([
      '**English, 1,000 passages, 200 questions**',
      '**Chinese, 10,000 passages, 200 questions**',
    ]);
  });

  test('is also JSON', () => {
    expect(JSON.parse(renderJson({ machine: MACHINE, results }))).toMatchObject({
      machine: { cpuCount: 2 },
      peer: 'minisearch-tuned',
      results: [
        { engine: 'verbatim', status: 'measured', ratios: { buildSeconds: 2.5 } },
        { engine: 'verbatim-index', status: 'timed-out', limitSeconds: 180, ratios: null },
        { engine: 'minisearch-tuned', measurement: MEASUREMENT, ratios: { p50Ms: 1 } },
        { engine: 'wink', status: 'failed', reason: 'Error: out of order' },
      ],
    });
  });

  test('pads the cells of a table to one width', () => {
    expect(renderMarkdownTable(['a', 'figure'], [['long name', '1'], ['b']])).toBe(
      [
        '| a         | figure |',
        '| --------- | -----: |',
        '| long name |      1 |',
        '| b         |        |',
      ].join('\n'),
    );
  });
});

describe('the command line', () => {
  test('measures both sizes in both languages, unless it is told otherwise', () => {
    const limitSeconds = 180;
    expect(parseOptions([])).toEqual({
      sizes: [1000, 10_000],
      languages: ['en', 'zh'],
      json: false,
      bot: false,
      limitSeconds,
    });
    expect(parseOptions(['--bot']).bot).toBe(true);
    expect(parseOptions(['--quick']).sizes).toEqual([1000]);
    expect(
      parseOptions(['--sizes', '20, 50,20', '--languages', 'zh', '--json', '--time-limit', '5']),
    ).toEqual({ sizes: [20, 50], languages: ['zh'], json: true, bot: false, limitSeconds: 5 });
  });
});
