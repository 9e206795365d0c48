import type { Profile } from './profile.ts';
import type { ProfiledMentions } from './profile-mentions.ts';

/** Two profiles by their indices in the list, the lower one first. */
export type Pair = readonly [number, number];

/** How much forms tell. */
type FormWeights = Pick<ProfiledMentions, 'weightOf' | 'weightOfFrequency'>;

/** How many of its forms bring a mention together with others, the rarest first. */
const MOST_KEYS = 16;

/** How many mentions a form may bring together: what more have tells too little. */
const MOST_SHARING = 48;

/** What so few mentions have brings two together by itself; otherwise it takes two forms. */
const FEW_SHARING = 12;
const FORMS_NEEDED = 2;

/**
 * The pairs that are worth comparing: those that share some of their rarer forms. What more mentions
 * have counts among those of one month. Grows with the number of mentions, not with its square. In a
 * fixed order.
 */
export async function findCandidatePairs(
  profiles: readonly Profile[],
  words: FormWeights,
  yieldIfDue: () => Promise<void>,
): Promise<Pair[]> {
  const blocks = new Map<string, number[]>();
  const keys: string[][] = [];
  for (const [index, profile] of profiles.entries()) {
    const own = keysOf(profile, words);
    for (const key of own) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
    keys.push(own);
    await yieldIfDue();
  }
  const pairs: Pair[] = [];
  for (const [index, own] of keys.entries()) {
    const shared = new Map<number, number>();
    for (const key of own) {
      const block = blocks.get(key) ?? [];
      if (block.length > MOST_SHARING) continue;
      const worth = block.length <= FEW_SHARING ? FORMS_NEEDED : 1;
      for (const other of block) {
        if (other > index) shared.set(other, (shared.get(other) ?? 0) + worth);
      }
    }
    for (const [other, count] of [...shared].toSorted(([a], [b]) => a - b)) {
      if (count < FORMS_NEEDED) continue;
      if (!tellsNothing(profiles[index]) || !tellsNothing(profiles[other]))
        pairs.push([index, other]);
    }
    await yieldIfDue();
  }
  return pairs;
}

/** Without a date and a trigger, two statements make no entry, whatever they have in common. */
function tellsNothing(profile: Profile | undefined): boolean {
  return profile?.mention.date === null && profile.stated.size === 0;
}

/** The rarest forms that a mention shares with another, and all of them with the month of its date. */
function keysOf({ terms, mention }: Profile, words: FormWeights): string[] {
  const month = mention.date?.first.slice(0, 7) ?? '';
  const forms = [...new Set(terms.flatMap((term) => term.forms))]
    .map((form) => ({ form, weight: words.weightOf(form) }))
    .filter(({ weight }) => weight < words.weightOfFrequency(1))
    .toSorted((one, other) => other.weight - one.weight || (one.form < other.form ? -1 : 1))
    .map(({ form }) => form);
  return [...forms.slice(0, MOST_KEYS), ...forms.map((form) => `${month} ${form}`)];
}
