import {
  attributeOf,
  childElements,
  type HtmlElement,
  type HtmlNode,
  measureLetters,
  rawTextOf,
  walkElements,
} from './html-tree.ts';

/** Longer cells are the columns of a layout, or prose. In UTF-16 units. */
const MAX_CELL_LENGTH = 200;
/** Longer heads are not repeated in each row, which bounds the text. In UTF-16 units. */
const MAX_HEAD_LENGTH = 60;
const MAX_SPAN = 50;

/** A row as one line. */
export interface Row {
  readonly text: string;
  readonly linkLetters: number;
}

/**
 * The rows of a table of data, each with the heads of its columns: "Year: 2023 | Passengers: 455,000".
 * Null for a table that a page's layout is made of.
 */
export function readRows(table: HtmlElement): readonly Row[] | null {
  const elements: HtmlElement[] = [];
  for (const element of walkElements(table)) {
    if (element === table) continue;
    if (element.tagName === 'table') return null;
    elements.push(element);
  }
  const rows = elements
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => ({ row, cells: cellsOf(row) }));
  const full = rows.filter(({ cells }) => cells.length > 1);
  if (full.length < 2) return null;
  if (rows.some(({ cells }) => cells.some((cell) => textOf(cell).length > MAX_CELL_LENGTH))) {
    return null;
  }
  // Cells over several rows move the others; their heads would be wrong.
  const isEven = elements.every((cell) => spanOf(cell, 'rowspan') === 1);
  const letters = measureLetters(table);
  const [first] = rows;
  const hasHeads = first !== undefined && first.cells.every(({ tagName }) => tagName === 'th');
  const heads = hasHeads ? headsOf(first.cells) : [];
  return rows.slice(hasHeads ? 1 : 0).flatMap(({ row, cells }) => {
    const isAligned =
      isEven &&
      cells.length === heads.length &&
      cells.every((cell) => spanOf(cell, 'colspan') === 1);
    const text = cells
      .map(textOf)
      .map((cell, index) => labelOf(cell, isAligned ? (heads[index] ?? '') : '') + cell)
      .filter((cell) => cell !== '')
      .join(' | ');
    return text === '' ? [] : [{ text, linkLetters: letters.get(row)?.inLinks ?? 0 }];
  });
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return childElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function headsOf(cells: readonly HtmlElement[]): readonly string[] {
  return cells.flatMap((cell) => Array<string>(spanOf(cell, 'colspan')).fill(textOf(cell)));
}

/** What stands before a cell in the line of its row: the head of its column, where that is short and says more. */
export function labelOf(cell: string, head: string): string {
  if (cell === '' || head === '' || head === cell || head.length > MAX_HEAD_LENGTH) return '';
  return /\p{Script=Han}$/u.test(head) ? `${head}：` : `${head.replace(/:$/u, '')}: `;
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributeOf(cell, name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, MAX_SPAN) : 1;
}

function textOf(node: HtmlNode): string {
  return rawTextOf(node)
    .replaceAll(/[\t\n\f\r ]+/gu, ' ')
    .trim();
}
