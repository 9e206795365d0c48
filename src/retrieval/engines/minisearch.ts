import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { createGrowableArray, type GrowableArray } from '../index-data/growable-array.ts';
import { countOf, partOf } from '../index-data/index-data.ts';
import { createStringNumbers, type StringNumbers } from '../index-data/string-numbers.ts';
import { createTopList } from '../ranking/top-list.ts';
import {
  ENGINE_FIELDS,
  type EngineQuery,
  type PassageDocument,
  type SearchEngine,
  type SearchEngineFactory,
} from './search-engine.ts';

type Field = (typeof ENGINE_FIELDS)[number];

/** Title weights of 2 and more cost up to 9 points on news. */
const BOOSTS: Readonly<Record<Field, number>> = { text: 1, heading: 1, title: 0.6 };

/**
 * The terms are asked for from the rarest on, until so many postings have been looked at: frequent
 * terms bring in most of the corpus, and say little about which passage is meant. docs/measurements.md
 * tells how many of the best ten this leaves.
 */
const POSTINGS_LOOKED_AT = 4000;

/** Terms asked for in any case. */
const FEWEST_TERMS = 2;

/** How many times as many postings are looked at when too few passages were found. */
const WIDENING = 8;

/** In {@link MiniSearch}, a document is a passage's number. */
const OPTIONS: Options<number> = {
  fields: [...ENGINE_FIELDS],
  processTerm: (term) => term,
  autoVacuum: false,
  searchOptions: { boost: { ...BOOSTS }, bm25: { k: 1.2, b: 0.7, d: 0.5 } },
};

/** The default engine: MiniSearch, in this process's memory. */
export const miniSearchEngine: SearchEngineFactory = {
  name: 'MiniSearch',
  async build(documents) {
    const collected = createCollector();
    for await (const batch of documents) {
      for (const document of batch) collected.add(document);
    }
    const { index, lookUp } = collected.finish();
    return createEngine(await MiniSearch.loadJSAsync<number>(index, OPTIONS), lookUp);
  },
};

/** What a search needs besides MiniSearch itself. */
interface LookUp {
  readonly numbers: StringNumbers;
  readonly articleIds: readonly string[];
  readonly languages: readonly PassageDocument['language'][];
  /** By term: in how many fields of passages it stands. */
  readonly postingCounts: Uint32Array;
  /** The key under which MiniSearch has a term. */
  readonly keyOf: (term: number) => string;
}

function createEngine(miniSearch: MiniSearch<number>, lookUp: LookUp): SearchEngine {
  const { numbers, articleIds, languages, postingCounts, keyOf } = lookUp;

  function find(
    terms: readonly Asked[],
    { within, language, limit }: EngineQuery,
  ): readonly number[] {
    const weights = new Map<string, number>();
    for (const { key, weight } of terms) weights.set(key, (weights.get(key) ?? 0) + weight);
    const best = createTopList<{ readonly id: number; readonly score: number }>(
      limit,
      ({ score }) => score,
      ({ id }) => id,
    );
    miniSearch.search('', {
      tokenize: () => [...weights.keys()],
      boostTerm: (key) => weights.get(key) ?? 1,
      // Gives none of them back, so that they are not sorted: most are not among the best.
      filter: ({ id: found, score, queryTerms }) => {
        const id: number = found;
        const isFit =
          (language === null || languages[id] === language) &&
          (within === null || within.has(articleIds[id] ?? ''));
        // MiniSearch multiplies by the number of matched terms.
        if (isFit) best.add({ id, score: score / queryTerms.length });
        return false;
      },
    });
    return best.sorted().map(({ id }) => id);
  }

  return {
    async search(query) {
      const asked = query.terms
        .flatMap(({ term, weight }): Asked[] => {
          const number = numbers.get(term);
          if (number === undefined) return [];
          return [{ key: keyOf(number), weight, postings: postingCounts[number] ?? 0 }];
        })
        .toSorted((a, b) => a.postings - b.postings);
      for (let most = POSTINGS_LOOKED_AT; ; most *= WIDENING) {
        const chosen = rarestOf(asked, most);
        const found = find(chosen, query);
        if (found.length >= query.limit || chosen.length === asked.length) return found;
      }
    },
  };
}

