import type { PassageLanguage, Translation } from '../../language/index.ts';
import type { SearchFilter } from '../answer.ts';
import type { TermStatistics } from '../passages/term-statistics.ts';
import type { Question } from './question.ts';
import { translatedQuestion } from './translated-question.ts';

/** A question as it is put to some of the passages. */
export interface Variant {
  readonly question: Question;
  readonly filter: SearchFilter;
}

/**
 * A question as it is put to the passages of each language that the filter lets through and that
 * there are any of; each passage is judged by the question in its own language. The question as it
 * was asked comes first. Where nothing is translated, it is put to all passages as it is.
 */
export async function variantsOf(
  question: Question,
  filter: SearchFilter,
  translation: Translation | null,
  statistics: TermStatistics,
): Promise<Variant[]> {
  if (!translation) return [{ question, filter }];
  const isWanted = (language: PassageLanguage) =>
    translation.languages.has(language) &&
    (filter.language === undefined || filter.language === language);
  const variants: Variant[] = [];
  if (isWanted(question.language)) {
    variants.push({ question, filter: { ...filter, language: question.language } });
  }
  const other: PassageLanguage = question.language === 'en' ? 'zh' : 'en';
  if (isWanted(other)) {
    const translate = await translation.load();
    const concepts = await translate(question.text, other, (terms) =>
      statistics.documentFrequencies(terms),
    );
    const translated = translatedQuestion(question, other, concepts, statistics.passageCount);
    variants.push({ question: translated, filter: { ...filter, language: other } });
  }
  return variants;
}
