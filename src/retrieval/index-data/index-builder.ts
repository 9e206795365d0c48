import type { Article } from '../../corpus/index.ts';
import type { Analyser } from '../../language/index.ts';
import { type Passage, splitPassages } from '../passages/split-passages.ts';
import { createFormTable } from './form-table.ts';
import { createGrowableArray } from './growable-array.ts';
import { type IndexData, PASSAGE_LANGUAGES, WEIGHT_UNIT } from './index-data.ts';
import { packCuts } from './passage-table.ts';
import { createVectorCollector, toPostings } from './postings.ts';
import { createReusableArticles } from './reusable-articles.ts';

/**
 * What an occurrence counts that is not in the passage itself but in the title above it or in the
 * sentence before it. Title weights of 2 and more cost up to 9 points on news.
 */
const TITLE_WEIGHT = 0.6 * WEIGHT_UNIT;
const BEFORE_WEIGHT = 0.3 * WEIGHT_UNIT;

/** Makes {@link IndexData}, article by article. */
export interface IndexBuilder {
  /** Cuts an article into passages and analyses them, unless the previous data has it already. */
  add(article: Article): void;
  readonly passageCount: number;
  /** How many of the articles were taken from the previous data. */
  readonly reusedCount: number;
  finish(): IndexData;
}

/**
 * An empty builder. Articles that stand in `previous` with the same content hash are copied from
 * it; the result is the same, to the byte, as without it.
 */
export function createIndexBuilder(
  analyse: Analyser['analyse'],
  previous: IndexData | null = null,
): IndexBuilder {
  const reusable = previous && createReusableArticles(previous);
  const forms = createFormTable();
  const collector = createVectorCollector();
  const articleIds: string[] = [];
  const articleHashes: string[] = [];
  const articlePassageFrom = createGrowableArray(Uint32Array);
  const articleTitleFrom = createGrowableArray(Uint32Array);
  const titleForms = createGrowableArray(Uint32Array);
  const passageStart = createGrowableArray(Uint32Array);
  const passageEnd = createGrowableArray(Uint32Array);
  const passageBeforeStart = createGrowableArray(Uint32Array);
  const passageBeforeEnd = createGrowableArray(Uint32Array);
  const passageBeforeCuts = createGrowableArray(Uint8Array);
  const passageLanguage = createGrowableArray(Uint8Array);
  const passageSentenceFrom = createGrowableArray(Uint32Array);
  const passageTokenFrom = createGrowableArray(Uint32Array);
  const sentenceStart = createGrowableArray(Uint32Array);
  const sentenceEnd = createGrowableArray(Uint32Array);
  const sentenceCuts = createGrowableArray(Uint8Array);
  const tokenForm = createGrowableArray(Uint32Array);
  const tokenStart = createGrowableArray(Uint16Array);
  const tokenLength = createGrowableArray(Uint16Array);
  let reusedCount = 0;

  function addPassage({ start, end, before, language, sentences }: Passage): void {
    passageSentenceFrom.push(sentenceStart.length);
    passageTokenFrom.push(tokenForm.length);
    passageStart.push(start);
    passageEnd.push(end);
    passageBeforeStart.push(before?.start ?? 0);
    passageBeforeEnd.push(before?.end ?? 0);
    passageBeforeCuts.push(before ? packCuts(before) : 0);
    passageLanguage.push(PASSAGE_LANGUAGES.indexOf(language));
    for (const sentence of sentences) {
      sentenceStart.push(sentence.start);
      sentenceEnd.push(sentence.end);
      sentenceCuts.push(packCuts(sentence));
    }
  }

  function addToken(form: number, start: number, length: number): void {
    tokenForm.push(form);
    tokenStart.push(start);
    tokenLength.push(length);
  }

  function analyseArticle(article: Article): void {
    for (const token of analyse(article.title)) titleForms.push(forms.formOf(token));
    for (const passage of splitPassages(article).passages) {
      addPassage(passage);
      for (const token of analyse(article.text.slice(passage.start, passage.end))) {
        const { start, end } = token;
        addToken(forms.formOf(token), start, end - start);
      }
    }
  }

  /** Weighs a form, unless it is too common to find by. */
  function collect(form: number, weight: number): void {
    if (forms.kindOfForm(form) !== 'part') collector.add(forms.termOfForm(form), weight);
  }

  /** The sentence before a passage always ends inside the passage before it, whose tokens are there. */
  function collectBefore(passage: number): void {
    const start = passageBeforeStart.at(passage) - passageStart.at(passage - 1);
    const end = passageBeforeEnd.at(passage) - passageStart.at(passage - 1);
    for (let token = passageTokenFrom.at(passage - 1); ; token += 1) {
      if (token >= passageTokenFrom.at(passage) || tokenStart.at(token) >= end) break;
      if (tokenStart.at(token) >= start) collect(tokenForm.at(token), BEFORE_WEIGHT);
    }
  }

  function collectArticle(firstPassage: number, firstTitleForm: number): void {
    for (let passage = firstPassage; passage < passageStart.length; passage += 1) {
      const nextToken =
        passage + 1 < passageStart.length ? passageTokenFrom.at(passage + 1) : tokenForm.length;
      for (let token = passageTokenFrom.at(passage); token < nextToken; token += 1) {
        collect(tokenForm.at(token), WEIGHT_UNIT);
      }
      for (let place = firstTitleForm; place < titleForms.length; place += 1) {
        collect(titleForms.at(place), TITLE_WEIGHT);
      }
      if (passage > firstPassage) collectBefore(passage);
      collector.endPassage();
    }
  }

  return {
    get passageCount() {
      return passageStart.length;
    },
    get reusedCount() {
      return reusedCount;
    },
    add(article) {
      articleIds.push(article.id);
      articleHashes.push(article.contentHash);
      articlePassageFrom.push(passageStart.length);
      articleTitleFrom.push(titleForms.length);
      const firstPassage = passageStart.length;
      const firstTitleForm = titleForms.length;
      const copy = reusable?.find(article.contentHash);
      if (copy) {
        copy.eachTitleForm(forms, (form) => titleForms.push(form));
        copy.eachPassage(article.id, forms, addPassage, addToken);
        reusedCount += 1;
      } else {
        analyseArticle(article);
      }
      collectArticle(firstPassage, firstTitleForm);
    },
    finish() {
      articlePassageFrom.push(passageStart.length);
      articleTitleFrom.push(titleForms.length);
      passageSentenceFrom.push(sentenceStart.length);
      passageTokenFrom.push(tokenForm.length);
      return {
        articleIds,
        articleHashes,
        articlePassageFrom: articlePassageFrom.toArray(),
        articleTitleFrom: articleTitleFrom.toArray(),
        titleForms: titleForms.toArray(),
        passageStart: passageStart.toArray(),
        passageEnd: passageEnd.toArray(),
        passageBeforeStart: passageBeforeStart.toArray(),
        passageBeforeEnd: passageBeforeEnd.toArray(),
        passageBeforeCuts: passageBeforeCuts.toArray(),
        passageLanguage: passageLanguage.toArray(),
        passageSentenceFrom: passageSentenceFrom.toArray(),
        passageTokenFrom: passageTokenFrom.toArray(),
        sentenceStart: sentenceStart.toArray(),
        sentenceEnd: sentenceEnd.toArray(),
        sentenceCuts: sentenceCuts.toArray(),
        tokenForm: tokenForm.toArray(),
        tokenStart: tokenStart.toArray(),
        tokenLength: tokenLength.toArray(),
        ...forms.finish(),
        ...toPostings(collector.vectors(), forms.termCount),
      };
    },
  };
}