/** A term of a question that the index holds. */
interface Asked {
  readonly key: string;
  readonly weight: number;
  readonly postings: number;
}

/** The first of the terms that have so many postings together, and at least {@link FEWEST_TERMS}. */
function rarestOf(terms: readonly Asked[], mostPostings: number): readonly Asked[] {
  let sum = 0;
  const end = terms.findIndex(({ postings }, index) => {
    sum += postings;
    return sum > mostPostings && index >= FEWEST_TERMS;
  });
  return end === -1 ? terms : terms.slice(0, end);
}

/** The terms of one field, passage after passage, and where those of each passage begin. */
interface FieldTerms {
  readonly terms: GrowableArray<Uint32Array>;
  readonly from: GrowableArray<Uint32Array>;
}

/** The same, term after term: the passages of each, ascending, one for each occurrence. */
interface InvertedField {
  readonly from: Uint32Array;
  readonly passages: Uint32Array;
}

/** Collects passages, and makes of all of them what MiniSearch loads. */
function createCollector() {
  const numbers = createStringNumbers();
  const articleIds: string[] = [];
  const languages: PassageDocument['language'][] = [];
  const fields: Readonly<Record<Field, FieldTerms>> = {
    text: createFieldTerms(),
    heading: createFieldTerms(),
    title: createFieldTerms(),
  };
  let termCount = 0;

  function numberOf(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.add(term, termCount);
    termCount += 1;
    return termCount - 1;
  }

  return {
    /** @throws RangeError when passages do not come in the order of their ids. */
    add({ id, articleId, language, fields: given }: PassageDocument): void {
      if (id !== articleIds.length) throw new RangeError(`passage ${id} is out of order`);
      articleIds.push(articleId);
      languages.push(language);
      for (const name of ENGINE_FIELDS) {
        const { terms, from } = fields[name];
        for (const term of given[name]) terms.push(numberOf(term));
        from.push(terms.length);
      }
    },

    finish(): { readonly index: AsPlainObject; readonly lookUp: LookUp } {
      const collected = ENGINE_FIELDS.map((name) => ({
        terms: fields[name].terms.toArray(),
        from: fields[name].from.toArray(),
      }));
      const inverted = collected.map((field) => invert(field.from, field.terms, termCount));
      const { postingCounts, holders } = countPostings(inverted, termCount);
      return {
        index: toIndex(
          articleIds.length,
          collected.map(({ from }) => from),
          () => entriesOf(inverted, holders),
        ),
        lookUp: {
          numbers,
          articleIds,
          languages,
          postingCounts,
          keyOf: (term) => sharedKeyOf(term, holders),
        },
      };
    },
  };
}

function createFieldTerms(): FieldTerms {
  const from = createGrowableArray(Uint32Array);
  from.push(0);
  return { terms: createGrowableArray(Uint32Array), from };
}

/** Turns passages with terms into terms with passages, by a counting sort. */
function invert(passageFrom: Uint32Array, terms: Uint32Array, termCount: number): InvertedField {
  const from = new Uint32Array(termCount + 1);
  for (const term of terms) from[term + 1] = (from[term + 1] ?? 0) + 1;
  for (let term = 0; term < termCount; term += 1) {
    from[term + 1] = (from[term + 1] ?? 0) + (from[term] ?? 0);
  }
  const next = from.slice();
  const passages = new Uint32Array(terms.length);
  for (let passage = 0; passage < countOf(passageFrom); passage += 1) {
    const [start, end] = partOf(passageFrom, passage);
    for (let index = start; index < end; index += 1) {
      const term = terms[index] ?? 0;
      const place = next[term] ?? 0;
      passages[place] = passage;
      next[term] = place + 1;
    }
  }
  return { from, passages };
}

