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
    [
      'what did Pike tell the crew',
      'en',
      'Pike came to the pier on Sunday and told the crew to go.',
    ],
    [
      '马小川怎么说',
      'zh',
      '马小川在他的新书《裂口：一座桥和看守它的人，以及他们的十年》中提到，桥早就坏了。',
    ],
  ] as const)(
    '%s is shown in a transcript, beside an occupation, and by a verb further on',
    (question, language, text) => {
      expect(readAskedPerson(question, language)?.isShownIn(text)).toBe(true);
    },
  );

  it('is said by the words of a text, and not by a first name', () => {
    const person = readAskedPerson('who is petra holm', 'en');
    expect(person?.isShownIn('It stands at three million, Petra Holm said.')).toBe(false);
    expect(person?.isShownIn('Petra Holm, who runs the fund, said so.')).toBe(true);
    expect(person?.isShownIn('PETRA HOLM, 44, runs the fund.')).toBe(true);
    expect(person?.isShownIn('A letter by lawyer Petra Holm is lost.')).toBe(true);
  });

  it.each([
    ['did Pike deny it', 'en', '“A lie,” Pike said.', 'Pike said that the bell rang.'],
    ['马小川否认了吗', 'zh', '马小川说，这不是真的。', '马小川说，他去过桥上。'],
  ] as const)('%s is shown by words that deny', (question, language, denial, other) => {
    const person = readAskedPerson(question, language);
    expect(person?.isShownIn(denial)).toBe(true);
    expect(person?.isShownIn(other)).toBe(false);
  });

  it('is nobody where something else takes long', () => {
    expect(readAskedPerson('how long did the repair take', 'en')).toBeNull();
  });

  it.each([' ', '\t ', '“', '是', '我'])('is read in linear time among many %j', (unit) => {
    const question = `what ${unit.repeat(100_000)}是谁`;
    expect(() => [readAskedPerson(question, 'en'), readAskedPerson(question, 'zh')]).not.toThrow();
  });
});
