import { createHanFolding, foldWord, stemWord } from '../../language/index.ts';

/** A word, number or Chinese character of a text that is compared with another one. */
export interface EchoUnit {
  /** Folded, as it stands. */
  readonly unit: string;
  /** The form in which it counts, or null for a word that may be exchanged or left out. */
  readonly claim: string | null;
  /** Beside a word of saying: the weekday on which it was said. One of two reports may leave it out. */
  readonly saidOn: string | null;
}

const CHINESE_SAYING = '(?:表示|指出|[说說称稱])(?=[，：:,])';
const CHINESE_WEEKDAY = '(?:星期|[周週]|礼拜|禮拜)[一二三四五六日天]';

const UNIT_PATTERN = new RegExp(
  [
    `(?<day>${CHINESE_WEEKDAY})(?=${CHINESE_SAYING})`,
    `(?<saying>${CHINESE_SAYING})`,
    '(?<han>\\p{sc=Han})',
    '\\p{Sc}|%|\\p{Nd}+(?:[.,]\\p{Nd}+)*|(?:\\p{L}\\.){2,}',
    "[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*",
  ].join('|'),
  'gu',
);

/** The characters with which {@link CHINESE_SAYING} and {@link CHINESE_WEEKDAY} begin. */
const OPENING_HAN: ReadonlySet<number> = new Set(
  Array.from('表指说說称稱星周週礼禮', (character) => character.charCodeAt(0)),
);

/** Two reports of one statement may differ in these: articles, and that something was said. */
const EXCHANGEABLE: ReadonlySet<string> = new Set(
  'a an the that say says said saying state states stated tell tells told add adds added note noted write wrote'.split(
    ' ',
  ),
);

/** The forms in which a speaker is named beside a statement; "state" and "note" are nouns too. */
const SAYING: ReadonlySet<string> = new Set('says said stated added noted wrote'.split(' '));

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u;

/** How many words may name who says it. */
const LONGEST_SPEAKER = 5;

interface Unit extends EchoUnit {
  readonly afterComma: boolean;
  readonly isSaying: boolean;
  readonly isWeekday: boolean;
}

const SAID: Unit = {
  unit: 'said',
  claim: null,
  saidOn: null,
  afterComma: false,
  isSaying: true,
  isWeekday: false,
};

/**
 * Cuts a text into the units of its sentences, with a folding table of its own. They are in one
 * order wherever in its sentence the words stand that name who says it.
 */
export function createUnitSplitter(): (text: string) => (readonly EchoUnit[])[] {
  const foldHan = createHanFolding();
  return (text) => {
    const sentences: Unit[][] = [];
    let current: Unit[] = [];
    let previousEnd = 0;
    const close = (between: string) => {
      if (current.length === 0 || !/[.!?。！？]/u.test(between)) return;
      sentences.push(current);
      current = [];
    };
    const pattern = new RegExp(UNIT_PATTERN);
    while (previousEnd < text.length) {
      if (isPlainHan(text.charCodeAt(previousEnd))) {
        current.push(hanUnit(text.charAt(previousEnd), false, foldHan));
        previousEnd += 1;
        continue;
      }
      pattern.lastIndex = previousEnd;
      const match = pattern.exec(text);
      if (!match) break;
      const between = text.slice(previousEnd, match.index);
      close(between);
      current.push(unitOf(match[0], match.groups ?? {}, /[,，]/u.test(between), foldHan));
      previousEnd = match.index + match[0].length;
    }
    if (current.length > 0) sentences.push(current);
    return sentences.map((sentence) => speakerFirst(withReportDays(sentence)));
  };
}

function hanUnit(
  written: string,
  afterComma: boolean,
  foldHan: (character: string) => string,
): Unit {
  const unit = foldHan(written);
  return { unit, claim: unit, saidOn: null, afterComma, isSaying: false, isWeekday: false };
}

/**
 * Whether a UTF-16 unit is a Han character with which no word of saying and no weekday begins: most
 * of a Chinese text, which needs no pattern.
 */
function isPlainHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fef && !OPENING_HAN.has(unit);
}

function unitOf(
  written: string,
  { day, saying, han }: Readonly<Record<string, string | undefined>>,
  afterComma: boolean,
  foldHan: (character: string) => string,
): Unit {
  const plain = { afterComma, saidOn: null, isSaying: false, isWeekday: false };
  if (saying !== undefined) return { ...SAID, afterComma };
  if (day !== undefined) {
    const unit = day.slice(-1).replace('天', '日');
    return { ...plain, unit, claim: unit, isWeekday: true };
  }
  if (han !== undefined) return hanUnit(written, afterComma, foldHan);
  const unit = foldWord(written.replaceAll('.', ''));
  const claim = EXCHANGEABLE.has(unit) ? null : stemWord(unit.replace(/'s$/u, ''));
  return { ...plain, unit, claim, isSaying: SAYING.has(unit), isWeekday: WEEKDAY.test(unit) };
}

/**
 * Moves days into the words of saying beside which they stand, where they can belong to nothing
 * else: "on Sunday said", "said on Sunday that", "said on Sunday." "Said on Sunday the bridge" can be
 * read both ways.
 */
function withReportDays(sentence: readonly Unit[]): Unit[] {
  const result: Unit[] = [];
  let day: string | null = null;
  for (const [index, unit] of sentence.entries()) {
    if (unit.isWeekday) {
      const hasOn = sentence[index - 1]?.unit === 'on';
      const opening = hasOn ? sentence[index - 1] : unit;
      const saying = result.at(hasOn ? -2 : -1);
      const next = sentence[index + 1];
      const isApart = unit.afterComma || opening?.afterComma === true;
      const saysAfter = next?.isSaying === true && !next.afterComma;
      const saysBefore =
        saying?.isSaying === true && (!next || next.afterComma || next.unit === 'that');
      if (!isApart && (saysAfter || saysBefore)) {
        if (hasOn) result.pop();
        if (saysAfter) day = unit.unit;
        else if (saying) result[result.length - 1] = { ...saying, saidOn: unit.unit };
        continue;
      }
    }
    result.push(day === null ? unit : { ...unit, saidOn: day });
    day = null;
  }
  return result;
}

/** "The bridge will close, officials said" and "According to officials, ..." as "officials said ...". */
function speakerFirst(sentence: readonly Unit[]): readonly Unit[] {
  const head = sentence.findIndex(({ afterComma }) => afterComma);
  const opening = head === -1 ? null : speakerIn(sentence.slice(0, head));
  if (opening) return [...opening, ...sentence.slice(head)];

  const tail = sentence.findLastIndex(({ afterComma }) => afterComma);
  const closing = tail <= 0 ? null : speakerIn(sentence.slice(tail));
  return closing ? [...closing, ...sentence.slice(0, tail)] : sentence;
}

/** Who speaks and that they do, when units say no more: "X said", "said X", "according to X". */
function speakerIn(units: readonly Unit[]): readonly Unit[] | null {
  const [first, second] = units;
  const last = units.at(-1);
  let said: Unit = SAID;
  let speaker: readonly Unit[] = [];
  if (first?.unit === 'according' && second?.unit === 'to') speaker = units.slice(2);
  else if (last?.isSaying) [said, speaker] = [last, units.slice(0, -1)];
  else if (first?.isSaying) [said, speaker] = [first, units.slice(1)];
  const isSpeaker =
    speaker.length > 0 &&
    speaker.length <= LONGEST_SPEAKER &&
    speaker.every(({ isSaying }) => !isSaying);
  return isSpeaker ? [...speaker, { ...SAID, saidOn: said.saidOn }] : null;
}
