import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { analyseQuestion } from '../../src/retrieval/query/analyse-question.ts';
import { byId, createArticle } from '../support/articles.ts';
import { openIndex } from '../support/open-index.ts';

const TEXTS = {
  plan: 'The harbour board must publish its plan by 20 September.\n\nTwenty September markets were held in the old hall.',
  price: 'The ferry line Northwave was sold for $10 billion after a long dispute.',
  share:
    'Northwave carries 45 per cent of all island passengers.\n\nThe oldest captain of the line is 45.',
  office:
    'Northwave moved its office to the United States.\n\nA spokesman of SkyPier declined to comment by e-mail.',
  chinese: '港口委员会须在九月二十日之前公布计划。北浪公司以一百亿美元售出。',
};

const ARTICLES = byId(
  Object.entries(TEXTS).map(([id, text]) => createArticle({ id, text, title: `The ${id} story` })),
);

async function ask(question: string) {
  const collection = await createCollection(ARTICLES);
  const answer = await collection.ask({ question, limit: 5, filter: {} });
  const words = answer.quotes.map(({ quote }) => verifyQuote(quote, ARTICLES));
  const marked = answer.quotes.map(({ quote }) =>
    quote.marks.map(({ start, end }) => ARTICLES.get(quote.articleId)?.text.slice(start, end)),
  );
  return { ...answer, words, marked };
}

async function analysed(question: string) {
  const analyser = createAnalyser();
  const { statistics } = await openIndex(ARTICLES);
  return analyseQuestion(question, { analyser, statistics, findSynonyms: () => [], names: null });
}

describe('what is asked in one form', () => {
  it.each([
    ['a date, by its other order', 'September 20 plan', '20 September'],
    ['a date, in figures', 'plan for 2020-09-20', '20 September'],
    ['an amount, by its digits', 'Northwave sold for 10,000,000,000', '$10 billion'],
    ['an amount, in short', 'Northwave sold for 10bn', '$10 billion'],
    ['a share, by its sign', 'Which line carries 45% of passengers?', '45 per cent'],
    ['a country, in short', 'Northwave office US', 'United States'],
    ['a country, in small letters', 'did northwave move its office to the us', 'United States'],
    ['a name in two words', 'sky pier spokesman', 'SkyPier'],
    ['a compound in one word', 'SkyPier email', 'e-mail'],
    ['a Chinese date, in figures', '港口委员会9月20日公布什么？', '九月二十日'],
    ['a Chinese amount, in figures', '北浪公司以100亿美元售出？', '一百亿美元'],
  ])('is found in another: %s', async (_, question, expected) => {
    const { words, verdict } = await ask(question);
    expect(verdict).toBe('answered');
    expect(words[0]).toContain(expected);
  });

  it('is found in another language: a date and an amount', async () => {
    const inEnglish = (await ask('Northwave 100亿美元')).words;
    expect(inEnglish[0]).toContain('$10 billion');
    expect((await ask('9月20日')).words.join()).toContain('20 September');
    expect((await ask('September 20')).words.join()).toContain('九月二十日');
  });

  it('is marked as a whole, where it stands', async () => {
    const { marked } = await ask('Northwave sold for 10,000,000,000');
    expect(marked[0]).toContain('10 billion');
  });

  it('goes before the same figure with another meaning', async () => {
    const { words } = await ask('45%');
    expect(words[0]).toContain('45 per cent');
    expect((await ask('20 September')).words[0]).not.toContain('Twenty');
  });
});

describe('a form in a question', () => {
  it('is no term of its own and adds nothing to the weight of its words', async () => {
    const { terms, idfMass } = await analysed('20 September');
    expect(terms.map(({ term }) => term)).toEqual(['20', 'septemb']);
    const alone = await Promise.all(['20', 'September'].map(analysed));
    const sum = alone.reduce((mass, question) => mass + question.idfMass, 0);
    expect(idfMass).toBeLessThanOrEqual(sum + 1e-9);
  });

  it('shares the weight of its words in finding candidates', async () => {
    const { terms, forms } = await analysed('20 September');
    expect(forms.map(({ term }) => term)).toEqual(['09-20']);
    for (const { searchWeight } of [...terms, ...forms]) {
      expect(searchWeight).toBeGreaterThan(0);
      expect(searchWeight).toBeLessThan(1);
    }
  });

  it('that the index does not know changes nothing', async () => {
    const { terms, forms } = await analysed('25 September');
    expect(forms).toEqual([]);
    expect(terms.map(({ weight, searchWeight }) => [weight, searchWeight])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('joins two words only where the index knows the one and not both of the others', async () => {
    expect((await analysed('sky pier')).forms.map(({ term }) => term)).toEqual(['skypier']);
    expect((await analysed('long line')).forms).toEqual([]);
  });

  it('makes its words known, so that none is told as missing', async () => {
    const { terms } = await ask('九月二十日 penguin');
    expect(terms.missing).toEqual(['penguin']);
  });
});
