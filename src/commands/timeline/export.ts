import { createHash } from 'node:crypto';
import { csvLine } from '../../shared/csv.ts';
import type { EntryJson } from './json.ts';

/** What a timeline can be written as for other programs. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Every {@link ExportFormat}: a table, a calendar and a document. */
export const EXPORT_FORMATS = ['csv', 'ics', 'md'] as const;

/** Entries as a text of a format. Quotes are word for word, in the escapes of the format. */
export function exportEntries(entries: readonly EntryJson[], format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return toCsv(entries);
    case 'ics':
      return toCalendar(entries);
    case 'md':
      return toMarkdown(entries);
  }
}

const COLUMNS = ['date', 'role', 'quote', 'publisher', 'title', 'published', 'url', 'articles'];

/** RFC 4180: one row an entry, with its first quote and how many articles tell it. */
function toCsv(entries: readonly EntryJson[]): string {
  const rows = entries.map(({ value, role, quotes }) => {
    const [lead] = quotes;
    const articles = new Set(
      quotes.flatMap(({ article, echoes }) => [article, ...echoes.map((echo) => echo.article)]),
    );
    return [
      value,
      role,
      lead?.text ?? null,
      lead?.publisher ?? null,
      lead?.title ?? null,
      lead?.published ?? null,
      lead?.url ?? null,
      articles.size,
    ];
  });
  return [COLUMNS, ...rows].map(csvLine).join('');
}

const DAY = /^\d{4}-\d\d-\d\d$/u;

/** RFC 5545: a day's event for each entry that has a day; a calendar has no place for the others. */
function toCalendar(entries: readonly EntryJson[]): string {
  const events = entries.flatMap(({ date, quotes: [lead] }) => {
    if (date === null || !DAY.test(date) || !lead) return [];
    const day = date.replaceAll('-', '');
    const id = createHash('sha256').update(`${date} ${lead.article} ${lead.start}`).digest('hex');
    return [
      'BEGIN:VEVENT',
      `UID:${id.slice(0, 32)}@verbatim`,
      `DTSTAMP:${day}T000000Z`,
      `DTSTART;VALUE=DATE:${day}`,
      `SUMMARY:${calendarText(lead.text)}`,
      `DESCRIPTION:${calendarText([lead.publisher, lead.title, lead.published ?? ''].filter(Boolean).join(' · '))}`,
      ...(lead.url === null ? [] : [`URL:${lead.url}`]),
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Verbatim//Timeline//EN', ...events];
  return [...lines, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('');
}

function calendarText(text: string): string {
  return text.replaceAll(/[\\;,]/gu, '\\$&').replaceAll(/\r?\n/gu, '\\n');
}

/** A line may have so many bytes. */
const LONGEST_LINE = 75;

/** Goes on behind a line break and a space where a line is long; characters stay whole. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (length + bytes > LONGEST_LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += bytes;
  }
  return folded;
}

/** A list with a line an entry: its date, its first quote and the source. */
function toMarkdown(entries: readonly EntryJson[]): string {
  return entries
    .flatMap(({ value, quotes: [lead] }) => {
      if (!lead) return [];
      const source = [lead.publisher, lead.published].filter(Boolean).join(', ');
      const linked =
        lead.url === null
          ? plain(source)
          : `[${plain(source)}](<${lead.url.replaceAll(/[<>\s]/gu, encodeURIComponent)}>)`;
      return [`- **${value ?? '—'}** ${plain(lead.text)} — ${linked}\n`];
    })
    .join('');
}

/** Text that Markdown takes for nothing else. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_{}[\]()#+!|<>~]/gu, '\\$&');
}
