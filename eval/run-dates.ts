import { readFile } from 'node:fs/promises';
import { renderMarkdownTable } from '../bench/markdown-table.ts';
import { type DateCounts, f1, scoreDates } from './date-metrics.ts';
import { readDateSentences } from './date-sentences.ts';

const rows = await Promise.all(
  ['en', 'zh'].map(async (language) => {
    const file = `${language}.jsonl`;
    const source = await readFile(new URL(`dates/${file}`, import.meta.url), 'utf8');
    const { calendar, value } = scoreDates(readDateSentences(source, file));
    return [language, cellOf(calendar), cellOf(value)];
  }),
);
process.stdout.write(
  `${renderMarkdownTable(['', 'calendar F1', 'value F1'], rows)}\n\nIn per cent, with those that are right, wrong and missed.\n`,
);

function cellOf(counts: DateCounts): string {
  const { right, wrong, missed } = counts;
  return `${(100 * f1(counts)).toFixed(1)} (${right}/${wrong}/${missed})`;
}
