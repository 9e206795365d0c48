import type { CellResult, Measurement } from './cell.ts';
import { ENGINES, PEER } from './engines/index.ts';
import type { Machine } from './machine.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import { type Ratios, ratiosOf } from './ratios.ts';
import type { BenchLanguage } from './texts/language.ts';

/** Everything that one run found out. */
export interface Report {
  readonly machine: Machine;
  readonly results: readonly CellResult[];
}

const LANGUAGE_NAMES: Readonly<Record<BenchLanguage, string>> = { en: 'English', zh: 'Chinese' };

const HEADER = [
  'engine',
  'build s',
  'heap MB',
  'p50 ms',
  'p99 ms',
  'found in top 10',
  'heap, asked MB',
  'longest pause ms',
] as const;

const FIGURE_COUNT = HEADER.length - 1;

/** The report as Markdown: one table for each language and size, in the order of the results. */
export function renderReport({ machine, results }: Report): string {
  const head = renderHead(machine);
  const legend = [
    `In brackets: how many times the figure of ${ENGINES[PEER].label}; that says little where the two do`,
    'not find alike. Heap: what building added to it, without the articles; "asked": after all',
    'questions. Pause: for how long building held the event loop, where it gives way at all.',
  ];
  return [head, legend.join('\n'), ...groupsOf(results).map(renderGroup)].join('\n\n');
}

/** One line that says where it was measured. */
export function renderHead({ node, platform, cpuCount, cpuModel, load }: Machine): string {
  return `Node ${node}, ${platform}, ${cpuCount} × ${cpuModel}, load ${load} at the start.`;
}

/** The report as JSON, with the ratios. */
export function renderJson({ machine, results }: Report): string {
  const rows = results.map((result) => ({
    ...result.cell,
    ...result.outcome,
    ratios: ratiosOf(result, results),
  }));
  return JSON.stringify({ machine, peer: PEER, results: rows }, null, 2);
}

function groupsOf(results: readonly CellResult[]): (readonly CellResult[])[] {
  const groups = new Map<string, CellResult[]>();
  for (const result of results) {
    const key = `${result.cell.language} ${result.cell.passageCount}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()];
}

function renderGroup(group: readonly CellResult[]): string {
  const cell = group[0]?.cell;
  if (!cell) return '';
  const passages = cell.passageCount.toLocaleString('en-US');
  const title = `**${LANGUAGE_NAMES[cell.language]}, ${passages} passages, ${cell.questionCount} questions**`;
  const rows = group.map((result) => [
    ENGINES[result.cell.engine].label,
    ...figuresOf(result, ratiosOf(result, group)),
  ]);
  const failures = group.flatMap(({ cell: { engine }, outcome }) =>
    outcome.status === 'failed' ? [`${ENGINES[engine].label} failed: ${outcome.reason}`] : [],
  );
  return [title, renderMarkdownTable(HEADER, rows), ...failures].join('\n\n');
}

function figuresOf({ cell, outcome }: CellResult, ratios: Ratios | null): string[] {
  switch (outcome.status) {
    case 'measured':
      return measuredFigures(outcome.measurement, ratios, ENGINES[cell.engine].yieldsWhileBuilding);
    case 'timed-out':
      return insteadOfFigures(`> ${outcome.limitSeconds} s`);
    case 'failed':
      return insteadOfFigures('failed');
  }
}

function insteadOfFigures(text: string): string[] {
  return [text, ...Array.from({ length: FIGURE_COUNT - 1 }, () => '-')];
}

function measuredFigures(
  measurement: Measurement,
  ratios: Ratios | null,
  yieldsWhileBuilding: boolean,
): string[] {
  const { buildSeconds, heapMb, p50Ms, p99Ms } = measurement;
  return [
    compared(buildSeconds, ratios?.buildSeconds),
    compared(heapMb, ratios?.heapMb),
    compared(p50Ms, ratios?.p50Ms),
    compared(p99Ms, ratios?.p99Ms),
    `${(measurement.foundShare * 100).toFixed(0)} %`,
    round(measurement.heapAfterQuestionsMb),
    // For an engine that builds in one go, the pause is the whole building.
    yieldsWhileBuilding ? round(measurement.longestPauseMs) : '-',
  ];
}

function compared(figure: number, ratio: number | null | undefined): string {
  return typeof ratio === 'number' ? `${round(figure)} (${round(ratio)}×)` : round(figure);
}

/** Two digits that count, or all before the point. */
function round(figure: number): string {
  if (Math.abs(figure) >= 9.95) return figure.toFixed(0);
  return figure.toFixed(Math.abs(figure) >= 0.995 ? 1 : 2);
}
