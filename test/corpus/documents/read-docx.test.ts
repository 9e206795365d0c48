import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/corpus/formats/read-docx.ts';
import { buildZip, wordFiles, wordParagraph, wordRun } from './build-archives.ts';
import { changedBytes } from './changed-bytes.ts';

const MAX_TEXT = 100_000;
const STORY = 'The harbour council voted nine to two for the new ferry pier on Tuesday.';
const MORE = '市长说，码头将耗资一千四百万欧元，明年六月启用。';

async function read(body: string, core = '', file = 'ferry.docx') {
  return readDocx(buildZip(wordFiles(body, core)), file, MAX_TEXT);
}

async function textOf(body: string): Promise<string> {
  return (await read(body)).drafts[0]?.text ?? '';
}

describe('the text of a Word document', () => {
  test('has its paragraphs, parted by blank lines', async () => {
    expect(await textOf(wordParagraph(STORY) + wordParagraph('') + wordParagraph(MORE))).toBe(
      `${STORY}\n\n${MORE}`,
    );
  });

  test('has no words that were deleted, and those that were inserted', async () => {
    const runs = `${wordRun('The pier costs ')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>${wordRun('14')}</w:ins>${wordRun(' million euros.')}`;
    expect(await textOf(wordParagraph('', undefined, runs))).toBe(
      'The pier costs 14 million euros.',
    );
  });

  test('has no words that are struck out', async () => {
    const struck = '<w:r><w:rPr><w:strike/></w:rPr><w:t>12</w:t></w:r>';
    const runs = `${wordRun('The pier costs ')}${struck}${wordRun('14 million euros.')}`;
    expect(await textOf(wordParagraph('', undefined, runs))).toBe(
      'The pier costs 14 million euros.',
    );
  });

  test('has no codes of fields, and what they show', async () => {
    const runs = `${wordRun('See ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${wordRun('page 3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${wordRun('.')}`;
    expect(await textOf(wordParagraph('', undefined, runs))).toBe('See page 3.');
  });

  test('has each row of a table as a line of its own', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const table = `<w:tbl>${row('Year', 'Passengers')}${row('2023', '455,000')}</w:tbl>`;
    expect(await textOf(wordParagraph(STORY) + table)).toContain('2023 | 455,000');
  });

  test('is the same whatever the text, but for white space', async () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}.,;:!?'’“”—-]{1,12}$/u);
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const body = lines.map((text) => wordParagraph(text)).join('');
        const [draft] = (await read(wordParagraph(STORY) + body)).drafts;
        expect(draft?.text).toBe([STORY, ...lines].join('\n\n'));
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a Word document says of itself', () => {
  test('is its title in the text, and the lines under it', async () => {
    const { drafts } = await read(
      [
        wordParagraph('Council votes for ferry pier', 'Title'),
        wordParagraph('Published: 5 March 2024'),
        wordParagraph(STORY),
      ].join(''),
      '<dc:title>report_final.docx</dc:title><dcterms:created>2020-01-01T00:00:00Z</dcterms:created>',
    );
    expect(drafts[0]).toMatchObject({
      given: {},
      inferred: { title: 'Council votes for ferry pier', published: '2024-03-05' },
      text: STORY,
    });
  });

  test('is in its properties where the text does not say it', async () => {
    const core =
      '<dc:title>渡轮码头</dc:title><dc:subject/><dcterms:created>2024-03-05T10:00:00Z</dcterms:created>';
    const { drafts } = await read(wordParagraph(STORY), core);
    expect(drafts[0]?.inferred).toEqual({ title: '渡轮码头', published: '2024-03-05' });
  });

  test('is no date that a library writes into all documents', async () => {
    const core = '<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>';
    expect((await read(wordParagraph(STORY), core)).drafts[0]?.inferred).toEqual({});
  });
});

describe('a Word document that cannot be read', () => {
  const files = wordFiles(wordParagraph(STORY));

  test.each([
    ['is cut off', buildZip(files).subarray(0, 500), 'damaged'],
    ['is another archive', buildZip({ 'a.xml': '<a/>' }), 'damaged'],
    ['is no XML', buildZip({ ...files, 'word/document.xml': '<w:document' }), 'damaged'],
    ['is protected', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'encrypted'],
    ['is an encrypted archive', buildZip(files, { isEncrypted: true }), 'encrypted'],
    [
      'unpacks to more than it says',
      buildZip({ ...files, 'word/bomb.xml': Buffer.alloc(20_000_000) }, { claimedBytes: 10 }),
      'too-much-text',
    ],
    [
      'is nested without end',
      buildZip({ ...files, 'word/document.xml': '<w:p>'.repeat(100_000) }),
      'damaged',
    ],
  ])('is told of when it %s', async (_what, bytes, code) => {
    const { drafts, problems } = await readDocx(bytes, 'ferry.docx', MAX_TEXT);
    expect(drafts).toEqual([]);
    expect(problems).toMatchObject([{ code, severity: 'error', file: 'ferry.docx' }]);
  });

  test('gives text or a problem wherever its bytes were changed', async () => {
    const whole = buildZip(files);
    await fc.assert(
      fc.asyncProperty(changedBytes(whole), async (bytes) => {
        const { drafts, problems } = await readDocx(bytes, 'a.docx', MAX_TEXT);
        expect(drafts.length + problems.length).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
