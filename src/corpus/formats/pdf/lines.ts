/** A character of a page; lengths are in points along and across its line. */
export interface PlacedGlyph {
  /** Its code point, as its font tells it. */
  readonly code: number;
  /** The reader's own, for a gap between words. */
  readonly isGenerated: boolean;
  /** Its font does not say which character it is. */
  readonly isUnmapped: boolean;
  readonly left: number;
  readonly right: number;
  /** Grows upwards. */
  readonly baseline: number;
  readonly size: number;
}

/** A run of characters on one baseline without a wide gap, or a row of such runs. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Where its first word ends, or its first character of Chinese. */
  readonly firstEnd: number;
  /** It is a row of a table. */
  readonly isRow: boolean;
}

/** A line in the making. */
interface Run {
  text: string;
  readonly left: number;
  right: number;
  readonly baseline: number;
  readonly size: number;
  firstEnd: number;
  isFirstWord: boolean;
  /** It stands beside the one before, on the same baseline. */
  readonly isBeside: boolean;
  /** Where its last character begins. */
  lastLeft: number;
}

/** In sizes of the type: how far a baseline may be off in a line, and gaps that are wider than between words. */
const MAX_SHIFT = 0.5;
const MAX_GAP = 2;
const MAX_OVERLAP = 0.7;

/** Marks of notes are smaller and stand higher than the word before them. */
const MAX_MARK_SIZE = 0.8;
const MIN_MARK_RISE = 0.15;
const MAX_MARK_SHIFT = 0.8;
const MAX_MARK_LENGTH = 4;

