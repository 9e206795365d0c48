import { describe, expect, it } from 'vitest';
import { createNameMiner } from '../../../src/language/translation/names.ts';

function mine(...texts: string[]): string[] {
  const miner = createNameMiner();
  for (const text of texts) miner.read({ title: '', text });
  return miner.pairs().map(({ chinese, english }) => `${chinese} = ${english}`);
}

describe('names in both languages', () => {
  it.each([
    [
      'in English with Chinese in brackets',
      'Minister Lin Haiming (林海明) spoke.',
      ['林海明 = Lin Haiming'],
    ],
    [
      'without the title before them',
      'When Mr. Lin Haiming（林海明）spoke',
      ['林海明 = Lin Haiming'],
    ],
    [
      'with small words inside',
      'the Bank of Norland (诺兰银行) closed',
      ['诺兰银行 = Bank of Norland'],
    ],
    ['in Chinese after punctuation', '昨天，奥尔德公司(Alder)宣布', ['奥尔德公司 = Alder']],
    ['between quotation marks', '名为“清风计划”（Fresh Wind）的项目', ['清风计划 = Fresh Wind']],
    [
      'by the last part of a transliterated name',
      '首席工程师艾达·斯通(Ada Stone)辞职',
      ['斯通 = Stone'],
    ],
  ])('are found %s', (_, text, expected) => {
    expect(mine(text)).toEqual(expect.arrayContaining(expected));
  });

  it('are cut where several places agree', () => {
    expect(mine('他说科技公司奥尔德(Alder)很大', '我们去看奥尔德(Alder)的工厂')).toEqual([
      '奥尔德 = Alder',
    ]);
  });

  it.each([
    ['where the Chinese name begins does not show', '他说科技公司奥尔德(Alder)很大'],
    ['the brackets hold no name', '会议（见下文）在 Norland (see below) 举行'],
    ['the parts of a name are not as many as its words', '工程师艾达·斯通(Stone)辞职'],
  ])('are left alone where %s', (_, text) => {
    expect(mine(text)).toEqual([]);
  });

  it('are found in titles', () => {
    const miner = createNameMiner();
    miner.read({ title: 'Lin Haiming (林海明) speaks', text: '' });
    expect(miner.pairs()).toEqual([{ chinese: '林海明', english: 'Lin Haiming' }]);
  });

  it('cost no more than a text is long', () => {
    // What grows with its square would take longer than a test may.
    const texts = [
      'A'.repeat(2_000_000),
      '(A'.repeat(1_000_000),
      '林'.repeat(2_000_000),
      `${'林'.repeat(50)}(A) `.repeat(40_000),
    ];
    expect(mine(...texts)).toEqual([]);
  });
});
