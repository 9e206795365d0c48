import { TOKEN_KINDS, type Token } from '../../language/index.ts';
import { createGrowableArray } from './growable-array.ts';
import type { TokenData } from './index-data.ts';
import { createStringNumbers, type StringNumbers } from './string-numbers.ts';

type Form = Pick<Token, 'surface' | 'term' | 'kind'>;

/** Numbers the forms in which terms are written, and the terms, as they come. */
export interface FormTable {
  /** The number of a token's form; a new one for a form that was not seen before. */
  formOf(token: Form): number;
  termOfForm(form: number): string;
  kindOfForm(form: number): Token['kind'];
  /** The arrays of everything that was numbered. */
  finish(): Pick<TokenData, 'formSurfaces' | 'formTerm' | 'formKind' | 'terms'>;
}

/** An empty table. */
export function createFormTable(): FormTable {
  const surfaces: string[] = [];
  const formTerm = createGrowableArray(Uint32Array);
  const formKind = createGrowableArray(Uint8Array);
  const terms: string[] = [];
  const termNumbers = createStringNumbers();
  // By kind, then by surface.
  const ownTerm = createTables();
  // A surface that has several other terms has its later ones under both, which is rare.
  const otherTerm = createTables();

  function termNumber(term: string): number {
    const known = termNumbers.get(term);
    if (known !== undefined) return known;
    termNumbers.add(term, terms.length);
    terms.push(term);
    return terms.length - 1;
  }

  function addForm({ surface, term, kind }: Form, table: StringNumbers, key: string): number {
    const form = surfaces.length;
    table.add(key, form);
    surfaces.push(surface);
    formTerm.push(termNumber(term));
    formKind.push(TOKEN_KINDS.indexOf(kind));
    return form;
  }

  return {
    formOf(token) {
      const { surface, term, kind } = token;
      if (surface === term) {
        const table = ownTerm[kind];
        return table.get(surface) ?? addForm(token, table, surface);
      }
      const table = otherTerm[kind];
      const first = table.get(surface);
      if (first === undefined) return addForm(token, table, surface);
      if (terms[formTerm.at(first)] === term) return first;
      const key = `${surface}\n${term}`;
      return table.get(key) ?? addForm(token, table, key);
    },
    termOfForm: (form) => terms[formTerm.at(form)] ?? '',
    kindOfForm: (form) => kindAt(formKind.at(form)),
    finish: () => ({
      formSurfaces: surfaces,
      formTerm: formTerm.toArray(),
      formKind: formKind.toArray(),
      terms,
    }),
  };
}

function createTables(): Readonly<Record<Token['kind'], StringNumbers>> {
  return {
    word: createStringNumbers(),
    number: createStringNumbers(),
    bigram: createStringNumbers(),
    character: createStringNumbers(),
    part: createStringNumbers(),
    form: createStringNumbers(),
  };
}

/** @throws RangeError for a number that no kind has. */
export function kindAt(number: number): Token['kind'] {
  const kind = TOKEN_KINDS[number];
  if (!kind) throw new RangeError(`there is no kind of token ${number}`);
  return kind;
}
