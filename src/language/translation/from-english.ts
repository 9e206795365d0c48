import { createYielder } from '../../shared/yield.ts';
import type { Alternative } from '../alternative.ts';
import { chineseMonths } from '../chinese/calendar.ts';
import { ENGLISH_MONTHS } from '../english/calendar.ts';
import type { Token } from '../token.ts';
import { splitSyllables, surnameCharacters } from './chinese-words.ts';
import type { ConceptDraft, IsKnown } from './concept.ts';
import type { Dictionary } from './dictionary.ts';
import type { Lexicon } from './lexicon.ts';

/** What reading an English question needs. */
export interface EnglishReader {
  readonly lexicon: Lexicon;
  readonly dictionary: Dictionary;
  readonly analyse: (text: string) => readonly Token[];
  readonly knownAmong: (terms: readonly string[]) => Promise<IsKnown>;
}

/** Words of a phrase that is looked up as a whole, without stop words. */
const LONGEST_PHRASE = 4;

/** What may stand between two words of a phrase: "Ministry of Foreign Affairs". */
const JOINT = /^[ -]{1,2}$|^['’]s $|^ (?:of|of the|and|for|the) $/u;

/** Words behind "how" that only ask: their last letters end a match. */
const ASKING = /\bhow (?:long|far|old|often|big|large|high|tall|deep|fast|quickly|soon)\b/giu;

/** A stretch of the question with all of its alternatives. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly alternatives: readonly Alternative[];
  readonly isName: boolean;
}

/** The words and phrases of an English question with their Chinese alternatives. */
export async function readEnglish(
  question: string,
  reader: EnglishReader,
): Promise<ConceptDraft[]> {
  const asking = new Set(
    [...question.matchAll(ASKING)].map(({ 0: { length }, index }) => index + length),
  );
  const tokens = reader
    .analyse(question)
    .filter(({ kind, end }) => kind !== 'part' && !asking.has(end));
  const yieldIfDue = createYielder();
  const candidates: Candidate[] = [];
  for (const from of tokens.keys()) {
    candidates.push(...candidatesAt(question, tokens, from, reader));
    await yieldIfDue();
  }
  const known = await reader.knownAmong(
    candidates.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)),
  );
  const isUseful = ({ alternatives }: Candidate) => alternatives.some(({ terms }) => known(terms));

  const drafts: ConceptDraft[] = [];
  for (let from = 0; from < tokens.length; ) {
    const here = candidates.filter((candidate) => candidate.from === from);
    const longest = here.find(isUseful);
    const to = longest?.to ?? from + 1;
    const first = tokens[from];
    const last = tokens[to - 1];
    if (!first || !last) break;
    drafts.push({
      start: first.start,
      end: last.end,
      token: to === from + 1 ? first : null,
      alternatives: here
        .filter((candidate) => candidate.to === to)
        .flatMap(({ alternatives }) => alternatives),
      kind: kindOf(question, first, longest?.isName ?? false),
    });
    from = to;
  }
  return drafts;
}

/** Every phrase that begins at a token, the longest first. */
function candidatesAt(
  question: string,
  tokens: readonly Token[],
  from: number,
  reader: EnglishReader,
): Candidate[] {
  const candidates: Candidate[] = [];
  const phrase: Token[] = [];
  for (const token of tokens.slice(from, from + LONGEST_PHRASE)) {
    const previous = phrase.at(-1);
    if (previous && !JOINT.test(question.slice(previous.end, token.start))) break;
    phrase.push(token);
    const to = from + phrase.length;
    const mayBeName = phrase.every((word) => isCapitalised(question, word));
    const entry = phrase.every(({ kind }) => kind === 'word')
      ? reader.lexicon.toChinese(phrase, mayBeName)
      : null;
    if (entry) candidates.push({ from, to, ...entry });
    const month = monthAlternatives(phrase, reader);
    if (month.length > 0) candidates.push({ from, to, alternatives: month, isName: true });
    const names = phrase.length === 2 ? nameAlternatives(question, phrase, reader) : [];
    if (names.length > 0) candidates.push({ from, to, alternatives: names, isName: true });
  }
  return candidates.toReversed();
}

function monthAlternatives(phrase: readonly Token[], { analyse }: EnglishReader): Alternative[] {
  const [word] = phrase;
  if (phrase.length !== 1 || !word) return [];
  return chineseMonths(1 + ENGLISH_MONTHS.indexOf(word.surface)).map((written) => ({
    terms: analyse(written)
      .filter(({ kind }) => kind !== 'part')
      .map(({ term }) => term),
    weight: 1,
  }));
}

/** The characters that a name in pinyin may have, as "Wang Wenbin" or "Wenbin Wang". */
function nameAlternatives(
  question: string,
  phrase: readonly Token[],
  { dictionary }: EnglishReader,
): Alternative[] {
  const words = phrase.map(({ start, end }) => question.slice(start, end).replace(/['’]s$/u, ''));
  if (!words.every((word) => /^\p{Lu}[a-z]+$/u.test(word))) return [];
  const [first = '', second = ''] = words;
  return [
    [first, second],
    [second, first],
  ].flatMap(([surname = '', rest = '']) => {
    const surnames = surnameCharacters(surname, dictionary);
    if (surnames.length === 0) return [];
    return splitSyllables(rest.toLowerCase(), dictionary).flatMap((syllables) => {
      const [one = [], two] = syllables.map((syllable) => dictionary.charactersRead(syllable));
      const given = two ? one.flatMap((a) => two.map((b) => [a, b])) : one.map((a) => [a]);
      return surnames.flatMap((character) =>
        given.map(([a = '', b]) => ({
          terms: b === undefined ? [character + a] : [character + a, a + b],
          weight: 1,
        })),
      );
    });
  });
}

function kindOf(question: string, token: Token, isName: boolean): ConceptDraft['kind'] {
  if (token.kind !== 'word') return 'same';
  const isFirst = !/[\p{L}\p{N}]/u.test(question.slice(0, token.start));
  return isName || (isCapitalised(question, token) && !isFirst) ? 'name' : 'word';
}

function isCapitalised(question: string, { start, end }: Token): boolean {
  return /^\p{Lu}/u.test(question.slice(start, end));
}
