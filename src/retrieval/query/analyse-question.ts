import type {
  Alternative,
  Analyser,
  FindSynonyms,
  NameFinder,
  Token,
} from '../../language/index.ts';
import {
  blankShell,
  inverseDocumentFrequency,
  isTerm,
  languageOf,
  WEAK_WEIGHT,
} from '../../language/index.ts';
import { escapePattern } from '../../shared/escape-pattern.ts';
import type { Range } from '../../shared/range.ts';
import type { TermStatistics } from '../passages/term-statistics.ts';
import { askedKind } from './answer-type.ts';
import { readAskedPerson } from './asked-person.ts';
import { correctTransposition } from './chinese-transposition.ts';
import { separateLoneWords } from './lone-words.ts';
import { readOverview } from './overview.ts';
import type { Question, QuestionTerm } from './question.ts';
import {
  type FormOccurrence,
  formsCovering,
  formsIn,
  joinedWords,
  type TermForms,
  weighForms,
} from './question-forms.ts';
import { applyCorrections, tellCorrections } from './question-terms.ts';
import { respellNames } from './respelled-names.ts';

/** What a question is analysed with. */
export interface QuestionAnalysis {
  readonly analyser: Analyser;
  readonly statistics: TermStatistics;
  /** Those that the articles' keepers have added. */
  readonly findSynonyms: FindSynonyms;
  /** Null where names are found as they are spelled only. */
  readonly names: NameFinder | null;
}

/**
 * What a name counts that the articles spell otherwise than the question: it may be another's.
 */
const RESPELLED_WEIGHT = 0.8;

/**
 * Analyses a question as the passages were analysed, and weighs its terms by how rare they are. A
 * term that has synonyms is as rare as all of them together. A normal form ("09-20") adds nothing to
 * the weight of the terms that it covers ("20", "September"): it is another way of finding them.
 */
export async function analyseQuestion(asked: string, sources: QuestionAnalysis): Promise<Question> {
  const { analyser, statistics, names } = sources;
  const raised = raiseUs(asked);
  const shelled = blankShell(raised);
  const overview = readOverview(shelled) ?? readOverview(raised);
  const text = overview ? blankShell(overview.subject) : shelled;
  const spelled = await respellNames(text, sources);
  const corrected = await correctTransposition(spelled.text, analyser.foldHan, statistics, [
    ...spelled.respelled,
    ...spelled.unknown,
  ]);
  const tokens = await separateLoneWords(
    analyser.analyse(corrected.text),
    corrected.text,
    analyser,
    statistics,
  );
  const reading = readTokens(tokens, corrected.text, sources);
  const isRespelled = (token: Range) =>
    spelled.respelled.some(({ start, end }) => start <= token.start && token.end <= end);
  const weigh = await createWeighing(reading, statistics);
  const forms = formsOf(reading, weigh);
  const groups = weighForms(reading.written, forms, (term) => weigh.idf(weigh.frequency(term)));
  const terms: QuestionTerm[] = [];
  for (const token of reading.distinct) {
    const term = await toTerm(token, groups.ofTerm.get(token.term), {
      reading,
      weigh,
      statistics,
      names,
      isWrittenAsName: ({ start, end }) => isNameIn(raised, corrected.text.slice(start, end)),
    });
    terms.push(isRespelled(token) ? { ...term, weight: RESPELLED_WEIGHT * term.weight } : term);
  }
  const asWritten = spelled.corrections.reduce(
    (written, { from, to }) => written.replace(from, () => to),
    raised,
  );
  const parts = reading.parts.filter((part) => formsCovering(part, forms).length === 0);
  const question: Question = {
    text: corrected.text,
    language: languageOf(raised),
    isTranslated: false,
    corrections: [...spelled.corrections, ...corrected.corrections],
    terms,
    forms: groups.forms,
    parts: new Map(parts.map(({ term }) => [term, weigh.idf(weigh.frequency(term))])),
    idfMass: terms.reduce((sum, { idf }) => sum + idf, 0),
    overview,
    person: null,
    wants: askedKind(raised),
  };
  if (overview) return question;
  // A name counts as the index writes it.
  const inIndex = applyCorrections(asWritten, tellCorrections(question, analyser));
  return { ...question, person: readAskedPerson(inIndex, question.language) };
}

/** What a question is made of, before the index is asked. */
interface Reading {
  /** Words, numbers, bigrams and single characters, in the order of the question. */
  readonly written: readonly Token[];
  /** The first of each term among them. */
  readonly distinct: readonly Token[];
  /** The characters inside bigrams. */
  readonly parts: readonly Token[];
  readonly forms: readonly FormOccurrence[];
  /** Neighbouring words written as one, which may be none. */
  readonly joined: readonly FormOccurrence[];
  /** What stands for a token, or for a phrase that it is a part of. */
  readonly othersOf: (token: Token) => readonly Alternative[];
}

