import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createPhraseIndex,
  type PhraseIndex,
} from '../../../src/retrieval/verification/phrase-index.ts';
import { verifyQuotation } from '../../../src/retrieval/verification/verify-quotation.ts';
import { storyArticle } from '../../support/fake-library.ts';

const articles = [
  storyArticle(
    'ferry',
    'The harbour was quiet on Monday. “We will not sell 12 boats to anybody – never,” Anna Berg said. She thanked the crew. “The winter timetable stays as it is until the pier has been mended,” added Olof Palm, the mayor.\n\nTickets cost $1,500.50 or more; it’s unlikely to change, the U.S. office wrote.',
    { published: '2024-05-03' },
  ),
  storyArticle(
    'copy',
    'A wire report: “We will not sell 12 boats to anybody – never.” Nothing else is known of the company and its plans.',
    { published: '2024-05-01' },
  ),
  storyArticle(
    '渡轮',
    '渡轮公司周一发表声明。船长王立新表示：“我们不会在今年冬天卖掉12艘船，也不会裁员。”市长说，码头修好以前，冬季时刻表不变。“请大家放心，票价维持在30元”，李小红说。',
    { language: 'zh', published: '2024-05-04' },
  ),
];
const byId = new Map(articles.map((article) => [article.id, article]));

let index: PhraseIndex;

beforeAll(async () => {
  index = await createPhraseIndex(byId);
});

const verify = (text: string, speaker: string | null = null) =>
  verifyQuotation({ text, speaker }, index);

const wordsOf = ({ matches }: ReturnType<typeof verify>) =>
  matches.map(({ quote }) => byId.get(quote.articleId)?.text.slice(quote.start, quote.end));

describe('an exact quotation', () => {
  test('is found in every article, the earliest first, with who says it where that is plain', () => {
    const check = verify('We will not sell 12 boats to anybody – never');
    expect(check).toMatchObject({
      verdict: 'exact',
      matches: [
        { quote: { articleId: 'copy' }, speaker: null },
        { quote: { articleId: 'ferry' }, speaker: 'Anna Berg' },
      ],
    });
    expect(wordsOf(check)).toEqual(Array(2).fill('We will not sell 12 boats to anybody – never'));
  });

  test.each([
    ['请大家放心，票价维持在30元', '李小红'],
    ['我们不会在今年冬天卖掉12艘船，也不会裁员。', '王立新'],
    ['The winter timetable stays as it is until the pier has been mended', 'Olof Palm'],
    ['The harbour was quiet on Monday.', null],
  ])('%s is said by %s', (text, speaker) => {
    expect(verify(text)).toMatchObject({ verdict: 'exact', matches: [{ speaker }] });
  });
});

describe('what differs in typography alone', () => {
  test.each([
    ['we will not sell 12 boats to anybody – never', ['case']],
    ['WE WILL NOT SELL 12 boats TO ANYBODY – NEVER', ['case']],
    ['We will not sell 12 boats to anybody -- never', ['dashes']],
    ['We will not sell 12  boats to anybody – never', ['spaces']],
    ['We will not sell １２ boats to anybody – never', ['width']],
    ['We will **not** sell 12 boats to anybody – never', ['markdown']],
    ['We will not sell 1**2** boats to anybody – never', ['markdown']],
    ['「We will not sell 12 boats to anybody – never」', ['quotation-marks']],
    ['it’s unlikely to change the U.S. office wrote', ['punctuation']],
    ["it's unlikely to change, the US office wrote", ['quotation-marks', 'punctuation']],
    ['Tickets cost $1500.50 or more', ['punctuation']],
    ['我們不會在今年冬天賣掉12艘船，也不會裁員。', ['script']],
    ['我们不会在今年冬天卖掉12艘船,也不会裁员。', ['width']],
    ['请大家放心， 票价维持在 30 元', ['spaces']],
  ])('%s: %s', (text, kinds) => {
    const check = verify(text);
    expect(check.verdict).toBe('typography-only');
    expect(check.typography).toEqual(kinds);
  });

  test('is told what it differs in', () => {
    expect(verify('we will not sell 12 boats to anybody - never').differences).toEqual([
      { from: 'We', to: 'we' },
      { from: ' – ', to: ' - ' },
    ]);
  });
});

