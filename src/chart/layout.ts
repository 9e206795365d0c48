import type { TimelineChart } from '../commands/index.ts';
import { type Axis, layOutAxis } from './axis.ts';
import type { Fonts } from './fonts.ts';
import { type LegendItem, layOutLegend } from './legend.ts';
import { layOutMarks, planMarking, type RowMarks } from './marks.ts';
import { planRows } from './rows.ts';
import { centred, type PlacedText, setLine } from './text-line.ts';

/** Everything of a picture at its position, in pixels from the top left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly heading: readonly PlacedText[];
  /** Null where there are no two dates to compare. */
  readonly axis: Axis | null;
  readonly rows: readonly LaidOutRow[];
  readonly legend: readonly LegendItem[];
}

/** A row: its date, and its entries. */
export interface LaidOutRow extends RowMarks {
  /** The height of the line through the middle of the row. */
  readonly centre: number;
  readonly label: PlacedText;
}

/** A phone shows it about a third as wide: text of 34 is then as large as Discord's own. */
const WIDTH = 1000;

const PADDING = 44;
const TITLE_SIZE = 46;
const SUMMARY_SIZE = 32;
const SUMMARY_HEIGHT = 46;
const LABEL_SIZE = 34;
const LABEL_X = 176;
const MAX_LABEL_WIDTH = 430;
const ROW_HEIGHT = 60;

/** Between the heading, the rows and the legend. */
const SECTION_GAP = 28;

/** Between a connector, a label and the marks. */
const COLUMN_GAP = 24;

/** Lays a chart out. Only its words and the fonts count, so that it is the same everywhere. */
export function layOutChart(chart: TimelineChart, fonts: Fonts): Layout {
  const { unit, rows } = planRows(chart);
  const heading = layOutHeading(chart, unit === null ? null : chart.rows[unit], fonts);
  const rowsTop = PADDING + TITLE_SIZE + SUMMARY_HEIGHT * (heading.length - 1) + SECTION_GAP;
  const centres = rows.map((_, index) => rowsTop + ROW_HEIGHT * (index + 0.5));
  const hasAxis = rows.length > 1;
  const labelX = hasAxis ? LABEL_X : PADDING;
  const labels = rows.map(({ label }, index) =>
    centred(setLine(label, fonts.regular, LABEL_SIZE, MAX_LABEL_WIDTH), {
      x: labelX,
      centre: centres[index] ?? rowsTop,
      tone: 'strong',
    }),
  );
  const labelsEnd = labels.reduce((end, { x, line }) => Math.max(end, x + line.width), labelX);
  const right = WIDTH - PADDING;
  const marking = planMarking(rows, { left: labelsEnd + COLUMN_GAP, right });
  const legendTop = rowsTop + ROW_HEIGHT * rows.length + SECTION_GAP;
  const axis = hasAxis ? layOutAxis(rows, centres, labelX - COLUMN_GAP / 2) : null;
  const legend = layOutLegend(chart, { marking, axis }, fonts, {
    left: PADDING,
    right,
    top: legendTop,
  });
  return {
    width: WIDTH,
    height: Math.ceil(legend.bottom + PADDING - SECTION_GAP / 2),
    heading,
    axis,
    rows: rows.flatMap((row, index) => {
      const [label, centre] = [labels[index], centres[index]];
      return label && centre !== undefined
        ? [{ centre, label, ...layOutMarks(row, centre, marking, fonts) }]
        : [];
    }),
    legend: legend.items,
  };
}

/** The title, the counts, and what a row stands for where that is not a date of the text. */
function layOutHeading(
  { title, summary }: TimelineChart,
  rowWords: string | null,
  { regular, bold }: Fonts,
): PlacedText[] {
  const room = WIDTH - 2 * PADDING;
  const lines = rowWords === null ? [summary] : [summary, rowWords];
  return [
    centred(setLine(title, bold, TITLE_SIZE, room), {
      x: PADDING,
      centre: PADDING + TITLE_SIZE / 2,
      tone: 'strong',
    }),
    ...lines.map((text, index) =>
      centred(setLine(text, regular, SUMMARY_SIZE, room), {
        x: PADDING,
        centre: PADDING + TITLE_SIZE + SUMMARY_HEIGHT * (index + 0.7),
        tone: 'quiet',
      }),
    ),
  ];
}
