import { languageOf } from '../../../src/language/script-language.ts';
import type { CalendarDate } from '../../../src/timeline/calendar-date.ts';
import { calendarDateOf } from '../../../src/timeline/calendar-date.ts';
import type { EventMention } from '../../../src/timeline/events/find-mentions.ts';
import { mainClause } from '../../../src/timeline/events/main-clause.ts';
import type { Role } from '../../../src/timeline/events/role.ts';
import { mergeMentions } from '../../../src/timeline/merging/merge-mentions.ts';
import type { MergedEvent } from '../../../src/timeline/merging/merged-event.ts';
import { createArticle } from '../../support/articles.ts';
import { loadDictionary } from '../../support/dictionary.ts';

/** What a test says of a mention. */
export interface MentionFields {
  readonly text: string;
  /** `2024-05-03`, `2024-05`, `2024-05 end`, `2024`; none when left out. */
  readonly date?: string | null;
  readonly role?: Role;
  readonly context?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly article?: string;
  /** `YYYY-MM-DD`; some day when left out. */
  readonly published?: string;
}

/** A mention of an article of its own, unless it is said which. */
export function createMention(fields: MentionFields): EventMention {
  const { text, date = null, role = 'event', context = '', publisher = 'The Gazette' } = fields;
  const language = languageOf(text);
  const article = createArticle({
    text,
    language,
    publisher,
    title: fields.title ?? '',
    ...(fields.article === undefined ? {} : { id: fields.article }),
    ...(fields.published === undefined ? {} : { published: fields.published }),
  });
  return {
    article,
    sentence: { start: 0, end: text.length, cutBefore: false, cutAfter: false, language },
    text,
    clause: mainClause(text, { start: 0, end: text.length }, null, language),
    date: date === null ? null : readDate(date),
    dateRange: null,
    role,
    context,
    isOfSaying: false,
    against: null,
  };
}

function readDate(written: string): CalendarDate {
  const [value = '', modifier = null] = written.split(' ');
  const date = calendarDateOf(value);
  if (!date) throw new RangeError(`no date: ${written}`);
  return modifier === 'start' || modifier === 'mid' || modifier === 'end'
    ? { ...date, modifier }
    : date;
}

/** Mentions of other stories: without any, every word would be as rare as another. */
const BACKGROUND: readonly EventMention[] = (
  [
    ['2023-02-01', 'The museum of Alderby opened a hall of clocks.'],
    ['2023-03-11', 'Two climbers were rescued from the north face of Mount Karrin.'],
    ['2023-04-02', 'The price of bread in Tolmen rose by 4 per cent.'],
    ['2023-06-21', 'A court in Brask sentenced three smugglers to prison.'],
    ['2023-07-09', 'The choir of Saint Orla sang in front of 900 people.'],
    ['2023-08-30', '白岭县新建的桥梁正式通车。'],
    ['2023-09-12', '渔民在青湾发现一艘沉船。'],
    ['2023-10-05', '教育局公布了新的考试办法。'],
  ] as const
).map(([date, text], index) =>
  createMention({ text, date, article: `background-${index}`, publisher: 'Elsewhere' }),
);

/** The events of mentions, those of the background left out. */
export async function merge(mentions: readonly EventMention[]): Promise<readonly MergedEvent[]> {
  const events = await mergeMentions([...mentions, ...BACKGROUND], {
    loadDictionary,
    yieldIfDue: async () => {},
  });
  return events.filter(({ reports: [first] }) => first && !BACKGROUND.includes(first.mention));
}

/** The texts of each event, in the order of the alphabet. */
export function textsOf(events: readonly MergedEvent[]): string[][] {
  return events.map(({ reports }) =>
    reports
      .flatMap(({ mention, duplicates }) => [mention, ...duplicates])
      .map(({ text }) => text)
      .toSorted(),
  );
}
