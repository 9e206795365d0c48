import { expect, test } from 'vitest';
import { load, outline } from './temp-corpus.ts';

/** A page that declares a charset, and whose words are these bytes. */
function pageOf(declared: string, words: readonly number[]): Uint8Array {
  return Buffer.concat([
    Buffer.from(`<html><head>${declared}</head><body><p>`),
    Buffer.from(words),
    Buffer.from('</p></body></html>'),
  ]);
}

test.each<[charset: string, declared: string, words: readonly number[], text: string]>([
  ['gb2312', '<meta charset="gb2312">', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
  ['gbk', '<meta charset=GBK>', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
  [
    'big5',
    '<meta http-equiv="Content-Type" content="text/html; charset=big5">',
    [0xa4, 0xa4, 0xa4, 0xe5],
    '中文',
  ],
  ['shift_jis', '<meta charset="Shift_JIS">', [0x93, 0xfa, 0x96, 0x7b], '日本'],
  ['euc-kr', '<meta charset="euc-kr">', [0xc7, 0xd1, 0xb1, 0xdb], '한글'],
  ['iso-8859-1', '<meta charset="iso-8859-1">', [0x63, 0x61, 0x66, 0xe9], 'café'],
])('a page in %s is read as it declares', async (_charset, declared, words, text) => {
  const corpus = await load({ 'a.html': pageOf(declared, words) });
  expect(outline(corpus)).toEqual([]);
  expect(corpus.articles[0]?.text).toBe(text);
});

test('a page that is UTF-8 is read as that, whatever it declares', async () => {
  const corpus = await load({ 'a.html': '<meta charset="gb2312"><p>中文 café</p>' });
  expect(corpus.articles[0]?.text).toBe('中文 café');
});

test('a page in UTF-16 is read by its byte-order mark', async () => {
  const corpus = await load({ 'a.html': Buffer.from('\ufeff<p>中文 text</p>', 'utf16le') });
  expect(corpus.articles[0]?.text).toBe('中文 text');
});

test('a bad byte in a page costs that byte, and a warning', async () => {
  const page = pageOf('<meta charset="utf-8">', [0x61, 0x20, 0xff, 0x20, 0x62]);
  const corpus = await load({ 'a.html': page });
  expect(outline(corpus)).toEqual(['warning bytes-replaced a.html']);
  expect(corpus.articles[0]?.text).toBe('a \ufffd b');
});

test('a page of which much cannot be read is refused', async () => {
  const bytes = pageOf('<meta charset="nonsense-1">', Array<number>(200).fill(0xff));
  expect(outline(await load({ 'a.html': bytes }))).toEqual(['not-utf8 a.html']);
});
