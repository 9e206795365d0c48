import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../../src/retrieval/verification/find-quotations.ts';

const textsIn = (text: string) => findQuotations(text).map((each) => each.text);

describe('the quotations of a text', () => {
  test.each([
    ['He said “we stay here” and left.', ['we stay here']],
    ['He said "we stay here" and "we do not go".', ['we stay here', 'we do not go']],
    ['«On reste», „wir bleiben“, „zůstaneme”', ['On reste', 'wir bleiben', 'zůstaneme']],
    ['他说「我们『留在』这里」，又说『不走』。', ['我们『留在』这里', '不走']],
    ['It‘s ‘we don’t leave’ that she said', ['we don’t leave']],
    ['“We stay,” he said.', ['We stay']],
    ['> We stay here\n> until May\nsays who?', ['We stay here\nuntil May']],
    ['before\n> one line\n\nthen “another one”', ['one line', 'another one']],
    [' We stay here ', ['We stay here']],
    ['a 5" disk', ['a 5" disk']],
    ['an “open mark\n\nand a closed” one', ['an “open mark\n\nand a closed” one']],
    ['“” and "…"', ['“” and "…"']],
  ])('%j has %j', (text, expected) => {
    expect(textsIn(text)).toEqual(expected);
  });

  test('come with who is named beside them', () => {
    expect(findQuotations('Anna Berg said: “We stay here.”\n王立新表示：“我们不走”')).toEqual([
      { text: 'We stay here.', speaker: 'Anna Berg' },
      { text: '我们不走', speaker: '王立新' },
    ]);
    expect(findQuotations('She said: “We stay here.”')).toEqual([
      { text: 'We stay here.', speaker: null },
    ]);
  });

  test('are found in any text, and are parts of it', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('“”"「」『』«»„‘’>\n\n ,a说\ud800')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (written) => {
        for (const each of textsIn(written)) {
          for (const line of each.split('\n')) expect(written).toContain(line);
        }
      }),
    );
  });

  test.each(['"', '“', '“”', '‘a’a', '「', '> ', '\n> ', '„ “'])(
    '100,000 times %j takes no more than its length',
    (mark) => {
      const found = findQuotations(mark.repeat(100_000 / mark.length));
      expect(found.length).toBeGreaterThan(0);
    },
    10_000,
  );
});
