import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCollection, parseOperators, withoutOperators } from '../../src/retrieval/index.ts';
import { byId, createArticle } from '../support/articles.ts';
import { hostileText } from '../support/hostile-text.ts';

const collection = await createCollection(
  byId([
    createArticle({ text: 'The ferry company stopped all boats on 3 May. Fees had doubled.' }),
    createArticle({ text: '渡轮公司宣布五月三日停航。费用上涨了一倍。', language: 'zh' }),
  ]),
);

const claimsIn = async (text: string, limit = 4) =>
  (await collection.findClaims(text, limit)).claims;

describe('the claims of a text', () => {
  test('are the sentences with names, figures or quotations, in the order of the text', async () => {
    const text =
      'Hi all! Hope you are well.\nThe ferry company stopped 12 boats. Wow! They told Anna Berg to wait.';
    expect(await claimsIn(text)).toEqual([
      'The ferry company stopped 12 boats.',
      'They told Anna Berg to wait.',
    ]);
  });

  test('are sentences with many words of the articles without any of these', async () => {
    expect(await claimsIn('Morning. I heard that all boats of the ferry company stopped.')).toEqual(
      ['I heard that all boats of the ferry company stopped.'],
    );
  });

  test('are those with the rarest words of the articles where there are too many', async () => {
    const { claims, otherCount } = await collection.findClaims(
      'We met at 5 for tea. The ferry company stopped all boats on 3 May. Then 7 of us went home.',
      1,
    );
    expect(claims).toEqual(['The ferry company stopped all boats on 3 May.']);
    expect(otherCount).toBe(2);
  });

  test('end where a sentence begins in lower case, and not within a sentence', async () => {
    expect(
      await claimsIn('Fees doubled to 40 crowns in April. hi friends! they sold 2 boats'),
    ).toEqual(['Fees doubled to 40 crowns in April.', 'they sold 2 boats']);
    const whole = 'At 3 p.m. the ferry company ... well, it stopped 12 boats.';
    expect(await claimsIn(whole)).toEqual([whole]);
  });

  test('are found in Chinese', async () => {
    expect(await claimsIn('大家好！听说渡轮公司五月三日停航了。哈哈。')).toEqual([
      '听说渡轮公司五月三日停航了。',
    ]);
  });

  test('are the whole of a text without such a sentence, and none where there are no words', async () => {
    expect(await claimsIn('ferry fees')).toEqual(['ferry fees']);
    expect(await claimsIn('?! … 🎉')).toEqual([]);
  });
});

test('any text gives claims that are asked as they stand, within what a question may hold', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText(60), async (text) => {
      const claims = await claimsIn(text, 3);
      expect(claims.length).toBeLessThanOrEqual(3);
      for (const claim of claims) {
        expect(claim.length).toBeLessThanOrEqual(1000);
        const { phrases, excluded } = parseOperators(withoutOperators(claim));
        expect([...phrases, ...excluded.words, ...excluded.phrases]).toEqual([]);
      }
    }),
  );
});
