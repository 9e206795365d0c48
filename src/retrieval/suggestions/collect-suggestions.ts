import { type Article, UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import { createNameMiner, splitParagraphs } from '../../language/index.ts';
import { createYielder } from '../../shared/yield.ts';
import {
  createPhraseCounter,
  type FoundOften,
  type FoundPhrase,
  findChinesePhrases,
  findEnglishPhrases,
  type PhraseCount,
  type PhraseCounter,
} from './phrases.ts';
import {
  compareTexts,
  createSuggestionList,
  type Suggestion,
  type SuggestionKind,
} from './suggestion.ts';

/**
 * So much of the text is read for names and phrases, the latest articles first, in UTF-16 units: what
 * is frequent shows in that. Chinese says as much in a quarter of them, and takes as much longer.
 */
const MOST_TEXT = { other: 4_000_000, zh: 1_000_000 };

/** Names and phrases that are kept, the most frequent of each. */
const MOST_OF_A_KIND = 8000;

/** Longer ones are not read to the end by anybody who types, in UTF-16 units. */
const LONGEST_PHRASE = 60;

/** A phrase or word is repeated when it stands in so many articles, or so often in one. */
const ARTICLES_FOR_A_PHRASE = 2;
const TIMES_FOR_A_PHRASE = 3;

/** A part of a phrase is nothing of its own when the whole stands around it in so many of its places. */
const SHARE_OF_THE_WHOLE = 0.8;

/**
 * What the articles have to suggest, ordered by kind, then by in how many articles it stands
 * (headlines and days: the latest first). It only holds what stands in the articles, on one line and
 * with nothing invisible in it.
 *
 * @param yieldIfDue is awaited between short steps, to let other work go on.
 */
export async function collectSuggestions(
  articles: ReadonlyMap<string, Article>,
  yieldIfDue: () => Promise<void> = createYielder(),
): Promise<Suggestion[]> {
  const suggestions = await collectCatalogue(articles, yieldIfDue);
  const phrases = createPhraseReader();
  /** The share of the text that may still be read. */
  let left = 1;
  for (const article of latestFirst(articles)) {
    const most = article.language.startsWith('zh') ? MOST_TEXT.zh : MOST_TEXT.other;
    if (left > 0) await phrases.read(article, Math.ceil(left * most), yieldIfDue);
    left -= article.text.length / most;
    await yieldIfDue();
  }
  const list = createSuggestionList(yieldIfDue);
  for (const [kind, texts] of phrases.result()) await list.put(kind, texts);
  for (const suggestion of list.suggestions) suggestions.push(suggestion);
  return suggestions;
}

function createPhraseReader() {
  const counters = {
    name: createPhraseCounter(),
    'perhaps-name': createPhraseCounter(),
    phrase: createPhraseCounter(),
    word: createPhraseCounter(),
  } satisfies Record<FoundPhrase['kind'], PhraseCounter>;
  const miner = createNameMiner();

  return {
    async read(article: Article, most: number, yieldIfDue: () => Promise<void>): Promise<void> {
      const found = {
        name: new Map<string, FoundOften>(),
        'perhaps-name': new Map<string, FoundOften>(),
        phrase: new Map<string, FoundOften>(),
        word: new Map<string, FoundOften>(),
      };
      const put = ({ kind, text }: FoundPhrase) => {
        if (text.length > LONGEST_PHRASE) return;
        found[kind].set(text, { text, count: (found[kind].get(text)?.count ?? 0) + 1 });
      };
      const text = article.text.slice(0, most);
      for (const { start, end } of splitParagraphs(text, article.bodyStart)) {
        const paragraph = text.slice(start, end);
        for (const phrase of findEnglishPhrases(paragraph)) put(phrase);
        for (const phrase of findChinesePhrases(paragraph)) put({ kind: 'phrase', text: phrase });
        await yieldIfDue();
      }
      for (const key of found.name.keys()) found['perhaps-name'].delete(key);
      for (const kind of ['name', 'perhaps-name', 'phrase', 'word'] as const) {
        counters[kind].addArticle(found[kind]);
      }
      miner.read(article);
    },

    /** Names, phrases and words, the most frequent first. */
    result(): readonly (readonly [SuggestionKind, readonly string[]])[] {
      const names = new Map<string, PhraseCount>();
      const perhaps = counters['perhaps-name'].counts();
      for (const [key, name] of counters.name.counts()) {
        const more = perhaps.get(key)?.articleCount ?? 0;
        names.set(key, { ...name, articleCount: name.articleCount + more });
      }
      for (const text of miner.pairs().flatMap(({ chinese, english }) => [chinese, english])) {
        names.set(text, names.get(text) ?? { text, count: 1, articleCount: 1 });
      }
      const repeated = new Map<string, PhraseCount>();
      for (const kind of ['phrase', 'word'] as const) {
        for (const [key, count] of counters[kind].counts()) {
          if (isRepeated(count)) repeated.set(key, count);
        }
      }
      for (const key of partsOfOthers(repeated)) repeated.delete(key);
      for (const key of names.keys()) repeated.delete(key);
      const isWord = (key: string) => counters.word.counts().has(key);
      return [
        ['name', textsOf(names)],
        ['phrase', textsOf(new Map([...repeated].filter(([key]) => !isWord(key))))],
        ['word', textsOf(new Map([...repeated].filter(([key]) => isWord(key))))],
      ];
    },
  };
}

function isRepeated({ count, articleCount }: PhraseCount): boolean {
  return articleCount >= ARTICLES_FOR_A_PHRASE || count >= TIMES_FOR_A_PHRASE;
}

/** The keys that hardly ever stand without a longer one around them. */
function partsOfOthers(counts: ReadonlyMap<string, PhraseCount>): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const [key, whole] of counts) {
    for (const part of partsOf(key)) {
      const count = counts.get(part)?.count ?? Number.POSITIVE_INFINITY;
      if (whole.count >= SHARE_OF_THE_WHOLE * count) parts.add(part);
    }
  }
  return parts;
}

