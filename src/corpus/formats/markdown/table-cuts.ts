import type { SyntaxNode } from '@lezer/common';
import { type Cut, cutOut } from '../../place-in-file.ts';
import { labelOf } from '../html-table.ts';

/** A cell and the column that it stands in, from 0. */
interface Cell {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** More columns than anybody reads have no heads in their rows. */
const MAX_COLUMNS = 100;

/**
 * What makes a table one paragraph a row, each cell with the head of its column: "Year: 2023 |
 * Passengers: 455,000". `inHeads` are the cuts inside of the heads.
 */
export function findTableCuts(
  table: SyntaxNode,
  source: string,
  inHeads: readonly Cut[],
): readonly Cut[] {
  const header = table.getChild('TableHeader');
  if (header === null) return [];
  const rows = table.getChildren('TableRow');
  const heads = rows.length === 0 ? [] : headsOf(header, source, inHeads);
  const cuts: Cut[] = [];
  const cut = (start: number, end: number, replacement = '') => {
    cuts.push({ start, end, replacement });
  };
  // Heads are not repeated so often that a table becomes many times as long.
  let left = table.to - table.from;
  for (const row of heads.length > 0 ? rows : [header, ...rows]) {
    let at = row.from;
    for (const { column, from, to } of cellsOf(row)) {
      const label = left < 0 ? '' : labelOf(source.slice(from, to), heads[column] ?? '');
      left -= label.length;
      cut(at, from, (at === row.from ? '\n' : ' | ') + label);
      at = to;
    }
    cut(at, row.to);
  }
  const line = table.getChild('TableDelimiter');
  if (heads.length > 0) cut(header.from, line?.to ?? header.to);
  else if (line !== null) cut(line.from, line.to);
  return cuts;
}

/** The text of each head; empty where all of them are. */
function headsOf(header: SyntaxNode, source: string, cuts: readonly Cut[]): readonly string[] {
  const heads: string[] = [];
  const cells = cellsOf(header);
  if (cells.length > MAX_COLUMNS) return [];
  for (const { column, from, to } of cells) {
    const own = cuts
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end, replacement }) => ({
        start: start - from,
        end: end - from,
        replacement,
      }));
    heads[column] = cutOut(source.slice(from, to), own).text;
  }
  return heads;
}

/** The cells of a row that are not empty; a bar at its beginning parts nothing. */
function cellsOf(row: SyntaxNode): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (let node = row.firstChild; node !== null; node = node.nextSibling) {
    const { name, from, to } = node;
    if (name === 'TableCell') cells.push({ column, from, to });
    else if (name === 'TableDelimiter' && from > row.from) column += 1;
  }
  return cells;
}
