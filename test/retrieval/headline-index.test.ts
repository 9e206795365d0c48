import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { createHeadlineIndex } from '../../src/retrieval/headlines.ts';
import { createArticle } from '../support/articles.ts';

const headline = (id: string, title: string, publisher = 'The Gazette') =>
  createArticle({ id, title, publisher, text: 'Nothing of it stands here.' });

const index = createHeadlineIndex(
  [
    headline('ferry', 'Ferry company resigns itself to the strike'),
    headline('strike', 'Strike at the harbour', 'Ferry News'),
    headline('zh', '渡輪公司宣布停航'),
  ],
  createAnalyser().analyse,
);

describe('a headline is found', () => {
  it.each([
    // Both hold the word; in the headline it counts twice as much as in the publisher's name.
    ['by a word of it, before one by its publisher', 'ferries', ['ferry', 'strike']],
    ['by a word that is misspelt', 'the harbar', ['strike']],
    ['by the beginning of a word', 'harb', ['strike']],
    ['in the other Chinese script', '渡轮停航了吗', ['zh']],
    ['by nothing that is in none', 'penguins', []],
    ['by nothing at all', '', []],
  ])('%s', (_, text, expected) => expect(index.search(text)).toEqual(expected));
});
