import type { Concept, PassageLanguage } from '../../language/index.ts';
import { inverseDocumentFrequency } from '../../language/index.ts';
import type { Question, QuestionTerm } from './question.ts';

/**
 * A question as it is put to passages of another language, made of its translated concepts. Asks for
 * the same kind of answer, and for its dates, amounts and names in their normal forms; has no
 * characters, because no two languages share them.
 */
export function translatedQuestion(
  question: Question,
  language: PassageLanguage,
  concepts: readonly Concept[],
  passageCount: number,
): Question {
  const terms = concepts.map((concept): QuestionTerm => {
    const { asked, term, surface, alternatives, frequency, importance } = concept;
    const idf = inverseDocumentFrequency(Math.min(frequency, passageCount), passageCount);
    const forms = formsOf(question, asked);
    return {
      asked,
      term,
      surface,
      kind: 'word',
      idf: importance * idf,
      known: frequency > 0 || forms.length > 0,
      isHeld: frequency > 0,
      weight: 1,
      searchWeight: 1,
      forms,
      correctedTo: null,
      alternatives,
    };
  });
  return {
    ...question,
    language,
    isTranslated: true,
    terms,
    parts: new Map(),
    idfMass: terms.reduce((sum, { idf }) => sum + idf, 0),
  };
}

/** The normal forms of a stretch of a question: where every term of it was asked in one. */
function formsOf(question: Question, asked: readonly string[]): readonly string[] {
  const terms = question.terms.filter((term) => term.asked.some((each) => asked.includes(each)));
  const isWhole = terms.length > 0 && terms.every(({ forms }) => forms.length > 0);
  return isWhole ? [...new Set(terms.flatMap(({ forms }) => forms))] : [];
}
