import type { KnownWord } from '../query/spelling.ts';
import { kindAt } from './form-table.ts';
import type { IndexData } from './index-data.ts';

/** The words of an alphabet that an index holds, in every form in which they are written. */
export function knownWords(
  { formSurfaces, formTerm, formKind, terms }: IndexData,
  frequencies: Uint32Array,
): (KnownWord & { readonly frequency: number })[] {
  return formSurfaces.flatMap((surface, form) => {
    if (kindAt(formKind[form] ?? 0) !== 'word') return [];
    const number = formTerm[form] ?? 0;
    return [{ term: terms[number] ?? '', surface, frequency: frequencies[number] ?? 0 }];
  });
}
