import { describe, expect, it } from 'vitest';
import { tellsAnEvent } from '../../src/timeline/events/event-detection.ts';

type Case = readonly [language: 'en' | 'zh', sentence: string, reason: string];

const EVENTS: readonly Case[] = [
  ['en', 'The chief engineer resigned within hours.', 'an act in the past'],
  ['en', 'She apologised and resigned.', 'the second of two acts'],
  ['en', 'The harbour company filed a lawsuit against the city.', 'an act of two words'],
  ['en', 'Four dockers were arrested.', 'done to somebody'],
  ['en', 'Prompted by the report, the board approved a smaller bridge.', 'after a participle'],
  ['zh', '总工程师随即辞职。', 'an act in the past'],
  ['zh', '市长上任不久，就提出辞职。', 'its subject stands in the clause before'],
  ['zh', '港口公司已起诉市政府。', 'an act in the past'],
  ['zh', '港口公司已對市政府提起訴訟。', 'in traditional characters'],
];

const OTHERS: readonly Case[] = [
  ['en', 'The engineer has not resigned.', 'denied'],
  ['en', 'The board didn’t approve it; nor was the old bridge closed, he said.', 'denied'],
  ['en', 'The company would have closed the pier.', 'only imagined'],
  ['en', 'If the bridge closed, ferries could not cope.', 'a condition'],
  [
    'en',
    'The city threatened to sue, and dockers threatened a strike that closed nothing.',
    'a threat',
  ],
  ['en', 'The revised rules are long.', 'a participle beside its noun'],
  ['en', 'Rules imposed by the city are long.', 'a participle after its noun'],
  ['en', '“The engineer resigned,” the mayor says.', 'the words of somebody else'],
  ['en', 'The bridge is the longest in the country.', 'no act'],
  ['en', 'The mayor said the bridge was safe.', 'no more than words'],
  ['zh', '总工程师没有辞职。', 'denied'],
  ['zh', '公司可能起诉市政府。', 'only possible'],
  ['zh', '起诉市政府不是容易的决定。', 'an act that is only spoken of'],
  ['zh', '发言人说：“辞职是不可能的。”', 'the words of somebody else'],
  ['zh', '大桥是全国最长的。', 'no act'],
];

describe('a sentence without a date', () => {
  it.each(EVENTS)('tells an event in %s: %s (%s)', (language, sentence) => {
    expect(tellsAnEvent(sentence, language)).toBe(true);
  });
  it.each(OTHERS)('tells none in %s: %s (%s)', (language, sentence) => {
    expect(tellsAnEvent(sentence, language)).toBe(false);
  });
});
