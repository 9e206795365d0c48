import { TOKEN_KINDS, type Token } from '../analysis/token.ts';
import { createGrowableArray } from './growable-array.ts';
import type { IndexData } from './index-data.ts';

/** Numbers the forms in which terms are written, and the terms, as they come. */
export interface FormTable {
  /** The number of a token's form; a new one for a form that was not seen before. */
  formOf(token: Pick<Token, 'surface' | 'term' | 'kind'>): number;
  termOfForm(form: number): number;
  kindOfForm(form: number): Token['kind'];
  readonly termCount: number;
  /** The arrays of everything that was numbered. */
  finish(): Pick<IndexData, 'formSurfaces' | 'formTerm' | 'formKind' | 'terms'>;
}

/** An empty table. */
export function createFormTable(): FormTable {
  const surfaces: string[] = [];
  const formTerm = createGrowableArray(Uint32Array);
  const formKind = createGrowableArray(Uint8Array);
  const terms: string[] = [];
  const termNumbers = new Map<string, number>();
  // By kind, then by surface: one that has several terms has its later ones under both, which is rare.
  const bySurface: Readonly<Record<Token['kind'], Map<string, number>>> = {
    word: new Map(),
    number: new Map(),
    bigram: new Map(),
    character: new Map(),
    part: new Map(),
    form: new Map(),
  };

  function termNumber(term: string): number {
    const known = termNumbers.get(term);
    if (known !== undefined) return known;
    termNumbers.set(term, terms.length);
    terms.push(term);
    return terms.length - 1;
  }

  return {
    get termCount() {
      return terms.length;
    },
    formOf({ surface, term, kind }) {
      const forms = bySurface[kind];
      const first = forms.get(surface);
      if (first !== undefined && terms[formTerm.at(first)] === term) return first;
      const key = first === undefined ? surface : `${surface}\n${term}`;
      const known = forms.get(key);
      if (known !== undefined && known !== first) return known;
      const form = surfaces.length;
      forms.set(key, form);
      surfaces.push(surface);
      formTerm.push(termNumber(term));
      formKind.push(TOKEN_KINDS.indexOf(kind));
      return form;
    },
    termOfForm: (form) => formTerm.at(form),
    kindOfForm: (form) => kindAt(formKind.at(form)),
    finish: () => ({
      formSurfaces: surfaces,
      formTerm: formTerm.toArray(),
      formKind: formKind.toArray(),
      terms,
    }),
  };
}

/** @throws RangeError for a number that no kind has. */
export function kindAt(number: number): Token['kind'] {
  const kind = TOKEN_KINDS[number];
  if (!kind) throw new RangeError(`there is no kind of token ${number}`);
  return kind;
}
