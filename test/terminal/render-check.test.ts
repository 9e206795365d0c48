import { describe, expect, test } from 'vitest';
import { checkToJson, renderCheck } from '../../src/terminal/check-corpus.ts';
import { displayWidth } from '../../src/terminal/graphemes.ts';
import { fakeArticle, fakeCorpus, REJECTED } from './fakes.ts';

const PLAIN = { width: 80, colour: false, unicode: true };
const ENGLISH = fakeArticle('text', { inferred: ['id', 'published'] });
const CHINESE = fakeArticle('正文', {
  id: 'zh',
  file: 'zh.txt',
  publisher: '财新网',
  published: null,
  language: 'zh',
  title: '字节跳动不会出售抖音海外版在美国的业务，知情人士说，谈判仍在继续，结果难以预料',
});

describe('check', () => {
  test('aligns the columns by what a terminal shows', () => {
    const lines = renderCheck(fakeCorpus([ENGLISH, CHINESE]), 'en-US', PLAIN).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'File    Publisher     Date         Language  Title',
      'a.md    The Guardian  2020-09-14*  en        Neither will buy it',
      'zh.txt  财新网        –            zh        字节跳动不会出售抖音海外版在美国的…',
    ]);
  });

  test('explains the star only where there is one', () => {
    expect(renderCheck(fakeCorpus([ENGLISH]), 'en-US', PLAIN)).toContain('* inferred');
    expect(renderCheck(fakeCorpus([CHINESE]), 'en-US', PLAIN)).not.toContain('*');
  });

  test('names file and line of a problem', () => {
    const text = renderCheck(fakeCorpus([ENGLISH], [REJECTED]), 'en-US', PLAIN);
    expect(text).toMatch(/^empty\.md:3: \S/u);
    expect(text).toContain('errors: 1');
  });

  test('fits a narrow terminal and keeps hostile file names from steering it', () => {
    const hostile = fakeArticle('x', { file: 'a\u001b[2J\n.md', title: '\u202e'.repeat(90) });
    const text = renderCheck(fakeCorpus([hostile, CHINESE], [REJECTED]), 'zh-TW', {
      width: 40,
      colour: false,
      unicode: true,
    });
    expect(text).not.toContain('\u001b');
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
  });

  test('says when there is nothing', () => {
    expect(renderCheck(fakeCorpus([]), 'en-US', PLAIN)).toContain('no articles in /articles');
  });

  test('gives the same as JSON', () => {
    expect(checkToJson(fakeCorpus([ENGLISH], [REJECTED]), 'en-US')).toMatchObject({
      articles: [{ file: 'a.md', id: 'a', inferred: ['id', 'published'] }],
      problems: [{ code: 'empty', severity: 'error', file: 'empty.md', line: 3 }],
    });
  });
});
