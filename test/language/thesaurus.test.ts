import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { CHINESE_SYNONYMS } from '../../src/language/chinese/synonyms.ts';
import { ENGLISH_SYNONYMS } from '../../src/language/english/synonyms.ts';
import { createHanFolding } from '../../src/language/folding.ts';
import { createCollection, verifyQuote } from '../../src/retrieval/index.ts';
import { analyseQuestion } from '../../src/retrieval/query/analyse-question.ts';
import { createFinder } from '../../src/retrieval/ranking/matches.ts';
import { byId, createArticle } from '../support/articles.ts';
import { openIndex } from '../support/open-index.ts';

const analyser = createAnalyser();
const { analyse, synonyms } = analyser;

/** The tokens of a word; "us" is a pronoun, and the country in capitals. */
const tokensOf = (word: string) => analyse(word === 'us' ? 'US' : word);

/** The synonyms of the term that `word` gives in a question. */
function synonymsOf(word: string, question = word) {
  const token = tokensOf(word).find(({ kind }) => kind === 'word' || kind === 'bigram');
  return token ? synonyms(token.term, question) : [];
}

/** The term of an English word. */
const termOf = (word: string) => tokensOf(word)[0]?.term;

describe('the lists', () => {
  it('have every English word as a term of its own', () => {
    const terms = ENGLISH_SYNONYMS.flat().map(termOf);
    expect(terms).not.toContain(undefined);
    expect(terms.length).toBe(new Set(terms).size);
    // The stem of "authorize" is that of "author".
    expect(terms).not.toContain(termOf('author'));
  });

  it('have every Chinese word once, as questions are folded', () => {
    const words = CHINESE_SYNONYMS.flat();
    expect(words.length).toBe(new Set(words).size);
    const fold = createHanFolding();
    expect(words.map((word) => Array.from(word, fold).join(''))).toEqual(words);
  });
});

describe('a synonym', () => {
  it.each([
    ['complete', 'finish'],
    ['employees', 'staff'],
    ['boss', 'chief'],
    ['postponed', 'delay'],
    ['被提告', '起诉'],
    ['離職', '辞职'],
    ['身亡', '死亡'],
  ])('of %s is %s', (word, other) => {
    expect(synonymsOf(word)).toContain(lookedUp(other));
  });

  it('is found both ways', () => {
    for (const words of ENGLISH_SYNONYMS) {
      const [first = '', second = ''] = words;
      expect(synonymsOf(first)).toContain(termOf(second));
      expect(synonymsOf(second)).toContain(termOf(first));
    }
  });

  it('of a verb depends on the particle behind it', () => {
    const approve = termOf('approve');
    expect(synonymsOf('sign', 'Who must sign the plan off?')).toContain(approve);
    expect(synonymsOf('sign', 'Who must sign the plan?')).not.toContain(approve);
    expect(synonymsOf('put', 'Why was the vote put off?')).toContain(termOf('postpone'));
    expect(synonymsOf('go', 'Did fares go up?')).toContain(termOf('rise'));
    expect(synonymsOf('go', 'Did fares go down?')).toContain(termOf('fall'));
  });

  it('is one term, never a longer Chinese word', () => {
    const all = CHINESE_SYNONYMS.flat().flatMap((word) => synonymsOf(word));
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((term) => /\p{sc=Han}/u.test(term) && term.length !== 2)).toEqual([]);
  });

  it.each([
    ['谁要打官司？', '提告'],
    ['新任執行長是誰？', '首席执行官'],
    ['新任CEO是谁？', '首席执行官'],
    ['谁是首席执行官？', 'CEO'],
  ])('of a longer word or by one, in “%s”, is “%s”', async (asked, other) => {
    const text = `码头公司${other}星期二宣布了计划，港口没有异议。`;
    const articles = byId([createArticle({ text, title: '港口' })]);
    const { statistics } = await openIndex(articles);
    const question = await analyseQuestion(asked, {
      analyser,
      statistics,
      findSynonyms: () => [],
      names: null,
    });
    const found = createFinder(question)(analyse(text)).matches;
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain(other);
  });

  it('finds a Chinese sentence that uses the other word, in either script', async () => {
    const articles = byId([
      createArticle({ text: '造船厂老板宋青星期二请辞，上任只有四个月。', title: '港口' }),
      createArticle({ text: '渔市搬到了北码头，商贩说生意冷清。', title: '渔市' }),
    ]);
    const collection = await createCollection(articles);
    const { quotes } = await collection.ask({
      question: '造船廠老闆為什麼辭職？',
      limit: 1,
      filter: {},
    });
    const [first] = quotes;
    expect(first && verifyQuote(first.quote, articles)).toContain('请辞');
    const marked = first?.quote.marks.map(({ start, end }) =>
      articles.get(first.quote.articleId)?.text.slice(start, end),
    );
    expect(marked).toContain('请辞');
  });
});

/** The term of a word, or of a Chinese word its bigram. */
function lookedUp(word: string): string | undefined {
  return analyse(word).find(({ kind }) => kind === 'word' || kind === 'bigram')?.term;
}