function readTokens(
  tokens: readonly Token[],
  text: string,
  { analyser, findSynonyms }: QuestionAnalysis,
): Reading {
  const written = tokens.filter(isTerm);
  const distinct = new Map<string, Token>();
  for (const token of written) if (!distinct.has(token.term)) distinct.set(token.term, token);
  const phrases = analyser.phraseSynonyms(text);
  const alone = (token: Token) =>
    token.kind === 'character'
      ? analyser
          .phraseSynonyms(text.slice(token.start, token.end))
          .map(({ others }) => ({ start: token.start, end: token.end, others }))
      : [];
  const own = findSynonyms(tokens);
  return {
    written,
    distinct: [...distinct.values()],
    parts: tokens.filter(({ kind }) => kind === 'part'),
    forms: formsIn(tokens),
    joined: joinedWords(text, analyser.analyse),
    othersOf: (token) => {
      const covers = (phrase: Range) => phrase.start <= token.start && token.end <= phrase.end;
      return [
        ...own
          .filter(covers)
          .flatMap(({ others }) => others.map((terms) => ({ terms, weight: 1, isOfPhrase: true }))),
        ...analyser
          .synonyms(token.term, text)
          .map((other) => ({ terms: [other], weight: WEAK_WEIGHT })),
        ...[...phrases, ...alone(token)]
          .filter(covers)
          .flatMap(({ others }) => others.map((terms) => ({ terms, weight: WEAK_WEIGHT }))),
      ];
    },
  };
}

/** How often terms stand in the passages, and what that makes them worth. */
interface Weighing {
  readonly frequency: (term: string) => number;
  readonly idf: (frequency: number) => number;
}

async function createWeighing(reading: Reading, statistics: TermStatistics): Promise<Weighing> {
  const { distinct, parts, forms, joined, othersOf } = reading;
  const own = [...distinct, ...parts, ...forms, ...joined].map(({ term }) => term);
  const others = distinct.flatMap((token) => othersOf(token).flatMap(({ terms }) => terms));
  const frequencies = await statistics.documentFrequencies([...new Set([...own, ...others])]);
  const { passageCount } = statistics;
  return {
    frequency: (term) => frequencies.get(term) ?? 0,
    idf: (frequency) => inverseDocumentFrequency(Math.min(frequency, passageCount), passageCount),
  };
}

/** The forms that the index knows. Words are taken for one where that is more frequent than a part of it. */
function formsOf({ written, forms, joined }: Reading, { frequency }: Weighing): FormOccurrence[] {
  const isOneWord = (form: FormOccurrence) =>
    written
      .filter((token) => formsCovering(token, [form]).length > 0)
      .some(({ term }) => frequency(term) < frequency(form.term));
  return [...forms.filter(({ term }) => frequency(term) > 0), ...joined.filter(isOneWord)];
}

/** What a term is made with. */
interface Weighed extends Pick<QuestionAnalysis, 'statistics' | 'names'> {
  readonly reading: Reading;
  readonly weigh: Weighing;
  readonly isWrittenAsName: (token: Range) => boolean;
}

async function toTerm(
  token: Token,
  own: TermForms | undefined,
  { reading, weigh, statistics, names, isWrittenAsName }: Weighed,
): Promise<QuestionTerm> {
  const { term, surface, kind } = token;
  const isKnown = (each: string) => weigh.frequency(each) > 0;
  const others = reading.othersOf(token).filter(({ terms }) => terms.every(isKnown));
  const isUnknown = kind === 'word' && !isKnown(term) && others.length === 0 && !own;
  const nearest = isUnknown ? await statistics.nearest(surface) : null;
  // "Mayor" is no typing error for "major", and the name "Orban" none for "organ".
  const isOther =
    nearest !== null &&
    ((await names?.isOrdinary(surface, term)) ||
      (isWrittenAsName(token) && (await names?.isOrdinary(nearest.surface, nearest.term))));
  const meant = isOther ? null : nearest;
  const frequency = meant
    ? ((await statistics.documentFrequencies([meant.term])).get(meant.term) ?? 0)
    : others
        .filter(({ terms, isOfPhrase }) => isOfPhrase || terms.length === 1)
        .reduce(
          (sum, { terms }) => sum + Math.min(...terms.map(weigh.frequency)),
          weigh.frequency(term),
        );
  const isHeld = meant !== null || isKnown(term);
  return {
    asked: [term],
    term: meant?.term ?? term,
    surface: meant?.surface ?? surface,
    kind,
    idf: Math.min(weigh.idf(frequency), own?.maxWeight ?? Number.POSITIVE_INFINITY),
    known: isHeld || own !== undefined || others.length > 0,
    isHeld,
    weight: own?.isFigure ? WEAK_WEIGHT : 1,
    searchWeight: own?.searchWeight ?? 1,
    forms: own?.forms ?? [],
    correctedTo: meant?.surface ?? null,
    alternatives: others,
  };
}

/**
 * Whether a question writes a word as a name: with a capital, behind a word without one or behind
 * other names.
 */
function isNameIn(question: string, word: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  const before = "(?<!\\p{L})\\p{Ll}[\\p{L}'’]*\\s+(?:\\p{Lu}\\S*\\s+)*";
  return new RegExp(`${before}${escapePattern(word)}`, 'u').test(question);
}

/**
 * "us" in a question is the country where the question writes no capitals, or after "the". The
 * analysis takes it for the pronoun otherwise.
 */
function raiseUs(question: string): string {
  const pattern = /\p{Lu}/u.test(question) ? /(?<=\bthe )us\b/giu : /\bus\b/gu;
  return question.replace(pattern, 'US');
}
