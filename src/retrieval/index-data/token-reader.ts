import type { Token } from '../../language/index.ts';
import { kindAt } from './form-table.ts';
import { type IndexData, partOf } from './index-data.ts';

/** Reads the tokens of a passage whose terms are among those given by their numbers. */
export type ReadTokens = (passage: number, terms: ReadonlySet<number>) => Token[];

/** A {@link ReadTokens}. Offsets are offsets into the article's text. */
export function createTokenReader(data: IndexData): ReadTokens {
  const { tokenForm, tokenStart, tokenLength, formTerm, formSurfaces, formKind, terms } = data;
  return (passage, wanted) => {
    const passageStart = data.passageStart[passage] ?? 0;
    const [from, to] = partOf(data.passageTokenFrom, passage);
    const tokens: Token[] = [];
    for (let token = from; token < to; token += 1) {
      const form = tokenForm[token] ?? 0;
      const number = formTerm[form] ?? 0;
      if (!wanted.has(number)) continue;
      const start = passageStart + (tokenStart[token] ?? 0);
      tokens.push({
        term: terms[number] ?? '',
        surface: formSurfaces[form] ?? '',
        kind: kindAt(formKind[form] ?? 0),
        start,
        end: start + (tokenLength[token] ?? 0),
      });
    }
    return tokens;
  };
}
