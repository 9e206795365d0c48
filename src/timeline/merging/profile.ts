import { createWordReader, type DictionaryLoader, simplifiedForms } from '../../language/index.ts';
import { memoize } from '../../shared/memoize.ts';
import type { EventMention } from '../events/find-mentions.ts';
import { findSpeakers } from '../events/main-clause.ts';
import { isCountry } from './capitals.ts';
import { type Instance, instanceOf, type Polarity, polarityOf } from './opposites.ts';
import { createTermReader, type ReadTerms, type Term } from './read-terms.ts';

/** A mention as it is compared. Forms are numbers that stand for words. */
export interface Profile {
  readonly mention: EventMention;
  /** What its clause tells, each word once, in order. */
  readonly terms: readonly ProfileTerm[];
  /** Where in `terms` each form stands. */
  readonly positions: ReadonlyMap<number, number>;
  /** The forms of what stands beside its clause: its sentence, its paragraph, its headline. */
  readonly around: ReadonlySet<number>;
  /** The forms of those who are named as saying so. */
  readonly speakers: ReadonlySet<number>;
  /** The sum of the terms' weights. */
  readonly weight: number;
  readonly polarity: Polarity;
  /** Whether it tells of the second, or another, of its kind, or of what happens again. */
  readonly instance: Instance;
  readonly isPassive: boolean;
  /** The places in `terms` of the verbs that say what was or will be done. English only. */
  readonly acts: readonly number[];
}

/** A word with how much it tells: rare ones much, those of every sentence little. */
export interface ProfileTerm {
  /** Whether it is an English verb that states what was or will be done. */
  readonly isAct: boolean;
  /** Whether it names a country that is known in both languages. */
  readonly isCountry: boolean;
  readonly forms: readonly number[];
  readonly kind: Term['kind'];
  readonly weight: number;
}

/** Mentions made ready to be compared. */
export interface Profiles {
  /** In the order of the mentions. */
  readonly profiles: readonly Profile[];
  /** How much a form tells that so many mentions have. */
  readonly weightOfFrequency: (frequency: number) => number;
  readonly weightOf: (form: number) => number;
  /** Whether any mention of a language has a form. */
  readonly isUsed: (form: number, language: 'en' | 'zh') => boolean;
}

/** So many mentions without a form are thought of beside those that there are: few say little. */
const BACKGROUND_MENTIONS = 20;

/** The longest headline and context that names are looked up in, in UTF-16 units. */
const LONGEST_AROUND = 800;

/** Reads mentions into profiles. `yieldIfDue` is awaited between them. */
export async function profileMentions(
  mentions: readonly EventMention[],
  loadDictionary: DictionaryLoader,
  yieldIfDue: () => Promise<void>,
): Promise<Profiles> {
  const texts = mentions.map(({ article, text, context }) => ({
    article,
    text: `${article.title}\n${context}\n${text}`,
  }));
  const reader = await createWordReader(texts, loadDictionary, yieldIfDue);
  const read = createTermReader(reader, await learnNames(mentions, yieldIfDue));
  const numbers = new Map<string, number>();
  const numberOf = (form: string) => {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, numbers.size);
    return numbers.size - 1;
  };
  // A headline and a paragraph stand around several mentions.
  const readAround = memoize((text: string): readonly number[] => [
    ...new Set(read(text.slice(-LONGEST_AROUND)).flatMap(({ forms }) => forms.map(numberOf))),
  ]);
  const drafts: Draft[] = [];
  const frequencies: number[] = [];
  const languages: number[] = [];
  for (const mention of mentions) {
    const draft = draftProfile(mention, read, readAround, numberOf);
    const isChinese = mention.sentence.language === 'zh';
    for (const form of new Set(draft.terms.flatMap(({ forms }) => forms))) {
      frequencies[form] = (frequencies[form] ?? 0) + 1;
      languages[form] = (languages[form] ?? 0) | (isChinese ? 2 : 1);
    }
    drafts.push(draft);
    await yieldIfDue();
  }
  const total = mentions.length + BACKGROUND_MENTIONS;
  // Robertson and Spärck Jones's weight in the form that is never negative.
  const weightOfFrequency = (frequency: number) =>
    Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
  const weightOf = (form: number) => weightOfFrequency(frequencies[form] ?? 0);
  const profiles: Profile[] = [];
  for (const draft of drafts) {
    profiles.push(weigh(draft, weightOf));
    await yieldIfDue();
  }
  return {
    profiles,
    weightOf,
    weightOfFrequency,
    isUsed: (form, language) => ((languages[form] ?? 0) & (language === 'zh' ? 2 : 1)) !== 0,
  };
}

interface Draft extends Pick<Profile, 'mention' | 'around' | 'speakers'> {
  readonly terms: readonly Omit<ProfileTerm, 'weight'>[];
}

