import { type Article, UNKNOWN_PUBLISHER } from '../corpus/index.ts';
import { languageOf, type PassageLanguage } from '../language/index.ts';
import { createTermReader } from '../retrieval/index.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** What an entry is weighed by, and how much of its weight each makes up. */
const SHARES = { sources: 0.5, closeness: 0.3, certainty: 0.2 } as const;

/** With so many sources an event counts fully; each further one says less than the one before. */
const MANY_SOURCES = 8;

/** How sure a reader can be that it happened, and when. */
const CERTAINTY: Readonly<Record<TimelineEntry['role'], number>> = {
  event: 1,
  deadline: 0.9,
  planned: 0.7,
  report: 0.6,
};

/** A date of a month or more says less than a day; none says least. */
const VAGUE = 0.7;
const UNDATED = 0.2;

/** So many reports, the fullest first, speak for all of an entry. */
const MOST_WEIGHED = 48;

/** So many of the headlines' terms are what the story is about. */
const COMMONEST = 8;

/** What an entry weighs that is background: it is shown only to those who ask for its topic. */
export const BACKGROUND_WEIGHT = 0;

/** An entry that still has to be weighed. */
export type Unweighed = Omit<TimelineEntry, 'weight'>;

/**
 * How much an entry matters, from 0 to 1: how many publishers tell it, how close its words are to what
 * the headlines are about, and how plainly it says what happened when.
 *
 * @param articles all that the timeline is made of.
 */
export function createWeighing(
  articles: ReadonlyMap<string, Article>,
): (entry: Unweighed) => number {
  const closenessOf = createCloseness([...articles.values()].map(({ title }) => title));
  return ({ reports, role, date }) => {
    const texts = reports
      .slice(0, MOST_WEIGHED)
      .map(({ quote: { articleId, start, end } }) =>
        (articles.get(articleId)?.text ?? '').slice(start, end),
      );
    // Two articles of one paper are one voice; of papers that are not known each is its own.
    const told = new Set(
      reports.map(({ quote: { articleId } }) => {
        const publisher = articles.get(articleId)?.publisher ?? UNKNOWN_PUBLISHER;
        return publisher === UNKNOWN_PUBLISHER ? `article ${articleId}` : publisher;
      }),
    ).size;
    const sources = Math.min(1, Math.log(told + 1) / Math.log(MANY_SOURCES + 1));
    const closeness = Math.max(...texts.map(closenessOf));
    const exactness = date === null ? UNDATED : date.precision === 'day' ? 1 : VAGUE;
    return (
      SHARES.sources * sources +
      SHARES.closeness * closeness +
      SHARES.certainty * CERTAINTY[role] * exactness
    );
  };
}

/**
 * How close a text is to what the headlines of its language are about: the headlines' terms that it
 * holds, each by how many headlines have it, as a share of what the commonest few come to.
 */
function createCloseness(titles: readonly string[]): (text: string) => number {
  const termsOf = createTermReader();
  const counts: Record<PassageLanguage, Map<string, number>> = { en: new Map(), zh: new Map() };
  for (const title of titles) {
    const known = counts[languageOf(title)];
    for (const term of termsOf(title)) known.set(term, (known.get(term) ?? 0) + 1);
  }
  const fullScore = (known: ReadonlyMap<string, number>) =>
    [...known.values()]
      .toSorted((a, b) => b - a)
      .slice(0, COMMONEST)
      .reduce((sum, count) => sum + count, 0);
  const full = { en: fullScore(counts.en), zh: fullScore(counts.zh) };
  return (text) => {
    const language = languageOf(text);
    let score = 0;
    for (const term of termsOf(text)) score += counts[language].get(term) ?? 0;
    return full[language] === 0 ? 0 : Math.min(1, score / full[language]);
  };
}
