import { ENGLISH_STOP_WORDS } from '../../language/index.ts';
import type { Suggestion, SuggestionKind } from './suggestion.ts';
import { createMatchingKey } from './suggestion.ts';

/** What is looked for while somebody types. */
export interface SuggestionQuery {
  readonly typed: string;
  /** In the order in which they are preferred where they match equally well. */
  readonly kinds: readonly SuggestionKind[];
  readonly limit: number;
}

/** What can take the place of the end of what was typed. */
export interface Ending {
  /** Where in the typed text it would begin, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

/** Finds suggestions for what somebody types. In memory, immutable. */
export interface SuggestionIndex {
  /**
   * Suggestions for the whole of what was typed: first those that begin with it, then those in which
   * it begins a word, then those that have all its words in any order and Chinese inside. Where there
   * are none, those that have its last Chinese characters, as many as possible: a Chinese question has
   * no spaces. Everything where nothing was typed.
   */
  search(query: SuggestionQuery): readonly Suggestion[];
  /** What the last words of a longer text may become, those that take up most of it first. */
  endings(query: SuggestionQuery): readonly Ending[];
}

/** What is typed beyond this changes nothing, in UTF-16 units from the end. */
const TYPED_LENGTH = 200;

/** So many words or characters before the end may begin a name or phrase. */
const MOST_STARTS = 8;

/** The English beginning of a word that is worth completing, in UTF-16 units. */
const SHORTEST_BEGINNING = 2;

/** An index over suggestions in the order in which they are preferred. */
export function createSuggestionIndex(suggestions: Iterable<Suggestion>): SuggestionIndex {
  const keyOf = createMatchingKey();
  const byKind = new Map<SuggestionKind, Suggestion[]>();
  for (const suggestion of suggestions) {
    const known = byKind.get(suggestion.kind);
    if (known) known.push(suggestion);
    else byKind.set(suggestion.kind, [suggestion]);
  }
  const prefixes = new Map([...byKind].map(([kind, all]) => [kind, createPrefixFinder(all)]));

  function search(query: SuggestionQuery): readonly Suggestion[] {
    const found = searchWhole(query);
    if (found.length > 0) return found;
    for (const start of startsOfChineseEnding(query.typed)) {
      const byEnding = searchWhole({ ...query, typed: query.typed.slice(start) });
      if (byEnding.length > 0) return byEnding;
    }
    return [];
  }

  function searchWhole({ typed, kinds, limit }: SuggestionQuery): readonly Suggestion[] {
    const rankOf = createRanking(keyOf(typed.slice(-TYPED_LENGTH)).trim());
    const ranks: Suggestion[][] = [[], [], []];
    for (const kind of kinds) {
      for (const suggestion of byKind.get(kind) ?? []) {
        const rank = rankOf(suggestion.key);
        const found = rank === null ? undefined : ranks[rank];
        if (found && found.length < limit) found.push(suggestion);
        if (rank === 0 && found?.length === limit) return found;
      }
    }
    return ranks.flat().slice(0, limit);
  }

  function endings({ typed, kinds, limit }: SuggestionQuery): readonly Ending[] {
    const found = new Map<string, Ending>();
    for (const start of startsOfEnding(typed)) {
      const begun = keyOf(typed.slice(start));
      for (const kind of kinds) {
        for (const { text, key } of prefixes.get(kind)?.(begun) ?? []) {
          if (found.size === limit) return [...found.values()];
          if (key !== begun && !found.has(key)) found.set(key, { start, text });
        }
      }
    }
    return [...found.values()];
  }

  return { search, endings };
}

/**
 * A function that gives the suggestions whose key has a beginning, in the order in which they come
 * here. By their first character alone: sorting them all would hold the thread for too long.
 */
function createPrefixFinder(
  suggestions: readonly Suggestion[],
): (begun: string) => readonly Suggestion[] {
  const byFirst = new Map<string, Suggestion[]>();
  for (const suggestion of suggestions) {
    const first = suggestion.key.charAt(0);
    const known = byFirst.get(first);
    if (known) known.push(suggestion);
    else byFirst.set(first, [suggestion]);
  }
  return (begun) => (byFirst.get(begun.charAt(0)) ?? []).filter(({ key }) => key.startsWith(begun));
}

/** How well a key matches what was typed: 0 is best, null not at all. */
function createRanking(typed: string): (key: string) => 0 | 1 | 2 | null {
  const units = unitsOf(typed);
  const asWords = ` ${typed}`;
  return (key) => {
    if (key.startsWith(typed)) return 0;
    if (key.includes(asWords)) return 1;
    const isMatch = units.length > 0 && units.every((unit) => holds(key, unit));
    return isMatch ? 2 : null;
  };
}

/** A word, or a run of Chinese, which stands anywhere since it has no spaces. */
interface Unit {
  readonly text: string;
  readonly isChinese: boolean;
}

/**
 * The words and Chinese runs of a key, without those that say nothing where there are others. The
 * longest comes first: most keys do not have it, and need not be looked at further.
 */
function unitsOf(key: string): readonly Unit[] {
  const units = key.match(/\p{sc=Han}+|[[\p{L}\p{M}\p{N}]--\p{sc=Han}]+/gv) ?? [];
  const telling = units.filter((unit) => !ENGLISH_STOP_WORDS.has(unit));
  return (telling.length > 0 ? telling : units)
    .toSorted((a, b) => b.length - a.length)
    .map((text) => ({ text, isChinese: /^\p{sc=Han}/u.test(text) }));
}

/** A word stands for what begins with it. */
function holds(key: string, { text, isChinese }: Unit): boolean {
  for (let at = key.indexOf(text); at !== -1; at = key.indexOf(text, at + 1)) {
    if (isChinese || at === 0) return true;
    if (!/[[\p{L}\p{M}\p{N}]--\p{sc=Han}]/v.test(key.charAt(at - 1))) return true;
  }
  return false;
}

/** Where the end of a text may begin to be a name or phrase: at words, and at Chinese characters. */
function startsOfEnding(typed: string): readonly number[] {
  const from = Math.max(0, typed.length - TYPED_LENGTH);
  const end = typed.slice(from);
  const pieces = end.matchAll(/\p{sc=Han}|[[\p{L}\p{M}\p{N}]--\p{sc=Han}][^\s\p{sc=Han}]*/gv);
  const starts = Array.from(pieces, ({ index }) => from + index);
  return starts
    .slice(-MOST_STARTS)
    .filter(
      (start) =>
        typed.length - start >= SHORTEST_BEGINNING || /\p{sc=Han}/u.test(typed.slice(start)),
    );
}

/** Fewer Chinese characters stand in too much. */
const SHORTEST_CHINESE = 2;

function startsOfChineseEnding(typed: string): readonly number[] {
  const end = typed.length - SHORTEST_CHINESE;
  return startsOfEnding(typed)
    .slice(1)
    .filter((start) => start <= end && /^\p{sc=Han}+$/u.test(typed.slice(start)));
}
