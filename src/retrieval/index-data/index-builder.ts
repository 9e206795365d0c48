import type { Article } from '../../corpus/index.ts';
import type { Analyser } from '../../language/index.ts';
import type { PassageDocument } from '../engines/search-engine.ts';
import { type Passage, splitPassages } from '../passages/split-passages.ts';
import { createFormTable } from './form-table.ts';
import { createGrowableArray } from './growable-array.ts';
import type { IndexData, TokenData } from './index-data.ts';
import { createReusableArticles } from './reusable-articles.ts';

/** Makes {@link IndexData}, article by article. */
export interface IndexBuilder {
  /**
   * Cuts an article into passages and analyses them, unless the previous tokens have it already. Gives
   * the passages as a search engine gets them, in the order of the text.
   */
  add(article: Article): readonly PassageDocument[];
  /** How many of the articles were taken from the previous tokens. */
  readonly reusedCount: number;
  finish(): IndexData;
}

/**
 * An empty builder. The tokens of articles that stand in `previous` with the same content hash are
 * copied from it; the result is the same, to the byte, as without it. Articles are always cut into
 * passages anew: what bounds a quote is read from nowhere but its own text.
 */
export function createIndexBuilder(
  analyse: Analyser['analyse'],
  previous: TokenData | null = null,
): IndexBuilder {
  const reusable = previous && createReusableArticles(previous);
  const forms = createFormTable();
  const passages: Passage[] = [];
  const articleHashes: string[] = [];
  const articlePassageFrom = createGrowableArray(Uint32Array);
  const articleTitleFrom = createGrowableArray(Uint32Array);
  const titleForms = createGrowableArray(Uint32Array);
  const passageTokenFrom = createGrowableArray(Uint32Array);
  const tokenForm = createGrowableArray(Uint32Array);
  const tokenStart = createGrowableArray(Uint16Array);
  const tokenLength = createGrowableArray(Uint16Array);
  let reusedCount = 0;

  function takeToken(form: number, start: number, length: number): void {
    tokenForm.push(form);
    tokenStart.push(start);
    tokenLength.push(length);
  }

  function analysePassage(text: string): void {
    for (const token of analyse(text)) {
      takeToken(forms.formOf(token), token.start, token.end - token.start);
    }
  }

  /** Single characters inside Chinese phrases are too common to find by. */
  function pushSearchable(terms: string[], form: number): void {
    if (forms.kindOfForm(form) !== 'part') terms.push(forms.termOfForm(form));
  }

  function titleTerms(from: number): string[] {
    const terms: string[] = [];
    for (let place = from; place < titleForms.length; place += 1) {
      pushSearchable(terms, titleForms.at(place));
    }
    return terms;
  }

  /** The passage that was added last. */
  function toDocument(passage: Passage, firstToken: number, title: string[]): PassageDocument {
    const { articleId, language, start, sentences } = passage;
    const textStart = (sentences[0]?.start ?? start) - start;
    const text: string[] = [];
    const heading: string[] = [];
    for (let token = firstToken; token < tokenForm.length; token += 1) {
      pushSearchable(tokenStart.at(token) < textStart ? heading : text, tokenForm.at(token));
    }
    return { id: passages.length - 1, articleId, language, fields: { text, heading, title } };
  }

  return {
    get reusedCount() {
      return reusedCount;
    },
    add(article) {
      const own = splitPassages(article).passages;
      articleHashes.push(article.contentHash);
      articlePassageFrom.push(passages.length);
      articleTitleFrom.push(titleForms.length);
      const firstTitleForm = titleForms.length;
      const copy = reusable?.find(article.contentHash, own) ?? null;
      if (copy) {
        reusedCount += 1;
        copy.eachTitleForm(forms, (form) => titleForms.push(form));
      } else {
        for (const token of analyse(article.title)) titleForms.push(forms.formOf(token));
      }
      const title = titleTerms(firstTitleForm);
      return own.map((passage, place) => {
        const firstToken = tokenForm.length;
        passages.push(passage);
        passageTokenFrom.push(firstToken);
        if (copy) copy.eachToken(place, forms, takeToken);
        else analysePassage(article.text.slice(passage.start, passage.end));
        return toDocument(passage, firstToken, title);
      });
    },
    finish() {
      articlePassageFrom.push(passages.length);
      articleTitleFrom.push(titleForms.length);
      passageTokenFrom.push(tokenForm.length);
      return {
        passages,
        tokens: {
          articleHashes,
          articlePassageFrom: articlePassageFrom.toArray(),
          articleTitleFrom: articleTitleFrom.toArray(),
          titleForms: titleForms.toArray(),
          passageTokenFrom: passageTokenFrom.toArray(),
          tokenForm: tokenForm.toArray(),
          tokenStart: tokenStart.toArray(),
          tokenLength: tokenLength.toArray(),
          ...forms.finish(),
        },
      };
    },
  };
}
