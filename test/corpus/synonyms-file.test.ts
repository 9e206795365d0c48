import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus, signatureOfFolder } from '../../src/corpus/index.ts';
import { createFolder, load, outline, writeFiles } from './temp-corpus.ts';

const ARTICLE = { 'a.txt': 'The ferry stops.' };

describe('synonyms.yaml', () => {
  test('gives a group a line, however it is written', async () => {
    const corpus = await load({
      ...ARTICLE,
      'synonyms.yaml': [
        '---',
        '# what people say here',
        '- ferry pier = landing stage = the pier  # all the same',
        '- [CEO, "chief executive", ceo]',
        '川普 ＝ 特朗普',
        "- 'Number 10 = Downing Street'",
        '',
      ].join('\r\n'),
    });
    expect(corpus.problems).toEqual([]);
    expect(corpus.synonyms).toEqual([
      ['ferry pier', 'landing stage', 'the pier'],
      ['CEO', 'chief executive'],
      ['川普', '特朗普'],
      ['Number 10', 'Downing Street'],
    ]);
    expect(corpus.articles).toHaveLength(1);
  });

  test('loses only the lines that are wrong, and says which', async () => {
    const corpus = await load({
      ...ARTICLE,
      'synonyms.yml': [
        'ferry pier',
        'a = b',
        '- ? = !',
        `- ${'x'.repeat(81)} = y`,
        `- ${Array.from({ length: 13 }, (_, index) => `w${index}`).join(' = ')}`,
        '- same = Same',
        '- c = d',
      ].join('\n'),
    });
    expect(corpus.synonyms).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(outline(corpus)).toEqual(
      [1, 3, 4, 5, 6].map((line) => `warning invalid-synonyms synonyms.yml:${line}`),
    );
    expect(corpus.problems.map(({ values }) => values)).toMatchObject([
      { fault: 'no-group' },
      { fault: 'no-words' },
      { fault: 'long-phrase' },
      { fault: 'many-phrases' },
      { fault: 'no-group' },
    ]);
  });

  test('is read up to 500 groups', async () => {
    const lines = Array.from({ length: 502 }, (_, index) => `- a${index} = b${index}`);
    const corpus = await load({ ...ARTICLE, 'synonyms.yaml': lines.join('\n') });
    expect(corpus.synonyms).toHaveLength(500);
    expect(outline(corpus)).toEqual(['warning too-many-synonyms synonyms.yaml:501']);
  });

  test.each([
    ['binary', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0])],
    ['not-utf8', new Uint8Array([0x61, 0x3d, 0xff])],
    ['too-large', 'a = b\n'.repeat(50_000)],
  ] as const)('that is %s is a problem, and the articles are read', async (code, content) => {
    const corpus = await load({ ...ARTICLE, 'synonyms.yaml': content });
    expect(outline(corpus)).toEqual([`${code} synonyms.yaml`]);
    expect(corpus.synonyms).toEqual([]);
    expect(corpus.articles).toHaveLength(1);
  });

  test('makes other contents of a folder, and none where it is empty', async () => {
    const folder = await createFolder(ARTICLE);
    const without = await loadCorpus(folder);
    const signature = await signatureOfFolder(folder);
    await writeFiles(folder, { 'synonyms.yaml': '# none yet\n' });
    const empty = await loadCorpus(folder);
    await writeFiles(folder, { 'synonyms.yaml': 'a = b\n' });
    const some = await loadCorpus(folder);
    expect(empty.contentHash).toBe(without.contentHash);
    expect(some.contentHash).not.toBe(without.contentHash);
    expect(await signatureOfFolder(folder)).not.toBe(signature);
    await rm(join(folder, 'synonyms.yaml'));
    expect((await loadCorpus(folder)).contentHash).toBe(without.contentHash);
  });
});
