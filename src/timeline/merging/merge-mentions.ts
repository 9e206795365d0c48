import { UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import type { DictionaryLoader } from '../../language/index.ts';
import { createFingerprinter, type Fingerprint, isNearDuplicate } from '../../retrieval/index.ts';
import { type CalendarDate, compareDates } from '../calendar-date.ts';
import type { EventMention } from '../events/find-mentions.ts';
import type { Role } from '../events/role.ts';
import { nonEmpty } from '../timeline-entry.ts';
import { findCandidatePairs, type Pair } from './candidate-pairs.ts';
import { clusterMentions } from './cluster-mentions.ts';
import { lengthInDays, relateDates } from './date-relation.ts';
import type { DateAccount, MentionSides, MergedEvent, MergedReport } from './merged-event.ts';
import type { Profile } from './profile.ts';
import { profileMentions } from './profile-mentions.ts';
import { createPairJudge, type PairJudge } from './same-event.ts';

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
  const sorted = nonEmpty(reports.toSorted((one, other) => rankOf(one) - rankOf(other)));
  if (!sorted) throw new RangeError('a group holds no mention');
  return {
    date: leading?.date ?? null,
    role: roleOf(mentions),
    reports: sorted,
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
    const one = nonEmpty(spokesmen(members[0], conflict[0]));
    const other = nonEmpty(spokesmen(members[1], conflict[1]));
    return one && other ? [[one, other]] : [];
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

/** Statements on either side of a contradiction, by their numbers, in order. */
type NumberSides = readonly [readonly number[], readonly number[]];

/**
 * The contradictions among mentions: between those of one event that affirm and deny its trigger, and
 * between those of several. Statements that contradict the same one stand on one side.
 *
 * @param groups the events, as numbers of mentions.
 */
async function findClaimConflicts(
  groups: readonly (readonly number[])[],
  pairs: readonly Pair[],
  judge: PairJudge,
  yieldIfDue: () => Promise<void>,
): Promise<NumberSides[]> {
  const groupOf = new Map(groups.flatMap((group) => group.map((member) => [member, group])));
  const opponents = new Map<number, number[]>();
  for (const [one, other] of pairs) {
    await yieldIfDue();
    const isOneEvent = groupOf.get(one) === groupOf.get(other);
    const isOpposed = isOneEvent
      ? judge.compare(one, other).opposedClaim !== null
      : judge.isContradiction(one, other);
    if (!isOpposed) continue;
    addTo(opponents, one, other);
    addTo(opponents, other, one);
  }
  return splitSides(opponents);
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What hangs together by contradiction, in two sides. One that contradicts both is left out. */
function splitSides(opponents: ReadonlyMap<number, readonly number[]>): NumberSides[] {
  const sideOf = new Map<number, 0 | 1>();
  const conflicts: NumberSides[] = [];
  for (const start of [...opponents.keys()].toSorted((a, b) => a - b)) {
    if (sideOf.has(start)) continue;
    const sides: [number[], number[]] = [[start], []];
    sideOf.set(start, 0);
    const queue = [start];
    // It grows meanwhile.
    for (const next of queue) {
      for (const opponent of opponents.get(next) ?? []) {
        if (sideOf.has(opponent)) continue;
        const side = sideOf.get(next) === 0 ? 1 : 0;
        sideOf.set(opponent, side);
        sides[side].push(opponent);
        queue.push(opponent);
      }
    }
    const ascending = (a: number, b: number) => a - b;
    conflicts.push([sides[0].toSorted(ascending), sides[1].toSorted(ascending)]);
  }
  return conflicts;
}

/** Of an event with more dates than this, the rest is left out: nobody compares so many. */
const MOST_ACCOUNTS = 12;

/**
 * The dates that mentions of one event give, in order. A date that is only less precise counts for
 * each that it may be, so that a single account means that all agree.
 */
function dateAccounts(mentions: readonly EventMention[]): DateAccount[] {
  const dated = mentions.flatMap((mention) =>
    mention.date ? [{ mention, date: mention.date }] : [],
  );
  const precise: CalendarDate[] = [];
  for (const { date } of dated.toSorted((one, other) => byPrecision(one.date, other.date))) {
    if (precise.length === MOST_ACCOUNTS) break;
    if (precise.every((known) => relateDates(known, date) === 'apart')) precise.push(date);
  }
  return precise.toSorted(compareDates).flatMap((date): DateAccount[] => {
    const agreeing = dated.filter((each) => relateDates(each.date, date) !== 'apart');
    const own = nonEmpty(agreeing.map(({ mention }) => mention));
    return own ? [{ date, mentions: own }] : [];
  });
}

/**
 * The account of most publishers, by the mentions that count: copies do not. Of those that as many
 * publishers give, the one of more articles, then the earliest.
 */
function leadingAccount(
  accounts: readonly DateAccount[],
  counted: ReadonlySet<EventMention>,
): DateAccount | null {
  const [leading = null] = accounts
    .map((account) => {
      const articles = account.mentions.filter((each) => counted.has(each)).map(articleOf);
      const publishers = new Set(
        articles.map(({ publisher, id }) => (publisher === UNKNOWN_PUBLISHER ? id : publisher)),
      );
      return { account, sources: publishers.size, articles: new Set(articles).size };
    })
    .toSorted(
      (one, other) =>
        other.sources - one.sources ||
        other.articles - one.articles ||
        compareDates(one.account.date, other.account.date),
    );
  return leading?.account ?? null;
}

function articleOf({ article }: EventMention): EventMention['article'] {
  return article;
}

function byPrecision(one: CalendarDate, other: CalendarDate): number {
  return lengthInDays(one) - lengthInDays(other) || compareDates(one, other);
}
