import {
  createWordReader,
  type DictionaryLoader,
  type PassageLanguage,
  type WordReader,
} from '../../language/index.ts';
import { memoize } from '../../shared/memoize.ts';
import type { EventMention } from '../events/find-mentions.ts';
import type { MentionTerm, Profile } from './profile.ts';
import { createProfile, type ProfileDraft } from './profile.ts';
import { createMentionReader, type Nameness, type TermReader } from './read-terms.ts';

/** Mentions made ready to be compared. */
export interface ProfiledMentions {
  /** In the order of the mentions. */
  readonly profiles: readonly Profile[];
  /** How much a form tells, by how few of the mentions have it. */
  readonly weightOf: (form: string) => number;
  /** The same for a form that so many mentions have. */
  readonly weightOfFrequency: (frequency: number) => number;
  /** Whether any mention of a language has a form. */
  readonly isUsed: (form: string, language: PassageLanguage) => boolean;
}

/** Reads mentions into profiles. `yieldIfDue` is awaited between them. */
export async function profileMentions(
  mentions: readonly EventMention[],
  loadDictionary: DictionaryLoader,
  yieldIfDue: () => Promise<void>,
): Promise<ProfiledMentions> {
  const texts = mentions.map(({ article, text, context }) => ({
    article,
    text: `${article.title}\n${context}\n${text}`,
  }));
  const reader = await createWordReader(texts, loadDictionary, yieldIfDue);
  const nameness = await learnNames(texts, reader, yieldIfDue);
  const termReader = createMentionReader(reader, nameness);

  const drafts: ProfileDraft[] = [];
  // A paragraph and a headline stand around several mentions.
  const readAround = memoize((text: string) => termReader.read(text));
  const frequencies = new Map<string, number>();
  const formsIn = { en: new Set<string>(), zh: new Set<string>() };
  for (const mention of mentions) {
    const draft = draftProfile(mention, termReader, readAround);
    for (const form of new Set(draft.terms.flatMap(({ forms }) => forms))) {
      frequencies.set(form, (frequencies.get(form) ?? 0) + 1);
      formsIn[mention.sentence.language].add(form);
    }
    drafts.push(draft);
    await yieldIfDue();
  }
  const weightOfFrequency = (frequency: number) => rarity(frequency, mentions.length);
  const weightOf = (form: string) => weightOfFrequency(frequencies.get(form) ?? 0);
  const isPhrase = (form: string) => form.includes(' ') && frequencies.has(form);
  const isUsed = (form: string, language: PassageLanguage) => formsIn[language].has(form);
  const profiles: Profile[] = [];
  for (const draft of drafts) {
    profiles.push(createProfile(draft, weightOf, isPhrase));
    await yieldIfDue();
  }
  return { profiles, weightOf, weightOfFrequency, isUsed };
}

/** So many mentions without the form are thought of beside those that there are: few say little. */
const BACKGROUND_MENTIONS = 20;

/** Robertson and Spärck Jones's weight in the form that is never negative. */
function rarity(frequency: number, mentionCount: number): number {
  const total = mentionCount + BACKGROUND_MENTIONS;
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

function draftProfile(
  mention: EventMention,
  reader: TermReader,
  readAround: (text: string) => readonly MentionTerm[],
): ProfileDraft {
  const { article, sentence, text, clause, context, dateRange } = mention;
  const date = dateRange && {
    start: dateRange.start - sentence.start,
    end: dateRange.end - sentence.start,
  };
  const all = reader.read(text, date);
  const terms = new Map<string, MentionTerm>();
  const around = new Set<string>();
  for (const term of all) {
    const isInside = term.start >= clause.start && term.end <= clause.end;
    if (!isInside) for (const form of term.forms) around.add(form);
    else {
      const key = term.forms[0] ?? '';
      const known = terms.get(key);
      if (!known || known.isSpeaker) terms.set(key, term);
    }
  }
  for (const nearby of [context, article.title]) {
    for (const { forms } of readAround(nearby)) for (const form of forms) around.add(form);
  }
  return { mention, terms: [...terms.values()], around };
}

/** Learns which English words are names: those that have a capital inside sentences more often than not. */
async function learnNames(
  texts: readonly { readonly text: string }[],
  { analyse }: WordReader,
  yieldIfDue: () => Promise<void>,
): Promise<Nameness> {
  const counts = new Map<string, { capital: number; initial: number; small: number }>();
  const seen = new Set<string>();
  for (const { text } of texts) {
    for (const line of text.split('\n')) {
      if (seen.has(line)) continue;
      seen.add(line);
      const isHeadline = isTitleCase(line);
      for (const { term, kind, start } of isHeadline ? [] : analyse(line)) {
        if (kind !== 'word') continue;
        const count = counts.get(term) ?? { capital: 0, initial: 0, small: 0 };
        counts.set(term, count);
        if (!/^\p{Lu}/u.test(line.slice(start, start + 2))) count.small += 1;
        else if (SENTENCE_START.test(line.slice(Math.max(0, start - 4), start))) count.initial += 1;
        else count.capital += 1;
      }
    }
    await yieldIfDue();
  }
  return (term) => {
    const { capital, initial, small } = counts.get(term) ?? { capital: 0, initial: 0, small: 0 };
    if (capital > small) return 'name';
    return small === 0 && initial > 0 ? 'perhaps' : 'word';
  };
}

const SENTENCE_START = /^$|[.!?:]["'”’]?\s["'“‘]?$|^["'“‘]$/u;

/** Whether most words begin with a capital, so that capitals tell nothing. */
function isTitleCase(line: string): boolean {
  const words = line.match(/(?<!\p{L})\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}
