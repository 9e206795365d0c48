import type { Profile, Profiles } from './profile.ts';

/** Two profiles by their indices in the list, the lower one first. */
export type Pair = readonly [number, number];

/** How many of its forms bring a mention together with others, the rarest first. */
const MOST_KEYS = 12;

/** How many mentions a form may bring together: what more have tells too little. */
const MOST_SHARING = 32;

/** How many mentions a day alone may bring together. */
const MOST_OF_DAY = 12;

/** How many others a mention is compared with: those with which it shares most. */
const MOST_PAIRS = 24;

/** What is shared must weigh so much of what a form weighs that one mention has. */
const LEAST_SHARED = 1.2;

/** What a day in common weighs of what a form weighs that one mention has. */
const DAY_IN_COMMON = 0.9;

/**
 * The pairs that are worth comparing: those that share rare forms, or commoner ones in the days around
 * one date. Grows with the number of mentions, not with its square. In a fixed order.
 */
export async function findCandidatePairs(
  { profiles, weightOf, weightOfFrequency }: Profiles,
  yieldIfDue: () => Promise<void>,
): Promise<Pair[]> {
  const blocks = new Map<string | number, number[]>();
  const keys: { key: string | number; weight: number }[][] = [];
  const once = weightOfFrequency(1);
  for (const [index, profile] of profiles.entries()) {
    const own = keysOf(profile, weightOf, once);
    for (const { key } of own) {
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
    for (const { key, weight } of own) {
      const block = blocks.get(key) ?? [];
      const isDay = typeof key === 'string' && !key.includes(' ');
      if (block.length > (isDay ? MOST_OF_DAY : MOST_SHARING)) continue;
      for (const other of block) {
        if (other > index) shared.set(other, (shared.get(other) ?? 0) + weight);
      }
    }
    const best = [...shared]
      .filter(([, weight]) => weight >= LEAST_SHARED * once)
      .toSorted(([a, x], [b, y]) => y - x || a - b)
      .slice(0, MOST_PAIRS);
    for (const [other] of best) pairs.push([index, other]);
    await yieldIfDue();
  }
  return pairs;
}

/** The rarest forms that a mention shares with another, and all of them with its day and month. */
function keysOf(
  { terms, mention }: Profile,
  weightOf: (form: number) => number,
  once: number,
): { key: string | number; weight: number }[] {
  // Forms of one word that as many mentions have bring the same ones together.
  const distinct = terms.flatMap(({ forms: all }) => [
    ...new Map(all.map((form) => [weightOf(form), form])).values(),
  ]);
  const forms = [...new Set(distinct)]
    .map((form) => ({ form, weight: weightOf(form) }))
    .filter(({ weight }) => weight < once)
    .toSorted((one, other) => other.weight - one.weight || one.form - other.form);
  const rare: { key: string | number; weight: number }[] = forms
    .slice(0, MOST_KEYS)
    .map(({ form, weight }) => ({ key: form, weight }));
  const { date } = mention;
  if (date === null) return rare;
  // One thing in common is enough to look at two tellings of one day.
  if (date.precision === 'day') rare.push({ key: date.value, weight: DAY_IN_COMMON * once });
  const days = [date.first, date.first.slice(0, 7)];
  const dated = forms.flatMap(({ form, weight }) =>
    days.map((day) => ({ key: `${day} ${form}`, weight: weight / days.length })),
  );
  return [...rare, ...dated];
}
