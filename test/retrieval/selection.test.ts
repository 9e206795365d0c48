import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { analyseQuestion } from '../../src/retrieval/query/analyse-question.ts';
import {
  createPhraseFilter,
  createPhraseMatchers,
} from '../../src/retrieval/query/query-operators.ts';
import {
  SCORE_SHARE_NEEDED,
  selectFromAll,
  selectQuote,
} from '../../src/retrieval/quotes/quote-selection.ts';
import { COMPARED_COUNT } from '../../src/retrieval/ranking/confidence.ts';
import { rankPassages } from '../../src/retrieval/ranking/rank-passages.ts';
import { byId, createArticle } from '../support/articles.ts';
import { openIndex } from '../support/open-index.ts';

const WORDS = [
  'ferry',
  'captain',
  'harbour',
  'strike',
  'Monday',
  'price',
  '12',
  '渡轮',
  '停航',
  '船长',
];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 })
  .map((words) => `${words.join(' ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

it('leaves out no stretch that could be shown or tells how sure the best one is', async () => {
  const analyser = createAnalyser();
  const nothingWished = { phrases: [], excluded: { words: [], phrases: [] } };
  const wording = createPhraseFilter(nothingWished, analyser.analyse, createPhraseMatchers());
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 12 }),
      sentence,
      async (texts, asked) => {
        const articles = byId(texts.map((each) => createArticle({ text: each, title: 'News' })));
        const { engine, store, statistics } = await openIndex(articles);
        const question = await analyseQuestion(asked, {
          analyser,
          statistics,
          findSynonyms: () => [],
          names: null,
        });
        const terms = question.terms.map(({ term }) => term);
        const ids = await engine.search({
          terms: terms.map((term) => ({ term, weight: 1 })),
          within: null,
          language: null,
          limit: 100,
        });
        const candidates = await store.read(ids, new Set([...terms, ...question.parts.keys()]));
        const ranked = rankPassages(question, candidates, articles);
        const all = ranked
          .flatMap((passage) => selectQuote(passage) ?? [])
          .map(({ score }) => score)
          .toSorted((a, b) => b - a);
        const needed = all.filter(
          (score, place) => place <= COMPARED_COUNT || score >= SCORE_SHARE_NEEDED * (all[0] ?? 0),
        );
        const scores = selectFromAll(ranked, wording).map(({ quote }) => quote.score);
        expect(scores.slice(0, needed.length)).toEqual(needed);
      },
    ),
    { numRuns: 150 },
  );
});
