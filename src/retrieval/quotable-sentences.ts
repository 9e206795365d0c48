import type { Article } from '../corpus/index.ts';
import type { PassageLanguage } from './answer.ts';
import { splitPassages } from './passages.ts';
import type { Range } from './quote.ts';

/** A sentence that may be quoted. */
export interface QuotableSentence extends Range {
  readonly language: PassageLanguage;
}

/** The sentences of an article without boilerplate and repeats, each once, in the order of the text. */
export function quotableSentences(article: Article): QuotableSentence[] {
  const sentences = new Map<number, QuotableSentence>();
  for (const { sentences: run, language } of splitPassages(article).passages) {
    for (const { start, end } of run) sentences.set(start, { start, end, language });
  }
  return [...sentences.values()];
}
