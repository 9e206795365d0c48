import type { Analyser } from '../../src/language/analyser.ts';

/** The terms that Verbatim's index holds of a text: all but the characters inside bigrams. */
export function termsOf(analyse: Analyser['analyse'], text: string): string[] {
  return analyse(text)
    .filter(({ kind }) => kind !== 'part')
    .map(({ term }) => term);
}
