import type { Unit } from './units.ts';

/** What may differ between a text and an article without another word. */
export type Typography =
  | 'case'
  | 'quotation-marks'
  | 'dashes'
  | 'spaces'
  | 'width'
  | 'script'
  | 'markdown'
  | 'punctuation';

/** What stands for what: as the article has it, and as the text has it. Either may be empty. */
export interface Difference {
  readonly from: string;
  readonly to: string;
}

/** A text with its units. */
export interface ReadText {
  readonly text: string;
  readonly units: readonly Unit[];
}

/** Differences of typography, each once, with their kinds. */
export interface TypographyReport {
  readonly kinds: readonly Typography[];
  readonly differences: readonly Difference[];
}

const APOSTROPHES = /['’‘ʼ＇]/gu;
const QUOTATION_MARKS = /["“”„‟＂「」『』«»‹›'’‘‚‛ʼ＇〝〞]/gu;
const DASHES = /[-‐‑‒–—―−－─]/gu;
const MARKDOWN = /[*_~`#>|\\]/gu;
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/** Full stops and commas that NFKC leaves apart. */
const SAME_SIGN: Readonly<Record<string, string>> = { '。': '.', '、': ',', '・': '·' };

/**
 * Says what differs between two texts whose units are equal one by one.
 *
 * @param article what stands in the article, from its first unit to its last and whatever is around.
 */
export function compareTypography(article: ReadText, claimed: ReadText): TypographyReport {
  const kinds = new Set<Typography>();
  const differences = new Map<string, Difference>();
  const note = (from: string, to: string, found: readonly Typography[]) => {
    if (found.length === 0) return;
    for (const kind of found) kinds.add(kind);
    differences.set(`${from}\0${to}`, { from, to });
  };
  for (const [index, unit] of article.units.entries()) {
    const other = claimed.units[index];
    if (!other) continue;
    const from = article.text.slice(unit.start, unit.end);
    const to = claimed.text.slice(other.start, other.end);
    if (from !== to) note(from, to, kindsInUnit(from, to));
  }
  for (let index = 0; index <= article.units.length; index += 1) {
    const from = gapBefore(article, index);
    const to = gapBefore(claimed, index);
    if (from !== to) note(from, to, kindsInGap(from, to));
  }
  return { kinds: [...kinds], differences: [...differences.values()] };
}

/** What stands between a unit and the one before it; at the ends, between it and the end. */
function gapBefore({ text, units }: ReadText, index: number): string {
  return text.slice(units[index - 1]?.end ?? 0, units[index]?.start ?? text.length);
}

function kindsInUnit(from: string, to: string): readonly Typography[] {
  const kinds: Typography[] = [];
  if (matchesIn(from, MARKDOWN) !== matchesIn(to, MARKDOWN)) kinds.push('markdown');
  const [plainFrom, plainTo] = [from, to].map((each) =>
    each.replaceAll(UNSEEN, '').replaceAll(MARKDOWN, ''),
  );
  const [wideFrom = '', wideTo = ''] = [plainFrom, plainTo].map((each = '') =>
    each.normalize('NFKC'),
  );
  if (apostrophesIn(from) !== apostrophesIn(to)) kinds.push('quotation-marks');
  const [one, other] = [wideFrom, wideTo].map((each) => each.replaceAll(APOSTROPHES, "'"));
  if (one !== other) {
    if (/\p{sc=Han}/u.test(from)) kinds.push('script');
    else {
      const [low, otherLow] = [one, other].map((each = '') => each.toLowerCase());
      kinds.push(low === otherLow ? 'case' : 'punctuation');
    }
  } else if (plainFrom !== plainTo && kinds.length === 0) kinds.push('width');
  return kinds.length > 0 ? kinds : ['spaces'];
}

function apostrophesIn(text: string): string {
  return (text.match(APOSTROPHES) ?? []).join('');
}

const CLASSES: readonly (readonly [Typography, RegExp])[] = [
  ['quotation-marks', QUOTATION_MARKS],
  ['dashes', DASHES],
  ['markdown', MARKDOWN],
];

function kindsInGap(from: string, to: string): readonly Typography[] {
  const kinds: Typography[] = [];
  let restFrom = from.replaceAll(/\s/gu, '');
  let restTo = to.replaceAll(/\s/gu, '');
  if (restFrom === restTo) return ['spaces'];
  for (const [kind, pattern] of CLASSES) {
    if (matchesIn(restFrom, pattern) !== matchesIn(restTo, pattern)) kinds.push(kind);
    restFrom = restFrom.replaceAll(pattern, '');
    restTo = restTo.replaceAll(pattern, '');
  }
  if (restFrom === restTo) return kinds.length > 0 ? kinds : ['punctuation'];
  const [one, other] = [restFrom, restTo].map((each) => signsIn(each).join(''));
  kinds.push(one === other ? 'width' : 'punctuation');
  return kinds;
}

function matchesIn(text: string, pattern: RegExp): string {
  return (text.match(pattern) ?? []).join('');
}

/** The signs of punctuation between or around words, without marks, dashes and spaces; see {@link sameSign}. */
export function signsIn(text: string): string[] {
  const plain = CLASSES.reduce((rest, [, pattern]) => rest.replaceAll(pattern, ''), text);
  return Array.from(plain.replaceAll(UNSEEN, '').replaceAll(/\s/gu, ''), sameSign);
}

/** A sign of punctuation in the width of ASCII. */
export function sameSign(sign: string): string {
  const plain = sign.normalize('NFKC');
  return SAME_SIGN[plain] ?? plain;
}
