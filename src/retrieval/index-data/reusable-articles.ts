import type { Passage } from '../passages/split-passages.ts';
import { type FormTable, kindAt } from './form-table.ts';
import { type IndexData, partOf } from './index-data.ts';
import { passageAt } from './passage-table.ts';

/** Takes a form and where it stands in its passage, in UTF-16 units. */
export type TakeToken = (form: number, start: number, length: number) => void;

/** An article of earlier data, told with the numbers of a new form table. */
export interface ReusableArticle {
  eachTitleForm(forms: FormTable, take: (form: number) => void): void;
  /** Gives every passage, each before its tokens. */
  eachPassage(
    articleId: string,
    forms: FormTable,
    takePassage: (passage: Passage) => void,
    takeToken: TakeToken,
  ): void;
}

/** The articles of earlier data, found by their content hash. For one new form table only. */
export function createReusableArticles(data: IndexData): {
  find(contentHash: string): ReusableArticle | null;
} {
  const byHash = new Map(data.articleHashes.map((hash, article) => [hash, article]));
  // By form: 1 more than its new number, so that 0 stands for none yet.
  const newForms = new Uint32Array(data.formTerm.length);

  function newFormOf(form: number, forms: FormTable): number {
    const known = newForms[form] ?? 0;
    if (known > 0) return known - 1;
    const made = forms.formOf({
      surface: data.formSurfaces[form] ?? '',
      term: data.terms[data.formTerm[form] ?? 0] ?? '',
      kind: kindAt(data.formKind[form] ?? 0),
    });
    newForms[form] = made + 1;
    return made;
  }

  return {
    find(contentHash) {
      const article = byHash.get(contentHash);
      if (article === undefined) return null;
      return {
        eachTitleForm(forms, take) {
          const [from, to] = partOf(data.articleTitleFrom, article);
          for (let place = from; place < to; place += 1) {
            take(newFormOf(data.titleForms[place] ?? 0, forms));
          }
        },
        eachPassage(articleId, forms, takePassage, takeToken) {
          const [from, to] = partOf(data.articlePassageFrom, article);
          for (let passage = from; passage < to; passage += 1) {
            takePassage(passageAt(data, passage, articleId));
            const [fromToken, toToken] = partOf(data.passageTokenFrom, passage);
            for (let token = fromToken; token < toToken; token += 1) {
              takeToken(
                newFormOf(data.tokenForm[token] ?? 0, forms),
                data.tokenStart[token] ?? 0,
                data.tokenLength[token] ?? 0,
              );
            }
          }
        },
      };
    },
  };
}
