import { type Article, UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import { createHanFolding, foldWord, stemWord } from '../../language/index.ts';
import { type Range } from '../../shared/range.ts';
import { readDateline } from './dateline.ts';
import type { SelectedQuote } from './quote-selection.ts';

/** A word, number or Chinese character of a text that is compared with another one. */
interface ShingleUnit {
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

interface Unit extends ShingleUnit {
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
function createUnitSplitter(): (text: string) => (readonly ShingleUnit[])[] {
  const foldHan = createHanFolding();
  const readWord = createWordReader();
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
      const afterComma = /[,，]/u.test(between);
      const { han, ...other } = match.groups ?? {};
      current.push(
        han === undefined
          ? { ...(readChinese(other) ?? readWord(match[0])), afterComma }
          : hanUnit(han, afterComma, foldHan),
      );
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

/** A unit wherever it stands. */
type LoneUnit = Omit<Unit, 'afterComma'>;

/** A word of saying or a weekday beside one; null for anything else. */
function readChinese({
  day,
  saying,
}: Readonly<Record<string, string | undefined>>): LoneUnit | null {
  if (saying !== undefined) return SAID;
  if (day === undefined) return null;
  const unit = day.slice(-1).replace('天', '日');
  return { unit, claim: unit, saidOn: null, isSaying: false, isWeekday: true };
}

/** Words whose units are kept. */
const MOST_WORDS = 20_000;

/** Reads words, numbers and signs; stemming is the dearest step, and quotes repeat their words. */
function createWordReader(): (written: string) => LoneUnit {
  const known = new Map<string, LoneUnit>();
  return (written) => {
    const before = known.get(written);
    if (before) return before;
    const unit = foldWord(written.replaceAll('.', ''));
    const claim = EXCHANGEABLE.has(unit) ? null : stemWord(unit.replace(/'s$/u, ''));
    const isSaying = SAYING.has(unit);
    const read = { unit, claim, saidOn: null, isSaying, isWeekday: WEEKDAY.test(unit) };
    if (known.size >= MOST_WORDS) known.clear();
    known.set(written, read);
    return read;
  };
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

/** The share of the shorter text's shingles that the longer one must hold. */
const CONTAINMENT_NEEDED = 0.6;

/** In units; shorter texts share their words by chance. */
const SHORTEST_ECHO_LENGTH = 8;

const SHINGLE_LENGTH = 3;

/** A text cut into the units that duplicates are compared by: words, numbers and Chinese characters. */
export interface Fingerprint {
  readonly units: readonly string[];
  /** Beside each unit: the form in which it counts, or null for a word that may be exchanged. */
  readonly claims: readonly (string | null)[];
  /** Beside each unit: the weekday on which it was said, where it is a word of saying. */
  readonly saidOn: readonly (string | null)[];
  /** Where the report was sent from, or null; a dateline is no part of the units. */
  readonly place: string | null;
  /** The places at which a sentence begins, and the end of the text. */
  readonly edges: ReadonlySet<number>;
  /** Where each run of three units first stands, by its text. */
  readonly shingles: ReadonlyMap<string, number>;
}

/** Makes the {@link Fingerprint} of a text, with a folding table of its own. */
export function createFingerprinter(): (text: string) => Fingerprint {
  const split = createUnitSplitter();
  return (text) => {
    const units: string[] = [];
    const claims: (string | null)[] = [];
    const saidOn: (string | null)[] = [];
    const edges = new Set([0]);
    const dateline = readDateline(text);
    for (const sentence of split(text.slice(dateline?.end))) {
      for (const each of sentence) {
        units.push(each.unit);
        claims.push(each.claim);
        saidOn.push(each.saidOn);
      }
      edges.add(units.length);
    }
    const shingles = new Map<string, number>();
    for (let index = 0; index + SHINGLE_LENGTH <= units.length; index += 1) {
      const shingle = units.slice(index, index + SHINGLE_LENGTH).join(' ');
      if (!shingles.has(shingle)) shingles.set(shingle, index);
    }
    return { units, claims, saidOn, place: dateline?.place ?? null, edges, shingles };
  };
}

/**
 * Whether two texts make the same statement in nearly the same words: most shingles of the shorter
 * stand in the longer one (containment; Broder, "On the resemblance and containment of documents",
 * 1997), and whole sentences of the longer one beside it have the same words in the same order, but
 * for articles, verbs of saying, where in the sentence its speaker is named, a day on which it was
 * said or a dateline that one of them leaves out. One other word, figure or sign makes it another claim, and so
 * does a clause that was dropped: it may be the condition. Precise rather than complete.
 */
export function isNearDuplicate(a: Fingerprint, b: Fingerprint): boolean {
  const [shorter, longer] = inOrder(a, b);
  if (shorter.units.length < SHORTEST_ECHO_LENGTH) return false;
  if (a.place !== null && b.place !== null && a.place !== b.place) return false;

  let first: [string, number] | undefined;
  let last: [string, number] | undefined;
  let shared = 0;
  for (const entry of shorter.shingles) {
    if (!longer.shingles.has(entry[0])) continue;
    first ??= entry;
    last = entry;
    shared += 1;
  }
  if (!first || !last || shared < CONTAINMENT_NEEDED * shorter.shingles.size) return false;

  // Beside the shorter text lies as much of the longer one before and after what they share.
  const from = (longer.shingles.get(first[0]) ?? 0) - first[1];
  const to = (longer.shingles.get(last[0]) ?? 0) + shorter.units.length - last[1];
  const edges = [...longer.edges];
  const start = nearest(edges, from);
  const end = nearest(edges, to);
  return (
    Math.abs(start - from) <= EDGE_SLACK &&
    Math.abs(end - to) <= EDGE_SLACK &&
    sameSequence(shorter.claims, longer.claims.slice(start, end)) &&
    sameDays(shorter.saidOn, longer.saidOn.slice(start, end))
  );
}

/** How many exchangeable words more or less one text may have at either end, in units. */
const EDGE_SLACK = 3;

function nearest(values: readonly number[], target: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (Math.abs(value - target) < Math.abs(best - target)) best = value;
  }
  return best;
}

/** The shorter one first; of two of one length always the same, so that neither order is another answer. */
function inOrder(a: Fingerprint, b: Fingerprint): [Fingerprint, Fingerprint] {
  const difference = a.units.length - b.units.length;
  if (difference !== 0) return difference < 0 ? [a, b] : [b, a];
  return a.units.join(' ') <= b.units.join(' ') ? [a, b] : [b, a];
}

/** Whether two reports can be of one day: either names none, or both name the same. */
function sameDays(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  const isOpen = [a, b].some((days) => days.every((day) => day === null));
  return isOpen || sameSequence(a, b);
}

function sameSequence(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  const inA = a.filter((claim) => claim !== null);
  const inB = b.filter((claim) => claim !== null);
  return inA.length === inB.length && inA.every((claim, index) => claim === inB[index]);
}

/** A statement with every place where it stands; the first is the one to show. */
export interface QuoteGroup {
  readonly shown: SelectedQuote;
  /** The best member's. */
  readonly score: number;
  /** In other articles than the one shown, at most one an article. */
  readonly duplicates: readonly SelectedQuote[];
}

/**
 * Folds quotes (best first) that overlap in one article or duplicate each other into one group each. A
 * group has the rank of its best member; of those that say the same, the best-sourced is shown.
 */
export function groupNearDuplicates(
  quotes: readonly SelectedQuote[],
  fingerprint: (text: string) => Fingerprint,
): QuoteGroup[] {
  const groups: { print: Fingerprint; members: SelectedQuote[] }[] = [];
  for (const quote of quotes) {
    const textOf = ({ start, end }: Range) => fingerprint(quote.article.text.slice(start, end));
    const print = textOf(quote);
    // Most quotes need no context.
    const core = isSameRange(quote, quote.core) ? print : textOf(quote.core);
    const group = groups.find(
      ({ members, print: other }) =>
        members.some((member) => overlaps(member, quote)) ||
        // The context tells whom "he" means; it must be the same one.
        (isNearDuplicate(other, core) && (core === print || isNearDuplicate(other, print))),
    );
    if (!group) groups.push({ print, members: [quote] });
    else if (!group.members.some((member) => member.article.id === quote.article.id)) {
      group.members.push(quote);
    }
  }
  return groups.flatMap(({ members }) => {
    const shown = bestSourced(members);
    if (!shown) return [];
    const score = Math.max(...members.map((member) => member.score));
    return [{ shown, score, duplicates: members.filter((member) => member !== shown) }];
  });
}

function isSameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether `member` already shows some of what `quote` was chosen for; sentences for sense may stand twice. */
function overlaps(member: SelectedQuote, { article, core }: SelectedQuote): boolean {
  return member.article.id === article.id && member.start < core.end && core.start < member.end;
}

/** The first among those with the most known of publisher, date and link. */
function bestSourced(members: readonly SelectedQuote[]): SelectedQuote | undefined {
  const most = Math.max(...members.map(({ article }) => sourceDetails(article)));
  return members.find(({ article }) => sourceDetails(article) === most);
}

function sourceDetails(article: Article): number {
  return [
    article.publisher !== UNKNOWN_PUBLISHER,
    article.published !== null,
    article.url !== null,
  ].filter(Boolean).length;
}
