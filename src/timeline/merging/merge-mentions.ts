import type { DictionaryLoader } from '../../language/index.ts';
import { createFingerprinter, type Fingerprint, isNearDuplicate } from '../../retrieval/index.ts';
import { type CalendarDate, compareDates } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import type { Role } from '../events/role.ts';
import { nonEmpty } from '../timeline-entry.ts';
import { findCandidatePairs } from './candidate-pairs.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { lengthInDays } from './date-relation.ts';
import { findDisagreements } from './disagreements.ts';
import type { Disagreements, MergedEvent, MergedReport } from './merged-event.ts';
import { type Profile, profileMentions } from './profile.ts';
import { createPairJudge } from './same-event.ts';

/** What merging needs besides the mentions. */
interface MergeTools {
  readonly loadDictionary: DictionaryLoader;
  /** Is awaited after each of many small steps, so that other work can go on. */
  readonly yieldIfDue: () => Promise<void>;
}

/**
 * Makes one event of the mentions that tell the same, whatever article and language they are in, and
 * finds where they disagree. The result does not depend on the order of the mentions. Takes time and
 * memory in proportion to their number.
 */
export async function mergeMentions(
  mentions: readonly EventMention[],
  { loadDictionary, yieldIfDue }: MergeTools,
): Promise<readonly MergedEvent[]> {
  const statements = await groupCopies(mentions, yieldIfDue);
  const leads = statements.map(({ lead }) => lead);
  const words = await profileMentions(leads, loadDictionary, yieldIfDue);
  const pairs = await findCandidatePairs(words, yieldIfDue);
  const judge = createPairJudge(words);
  const groups = await clusterMentions(leads.length, pairs, judge, yieldIfDue);
  const disagreements = await findDisagreements({ words, pairs, judge, groups }, yieldIfDue);
  const fingerprint = createFingerprinter();
  const events: MergedEvent[] = [];
  for (const [index, group] of groups.entries()) {
    const event = await createEvent(group, statements, words.profiles, fingerprint, yieldIfDue);
    events.push({ ...event, ...(disagreements[index] ?? NO_DISAGREEMENTS) });
    await yieldIfDue();
  }
  return events;
}

const NO_DISAGREEMENTS: Disagreements = {
  dateAccounts: [],
  figureAccounts: [],
  claims: [],
  updates: [],
};

async function createEvent(
  group: readonly number[],
  statements: readonly MentionCopies[],
  profiles: readonly Profile[],
  fingerprint: (text: string) => Fingerprint,
  yieldIfDue: () => Promise<void>,
): Promise<Omit<MergedEvent, keyof Disagreements>> {
  const own = group.flatMap((member) => {
    const statement = statements[member];
    const profile = profiles[member];
    return statement && profile ? [{ statement, fullness: profile.weight }] : [];
  });
  const reports = await groupNearDuplicates(
    own.toSorted((one, other) => other.fullness - one.fullness).map(({ statement }) => statement),
    fingerprint,
    yieldIfDue,
  );
  const mentions = reports.flatMap(({ mention, duplicates }) => [mention, ...duplicates]);
  const date = mostPrecise(mentions);
  // What is shown first states the date that it stands under.
  const rankOf = ({ mention }: MergedReport) =>
    mention.date === null ? 2 : mention.date.value === date?.value ? 0 : 1;
  const sorted = nonEmpty(reports.toSorted((one, other) => rankOf(one) - rankOf(other)));
  if (!sorted) throw new RangeError('a group holds no mention');
  return { date, role: roleOf(mentions), reports: sorted };
}

/** The dates of one event agree, so that the most precise of them is its own; null without any. */
function mostPrecise(mentions: readonly EventMention[]): CalendarDate | null {
  const [date = null] = mentions
    .flatMap((mention) => (mention.date ? [mention.date] : []))
    .toSorted((one, other) => lengthInDays(one) - lengthInDays(other) || compareDates(one, other));
  return date;
}

/** A statement is compared with no more reports of its date: an event is told in few ways. */
const MOST_REPORTS_COMPARED = 48;

/** One report for each statement; a copy in nearly the same words is counted with the fuller one. */
async function groupNearDuplicates(
  statements: readonly MentionCopies[],
  fingerprint: (text: string) => Fingerprint,
  yieldIfDue: () => Promise<void>,
): Promise<MergedReport[]> {
  const [only] = statements;
  if (only && statements.length === 1) return [{ mention: only.lead, duplicates: only.copies }];
  const reports: { mention: EventMention; duplicates: EventMention[] }[] = [];
  const printsByDate = new Map<string, { print: Fingerprint; duplicates: EventMention[] }[]>();
  for (const { lead, copies } of statements) {
    const print = fingerprint(lead.text);
    const date = lead.date?.value ?? '';
    const compared = printsByDate.get(date) ?? [];
    printsByDate.set(date, compared);
    const known = compared.find((other) => isNearDuplicate(other.print, print));
    if (known) known.duplicates.push(lead);
    const duplicates = known?.duplicates ?? [];
    for (const copy of copies) duplicates.push(copy);
    if (!known) {
      reports.push({ mention: lead, duplicates });
      if (compared.length < MOST_REPORTS_COMPARED) compared.push({ print, duplicates });
    }
    await yieldIfDue();
  }
  return reports;
}

/** In the order in which they count when as many mentions have them. */
const ROLES: readonly Role[] = ['event', 'deadline', 'planned', 'report'];

/**
 * What has happened by one mention is no plan any more; otherwise the role of most. A role is that
 * of a date: a mention without one counts only where none has any.
 */
function roleOf(mentions: readonly EventMention[]): Role {
  const dated = mentions.filter(({ date }) => date !== null);
  const counted = dated.length > 0 ? dated : mentions;
  const count = (role: Role) => counted.filter((mention) => mention.role === role).length;
  if (count('planned') > 0 && count('event') > 0) return 'event';
  const [role = 'event'] = ROLES.toSorted((one, other) => count(other) - count(one));
  return role;
}

/** A sentence with the others that are the same to the letter, and of the same date and role. */
interface MentionCopies {
  readonly lead: EventMention;
  readonly copies: readonly EventMention[];
}

/**
 * Folds mentions in the same words, so that a report that a hundred papers print is compared once.
 * In an order that does not depend on theirs.
 */
async function groupCopies(
  mentions: readonly EventMention[],
  yieldIfDue: () => Promise<void>,
): Promise<MentionCopies[]> {
  const groups = new Map<string, { lead: EventMention; copies: EventMention[] }>();
  for (const mention of mentions.toSorted(compareMentionPositions)) {
    const { text, clause, date, role } = mention;
    const words = text.slice(clause.start, clause.end).replaceAll(/\s+/gu, ' ').trim();
    const key = JSON.stringify([words, date?.value, date?.modifier, role]);
    const group = groups.get(key);
    if (group) group.copies.push(mention);
    else groups.set(key, { lead: mention, copies: [] });
    await yieldIfDue();
  }
  return [...groups.values()];
}

/** By article, then by offset, then by date: the same for any order of articles. */
function compareMentionPositions(one: EventMention, other: EventMention): number {
  return (
    compareStrings(one.article.id, other.article.id) ||
    one.sentence.start - other.sentence.start ||
    one.clause.start - other.clause.start ||
    compareStrings(one.date?.value ?? '', other.date?.value ?? '') ||
    compareStrings(one.role, other.role)
  );
}

function compareStrings(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
