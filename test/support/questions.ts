import type { Question, QuestionTerm } from '../../src/retrieval/query/question.ts';

/** An analysed question for a test. What is left out is empty. */
export function createQuestion(fields: Partial<Question> = {}): Question {
  const { terms = [] } = fields;
  return {
    text: '',
    corrections: [],
    language: 'en',
    isTranslated: false,
    terms,
    forms: [],
    parts: new Map(),
    idfMass: terms.reduce((sum, { idf }) => sum + idf, 0),
    overview: null,
    person: null,
    wants: null,
    ...fields,
  };
}

/** A term of a question that stands in some text. */
export function createTerm(term: string, fields: Partial<QuestionTerm> = {}): QuestionTerm {
  return {
    asked: [term],
    term,
    surface: term,
    kind: 'word',
    idf: 1,
    known: true,
    isHeld: true,
    weight: 1,
    searchWeight: 1,
    forms: [],
    correctedTo: null,
    alternatives: [],
    ...fields,
  };
}
