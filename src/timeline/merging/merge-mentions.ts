import type { DictionaryLoader } from '../../language/index.ts';
import { createFingerprinter, type Fingerprint, isNearDuplicate } from '../../retrieval/index.ts';
import type { EventMention } from '../events/event-mention.ts';
import type { Role } from '../events/role.ts';
import { findCandidatePairs } from './candidate-pairs.ts';
import { findClaimConflicts, type NumberSides } from './claim-conflicts.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { dateAccounts, leadingAccount } from './date-accounts.ts';
import type { MentionSides, MergedEvent, MergedReport } from './merged-event.ts';
import { createPairJudge } from './pair-judge.ts';
import type { Profile } from './profile.ts';
import { profileMentions } from './profile-mentions.ts';

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
  const pairs = await findCandidatePairs(words.profiles, words, yieldIfDue);
  const judge = createPairJudge(words);
  const groups = await clusterMentions(leads.length, pairs, judge, yieldIfDue);
  const conflicts = await findClaimConflicts(groups, pairs, judge, yieldIfDue);
  const standOf = new Map<number, Stand>();
  for (const conflict of conflicts) {
    for (const [side, members] of conflict.entries()) {
      for (const member of members) standOf.set(member, { conflict, side });
    }
  }
  const fingerprint = createFingerprinter();
  const events: MergedEvent[] = [];
  for (const group of groups) {
    const event = await createEvent(group, statements, words.profiles, fingerprint, yieldIfDue);
    events.push({ ...event, claimConflicts: claimConflictsOf(group, standOf, leads) });
    await yieldIfDue();
  }
  return events;
}

async function createEvent(
  group: readonly number[],
  statements: readonly MentionCopies[],
  profiles: readonly Profile[],
  fingerprint: (text: string) => Fingerprint,
  yieldIfDue: () => Promise<void>,
): Promise<Omit<MergedEvent, 'claimConflicts'>> {
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
  const accounts = dateAccounts(mentions.toSorted(compareMentionPositions));
  const counted = new Set(reports.map(({ mention }) => mention));
  const leading = leadingAccount(accounts, counted);
  // What is shown first states the date that it stands under.
  const agreeing = new Set(leading?.mentions);
  const rankOf = ({ mention }: MergedReport) =>
    agreeing.has(mention) ? 0 : mention.date === null ? 2 : 1;
  const [first, ...others] = reports.toSorted((one, other) => rankOf(one) - rankOf(other));
  if (!first) throw new RangeError('a group holds no mention');
  return {
    date: leading?.date ?? null,
    role: roleOf(mentions),
    reports: [first, ...others],
    dateAccounts: accounts.length > 1 ? accounts : [],
  };
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

/** The side of a contradiction that a mention stands on: 0 or 1. */
interface Stand {
  readonly conflict: NumberSides;
  readonly side: number;
}

/** So many statements on a side of a contradiction speak for all of them. */
const MOST_ON_A_SIDE = 12;

/** The contradictions in which members of an event have a side. Of many on a side, its own count first. */
function claimConflictsOf(
  group: readonly number[],
  standOf: ReadonlyMap<number, Stand>,
  leads: readonly EventMention[],
): MentionSides[] {
  const own = new Map<NumberSides, [number[], number[]]>();
  for (const member of group) {
    const stand = standOf.get(member);
    if (!stand) continue;
    const sides = own.get(stand.conflict) ?? [[], []];
    own.set(stand.conflict, sides);
    sides[stand.side]?.push(member);
  }
  const spokesmen = (members: readonly number[], side: readonly number[]) =>
    [...new Set([...members.slice(0, MOST_ON_A_SIDE), ...side.slice(0, MOST_ON_A_SIDE)])]
      .slice(0, MOST_ON_A_SIDE)
      .toSorted((a, b) => a - b)
      .flatMap((number) => leads[number] ?? []);
  return [...own].flatMap(([conflict, members]): MentionSides[] => {
    const [one, ...ones] = spokesmen(members[0], conflict[0]);
    const [other, ...others] = spokesmen(members[1], conflict[1]);
    return one && other
      ? [
          [
            [one, ...ones],
            [other, ...others],
          ],
        ]
      : [];
  });
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