/** Every shorter run of an English phrase's words, or of a Chinese one's characters. */
function* partsOf(key: string): Generator<string> {
  const isChinese = /\p{sc=Han}/u.test(key);
  const pieces = isChinese ? Array.from(key) : key.split(' ');
  const shortest = isChinese ? 2 : 1;
  for (let length = shortest; length < pieces.length; length += 1) {
    for (let start = 0; start + length <= pieces.length; start += 1) {
      yield pieces.slice(start, start + length).join(isChinese ? '' : ' ');
    }
  }
}

function textsOf(counts: ReadonlyMap<string, PhraseCount>): readonly string[] {
  return [...counts.values()]
    .toSorted((a, b) => b.articleCount - a.articleCount || compareTexts(a.text, b.text))
    .slice(0, MOST_OF_A_KIND)
    .map(({ text }) => text);
}

/**
 * Headlines, publishers and days: what `collectSuggestions` begins with, and the part that needs no
 * reading. Takes some µs an article.
 *
 * @param yieldIfDue is awaited between short steps, to let other work go on.
 */
export async function collectCatalogue(
  articles: ReadonlyMap<string, Article>,
  yieldIfDue: () => Promise<void> = createYielder(),
): Promise<Suggestion[]> {
  const headlines = new Set<string>();
  const publishers = new Map<string, number>();
  const days = new Set<string>();
  for (const { title, publisher, published } of latestFirst(articles)) {
    headlines.add(title);
    if (publisher !== UNKNOWN_PUBLISHER) {
      publishers.set(publisher, (publishers.get(publisher) ?? 0) + 1);
    }
    if (published !== null) days.add(published);
  }
  const list = createSuggestionList(yieldIfDue);
  await list.put('headline', headlines);
  await list.put('publisher', mostFirst(publishers));
  await list.put('day', days);
  return [...list.suggestions];
}

/** Articles in the order in which their headlines and days are suggested. */
function latestFirst(articles: ReadonlyMap<string, Article>): readonly Article[] {
  return [...articles.values()].toSorted(
    (a, b) => compareTexts(b.published ?? '', a.published ?? '') || compareTexts(a.id, b.id),
  );
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .toSorted(([one, count], [other, otherCount]) => otherCount - count || compareTexts(one, other))
    .map(([text]) => text);
}
