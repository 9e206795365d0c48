import { type Analyser, isTerm, type NameFinder, type Token } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';
import type { TermStatistics } from '../passages/term-statistics.ts';
import type { CorrectedText } from './chinese-transposition.ts';

/** A question in whose text names are spelled as the articles spell them. */
export interface RespelledText extends CorrectedText {
  /** Where the names are in {@link text} that were spelled otherwise. */
  readonly respelled: readonly Range[];
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
  const unchanged = { text, corrections: [], respelled: [] };
  if (!names) return unchanged;
  const tokens = analyser.analyse(text);
  const frequencies = await statistics.documentFrequencies(tokens.map(({ term }) => term));
  const isHeld = ({ term }: Token) => (frequencies.get(term) ?? 0) > 0;
  const replacements: (Range & { readonly to: string })[] = [];
  for (const token of tokens) {
    if (!isTerm(token) || token.kind !== 'word' || isHeld(token)) continue;
    // A normal form that the articles hold stands for it: "e-mail" for "email".
    if (tokens.some((other) => covers(other, token) && isHeld(other))) continue;
    const { start, end } = withoutPossessive(text, token);
    const to = await names.latin(text.slice(start, end), token.term);
    if (to !== null && (await isKnown(to, sources))) replacements.push({ start, end, to });
  }
  return replacements.length === 0 ? unchanged : replaceAll(text, replacements);
}

function covers(one: Range, other: Range): boolean {
  return one.start <= other.start && other.end <= one.end;
}

function withoutPossessive(text: string, { start, end }: Range): Range {
  return { start, end: end - (/['’]s?$/u.exec(text.slice(start, end))?.[0].length ?? 0) };
}

/** Whether the index knows every term: a name may stand in a paragraph that is left out. */
async function isKnown(name: string, { analyser, statistics }: Respelling): Promise<boolean> {
  const terms = analyser.analyse(name).filter(isTerm);
  const frequencies = await statistics.documentFrequencies(terms.map(({ term }) => term));
  return terms.length > 0 && terms.every(({ term }) => (frequencies.get(term) ?? 0) > 0);
}

function replaceAll(
  text: string,
  replacements: readonly (Range & { readonly to: string })[],
): RespelledText {
  const respelled: Range[] = [];
  let written = '';
  let from = 0;
  for (const { start, end, to } of replacements) {
    written += text.slice(from, start);
    respelled.push({ start: written.length, end: written.length + to.length });
    written += to;
    from = end;
  }
  return {
    text: written + text.slice(from),
    corrections: replacements.map(({ start, end, to }) => ({ from: text.slice(start, end), to })),
    respelled,
  };
}
