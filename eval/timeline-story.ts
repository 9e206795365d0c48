import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../src/corpus/index.ts';
import { createLocalHost, type IndexHost, type Library } from '../src/library/index.ts';
import { openLibrary, readSetFile } from './open-set.ts';
import { type GoldSpan, QuestionSetError } from './question.ts';
import { parseJson } from './read-questions.ts';

const words = z.string().min(1);
const role = z.enum(['event', 'deadline', 'planned', 'report']);
const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}){0,2}$/)
  .nullable();

const sentence = z.strictObject({
  article: words,
  /** The first words of the sentence, found once in the article. */
  starts: words,
  /** Its last words, found for the first time at its end. */
  ends: words,
});

const gold = z.strictObject({
  half: z.enum(['tune', 'hold']),
  events: z.array(
    z.strictObject({
      id: words,
      date,
      /** Every date that a source gives, where they differ or the text allows several. */
      dates: z.array(date).min(2).optional(),
      role,
      /** Every role that is right, where several are. */
      roles: z.array(role).min(2).optional(),
      background: z.boolean(),
      sentences: z.array(sentence).min(1),
    }),
  ),
  conflicts: z.array(
    z.strictObject({
      kind: z.enum(['date', 'claim']),
      /** What each side says. */
      sides: z.array(z.array(sentence).min(1)).min(2),
    }),
  ),
  never: z.array(sentence),
});

/** What an entry of a timeline says happened: an event, a deadline, a plan, or that somebody reported. */
export type Role = z.infer<typeof role>;

/** What sources disagree about. */
export type ConflictKind = 'date' | 'claim';

/** Something that a good editor would put into the timeline of a story. */
export interface GoldEvent {
  readonly id: string;
  /** The right dates, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for "not dated". */
  readonly dates: readonly (string | null)[];
  readonly roles: readonly Role[];
  /** History that explains the story. It may be listed and need not be. */
  readonly background: boolean;
  /** The sentences that tell it. */
  readonly sentences: readonly GoldSpan[];
}

/** A disagreement between sources: the sentences of each side. */
export interface GoldConflict {
  readonly kind: ConflictKind;
  readonly sides: readonly (readonly GoldSpan[])[];
}

/** What the timeline of one story should hold. */
export interface TimelineGold {
  /** Rules and weights are tuned on one half of the stories and judged on the other. */
  readonly half: 'tune' | 'hold';
  readonly events: readonly GoldEvent[];
  readonly conflicts: readonly GoldConflict[];
  /** Sentences that tell no event: they must not be in any entry. */
  readonly never: readonly GoldSpan[];
}

/** A story: its articles, and what their timeline should hold. */
export interface TimelineStory extends TimelineGold {
  readonly name: string;
  readonly library: Library;
}

type Articles = ReadonlyMap<string, Article>;

const STORIES = path.join(import.meta.dirname, 'timeline');

/**
 * Opens the stories of a folder, in the order of their names. Each has a folder of its own, with
 * `articles/` and `gold.json`.
 *
 * @throws QuestionSetError when an article or a gold is not as it must be.
 */
export async function openStories(folder: string = STORIES): Promise<TimelineStory[]> {
  const names = await readdir(folder);
  const host = createLocalHost();
  return Promise.all(
    names.toSorted().map((name) => openStory(path.join(folder, name), name, host)),
  );
}

async function openStory(folder: string, name: string, host: IndexHost): Promise<TimelineStory> {
  const library = await openLibrary(path.join(folder, 'articles'), host);
  const source = await readSetFile(path.join(folder, 'gold.json'));
  const place = `${name}/gold.json`;
  return { name, library, ...readTimelineGold(source, place, library.current().corpus.byId) };
}

/**
 * Reads what the timeline of some articles should hold.
 *
 * @param place the file, for messages.
 * @throws QuestionSetError for gold that is not as it must be, and for words that do not mark one
 *   sentence of their article.
 */
export function readTimelineGold(source: string, place: string, articles: Articles): TimelineGold {
  const parsed = gold.safeParse(parseJson(source, place));
  if (!parsed.success) throw new QuestionSetError(place, z.prettifyError(parsed.error));
  const { half, events, conflicts, never } = parsed.data;
  const locateAll = (sentences: readonly z.infer<typeof sentence>[]) =>
    sentences.map((each) => locateSentence(each, place, articles));
  return {
    half,
    events: events.map((event) => ({
      id: event.id,
      dates: event.dates ?? [event.date],
      roles: event.roles ?? [event.role],
      background: event.background,
      sentences: locateAll(event.sentences),
    })),
    conflicts: conflicts.map(({ kind, sides }) => ({ kind, sides: sides.map(locateAll) })),
    never: locateAll(never),
  };
}

function locateSentence(
  { article, starts, ends }: z.infer<typeof sentence>,
  place: string,
  articles: Articles,
): GoldSpan {
  const text = articles.get(article)?.text;
  if (text === undefined) throw new QuestionSetError(place, `there is no article "${article}"`);
  const start = text.indexOf(starts);
  if (start === -1 || text.includes(starts, start + 1)) {
    throw new QuestionSetError(place, `"${starts}" is not once in the article "${article}"`);
  }
  const last = text.indexOf(ends, start);
  if (last === -1) {
    throw new QuestionSetError(place, `"${ends}" is not behind "${starts}" in "${article}"`);
  }
  return { article, start, end: last + ends.length };
}
