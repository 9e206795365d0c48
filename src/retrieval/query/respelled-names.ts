import {
  type Analyser,
  type FoundName,
  isTerm,
  type NameFinder,
  type Token,
} from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import type { TermStatistics } from '../passages/term-statistics.ts';
import type { CorrectedText } from './chinese-transposition.ts';

/** A question in whose text names are spelled as the articles spell them. */
export interface RespelledText extends CorrectedText {
  /** Where the names are in {@link text} that were spelled otherwise. */
  readonly respelled: readonly Range[];
  /** Where the Chinese names are in it that no article holds: no typing errors. */
  readonly unknown: readonly Range[];
}

/** What spelling names anew needs. */
interface Respelling {
  readonly analyser: Pick<Analyser, 'analyse'>;
  readonly statistics: Pick<TermStatistics, 'documentFrequencies'>;
  /** Null where there is no dictionary, which tells names from other words. */
  readonly names: NameFinder | null;
}

/**
 * Spells the names of a question as the articles do: each word that no article holds and that is
 * another spelling of a name which they have.
 */
export async function respellNames(text: string, sources: Respelling): Promise<RespelledText> {
  const { analyser, statistics, names } = sources;
  const unchanged = { text, corrections: [], respelled: [], unknown: [] };
  if (!names) return unchanged;
  const tokens = analyser.analyse(text);
  const frequencies = await statistics.documentFrequencies(tokens.map(({ term }) => term));
  const isHeld = ({ term }: Token) => (frequencies.get(term) ?? 0) > 0;
  const found: FoundName[] = [];
  for (const token of tokens) {
    if (!isTerm(token) || token.kind !== 'word' || isHeld(token)) continue;
    // A normal form that the articles hold stands for it: "e-mail" for "email".
    if (tokens.some((other) => covers(other, token) && isHeld(other))) continue;
    const { start, end } = withoutPossessive(text, token);
    const to = await names.latin(text.slice(start, end), token.term);
    if (to !== null && (await heldAmong([to], sources)).has(to)) found.push({ start, end, to });
  }
  if (isUnknownIn(tokens, isHeld)) {
    found.push(...(await names.chinese(text, (texts) => heldAmong(texts, sources))));
  }
  return found.length === 0
    ? unchanged
    : respell(
        text,
        found.toSorted((a, b) => a.start - b.start),
      );
}

/** Whether there is a pair of Chinese characters that no article holds: a part of every unknown name. */
function isUnknownIn(tokens: readonly Token[], isHeld: (token: Token) => boolean): boolean {
  return tokens.some((token) => token.kind === 'bigram' && !isHeld(token));
}

function covers(one: Range, other: Range): boolean {
  return one.start <= other.start && other.end <= one.end;
}

function withoutPossessive(text: string, { start, end }: Range): Range {
  return { start, end: end - (/['’]s?$/u.exec(text.slice(start, end))?.[0].length ?? 0) };
}

/** Which names the index knows, every term of them: one may stand in a paragraph that is left out. */
async function heldAmong(
  names: readonly string[],
  { analyser, statistics }: Respelling,
): Promise<Set<string>> {
  const termsOf = new Map(
    names.map((name) => [
      name,
      analyser
        .analyse(name)
        .filter(isTerm)
        .map(({ term }) => term),
    ]),
  );
  const frequencies = await statistics.documentFrequencies([
    ...new Set([...termsOf.values()].flat()),
  ]);
  const isKnown = (name: string) => {
    const terms = termsOf.get(name) ?? [];
    return terms.length > 0 && terms.every((term) => (frequencies.get(term) ?? 0) > 0);
  };
  return new Set(names.filter(isKnown));
}

function respell(text: string, names: readonly FoundName[]): RespelledText {
  const respelled: Range[] = [];
  const unknown: Range[] = [];
  const corrections: { from: string; to: string }[] = [];
  let written = '';
  let from = 0;
  for (const { start, end, to } of names) {
    const asked = text.slice(start, end);
    written += text.slice(from, start);
    const place = { start: written.length, end: written.length + (to ?? asked).length };
    if (to === null) {
      unknown.push(place);
    } else {
      respelled.push(place);
      corrections.push({ from: asked, to });
    }
    written += to ?? asked;
    from = end;
  }
  return { text: written + text.slice(from), corrections, respelled, unknown };
}
