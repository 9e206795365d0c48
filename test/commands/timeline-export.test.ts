import { describe, expect, test } from 'vitest';
import { exportEntries } from '../../src/commands/timeline/export.ts';
import type { EntryJson } from '../../src/commands/timeline/json.ts';

const TEXT =
  'The mayor said: "No, never"; the harbour_bridge (of 1901) stays closed, for good and for all.';

function entryOf(date: string | null, text: string, url: string | null = null): EntryJson {
  return {
    date,
    precision: date === null ? 'none' : 'day',
    value: date,
    modifier: null,
    role: 'event',
    quotes: [
      {
        article: 'a',
        file: 'a.md',
        start: 0,
        end: text.length,
        text,
        score: 1,
        title: 'Closed',
        publisher: 'The Gazette',
        published: '2024-05-04',
        url,
        language: 'en',
        echoes: [],
      },
    ],
    conflict: false,
    conflicts: [],
    updates: [],
  };
}

describe('a timeline for other programs', () => {
  test('is a table whose cells hold the quotes word for word', () => {
    const [head, row, end] = exportEntries([entryOf('2024-05-03', TEXT)], 'csv').split('\r\n');
    expect(head).toBe('date,role,quote,publisher,title,published,url,articles');
    const cell = /^2024-05-03,event,"(?<quote>(?:[^"]|"")*)",The Gazette,Closed,2024-05-04,,1$/u;
    expect(cell.exec(row ?? '')?.groups?.['quote']?.replaceAll('""', '"')).toBe(TEXT);
    expect(end).toBe('');
  });

  test('is a table in which no quote is a formula', () => {
    const [, row] = exportEntries([entryOf('2024-05-03', '=1+1 says the mayor.')], 'csv').split(
      '\r\n',
    );
    expect(row).toMatch(/^2024-05-03,event,'=1\+1 says the mayor\.,/u);
  });

  test('is a calendar of what has a day, in lines of at most 75 bytes', () => {
    const entries = [entryOf('2024-05-03', `${TEXT}港口大桥关闭。`.repeat(3)), entryOf(null, TEXT)];
    const calendar = exportEntries(entries, 'ics');
    expect(calendar.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20240503');
    const lines = calendar.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const whole = calendar.replaceAll('\r\n ', '').replaceAll(/\\(?<mark>[\\;,])/gu, '$<mark>');
    expect(whole).toContain(`SUMMARY:${TEXT}`);
  });

  test('is Markdown in which a quote is nothing but text', () => {
    const written = exportEntries(
      [entryOf('2024-05-03', '[a](b) *c* <i>', 'https://example.org/(x)')],
      'md',
    );
    expect(written).toBe(
      '- **2024-05-03** \\[a\\]\\(b\\) \\*c\\* \\<i\\> — [The Gazette, 2024-05-04](<https://example.org/(x)>)\n',
    );
  });
});
