import type { EventMention } from '../events/event-mention.ts';

/** A sentence with the others that are the same to the letter, and of the same date and role. */
export interface MentionCopies {
  readonly lead: EventMention;
  readonly copies: readonly EventMention[];
}

/**
 * Folds mentions in the same words, so that a report that a hundred papers print is compared once.
 * In an order that does not depend on theirs.
 */
export function foldCopies(mentions: readonly EventMention[]): MentionCopies[] {
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
export function compareMentionPlaces(one: EventMention, other: EventMention): number {
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
