import { describe, expect, it } from 'vitest';
import { readAskedPerson } from '../../src/retrieval/query/asked-person.ts';

describe('whose words or description a question asks for', () => {
  it.each([
    ['马小川怎么说', 'speaker', '马小川'],
    ['马小川说了什么', 'speaker', '马小川'],
    ['那个马小川到底是谁', 'identity', '马小川'],
    ['“马小川”是谁', 'identity', '马小川'],
  ])('%s has a Chinese name whole', (question, role, name) => {
    expect(readAskedPerson(question, 'zh')).toMatchObject({ role, names: [name] });
  });

  it.each([
    ['  what  did\tInes Calder say?', 'speaker', ['ines', 'calder']],
    ["what was Calder's response", 'speaker', ['calder']],
    ['who is Ines Calder again?', 'identity', ['ines', 'calder']],
  ])('%s', (question, role, names) => {
    expect(readAskedPerson(question, 'en')).toMatchObject({ role, names });
  });

  it.each([
    ['马小川怎么说', 'zh', '马小川：我一共报告过三次。'],
    ['马小川是谁', 'zh', '裂口是巡桥员马小川发现的。'],
    ['what did Pike say', 'en', 'Pike: Nobody rang the bell.'],
  ] as const)('%s is shown in a transcript or beside an occupation', (question, language, text) => {
    expect(readAskedPerson(question, language)?.isShownIn(text)).toBe(true);
  });

  it('is said by the words of a text, and not by a first name', () => {
    const person = readAskedPerson('who is petra holm', 'en');
    expect(person?.isShownIn('It stands at three million, Petra Holm said.')).toBe(false);
    expect(person?.isShownIn('Petra Holm, who runs the fund, said so.')).toBe(true);
    expect(person?.isShownIn('PETRA HOLM, 44, runs the fund.')).toBe(true);
    expect(person?.isShownIn('A letter by lawyer Petra Holm is lost.')).toBe(true);
  });

  it('is nobody where something else takes long', () => {
    expect(readAskedPerson('how long did the repair take', 'en')).toBeNull();
  });

  it.each([' ', '\t ', '“', '是', '我'])('is read in linear time among many %j', (unit) => {
    const question = `what ${unit.repeat(100_000)}是谁`;
    expect(() => [readAskedPerson(question, 'en'), readAskedPerson(question, 'zh')]).not.toThrow();
  });
});
