import { displayWidth, padEnd, truncate } from './glyphs.ts';

/** One cell; the suffix stays when the text is cut. */
export interface Cell {
  readonly text: string;
  readonly suffix: string;
}

const GAP = '  ';
const MIN_COLUMN_WIDTH = 4;

/**
 * Rows as lines with their columns aligned by what a terminal shows. The widest columns give way
 * until a line fits in `width`.
 */
export function renderTable(rows: readonly (readonly Cell[])[], width: number): string[] {
  const widths = fitColumns(naturalWidths(rows), width);
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const cellWidth = widths[column] ?? 0;
      const text = truncate(cell.text, cellWidth - cell.suffix.length) + cell.suffix;
      return column === row.length - 1 ? text : padEnd(text, cellWidth);
    });
    return truncate(cells.join(GAP), width);
  });
}

function naturalWidths(rows: readonly (readonly Cell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const cellWidth = displayWidth(cell.text) + cell.suffix.length;
      widths[column] = Math.max(widths[column] ?? 0, cellWidth);
    }
  }
  return widths;
}

function fitColumns(natural: readonly number[], width: number): number[] {
  const available = width - GAP.length * (natural.length - 1);
  let limit = Math.max(...natural);
  const fitted = () => natural.map((each) => Math.min(each, limit));
  while (limit > MIN_COLUMN_WIDTH && sum(fitted()) > available) limit -= 1;
  // The last columns of those that were cut take what is left over.
  const widths = fitted();
  let left = available - sum(widths);
  for (let column = widths.length - 1; column >= 0 && left > 0; column -= 1) {
    const missing = Math.min(left, (natural[column] ?? 0) - (widths[column] ?? 0));
    widths[column] = (widths[column] ?? 0) + missing;
    left -= missing;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
