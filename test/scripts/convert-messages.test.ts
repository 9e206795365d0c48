import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  convertWithoutTerms,
  findChinese,
  readSources,
  renderTable,
  TABLE,
  TERMS,
  toTaiwan,
} from '../../scripts/convert-messages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const sources = readSources(ROOT);

test('the table holds what the texts of today give (otherwise: npm run messages)', () => {
  expect(readFileSync(path.join(ROOT, TABLE), 'utf8')).toBe(renderTable(sources.values()));
});

test('no message holds Chinese without the tag', () => {
  const untagged = Array.from(sources, ([file, source]) => [file, findChinese(source).untagged]);
  expect(untagged.filter(([, texts = []]) => texts.length > 0)).toEqual([]);
});

test('every term is used, and OpenCC gives another', () => {
  const texts = Array.from(sources.values(), (source) => findChinese(source).texts).flat();
  for (const [term, written] of Object.entries(TERMS)) {
    expect([term, convertWithoutTerms(term)]).not.toEqual([term, written]);
    expect([term, texts.some((text) => text.includes(term))]).toEqual([term, true]);
  }
});

test('Chinese is found in templates with the tag, cut at their values, and in definitions', () => {
  const source = [
    'createTranslations({ one: `“${a}”` }, (zh) => ({',
    '  one: zh`标题`, two: (a) => zh`头${a}尾${a ? `漏` : zh`中`}`, three: "漏了",',
    '}));',
    "localised('Title', '题目'); const other = '别的';",
  ].join('\n');
  expect(findChinese(source)).toEqual({
    texts: ['标题', '头', '尾', '中', '', 'Title', '题目'],
    untagged: ['漏', '漏了'],
  });
});

test('terms go before the words of OpenCC, the longest first', () => {
  expect(toTaiwan('查看重建索引的权限')).toBe('查看重新建立索引的權限');
});
