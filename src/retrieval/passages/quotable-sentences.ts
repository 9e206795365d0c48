import type { Article } from '../../corpus/index.ts';
import type { PassageLanguage, Sentence } from '../../language/index.ts';
import { splitPassages } from './split-passages.ts';

/** A sentence that may be quoted. */
export interface QuotableSentence extends Sentence {
  readonly language: PassageLanguage;
}

/** The sentences of an article without boilerplate and repeats, each once, in the order of the text. */
export function quotableSentences(article: Article): QuotableSentence[] {
  const sentences = new Map<number, QuotableSentence>();
  for (const { sentences: run, language } of splitPassages(article).passages) {
    for (const sentence of run) sentences.set(sentence.start, { ...sentence, language });
  }
  return [...sentences.values()];
}
