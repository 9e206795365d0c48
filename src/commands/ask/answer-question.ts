import { languageOf, type PassageLanguage } from '../../language/index.ts';
import { type Generation, TimelineError } from '../../library/index.ts';
import {
  type Answer,
  type AskedOverview,
  type AskRequest,
  createFingerprinter,
  isNearDuplicate,
  matchesFilter,
  type Quote,
  type RankedQuote,
} from '../../retrieval/index.ts';
import { systemTimers, type Timers, withTimeout } from '../../shared/timers.ts';
import { chooseEntries, chooseMain, type TimelineEntry } from '../../timeline/index.ts';

/** How many entries of the timeline an overview has. */
const MAIN_ENTRIES = 6;

/** How long a person waits for the timeline, in ms: after a start over many articles it takes longer. */
const TIMELINE_WITHIN_MS = 5000;

/** How many quotes of its own an overview is made with: more than there are beginnings of articles. */
const OWN_QUOTES = 10;

/**
 * Answers a question. One for the story as a whole, or for all of one subject, gets the beginning of
 * the newest article, and then in turn the main entries of the timeline and the other beginnings.
 * Where the timeline cannot be found, or a person would wait long for it, the beginnings alone.
 *
 * @param asker the same for the same person; left out where nobody waits.
 */
export async function answerQuestion(
  request: AskRequest,
  generation: Generation,
  asker?: string,
  timers: Timers = systemTimers,
): Promise<Answer> {
  const { collection } = generation;
  const answer = await collection.ask(request, asker);
  const { overview, verdict } = answer;
  if (overview === null || verdict !== 'answered') return answer;
  const { limit, offset = 0, filter } = request;
  const own = await collection.ask({ ...request, limit: OWN_QUOTES, offset: 0 }, asker);
  const [first, ...others] = own.quotes;
  if (!first) return answer;
  const entries = await entriesOf(generation, asker === undefined ? null : timers);
  const main = await mainQuotes(overview, filter, entries, generation);
  const quotes = withoutRepeats([first, ...inTurn(main.map(asRanked), others)], generation);
  return { ...answer, quotes: quotes.slice(offset, offset + limit), quoteCount: quotes.length };

  /** As good as the first: what tells the story has no score of its own. */
  function asRanked({ quote, duplicates, language }: MainQuote): RankedQuote {
    return { quote, duplicates, language, score: first?.score ?? 0 };
  }
}

/** One of the first, one of the others and so on; then what is left of either. */
function inTurn<Item>(first: readonly Item[], others: readonly Item[]): Item[] {
  const length = Math.max(first.length, others.length);
  return Array.from({ length }, (_, index) => [
    ...first.slice(index, index + 1),
    ...others.slice(index, index + 1),
  ]).flat();
}

interface MainQuote {
  readonly quote: Quote;
  readonly duplicates: readonly Quote[];
  readonly language: PassageLanguage;
}

/** The quotes of the main entries, the most telling first, or the latest. */
async function mainQuotes(
  { topic, isNewest, language }: AskedOverview,
  filter: AskRequest['filter'],
  entries: readonly TimelineEntry[],
  { corpus: { byId } }: Generation,
): Promise<MainQuote[]> {
  const wanted = await chooseEntries(entries, byId, topic === '' ? {} : { topic });
  const told = wanted.flatMap((entry) => {
    const quote = quoteOf(entry);
    return quote ? [{ entry, quote }] : [];
  });
  const chosen = chooseMain(
    told.map(({ entry }) => entry),
    byId,
    MAIN_ENTRIES,
  );
  // Entries are in the order of their dates.
  const order = isNewest ? chosen.toSorted((one, other) => other - one) : chosen;
  return order.flatMap((index) => told[index]?.quote ?? []);

  /** The first account that passes the filter, in the reader's language where there is one. */
  function quoteOf({ reports }: TimelineEntry): MainQuote | null {
    const fitting = reports.flatMap(({ quote, duplicates }) => {
      const article = byId.get(quote.articleId);
      const own = languageOf(article?.text.slice(quote.start, quote.end) ?? '');
      return article && matchesFilter(article, own, filter)
        ? [{ quote, duplicates, language: own }]
        : [];
    });
    return fitting.find((each) => each.language === language) ?? fitting[0] ?? null;
  }
}

/** None where they cannot be found, or by then; with null for the timers there is time for all. */
async function entriesOf(
  generation: Generation,
  timers: Timers | null,
): Promise<readonly TimelineEntry[]> {
  const find = () => generation.timeline();
  try {
    if (timers === null) return await find();
    return await withTimeout(find, TIMELINE_WITHIN_MS, timers, () => new TimelineLate());
  } catch (error) {
    // A timeline that failed is in the log already.
    if (error instanceof TimelineError || error instanceof TimelineLate) return [];
    throw error;
  }
}

/** The timeline is still being found. */
class TimelineLate extends Error {
  override readonly name = 'TimelineLate';
}

/** Without what stands in a quote before it, or says the same. */
function withoutRepeats(quotes: readonly RankedQuote[], { corpus }: Generation): RankedQuote[] {
  const fingerprint = createFingerprinter();
  const print = ({ articleId, start, end }: Quote) =>
    fingerprint(corpus.byId.get(articleId)?.text.slice(start, end) ?? '');
  const kept: RankedQuote[] = [];
  for (const each of quotes) {
    const { quote } = each;
    const isRepeat = kept.some(
      (other) =>
        (other.quote.articleId === quote.articleId &&
          other.quote.start < quote.end &&
          quote.start < other.quote.end) ||
        isNearDuplicate(print(other.quote), print(quote)),
    );
    if (!isRepeat) kept.push(each);
  }
  return kept;
}
