import type { DictionaryLoader } from '../../language/index.ts';
import { createFingerprinter, type Fingerprint, isEcho } from '../../retrieval/index.ts';
import { createYielder } from '../../shared/yield.ts';
import type { EventMention } from '../events/event-mention.ts';
import type { Role } from '../events/role.ts';
import { findCandidatePairs } from './candidate-pairs.ts';
import { findClaimConflicts, type NumberSides } from './claim-conflicts.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { dateAccounts, leadingAccount } from './date-accounts.ts';
import type { MentionSides, MergedEvent, MergedTelling } from './merged-event.ts';
import { createPairJudge } from './pair-judge.ts';
import type { Profile } from './profile.ts';
import { profileMentions } from './profile-mentions.ts';

/** What merging needs besides the mentions. */
interface MergeTools {
  readonly loadDictionary: DictionaryLoader;
}

/**
 * Makes one event of the mentions that tell the same, whatever article and language they are in, and
 * finds where they disagree. The result does not depend on the order of the mentions. Lets other
 * work go on meanwhile.
 */
export async function mergeMentions(
  mentions: readonly EventMention[],
  { loadDictionary }: MergeTools,
): Promise<readonly MergedEvent[]> {
  const yieldIfDue = createYielder();
  const statements = foldCopies(mentions);
  const leads = statements.map(({ lead }) => lead);
  const words = await profileMentions(leads, loadDictionary, yieldIfDue);
  const pairs = await findCandidatePairs(words.profiles, words, yieldIfDue);
  const judge = createPairJudge(words);
  const groups = await clusterMentions(leads.length, pairs, judge, yieldIfDue);
  const conflicts = await findClaimConflicts(groups, pairs, judge, yieldIfDue);
  const conflictOf = new Map<number, NumberSides>();
  for (const sides of conflicts) {
    for (const member of sides.flat()) conflictOf.set(member, sides);
  }
  const fingerprint = createFingerprinter();
  const events: MergedEvent[] = [];
  for (const group of groups) {
    const event = createEvent(group, statements, words.profiles, fingerprint);
    const own = new Set(
      group.map((member) => conflictOf.get(member)).filter((sides) => sides !== undefined),
    );
    const claimConflicts = [...own].flatMap((sides) => mentionSides(sides, leads));
    events.push({ ...event, claimConflicts });
    await yieldIfDue();
  }
  return events;
}

function createEvent(
  group: readonly number[],
  statements: readonly MentionCopies[],
  profiles: readonly Profile[],
  fingerprint: (text: string) => Fingerprint,
): Omit<MergedEvent, 'claimConflicts'> {
  const own = group.flatMap((member) => {
    const statement = statements[member];
    const profile = profiles[member];
    return statement && profile ? [{ statement, fullness: profile.weight }] : [];
  });
  const tellings = foldEchoes(
    own.toSorted((one, other) => other.fullness - one.fullness).map(({ statement }) => statement),
    fingerprint,
  );
  const mentions = tellings.flatMap(({ mention, echoes }) => [mention, ...echoes]);
  const accounts = dateAccounts(mentions.toSorted(compareMentionPlaces));
  const counted = new Set(tellings.map(({ mention }) => mention));
  const leading = leadingAccount(accounts, counted);
  // What is shown first states the date that it stands under.
  const rankOf = ({ mention }: MergedTelling) =>
    leading?.mentions.includes(mention) ? 0 : mention.date === null ? 2 : 1;
  const [first, ...others] = tellings.toSorted((one, other) => rankOf(one) - rankOf(other));
  if (!first) throw new RangeError('a group holds no mention');
  return {
    date: leading?.date ?? null,
    role: roleOf(mentions),
    tellings: [first, ...others],
    dateAccounts: accounts.length > 1 ? accounts : [],
  };
}

/** One telling for each statement; a copy in nearly the same words is an echo of the fuller one. */
function foldEchoes(
  statements: readonly MentionCopies[],
  fingerprint: (text: string) => Fingerprint,
): MergedTelling[] {
  const [only] = statements;
  if (only && statements.length === 1) return [{ mention: only.lead, echoes: only.copies }];
  const tellings: (MergedTelling & { echoes: EventMention[]; print: Fingerprint })[] = [];
  for (const { lead, copies } of statements) {
    const print = fingerprint(lead.text);
    const known = tellings.find(
      ({ mention, print: other }) =>
        mention.date?.value === lead.date?.value && isEcho(other, print),
    );
    if (known) known.echoes.push(lead, ...copies);
    else tellings.push({ mention: lead, echoes: [...copies], print });
  }
  return tellings.map(({ mention, echoes }) => ({ mention, echoes }));
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

function mentionSides(sides: NumberSides, leads: readonly EventMention[]): MentionSides[] {
  const [[one, ...ones], [other, ...others]] = [sideOf(sides[0], leads), sideOf(sides[1], leads)];
  return one && other
    ? [
        [
          [one, ...ones],
          [other, ...others],
        ],
      ]
    : [];
}

function sideOf(numbers: readonly number[], leads: readonly EventMention[]): EventMention[] {
  return numbers.flatMap((number) => leads[number] ?? []);
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
function foldCopies(mentions: readonly EventMention[]): MentionCopies[] {
  const groups = new Map<string, { lead: EventMention; copies: EventMention[] }>();
  for (const mention of mentions.toSorted(compareMentionPlaces)) {
    const { text, clause, date, role } = mention;
    const words = text.slice(clause.start, clause.end).replaceAll(/\s+/gu, ' ').trim();
    const key = JSON.stringify([words, date?.value, date?.modifier, role]);
    const group = groups.get(key);
    if (group) group.copies.push(mention);
    else groups.set(key, { lead: mention, copies: [] });
  }
  return [...groups.values()];
}

/** By article, then by place, then by date: the same for any order of articles. */
function compareMentionPlaces(one: EventMention, other: EventMention): number {
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
