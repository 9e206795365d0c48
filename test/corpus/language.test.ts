import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/corpus/metadata/detect-language.ts';

test.each([
  ['The ferry leaves at nine.', 'en', 'Latin letters'],
  ['渡轮九点出发，乘客请提前到场。', 'zh', 'Han characters'],
  ['渡轮公司 Northwind Lines 表示，九点出发的班次已经取消。', 'zh', 'a few Latin names'],
  ['The ferry, called 北风号, leaves at nine from the old pier.', 'en', 'a name in Han characters'],
  ['フェリーは九時に出発します。', 'ja', 'kana among the Han characters'],
  [
    '他提到一本名为「かもめ」的小说，并介绍了作者生平、创作经历和出版过程。',
    'zh',
    'one name in kana',
  ],
  ['여객선은 아홉 시에 출발합니다.', 'ko', 'Hangul'],
  ['Паром отправляется в девять.', 'und', 'a script that no language of ours uses'],
  ['“Café Øresund” — its owner’s fee is 20 € … and 5 µg.', 'en', 'letters with accents and marks'],
  ['5 × 4 ÷ 2 µ … “–”', 'und', 'marks alone'],
  ['12:30 — 45 %', 'und', 'no letters at all'],
  ['', 'und', 'nothing'],
])('%s is %s: %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
