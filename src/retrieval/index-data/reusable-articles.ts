import type { Passage } from '../passages/split-passages.ts';
import { type FormTable, kindAt } from './form-table.ts';
import { partOf, type TokenData } from './index-data.ts';

/** Takes a form and where it stands in its passage, in UTF-16 units. */
type TakeToken = (form: number, start: number, length: number) => void;

/** The tokens of an article of earlier data, told with the numbers of a new form table. */
export interface ReusableArticle {
  eachTitleForm(forms: FormTable, take: (form: number) => void): void;
  /** Gives the tokens of the passage at a place in the article. */
  eachToken(place: number, forms: FormTable, take: TakeToken): void;
}

/** The articles of earlier data, found by their content hash. For one new form table only. */
export function createReusableArticles(data: TokenData): {
  /** Null where there is none, and where its tokens do not lie in these passages. */
  find(contentHash: string, passages: readonly Passage[]): ReusableArticle | null;
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
    find(contentHash, passages) {
      const article = byHash.get(contentHash);
      if (article === undefined || !liesIn(data, article, passages)) return null;
      const [firstPassage] = partOf(data.articlePassageFrom, article);
      return {
        eachTitleForm(forms, take) {
          const [from, to] = partOf(data.articleTitleFrom, article);
          for (let place = from; place < to; place += 1) {
            take(newFormOf(data.titleForms[place] ?? 0, forms));
          }
        },
        eachToken(place, forms, take) {
          const [from, to] = partOf(data.passageTokenFrom, firstPassage + place);
          for (let token = from; token < to; token += 1) {
            take(
              newFormOf(data.tokenForm[token] ?? 0, forms),
              data.tokenStart[token] ?? 0,
              data.tokenLength[token] ?? 0,
            );
          }
        },
      };
    },
  };
}

/** Whether an article has as many passages as these, and its tokens stand inside of them, in order. */
export function liesIn(data: TokenData, article: number, passages: readonly Passage[]): boolean {
  const [firstPassage, end] = partOf(data.articlePassageFrom, article);
  if (end - firstPassage !== passages.length) return false;
  for (const [place, { start, end: passageEnd }] of passages.entries()) {
    const [from, to] = partOf(data.passageTokenFrom, firstPassage + place);
    let last = 0;
    for (let token = from; token < to; token += 1) {
      const at = data.tokenStart[token] ?? 0;
      if (at < last || at + (data.tokenLength[token] ?? 0) > passageEnd - start) return false;
      last = at;
    }
  }
  return true;
}
