import { beforeAll, describe, expect, it } from 'vitest';
import {
  createTransliterationFinder,
  type TransliterationFinder,
} from '../../../src/language/translation/names.ts';
import { loadDictionary } from '../../support/dictionary.ts';

const NAMES = [
  'Calderon',
  'Northwick',
  'Verena',
  'Holbrook',
  'Lindqvist',
  'Owen Marsh',
  'Stroud',
  'Ojo',
];

let finder: TransliterationFinder;
beforeAll(async () => {
  finder = createTransliterationFinder(await loadDictionary());
  for (const name of NAMES) finder.learn(name);
});

describe('a foreign name in Chinese', () => {
  it.each([
    ['卡尔德龙昨日辞职。', '卡尔德龙', 'Calderon'],
    ['财务主管霍尔布鲁克说', '霍尔布鲁克', 'Holbrook'],
    ['警方逮捕了欧文·马什。', '欧文马什', 'Owen Marsh'],
    ['林德奎斯特拒絕了報價', '林德奎斯特', 'Lindqvist'],
    ['市长韦雷娜', '韦雷娜', 'Verena'],
  ])('is found by its sound in %s', (text, chinese, english) => {
    expect(finder.find(text)).toContainEqual({ chinese, english });
  });

  it.each([
    // Written by sound, but of nobody that was learnt.
    '特朗普签署了行政令。',
    '梅耶尔已经辞职。',
    // No names at all.
    '公司宣布召回十二万台水壶。',
    '中国商务部公布了新的目录。',
    // Two characters sound like too many names.
    '奥乔离开球队。',
    '',
  ])('is not found in %s', (text) => {
    expect(finder.find(text)).toEqual([]);
  });
});
