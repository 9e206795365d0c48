import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/corpus/formats/pdf/read-pdf.ts';
import { buildPdf, linesFrom, type PdfParts, type PdfTextLine } from './build-pdf.ts';
import { changedBytes } from './changed-bytes.ts';

const MAX_TEXT = 1_000_000;

const STORY = [
  'The harbour council voted nine to two for the new ferry pier on Tuesday after a debate',
  'that lasted five hours. Mayor Ines Holt said the pier would cost 14 million euros and',
  'open in June next year.',
];

async function read(parts: PdfParts, file = 'ferry.pdf') {
  return readPdf(buildPdf(parts), file, MAX_TEXT);
}

async function textOf(...pages: readonly (readonly PdfTextLine[])[]): Promise<string> {
  const { drafts } = await read({ pages });
  return drafts[0]?.text ?? '';
}

describe('the text of a PDF', () => {
  test('has each paragraph in one line', async () => {
    const second = ['Residents of the old quarter have collected 3,000 signatures against it.'];
    expect(await textOf([...linesFrom(700, STORY), ...linesFrom(640, second)])).toBe(
      `${STORY.join(' ')}\n\n${second.join('')}`,
    );
  });

  test('parts paragraphs that only an indent or a short last line shows', async () => {
    const next = [
      {
        text: 'The plan was made public in March, and three hundred people came to the first',
        x: 90,
      },
      {
        text: 'meeting about it in the town hall of the old quarter, which is next to the port.',
        x: 72,
      },
    ];
    const indented = next.map((line, index) => ({ ...line, y: 658 - 14 * index }));
    const [first = '', last = ''] = (await textOf([...linesFrom(700, STORY), ...indented])).split(
      '\n\n',
    );
    expect(first).toBe(STORY.join(' '));
    expect(last).toMatch(/^The plan was made .* next to the port\.$/u);
  });

  test('goes on in the same paragraph over the end of a page, and knows where that is', async () => {
    const [one = '', two = '', three = ''] = STORY;
    const { drafts } = await read({ pages: [linesFrom(700, [one, two]), linesFrom(700, [three])] });
    const [draft] = drafts;
    expect(draft?.text).toBe(`${one} ${two} ${three}`);
    expect(draft?.pages).toEqual([
      { page: 1, start: 0 },
      { page: 2, start: one.length + two.length + 2 },
    ]);
  });

  test('reads columns one after the other, also when they are told row by row', async () => {
    const left = [
      'The council voted for the',
      'new ferry pier on Tuesday',
      'after a debate that went',
      'on for five hours, and the',
      'mayor thanked everybody.',
    ];
    const right = [
      'Residents of the quarter',
      'have collected signatures',
      'against the plan. They say',
      'that the noise of the ferry',
      'will be heard in the park.',
    ];
    const rows = left.flatMap((text, index) => [
      { text, x: 72, y: 700 - 14 * index },
      { text: right[index] ?? '', x: 320, y: 700 - 14 * index },
    ]);
    const text = await textOf(rows);
    expect(text.replaceAll(/\s+/gu, ' ')).toBe([...left, ...right].join(' '));
  });

  test('has each row of a table as a line of its own', async () => {
    const cells = (y: number, ...texts: string[]) =>
      texts.map((text, index) => ({ text, x: 72 + 150 * index, y }));
    expect(
      await textOf([
        ...linesFrom(740, STORY),
        ...cells(660, 'Year', 'Passengers', 'Ferries'),
        ...cells(646, '2023', '455,000', '12'),
      ]),
    ).toBe(`${STORY.join(' ')}\n\nYear | Passengers | Ferries\n\n2023 | 455,000 | 12`);
  });

  test('has a soft hyphen where a word was divided, and a hyphen where it has one', async () => {
    const text = await textOf(
      linesFrom(700, [
        'The harbour council voted nine to two for the new ferry pier on Tuesday in an infra-',
        'structure debate, and the well-known mayor of the town said again that the well-',
        'known pier would open in the years from 2024-2026 and would cost fourteen mil-',
        'lion.',
      ]),
    );
    expect(text).toContain('infra\u00ADstructure');
    expect(text).toContain('the well-known pier');
    expect(text).toContain('mil\u00ADlion');
  });

  test('has no running heads, feet and page numbers', async () => {
    const page = (number: number): PdfTextLine[] => [
      { text: `Harbour Post - Annual report ${2020 + number}`, y: 760, size: 9 },
      ...linesFrom(
        700,
        STORY.map((line) => `${['One', 'Two', 'Three'][number - 1]}: ${line}`),
      ),
      { text: `Page ${number} of 3`, y: 40, size: 9 },
    ];
    const text = await textOf(page(1), page(2), page(3));
    expect(text).not.toMatch(/Annual report|Page \d/u);
    expect(text.match(/(?:One|Two|Three): The harbour/gu)).toHaveLength(3);
  });

  test('keeps a line that stands on two pages in their midst', async () => {
    const page = (word: string): PdfTextLine[] =>
      linesFrom(
        760,
        [word, word, word, 'The council said no.', word, word, word].map(
          (each, index) => `${each} ${'abcdefg'[index]} was told to wait.`,
        ),
      );
    const text = await textOf(page('Somebody'), page('Nobody'));
    expect(text.match(/The council said no\./gu)).toHaveLength(2);
  });

  test('leaves out the marks of notes, and keeps what is raised otherwise', async () => {
    const text = await textOf([
      ...linesFrom(720, STORY),
      { text: 'The council', y: 640 },
      { text: '12', x: 128, y: 645, size: 6 },
      { text: 'voted for 30 m', x: 140, y: 640 },
      { text: '2', x: 213, y: 645, size: 6 },
      { text: 'of the pier', x: 220, y: 640 },
    ]);
    expect(text).toMatch(/The council voted for 30 m ?2 ?of the pier/u);
  });

  test('leaves out the mark of a note that is set apart from its line', async () => {
    const [one, ...others] = linesFrom(700, STORY);
    expect(
      await textOf([...(one ? [one] : []), { text: '1', x: 300, y: 705, size: 6 }, ...others]),
    ).toBe(STORY.join(' '));
  });

  test('has each character once where bold type is set by setting it twice', async () => {
    const twice = linesFrom(700, STORY).flatMap(({ text, y }) =>
      Array.from(text).flatMap((letter, index) =>
        [72, 72.4].map((x) => ({ text: letter, x: x + 5 * index, y, size: 9 })),
      ),
    );
    expect((await textOf(twice)).replaceAll(' ', '')).toBe(STORY.join('').replaceAll(' ', ''));
  });

  test('is that of Chinese fonts which are not in the file, and has no spaces in it', async () => {
    const lines = [
      '市议会周二以九比二投票通过了新渡轮码头的计划，辩论持续了五个',
      '小时。市长说，码头将耗资一千四百万欧元，明年六月启用。',
    ];
    expect(await textOf(linesFrom(700, lines, { font: 'chinese' }))).toBe(lines.join(''));
  });

  test('is the same each time', async () => {
    const parts = { pages: [linesFrom(700, STORY), linesFrom(700, STORY)] };
    expect(await read(parts)).toEqual(await read(parts));
  });

  test('has every word of its lines, in order, whatever they are', async () => {
    const word = fc.stringMatching(/^(?:[bdgkmnprst][aeiou]){1,5}$/u);
    const line = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 6, maxLength: 30 }), async (lines) => {
        const { drafts } = await read({ pages: [linesFrom(760, lines)] });
        const words = (drafts[0]?.text ?? '').split(/\s+/u);
        expect(words).toEqual(lines.join(' ').split(' '));
      }),
      { numRuns: 25 },
    );
  });

  test('has pages that begin in it, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(STORY, STORY.slice(0, 1), []), { minLength: 1, maxLength: 8 }),
        async (pages) => {
          fc.pre(pages.some((lines) => lines.length > 1));
          const numbered = pages.map((lines, index) =>
            linesFrom(
              700,
              lines.map((line, place) => `${'abcdefgh'[index]}${place} ${line}`),
            ),
          );
          const [draft] = (await read({ pages: numbered })).drafts;
          const starts = draft?.pages ?? [];
          expect(starts.map(({ page }) => page)).toEqual(
            pages.flatMap((lines, index) => (lines.length > 0 ? [index + 1] : [])),
          );
          for (const { page, start } of starts) {
            expect(draft?.text.slice(start, start + 3)).toBe(`${'abcdefgh'[page - 1]}0 `);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what a PDF says of itself', () => {
  const head: PdfTextLine[] = [
    { text: 'PRESS RELEASE', y: 760, size: 9 },
    { text: 'Council votes for ferry pier', y: 730, size: 20 },
    { text: 'Published: 5 March 2024', y: 705 },
    { text: 'Source: Harbour Post', y: 685 },
  ];

  test('is told from its first lines, which are no text then', async () => {
    const { drafts } = await read({
      pages: [[...head, ...linesFrom(640, STORY)]],
      information: {
        Title: 'Microsoft Word - final_v3.docx',
        CreationDate: "D:20240401101500+01'00'",
      },
    });
    expect(drafts[0]).toMatchObject({
      given: {},
      inferred: {
        title: 'Council votes for ferry pier',
        publisher: 'Harbour Post',
        published: '2024-03-05',
      },
      text: STORY.join(' '),
    });
  });

  test('is told from its information where no line says it', async () => {
    const { drafts } = await read({
      pages: [linesFrom(640, STORY)],
      information: { Title: '渡轮码头', CreationDate: "D:20240305101500+01'00'" },
    });
    expect(drafts[0]?.inferred).toEqual({ title: '渡轮码头', published: '2024-03-05' });
  });

  test.each([
    ['Ada Writer', 'Ada Writer'],
    ['王小明', '王小明'],
    ['admin', undefined],
    ['Office User', undefined],
    ['jdoe2', undefined],
  ])('has an author where %j is the name of a person', async (written, author) => {
    const { drafts } = await read({
      pages: [linesFrom(640, STORY)],
      information: { Author: written },
    });
    expect(drafts[0]?.inferred.author).toBe(author);
  });

  test('goes after the date in the name of the file', async () => {
    const information = { CreationDate: 'D:20240401' };
    const { drafts } = await read(
      { pages: [linesFrom(640, STORY)], information },
      '2024-03-05-pier.pdf',
    );
    expect(drafts[0]?.inferred.published).toBe('2024-03-05');
  });
});

describe('a PDF that cannot be quoted', () => {
  const unmapped = linesFrom(700, STORY, { font: 'unmapped' });

  test('is told of when its fonts do not say what they show', async () => {
    const { drafts, problems } = await read({ pages: [unmapped, unmapped] });
    expect(drafts).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'unreadable-pages', severity: 'error', values: { pages: [1, 2], reason: 'font' } },
    ]);
  });

  test('loses the pages of which that is true, and no other', async () => {
    const { drafts, problems } = await read({ pages: [linesFrom(700, STORY), unmapped] });
    expect(drafts[0]?.text).toBe(STORY.join(' '));
    expect(problems).toMatchObject([
      { code: 'unreadable-pages', severity: 'warning', values: { pages: [2] } },
    ]);
  });

  test('is told of when its letters are those of a font in its own code', async () => {
    const shifted = STORY.map((line) =>
      line.replaceAll(/[a-zA-Z]/gu, (letter) =>
        'bcdfghjklmnpqrstvwxz'.charAt(letter.charCodeAt(0) % 20),
      ),
    );
    const { problems } = await read({ pages: [linesFrom(700, [...shifted, ...shifted])] });
    expect(problems).toMatchObject([{ code: 'unreadable-pages', severity: 'error' }]);
  });

  test('is told of when its text runs from top to bottom', async () => {
    const column = (text: string, x: number) =>
      Array.from(text, (letter, index) => ({
        text: letter,
        x,
        y: 700 - 12 * index,
        font: 'chinese' as const,
      }));
    const page = [
      ...column('市议会周二以九比二投票通过了新渡轮码头的计划', 400),
      ...column('市长说码头将耗资一千四百万欧元明年六月启用', 380),
    ];
    const { problems } = await read({ pages: [page] });
    expect(problems).toMatchObject([{ values: { pages: [1], reason: 'vertical' } }]);
  });

  test.each([
    ['has no text', buildPdf({ pages: [[], []] }), 'no-text-layer'],
    ['has no pages', buildPdf({ pages: [] }), 'no-text-layer'],
    ['is protected', buildPdf({ pages: [linesFrom(700, STORY)], isEncrypted: true }), 'encrypted'],
    ['is cut off early', buildPdf({ pages: [linesFrom(700, STORY)] }).subarray(0, 300), 'damaged'],
    ['is something else', Buffer.from('PK\u0003\u0004 and more'), 'damaged'],
    ['is empty', Buffer.alloc(0), 'damaged'],
    [
      'has 10,000 pages',
      buildPdf({ pages: Array.from({ length: 10_000 }, () => []) }),
      'too-many-pages',
    ],
  ])('is told of when it %s', async (_what, bytes, code) => {
    const { drafts, problems } = await readPdf(bytes, 'ferry.pdf', MAX_TEXT);
    expect(drafts).toEqual([]);
    expect(problems).toMatchObject([{ code, severity: 'error', file: 'ferry.pdf' }]);
  });

  test('is told of when it has more text than an article may', async () => {
    const { problems } = await readPdf(buildPdf({ pages: [linesFrom(700, STORY)] }), 'a.pdf', 100);
    expect(problems).toMatchObject([{ code: 'too-much-text', values: { maxBytes: 100 } }]);
  });

  test('gives text or a problem wherever its bytes were changed', async () => {
    const whole = buildPdf({ pages: [linesFrom(700, STORY)] });
    await fc.assert(
      fc.asyncProperty(changedBytes(whole), async (bytes) => {
        const { drafts, problems } = await readPdf(bytes, 'a.pdf', MAX_TEXT);
        expect(drafts.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});
