import type { PassageLanguage, Token } from '../../language/index.ts';
import { TOKEN_KINDS } from '../../language/index.ts';
import type { PassageId } from '../engines/search-engine.ts';
import { kindAt } from '../index-data/form-table.ts';
import { countOf, type IndexData, partOf } from '../index-data/index-data.ts';
import type { StringNumbers } from '../index-data/string-numbers.ts';
import type { Passage } from './split-passages.ts';

/** What an occurrence in the title above a passage counts beside one in its own text. */
export const TITLE_WEIGHT = 1;

/** A passage with what is known of the terms that were asked for. */
export interface StoredPassage {
  readonly passage: Passage;
  /** Where the terms stand, in the order of the text, with offsets into the article's text. */
  readonly tokens: readonly Token[];
  /** How often the terms stand in the article's title. */
  readonly titleCounts: ReadonlyMap<string, number>;
  /** How long it is for its language, in searchable tokens: 1 is the mean. */
  readonly relativeLength: number;
}

/**
 * Passages by their ids, beside any search engine. Asynchronous and in bulk, so that it may live in
 * another thread or in a database.
 */
export interface PassageStore {
  readonly count: number;
  /** The languages of which there are passages. */
  readonly languages: ReadonlySet<PassageLanguage>;
  /** The passages with these ids, in this order. */
  read(ids: readonly PassageId[], terms: ReadonlySet<string>): Promise<readonly StoredPassage[]>;
}

/** A {@link PassageStore} in memory. */
export function createPassageStore(
  { passages, tokens: data }: IndexData,
  numbers: Pick<StringNumbers, 'get'>,
): PassageStore {
  const articleOf = numberArticles(data.articlePassageFrom);
  const relativeLengths = measure({ passages, tokens: data }, articleOf);
  // By term: 1 while it is asked for. Every token of the candidates is looked up.
  const isWanted = new Uint8Array(data.terms.length);

  function tokensOf(id: PassageId, { start: offset }: Passage) {
    const [from, to] = partOf(data.passageTokenFrom, id);
    const tokens: Token[] = [];
    for (let token = from; token < to; token += 1) {
      const form = data.tokenForm[token] ?? 0;
      const term = data.formTerm[form] ?? 0;
      if (isWanted[term] !== 1) continue;
      const start = offset + (data.tokenStart[token] ?? 0);
      tokens.push({
        term: data.terms[term] ?? '',
        surface: data.formSurfaces[form] ?? '',
        kind: kindAt(data.formKind[form] ?? 0),
        start,
        end: start + (data.tokenLength[token] ?? 0),
      });
    }
    return tokens;
  }

  function titleCountsOf(id: PassageId): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const [from, to] = partOf(data.articleTitleFrom, articleOf[id] ?? 0);
    for (let place = from; place < to; place += 1) {
      const number = data.formTerm[data.titleForms[place] ?? 0] ?? 0;
      if (isWanted[number] !== 1) continue;
      const term = data.terms[number] ?? '';
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    return counts;
  }

  return {
    count: passages.length,
    languages: new Set(passages.map(({ language }) => language)),
    async read(ids, terms) {
      const wanted = [...terms].flatMap((term) => numbers.get(term) ?? []);
      for (const term of wanted) isWanted[term] = 1;
      const read = ids.map((id) => {
        const passage = passages[id];
        if (!passage) throw new RangeError(`there is no passage ${id}`);
        return {
          passage,
          tokens: tokensOf(id, passage),
          titleCounts: titleCountsOf(id),
          relativeLength: relativeLengths[id] ?? 1,
        };
      });
      for (const term of wanted) isWanted[term] = 0;
      return read;
    },
  };
}

/** By passage: the number of its article. */
function numberArticles(articlePassageFrom: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(articlePassageFrom.at(-1) ?? 0);
  for (let article = 0; article < countOf(articlePassageFrom); article += 1) {
    numbers.fill(article, ...partOf(articlePassageFrom, article));
  }
  return numbers;
}

/** By passage: its length by the mean of its language, occurrences in the title weighed as they are. */
function measure({ passages, tokens }: IndexData, articleOf: Uint32Array): Float32Array {
  const part = TOKEN_KINDS.indexOf('part');
  const isSearchable = (form: number) => tokens.formKind[form] !== part;
  const sums = new Map<PassageLanguage, { length: number; count: number }>();
  const lengths = new Float32Array(passages.length);
  for (const [id, { language }] of passages.entries()) {
    let length = 0;
    const [from, to] = partOf(tokens.passageTokenFrom, id);
    for (let token = from; token < to; token += 1) {
      if (isSearchable(tokens.tokenForm[token] ?? 0)) length += 1;
    }
    const [titleFrom, titleTo] = partOf(tokens.articleTitleFrom, articleOf[id] ?? 0);
    for (let place = titleFrom; place < titleTo; place += 1) {
      if (isSearchable(tokens.titleForms[place] ?? 0)) length += TITLE_WEIGHT;
    }
    lengths[id] = length;
    const sum = sums.get(language) ?? { length: 0, count: 0 };
    sums.set(language, { length: sum.length + length, count: sum.count + 1 });
  }
  return lengths.map((length, id) => {
    const sum = sums.get(passages[id]?.language ?? 'en');
    return sum && sum.length > 0 ? (length * sum.count) / sum.length : 1;
  });
}