describe('an altered quotation', () => {
  test.each([
    ['We will sell 12 boats to anybody – never', [{ from: 'not', to: '', kind: 'negation' }]],
    ['We will not sell 20 boats to anybody', [{ from: '12', to: '20', kind: 'number' }]],
    [
      'We will not buy 12 boats for anybody',
      [
        { from: 'sell', to: 'buy', kind: 'words' },
        { from: 'to', to: 'for', kind: 'words' },
      ],
    ],
    ['added Peter Palm, the mayor', [{ from: 'Olof', to: 'Peter', kind: 'name' }]],
    ['Tickets cost $15,00.50 or more', [{ from: '1,500.50', to: '15,00.50', kind: 'number' }]],
    ['Tickets cost €1,500.50 or more', [{ from: '$', to: '€', kind: 'words' }]],
    [
      'likely to change, the U.S. office wrote',
      [{ from: 'unlikely', to: 'likely', kind: 'words' }],
    ],
    ['我们会在今年冬天卖掉12艘船，也不会裁员', [{ from: '不', to: '', kind: 'negation' }]],
    ['She thanked the mayor', [{ from: 'crew', to: 'mayor', kind: 'words' }]],
    ['She thanked the crew too', [{ from: '', to: 'too', kind: 'words' }]],
    ['码头修好以前，春季时刻表不变', [{ from: '冬', to: '春', kind: 'words' }]],
  ])('%s: %j', (text, differences) => {
    const check = verify(text);
    expect(check.verdict).toBe('altered');
    expect(check.differences).toEqual(differences);
  });

  test('names numbers, negations and names before other words', () => {
    const { differences } = verify('We could sell 20 boats to anybody – never');
    expect(differences.map(({ kind }) => kind)).toEqual(['number', 'negation']);
  });

  test('shows the passage that it was made of, with what was changed marked', () => {
    const check = verify('She thanked the captain. “The winter timetable stays');
    expect(wordsOf(check)).toEqual(['She thanked the crew. “The winter timetable stays']);
    expect(check.matches[0]?.quote.marks).toHaveLength(1);
  });

  test('is none where two marks of quotation lie between', () => {
    expect(
      verify('We will not sell 12 boats to anybody – never The winter timetable stays as it is'),
    ).toMatchObject({ verdict: 'stitched', matches: [{}, {}] });
  });
});

describe('a stitched quotation', () => {
  test('is shown in its parts, each where it stands', () => {
    const check = verify('Nothing else is known of the company Tickets cost $1,500.50 or more');
    expect(check.verdict).toBe('stitched');
    expect(wordsOf(check)).toEqual([
      'Nothing else is known of the company',
      'Tickets cost $1,500.50 or more',
    ]);
  });

  test('is what leaves something out with a mark, so that nobody takes it for whole', () => {
    expect(verify('The winter timetable stays … until the pier has been mended').verdict).toBe(
      'stitched',
    );
  });
});

describe('who said it', () => {
  const words = 'We will not sell 12 boats to anybody – never';

  test.each([
    ['Olof Palm', 'other-speaker'],
    ['Anna Berg', 'exact'],
    ['Berg', 'exact'],
    ['王立新', 'exact'],
  ])('%s: %s', (speaker, verdict) => {
    expect(verify(words, speaker).verdict).toBe(verdict);
  });

  test('nobody is accused where the article names nobody', () => {
    expect(verify('The harbour was quiet on Monday.', 'Anna Berg').verdict).toBe('exact');
  });
});

test('what no article has is absent, however many of its words they have', () => {
  for (const text of [
    'Every goat on that hill has a name and most of them answer to it.',
    'The mayor will sell the pier and the harbour to the crew.',
    '渡船的船长说，他总是先数白鹭再数乘客。',
    '-----------------',
  ]) {
    expect(verify(text)).toMatchObject({ verdict: 'absent', matches: [] });
  }
});

test('under twelve characters nothing is checked', () => {
  expect(verify(' We will not ').verdict).toBe('too-short');
  expect(verify('We will not sell').verdict).toBe('exact');
});

/** A slice of an article from the beginning of a unit to the end of another. */
const slices = fc
  .tuple(fc.constantFrom(...articles), fc.nat(), fc.nat())
  .map(([article, from, length]) => {
    const units = index.read(article.text);
    const first = from % units.length;
    const inside = units.slice(first, first + 1 + (length % 60));
    const start = inside[0]?.start ?? 0;
    const end = inside.at(-1)?.end ?? 0;
    return { article, start, end, text: article.text.slice(start, end), units: inside };
  })
  .filter(({ text }) => Array.from(text).length >= 12);

test('every slice between words is exact, and its matches cut to the same text', () => {
  fc.assert(
    fc.property(slices, ({ text, article }) => {
      const check = verify(text);
      expect(check.verdict).toBe('exact');
      expect(new Set(wordsOf(check))).toEqual(new Set([text]));
      expect(check.matches.some(({ quote }) => quote.articleId === article.id)).toBe(true);
    }),
  );
});

test('no slice with another letter or number, or without its "not", counts as found', () => {
  fc.assert(
    fc.property(
      slices,
      fc.nat(),
      fc.constantFrom(...Array.from('aqzé7不9')),
      ({ text }, at, other) => {
        const letters = [...text.matchAll(/[\p{L}\p{N}]/gu)];
        const letter = letters[at % letters.length];
        const changed = letter
          ? text.slice(0, letter.index) + other + text.slice(letter.index + letter[0].length)
          : text;
        for (const each of [changed, text.replace(/ not|不/u, '')]) {
          if (articles.some((article) => article.text.toLowerCase().includes(each.toLowerCase())))
            continue;
          expect(verify(each).verdict).not.toBe('exact');
          expect(verify(each).verdict).not.toBe('typography-only');
        }
      },
    ),
  );
});
