import type { Range } from '../../shared/range.ts';
import { type Alternative, WEAK_WEIGHT } from '../alternative.ts';
import { ENGLISH_MONTHS } from '../english/calendar.ts';
import type { FoldCharacter } from '../folding.ts';
import type { Synonyms } from '../synonyms.ts';
import type { Token } from '../token.ts';
import { EMPTY_CHINESE_WORDS, pinyinOfName, segmentChinese } from './chinese-words.ts';
import type { ConceptDraft, IsKnown } from './concept.ts';
import type { Dictionary } from './dictionary.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';

/** What reading a Chinese question needs. */
export interface ChineseReader {
  readonly lexicon: Lexicon;
  readonly dictionary: Dictionary;
  readonly analyse: (text: string) => readonly Token[];
  readonly foldCharacter: FoldCharacter;
  readonly synonyms: Synonyms;
  readonly knownAmong: (terms: readonly string[]) => Promise<IsKnown>;
}

/** A character of the question as it is folded, with its place. */
interface Character extends Range {
  readonly folded: string;
}

/** The words of a Chinese question with their English alternatives. */
export async function readChinese(
  question: string,
  reader: ChineseReader,
): Promise<ConceptDraft[]> {
  const tokens = reader.analyse(question);
  const drafts: ConceptDraft[] = [];
  for (const run of runsOf(question, reader.foldCharacter))
    drafts.push(...(await readRun(run, reader)));
  for (const token of tokens) {
    if (token.kind !== 'word' && token.kind !== 'number') continue;
    const unit = question.charAt(token.end);
    const month =
      token.kind === 'number' && unit === '月' ? ENGLISH_MONTHS[Number(token.term) - 1] : undefined;
    if (month === undefined) {
      const alternatives = reader
        .synonyms(token.term, question)
        .map((synonym) => ({ terms: [synonym], weight: WEAK_WEIGHT }));
      drafts.push({ start: token.start, end: token.end, token, alternatives, kind: 'same' });
    } else {
      const terms = reader.analyse(month).map(({ term }) => term);
      const place = { start: token.start, end: token.end + unit.length };
      drafts.push({ ...place, token: null, alternatives: [{ terms, weight: 1 }], kind: 'name' });
    }
  }
  return drafts.toSorted((a, b) => a.start - b.start);
}

/** The runs of Chinese characters, function characters among them. */
function runsOf(question: string, foldCharacter: FoldCharacter): Character[][] {
  const runs: Character[][] = [];
  for (const { 0: written, index } of question.matchAll(/[\p{sc=Han}·・‧]+/gu)) {
    let start = index;
    const run: Character[] = [];
    for (const character of written) {
      const end = start + character.length;
      run.push({ start, end, folded: foldCharacter(character) });
      start = end;
    }
    runs.push(run);
  }
  return runs;
}

async function readRun(run: readonly Character[], reader: ChineseReader): Promise<ConceptDraft[]> {
  const characters = run.map(({ folded }) => folded);
  const names = await findNames(characters, reader);
  const entries = new Map<string, LexiconEntry | null>();
  const entryOf = (word: string) => {
    const entry = entries.get(word) ?? reader.lexicon.toEnglish(word);
    entries.set(word, entry);
    return entry;
  };
  const segments = segmentChinese(characters, {
    isWord: (word) => names.has(word) || entryOf(word) !== null,
    isEmpty: (word) => EMPTY_CHINESE_WORDS.has(word),
  });

  const drafts: ConceptDraft[] = [];
  let singles: ConceptDraft[] = [];
  for (const { start, end } of segments) {
    const word = characters.slice(start, end).join('');
    const place = { start: run[start]?.start ?? 0, end: run[end - 1]?.end ?? 0, token: null };
    const draft = draftOf(word, names.get(word), entryOf);
    if (draft?.kind === 'character') {
      singles.push({ ...place, ...draft });
      continue;
    }
    drafts.push(...joinSingles(singles));
    singles = [];
    if (draft) drafts.push({ ...place, ...draft });
  }
  return [...drafts, ...joinSingles(singles)];
}

/** What a segment stands for; null for one that says nothing. */
function draftOf(
  word: string,
  name: readonly Alternative[] | undefined,
  entryOf: (word: string) => LexiconEntry | null,
): Pick<ConceptDraft, 'alternatives' | 'kind'> | null {
  if (name) return { alternatives: name, kind: 'name' };
  if (EMPTY_CHINESE_WORDS.has(word) || !/\p{sc=Han}/u.test(word)) return null;
  const entry = entryOf(word);
  const alternatives = entry?.alternatives ?? [];
  if (Array.from(word).length === 1) return { alternatives, kind: 'character' };
  if (entry && alternatives.length === 0) return null;
  return { alternatives, kind: entry?.isName ? 'name' : 'word' };
}

/** A longer run of single characters is a name that no dictionary has. */
function joinSingles(singles: readonly ConceptDraft[]): ConceptDraft[] {
  const [first] = singles;
  const last = singles.at(-1);
  if (!first || !last || singles.length < 3) return [...singles];
  return [{ start: first.start, end: last.end, token: null, alternatives: [], kind: 'name' }];
}

/** Names of people in pinyin that the articles hold, by their characters. */
async function findNames(
  characters: readonly string[],
  { dictionary, analyse, knownAmong }: ChineseReader,
): Promise<Map<string, Alternative[]>> {
  const candidates = new Map<string, string[][]>();
  for (const start of characters.keys()) {
    for (const length of [2, 3, 4]) {
      const name = characters.slice(start, start + length).join('');
      if (start + length > characters.length || candidates.has(name)) continue;
      const written = pinyinOfName(name, dictionary)
        .map((pinyin) => analyse(pinyin).map(({ term }) => term))
        .filter((terms) => terms.length >= 2);
      if (written.length > 0) candidates.set(name, written);
    }
  }
  const known = await knownAmong([...candidates.values()].flat(2));
  const names = new Map<string, Alternative[]>();
  for (const [name, written] of candidates) {
    const alternatives = written.filter(known).map((terms) => ({ terms, weight: 1 }));
    if (alternatives.length > 0) names.set(name, alternatives);
  }
  return names;
}
