import type { Passage } from '../passages.ts';
import { type FormTable, kindAt } from './form-table.ts';
import { type IndexData, partOf } from './index-data.ts';
import { passageAt } from './passage-table.ts';

/** A form and where it stands in its passage, in UTF-16 units. */
export interface PlacedForm {
  readonly form: number;
  readonly start: number;
  readonly length: number;
}

/** An article of earlier data, told with the numbers of a new form table. */
export interface ReusableArticle {
  titleForms(forms: FormTable): Iterable<number>;
  passages(
    articleId: string,
    forms: FormTable,
  ): Iterable<{ readonly passage: Passage; readonly tokens: Iterable<PlacedForm> }>;
}

/** The articles of earlier data, found by their content hash. For one new form table only. */
export function createReusableArticles(data: IndexData): {
  find(contentHash: string): ReusableArticle | null;
} {
  const byHash = new Map(data.articleHashes.map((hash, article) => [hash, article]));
  const newForms = new Map<number, number>();

  function newFormOf(form: number, forms: FormTable): number {
    const known = newForms.get(form);
    if (known !== undefined) return known;
    const made = forms.formOf({
      surface: data.formSurfaces[form] ?? '',
      term: data.terms[data.formTerm[form] ?? 0] ?? '',
      kind: kindAt(data.formKind[form] ?? 0),
    });
    newForms.set(form, made);
    return made;
  }

  function* tokensOf(passage: number, forms: FormTable): Generator<PlacedForm> {
    const [from, to] = partOf(data.passageTokenFrom, passage);
    for (let token = from; token < to; token += 1) {
      yield {
        form: newFormOf(data.tokenForm[token] ?? 0, forms),
        start: data.tokenStart[token] ?? 0,
        length: data.tokenLength[token] ?? 0,
      };
    }
  }

  return {
    find(contentHash) {
      const article = byHash.get(contentHash);
      if (article === undefined) return null;
      return {
        *titleForms(forms) {
          const [from, to] = partOf(data.articleTitleFrom, article);
          for (const form of data.titleForms.subarray(from, to)) yield newFormOf(form, forms);
        },
        *passages(articleId, forms) {
          const [from, to] = partOf(data.articlePassageFrom, article);
          for (let passage = from; passage < to; passage += 1) {
            yield {
              passage: passageAt(data, passage, articleId),
              tokens: tokensOf(passage, forms),
            };
          }
        },
      };
    },
  };
}