/** How far the second of two equal characters on one place is off, in sizes of the type. */
const MAX_OFFSET = 0.12;
const MARK = /^[\d*∗†‡§,]$/u;
const BEFORE_MARK = /(?:\p{L}{3}|\p{Script=Han}|[.,;:!?"”’»。，；：！？」』]|[\d*∗†‡§])$/u;

/** Chinese and Japanese characters and their punctuation, between which no space is written. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2014\u2026\u3000-\u303F\uFF01-\uFF60]$/u;
const WIDE_END =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2014\u2026\u3000-\u303F\uFF01-\uFF60]$/u;

/** Whether nothing stands between the end of one text and the beginning of another in Chinese or Japanese. */
export function isUnspaced(before: string, after: string): boolean {
  const [first = ''] = after;
  return WIDE_END.test(before) && WIDE.test(first);
}

/** How many characters nobody could read as what they are: their font maps them to nothing, or to nonsense. */
export function countBadCharacters(glyphs: readonly PlacedGlyph[]): number {
  return glyphs.filter((glyph) => !glyph.isGenerated && characterOf(glyph) === '\uFFFD').length;
}

/** A bullet in the fonts Symbol and Wingdings, which are mapped to private characters. */
const BULLET = /^[\uF000-\uF0FF]$/u;
const NO_CHARACTER = /^[\p{Cc}\p{Co}\p{Cn}\p{Cs}]$/u;

function characterOf({ code, isUnmapped }: PlacedGlyph): string {
  if (code <= 0 || code > 0x10ffff) return '\uFFFD';
  if (code === 0x09) return ' ';
  const character = String.fromCodePoint(code);
  if (BULLET.test(character)) return '•';
  return isUnmapped || NO_CHARACTER.test(character) ? '\uFFFD' : character;
}

/**
 * The lines of a page, in the order of its characters but for columns that are told row by row. Marks of
 * notes are left out.
 */
export function gatherLines(glyphs: readonly PlacedGlyph[]): Line[] {
  const runs: Run[] = [];
  let isAfterSpace = false;
  for (const glyph of joinHalves(glyphs)) {
    const character = characterOf(glyph);
    if (character.trim() === '' || character === '\u00AD') {
      isAfterSpace ||= character !== '\u00AD';
      continue;
    }
    const run = runs.at(-1);
    const isBeside = run !== undefined && isOnLine(glyph, run);
    const gap = run === undefined ? 0 : glyph.left - run.right;
    if (run === undefined || !isBeside || gap > MAX_GAP * Math.max(glyph.size, run.size)) {
      runs.push({
        text: character,
        left: glyph.left,
        right: glyph.right,
        baseline: glyph.baseline,
        size: glyph.size,
        firstEnd: glyph.right,
        isFirstWord: !WIDE.test(character),
        isBeside,
        lastLeft: glyph.left,
      });
    } else if (!isMarkOfNote(glyph, character, run) && !isRepeated(glyph, character, run))
      extend(run, glyph, character, isAfterSpace);
    isAfterSpace = false;
  }
  return arrange(rowsOf(runs.filter((run) => !isStrayMark(run, runs))));
}

/** A mark of a note that is told apart from the line over a word of which it stands. */
function isStrayMark(mark: Run, runs: readonly Run[]): boolean {
  if (
    mark.text.length > MAX_MARK_LENGTH ||
    !Array.from(mark.text).every((each) => MARK.test(each))
  ) {
    return false;
  }
  return runs.some((run) => {
    const rise = (mark.baseline - run.baseline) / run.size;
    return (
      mark.size < MAX_MARK_SIZE * run.size &&
      rise > MIN_MARK_RISE &&
      rise < MAX_MARK_SHIFT &&
      mark.left > run.left &&
      mark.right < run.right + run.size
    );
  });
}

/** Characters that stand under each other on a page tell that it is written from top to bottom. */
const MIN_STACKED_CHARACTERS = 20;
const MAX_STACK_SHIFT = 0.3;
const STACK_PITCH = { min: 0.5, max: 1.8 } as const;

/**
 * Whether a page is written in columns from top to bottom, as in Chinese and Japanese. The order of such
 * columns is not told.
 */
export function isVertical(glyphs: readonly PlacedGlyph[]): boolean {
  const wide = glyphs.filter((glyph) => !glyph.isGenerated && WIDE.test(characterOf(glyph)));
  const stacked = wide.filter((glyph, index) => {
    const before = wide[index - 1];
    if (!before) return false;
    const drop = (before.baseline - glyph.baseline) / glyph.size;
    const shift = Math.abs(glyph.left - before.left) / glyph.size;
    return shift < MAX_STACK_SHIFT && drop > STACK_PITCH.min && drop < STACK_PITCH.max;
  });
  return stacked.length >= MIN_STACKED_CHARACTERS && stacked.length * 2 > wide.length;
}

/** Halves of surrogate pairs, as some fonts tell them, made whole. */
function* joinHalves(glyphs: readonly PlacedGlyph[]): Generator<PlacedGlyph, void> {
  let high: PlacedGlyph | null = null;
  for (const glyph of glyphs) {
    const isLow = glyph.code >= 0xdc00 && glyph.code <= 0xdfff;
    if (high !== null && isLow) {
      const code = (high.code - 0xd800) * 0x400 + (glyph.code - 0xdc00) + 0x10000;
      yield { ...high, code, right: glyph.right };
      high = null;
      continue;
    }
    if (high !== null) yield high;
    high = glyph.code >= 0xd800 && glyph.code <= 0xdbff ? glyph : null;
    if (high === null) yield glyph;
  }
  if (high !== null) yield high;
}

function isOnLine(glyph: PlacedGlyph, run: Run): boolean {
  const size = Math.max(glyph.size, run.size);
  const isSmall = glyph.size < MAX_MARK_SIZE * run.size;
  return (
    Math.abs(glyph.baseline - run.baseline) < (isSmall ? MAX_MARK_SHIFT : MAX_SHIFT) * size &&
    glyph.left > run.right - MAX_OVERLAP * size
  );
}

/** Bold type is made by some programs by setting each character twice. */
function isRepeated(glyph: PlacedGlyph, character: string, run: Run): boolean {
  return (
    run.text.endsWith(character) && Math.abs(glyph.left - run.lastLeft) < MAX_OFFSET * run.size
  );
}

function isMarkOfNote(glyph: PlacedGlyph, character: string, run: Run): boolean {
  return (
    glyph.size < MAX_MARK_SIZE * run.size &&
    glyph.baseline > run.baseline + MIN_MARK_RISE * run.size &&
    MARK.test(character) &&
    BEFORE_MARK.test(run.text)
  );
}

function extend(run: Run, glyph: PlacedGlyph, character: string, isAfterSpace: boolean): void {
  const isSpaced = isAfterSpace && !isUnspaced(run.text, character);
  run.text += isSpaced ? ` ${character}` : character;
  run.right = Math.max(run.right, glyph.right);
  run.lastLeft = glyph.left;
  run.isFirstWord &&= !isSpaced && !WIDE.test(character);
  if (run.isFirstWord) run.firstEnd = run.right;
}

/** Runs that stand beside each other, from left to right. */
type Row = readonly [Run, ...Run[]];

function rowsOf(runs: readonly Run[]): Row[] {
  const rows: [Run, ...Run[]][] = [];
  for (const run of runs) {
    const row = rows.at(-1);
    if (run.isBeside && row) row.push(run);
    else rows.push([run]);
  }
  return rows;
}

/** So many rows beside each other, of so many characters, are two columns of text and no table. */
const MIN_COLUMN_ROWS = 4;
const MIN_COLUMN_CHARACTERS = 20;

/** Columns one after the other; rows of a table each as one line. */
function arrange(rows: readonly Row[]): Line[] {
  const lines: Line[] = [];
  for (let index = 0; index < rows.length; ) {
    const columns = columnsFrom(rows, index);
    if (columns === null) {
      const row = rows[index];
      if (row) lines.push(lineOf(row));
      index += 1;
    } else {
      for (const run of [...columns.left, ...columns.right]) lines.push(lineOf([run]));
      index = columns.end;
    }
  }
  return lines;
}

interface Columns {
  readonly left: readonly Run[];
  readonly right: readonly Run[];
  readonly end: number;
}

/** The two columns that rows tell from `from` on, or null where they tell none. */
function columnsFrom(rows: readonly Row[], from: number): Columns | null {
  if (rows[from]?.length !== 2) return null;
  const left: Run[] = [];
  const right: Run[] = [];
  let fullRows = 0;
  let leftEnd = -Infinity;
  let rightStart = Infinity;
  let end = from;
  for (; end < rows.length; end += 1) {
    const [first, second, ...others] = rows[end] ?? [];
    if (first === undefined || others.length > 0) break;
    const isRight = second === undefined && first.left >= rightStart - first.size;
    const nextLeftEnd = isRight ? leftEnd : Math.max(leftEnd, first.right);
    const nextRightStart = Math.min(rightStart, second?.left ?? rightStart);
    if (nextLeftEnd >= nextRightStart) break;
    leftEnd = nextLeftEnd;
    rightStart = nextRightStart;
    if (isRight) right.push(first);
    else left.push(first);
    if (second !== undefined) {
      right.push(second);
      fullRows += 1;
    }
  }
  const isProse = [left, right].every(
    (runs) =>
      runs.reduce((sum, { text }) => sum + text.length, 0) >= MIN_COLUMN_CHARACTERS * runs.length,
  );
  return fullRows >= MIN_COLUMN_ROWS && isProse ? { left, right, end } : null;
}

function lineOf(row: Row): Line {
  const [{ left, baseline, size, firstEnd }] = row;
  return {
    text: row.map(({ text }) => text).join(' | '),
    left,
    right: Math.max(...row.map(({ right }) => right)),
    baseline,
    size,
    firstEnd,
    isRow: row.length > 1,
  };
}