function draftProfile(
  mention: EventMention,
  read: ReadTerms,
  readAround: (text: string) => readonly number[],
  numberOf: (form: string) => number,
): Draft {
  const { article, sentence, text, clause, context, dateRange } = mention;
  const dateStart = dateRange === null ? -1 : dateRange.start - sentence.start;
  const dateEnd = dateRange === null ? -1 : dateRange.end - sentence.start;
  const saying = findSpeakers(text);
  const terms = new Map<string, Omit<ProfileTerm, 'weight'>>();
  const around = new Set<number>();
  const speakers = new Set<number>();
  for (const { start, end, forms: words, kind } of read(text)) {
    if (start >= dateStart && end <= dateEnd) continue;
    const forms = words.map(numberOf);
    const isSpeaker = saying.some((range) => start >= range.start && end <= range.end);
    if (isSpeaker) for (const form of forms) speakers.add(form);
    const isInside = start >= clause.start && end <= clause.end && !isSpeaker;
    if (!isInside) for (const form of forms) around.add(form);
    else if (!terms.has(words[0] ?? '')) {
      terms.set(words[0] ?? '', {
        forms,
        kind,
        isAct: kind === 'word' && isAct(text, start, end),
        isCountry: words.some(isCountry),
      });
    }
  }
  for (const nearby of [context, article.title]) {
    for (const form of readAround(nearby)) around.add(form);
  }
  return { mention, terms: [...terms.values()], around, speakers };
}

/** Past tenses and participles; those of strong verbs end in no way of their own. */
const PAST =
  /^(?:\p{Ll}{2,}ed|sold|bought|began|begun|built|broke|broken|found|given|held|kept|led|made|ran|sent|taken|gone|hit|cut|chosen|chose|won|beat|lost|fled|met|paid|stolen|stole|quit|left|rose|risen|fell|fallen|grew|grown|withdrew|withdrawn|forbade|forbidden|shut|struck|hurt|sank|sunk|burst|threw|spoke|became|caught|fought|flew|swore|sworn)$/u;

const AUXILIARY = /\b(?:will|would|to|not|must|should|can|could|may)\s+(?:\p{L}+ly\s+)?$/iu;

function isAct(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (!/^\p{Ll}+$/u.test(word)) return false;
  return PAST.test(word) || AUXILIARY.test(text.slice(Math.max(0, start - 24), start));
}

const PASSIVE =
  /\b(?:was|were|been|being|be|is|are)\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|en|ne|ht|ld|ut|it|un|nt)\b|被|遭|受到/iu;

const SIMPLIFIED = simplifiedForms();

function weigh(draft: Draft, weightOf: (form: number) => number): Profile {
  const { text, clause } = draft.mention;
  const own = text
    .slice(clause.start, clause.end)
    .replaceAll(/[\u3400-\u9fff]/gu, (character) => SIMPLIFIED.get(character) ?? character);
  const terms = draft.terms.map((term): ProfileTerm => {
    return { ...term, weight: Math.min(...term.forms.map(weightOf)) };
  });
  const positions = new Map<number, number>();
  for (const [index, { forms }] of terms.entries()) {
    for (const form of forms) if (!positions.has(form)) positions.set(form, index);
  }
  return {
    ...draft,
    terms,
    positions,
    weight: terms.reduce((sum, { weight }) => sum + weight, 0),
    polarity: polarityOf(own),
    instance: instanceOf(own),
    isPassive: PASSIVE.test(own),
    acts: terms.flatMap((term, index) => (term.isAct ? [index] : [])),
  };
}

const WORD = /(?<!\p{L})\p{L}[\p{L}'’-]*/gu;

/**
 * Learns which English words are names: those with a capital inside of sentences more often than
 * not, or that only ever begin one. Lines in which most words have a capital tell nothing.
 */
async function learnNames(
  mentions: readonly EventMention[],
  yieldIfDue: () => Promise<void>,
): Promise<(word: string) => boolean> {
  const counts = new Map<string, { capital: number; initial: number; small: number }>();
  for (const { text } of mentions) {
    const words = [...text.matchAll(WORD)];
    const capitals = words.filter(([word]) => /^\p{Lu}/u.test(word)).length;
    for (const { 0: word, index } of capitals * 2 > words.length ? [] : words) {
      const key = word.toLowerCase().replace(/['’]s?$/u, '');
      const count = counts.get(key) ?? { capital: 0, initial: 0, small: 0 };
      counts.set(key, count);
      if (!/^\p{Lu}/u.test(word)) count.small += 1;
      else if (/^["'“‘]?$|[.!?:]["'”’]?\s["'“‘]?$/u.test(text.slice(Math.max(0, index - 4), index)))
        count.initial += 1;
      else count.capital += 1;
    }
    await yieldIfDue();
  }
  return (word) => {
    const { capital, initial, small } = counts.get(word.replace(/['’]s?$/u, '')) ?? {
      capital: 0,
      initial: 0,
      small: 0,
    };
    return capital > small || (small === 0 && initial > 0);
  };
}
