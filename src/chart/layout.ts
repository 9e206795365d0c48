import type { TimelineChart } from '../commands/index.ts';
import { type Axis, layOutAxis } from './axis.ts';
import { type DatedPoint, datedPoints } from './days.ts';
import type { Fonts } from './fonts.ts';
import { type LegendItem, layOutLegend } from './legend.ts';
import { entryMark, type Mark } from './marks.ts';
import { centred, type PlacedText, setLine, setWords, type TextLine } from './text-line.ts';

/** Everything of a picture at its position, in pixels from the top left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly heading: readonly PlacedText[];
  /** Null where there is no time between the entries. */
  readonly axis: Axis | null;
  readonly rows: readonly LaidOutRow[];
  /** Which entries are not on the axis. */
  readonly aside: PlacedText | null;
  readonly legend: readonly LegendItem[];
}

/** An entry that tells the story: its mark, its date and words of its quote. */
export interface LaidOutRow {
  readonly mark: Mark;
  readonly label: PlacedText;
  readonly words: readonly PlacedText[];
}

/** A phone shows it about a third as wide: text of 34 is then as large as Discord's own. */
const WIDTH = 1000;

const PADDING = 44;
const TITLE_SIZE = 46;
const SUMMARY_SIZE = 32;
const SUMMARY_HEIGHT = 46;
const LABEL_SIZE = 33;
const WORDS_SIZE = 30;
const LABEL_HEIGHT = 46;
const LINE_HEIGHT = 41;
const MOST_LINES = 2;

/** Where the marks and the words beside them stand. */
const MARK_X = 182;
const WORDS_X = 222;

/** Between two rows. */
const ROW_GAP = 22;

/** Between the heading, the rows and the legend. */
const SECTION_GAP = 28;

/** Between a connector and the mark. */
const MARK_GAP = 24;

/** Lays a chart out. Only its words and the fonts count, so that it is the same everywhere. */
export function layOutChart(chart: TimelineChart, fonts: Fonts): Layout {
  const points = datedPoints(chart.points);
  const heading = layOutHeading(chart, fonts);
  const { rows, bottom } = layOutRows(
    points.filter(({ point }) => point.words !== null),
    PADDING + TITLE_SIZE + SUMMARY_HEIGHT + SECTION_GAP,
    fonts,
  );
  const axis = layOutAxis(
    points,
    rows.map(({ mark }) => mark.y),
    MARK_X - MARK_GAP,
  );
  const room = WIDTH - 2 * PADDING;
  const aside =
    chart.aside === null
      ? null
      : centred(setLine(chart.aside, fonts.regular, SUMMARY_SIZE, room), {
          x: PADDING,
          centre: bottom + SUMMARY_HEIGHT / 2,
          tone: 'quiet',
        });
  const legend = layOutLegend(chart, axis, fonts, {
    left: PADDING,
    right: WIDTH - PADDING,
    top: bottom + (aside ? SUMMARY_HEIGHT : 0) + SECTION_GAP / 2,
  });
  return {
    width: WIDTH,
    height: Math.ceil(legend.bottom + PADDING - SECTION_GAP / 2),
    heading,
    axis,
    rows,
    aside,
    legend: legend.items,
  };
}

/** The title and the counts. */
function layOutHeading({ title, summary }: TimelineChart, { regular, bold }: Fonts): PlacedText[] {
  const room = WIDTH - 2 * PADDING;
  return [
    centred(setLine(title, bold, TITLE_SIZE, room), {
      x: PADDING,
      centre: PADDING + TITLE_SIZE / 2,
      tone: 'strong',
    }),
    centred(setLine(summary, regular, SUMMARY_SIZE, room), {
      x: PADDING,
      centre: PADDING + TITLE_SIZE + SUMMARY_HEIGHT * 0.7,
      tone: 'quiet',
    }),
  ];
}

function layOutRows(
  points: readonly DatedPoint[],
  top: number,
  { regular, bold }: Fonts,
): { readonly rows: readonly LaidOutRow[]; readonly bottom: number } {
  const room = WIDTH - PADDING - WORDS_X;
  let y = top;
  const rows = points.map((dated): LaidOutRow => {
    const { label, words } = dated.point;
    const lines: readonly TextLine[] = words
      ? setWords(words, regular, WORDS_SIZE, room, MOST_LINES)
      : [];
    const centre = y + LABEL_HEIGHT / 2;
    const firstLine = y + LABEL_HEIGHT + LINE_HEIGHT / 2;
    y += LABEL_HEIGHT + LINE_HEIGHT * lines.length + ROW_GAP;
    return {
      mark: entryMark(dated, MARK_X, centre),
      label: centred(setLine(label, bold, LABEL_SIZE, room), {
        x: WORDS_X,
        centre,
        tone: 'strong',
      }),
      words: lines.map((line, index) =>
        centred(line, { x: WORDS_X, centre: firstLine + LINE_HEIGHT * index, tone: 'strong' }),
      ),
    };
  });
  return { rows, bottom: y };
}
