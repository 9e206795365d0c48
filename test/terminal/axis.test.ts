import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  type DateBlock,
  type QuoteBlock,
  type VerifiedReply,
  verifyReply,
} from '../../src/commands/index.ts';
import type { Article } from '../../src/corpus/index.ts';
import { displayWidth } from '../../src/terminal/graphemes.ts';
import { styleFor } from '../../src/terminal/io.ts';
import { renderReply } from '../../src/terminal/render-reply.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { writeConsoleCall } from '../../src/terminal/write-call.ts';
import { fakeArticle, fakeReply, quoteBlock, recorder } from './fakes.ts';
import { hostileText } from './hostile-text.ts';

const article = fakeArticle('The harbour bridge opened again and the ferries stopped.');

function verify(blocks: readonly Block[], articles: readonly Article[] = [article]): VerifiedReply {
  const byId = new Map(articles.map((each) => [each.id, each]));
  return verifyReply(fakeReply('Timeline', { blocks }), byId, (error) => {
    throw error;
  });
}

function draw(blocks: readonly Block[], style: { width?: number; unicode?: boolean } = {}): string {
  return renderReply(
    verify(blocks),
    { width: 40, colour: false, unicode: true, ...style },
    writeConsoleCall,
  );
}

const date = (text: string, fields: Partial<DateBlock> = {}): DateBlock => ({
  type: 'date',
  text,
  isDated: true,
  isAfterGap: false,
  ...fields,
});

type Role = NonNullable<QuoteBlock['opensEntry']>['role'];

function entry(role: Role, fields: Partial<QuoteBlock> = {}): Block {
  return { ...quoteBlock(article), opensEntry: { role }, ...fields };
}

const STORY: readonly Block[] = [
  { type: 'text', style: 'subtle', text: 'The short timeline.' },
  date('2 May 2024'),
  entry('event', { note: 'Also told by The Courier' }),
  { type: 'text', style: 'warning', text: 'The sources differ.' },
  { ...quoteBlock(article), label: '3 May 2024' },
  date('30 June 2024', { isAfterGap: true }),
  entry('deadline', { label: 'deadline' }),
  entry('planned'),
  date('Undated', { isDated: false }),
  entry('report'),
];

describe('a timeline in a terminal', () => {
  test('is a list on an axis: dates as nodes, a mark for each role, and the undated below it', () => {
    expect(draw(STORY)).toBe(`Timeline

The short timeline.

├─ 2 May 2024
●  > The harbour bridge opened again and
│  > the ferries stopped.
│    The Guardian · Sep 14, 2020 ·
│    Neither will buy it
│    Also told by The Courier
│
!  The sources differ.
│  3 May 2024
│  > The harbour bridge opened again and
│  > the ferries stopped.
│    The Guardian · Sep 14, 2020 ·
│    Neither will buy it
┆
├─ 30 June 2024
◆  deadline
│  > The harbour bridge opened again and
│  > the ferries stopped.
│    The Guardian · Sep 14, 2020 ·
│    Neither will buy it
│
○  > The harbour bridge opened again and
│  > the ferries stopped.
│    The Guardian · Sep 14, 2020 ·
│    Neither will buy it

Undated
> The harbour bridge opened again and
> the ferries stopped.
  The Guardian · Sep 14, 2020 · Neither
  will buy it
`);
  });

  test('is drawn in ASCII where the locale has nothing else', () => {
    const lines = draw(STORY, { unicode: false }).split('\n');
    const marks = lines.map((line) => line.slice(0, 2).trimEnd());
    expect(marks.filter((mark) => /^[+|:*#o!]/u.test(mark))).toEqual(
      expect.arrayContaining(['+-', '*', '|', '!', ':', '#', 'o']),
    );
    expect(marks.join('')).not.toMatch(/[│├●◆○┆]/u);
  });

  test('is within the width of the terminal, whatever it quotes, and every line is on the axis', () => {
    const widths = fc.integer({ min: 40, max: 200 });
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), widths, (texts, width) => {
        const articles = texts.map((text, index) =>
          fakeArticle(`渡轮 ${text}.`, { id: `${index}` }),
        );
        const blocks = articles.flatMap((each, index) => [
          // Without ">", by which the words of the quotes are told from it below.
          date((texts[index] ?? '').replaceAll('>', '')),
          { ...quoteBlock(each), opensEntry: { role: 'event' as const }, label: '期限' },
        ]);
        const style = { width, colour: false, unicode: true };
        const drawn = renderReply(verify(blocks, articles), style, writeConsoleCall);
        const lines = drawn.split('\n').slice(2, -1);
        for (const line of lines) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(line).toMatch(/^(?:[│┆├●]|$)/u);
        }
        const quoted = lines.flatMap(
          (line) => /^[│●]  > ?(?<words>.*)$/u.exec(line)?.groups?.['words'] ?? [],
        );
        const spaceless = (text: string) => text.replace(/\s/gu, '');
        expect(spaceless(quoted.join(''))).toBe(
          spaceless(articles.map(({ text }) => safeText(text)).join('')),
        );
      }),
    );
  });
});

test.each([
  [{ LANG: 'en_GB.UTF-8' }, true],
  [{ LANG: 'zh_TW.utf8' }, true],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'C' }, false],
  [{ LANG: 'C', LC_CTYPE: 'en_US.UTF-8' }, true],
  [{ LANG: 'zh_CN.GB18030' }, false],
  [{}, false],
])('whether %j is a locale with more than ASCII: %s', (env, unicode) => {
  expect(styleFor(recorder().stream, env).unicode).toBe(unicode);
});