/** In place of a passage, where several hold a term. */
const SEVERAL = 0xffff_ffff;

/** By term: how many postings it has in all fields, and the one passage that holds it. */
function countPostings(fields: readonly InvertedField[], termCount: number) {
  const postingCounts = new Uint32Array(termCount);
  const holders = new Uint32Array(termCount);
  for (let term = 0; term < termCount; term += 1) {
    let count = 0;
    let holder: number | null = null;
    for (const { from, passages } of fields) {
      const [start, end] = partOf(from, term);
      for (let index = start; index < end; index += 1) {
        const passage = passages[index] ?? 0;
        if (index > start && passage === passages[index - 1]) continue;
        count += 1;
        holder = holder === null || holder === passage ? passage : SEVERAL;
      }
    }
    postingCounts[term] = count;
    holders[term] = holder ?? SEVERAL;
  }
  return { postingCounts, holders };
}

/**
 * The key under which MiniSearch has a term: its number in ASCII, because its tree is searched node by
 * node, and thousands of Chinese characters would make wide nodes. The terms of one passage only, which
 * are half of all in Chinese, share the key of that passage: each entry costs MiniSearch some 400 bytes.
 */
function sharedKeyOf(term: number, holders: Uint32Array): string {
  const holder = holders[term] ?? SEVERAL;
  return holder === SEVERAL ? term.toString(KEY_RADIX) : passageKey(holder);
}

const KEY_RADIX = 36;

function passageKey(passage: number): string {
  return `.${passage.toString(KEY_RADIX)}`;
}

type Entry = AsPlainObject['index'][number];

/** MiniSearch's entries: keys with the occurrences by passage by field. */
function* entriesOf(
  fields: readonly InvertedField[],
  holders: Uint32Array,
): Generator<Entry, undefined> {
  const sharing = new Set<number>();
  for (const [term, holder] of holders.entries()) {
    if (holder !== SEVERAL) {
      sharing.add(holder);
      continue;
    }
    const byField: Entry[1] = {};
    for (const [field, { from, passages }] of fields.entries()) {
      const [start, end] = partOf(from, term);
      if (start === end) continue;
      const occurrences: Entry[1][string] = {};
      for (const passage of passages.subarray(start, end)) {
        occurrences[passage] = (occurrences[passage] ?? 0) + 1;
      }
      byField[field] = occurrences;
    }
    yield [term.toString(KEY_RADIX), byField];
  }
  for (const passage of sharing) yield [passageKey(passage), { 0: { [passage]: 1 } }];
}

/**
 * An index in the form in which MiniSearch saves and loads one. Adding passage by passage takes two
 * and a half times as long.
 *
 * @param froms by field: where the terms of each passage begin.
 */
function toIndex(
  passageCount: number,
  froms: readonly Uint32Array[],
  entries: () => Generator<Entry, undefined>,
): AsPlainObject {
  const ids = Array.from({ length: passageCount }, (_, id) => id);
  const index: Entry[] = [];
  // Made while they are walked: all at once they take as much memory as the index that they become.
  index[Symbol.iterator] = entries;
  return {
    documentCount: passageCount,
    nextId: passageCount,
    documentIds: Object.fromEntries(ids.entries()),
    fieldIds: Object.fromEntries(ENGINE_FIELDS.map((name, field) => [name, field])),
    fieldLength: Object.fromEntries(
      ids.map((id) => [
        id,
        froms.map((from) => {
          const [start, end] = partOf(from, id);
          return end - start;
        }),
      ]),
    ),
    averageFieldLength: froms.map((from) => (from.at(-1) ?? 0) / Math.max(1, passageCount)),
    storedFields: {},
    index,
    serializationVersion: 2,
  };
}
