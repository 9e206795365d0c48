/** UTF-16 units over all text displays of a message (refused by the builders from 4,001 on). */
export const TEXT_UNITS = 4000;

/**
 * UTF-8 bytes over all text displays, {@link DISPLAY_BYTES} for each of them included. Messages over
 * about 10,170 were seen to fail with HTTP 500; the difference is a margin.
 */
export const TEXT_BYTES = 9900;

/** What one text display adds to the bytes besides its text (from the same report). */
export const DISPLAY_BYTES = 12;

/** Components in a message, nested ones included (Discord's reference). */
export const COMPONENTS = 40;

/** Choices of an autocomplete, and UTF-16 units in the name and the value of each (Discord's reference). */
export const CHOICE_LIMITS = { count: 25, units: 100 };

/** UTF-16 units in the label of a button (Discord's reference). */
export const BUTTON_LABEL_UNITS = 80;

/** Choices of a menu, and UTF-16 units in its prompt and in the label and detail of each (Discord's reference). */
export const MENU_LIMITS = { choices: 25, promptUnits: 150, units: 100 };

/** UTF-16 units in the address of a link button (Discord's reference). */
export const URL_UNITS = 512;

/** UTF-16 units in the description of a picture (Discord's reference). */
export const DESCRIPTION_UNITS = 1024;

/** Bytes of an uploaded file: Discord takes 10 MiB with all its wrapping, and a picture is never that large. */
export const FILE_BYTES = 8 * 1024 * 1024;

/** The share of a message that warnings may claim before everything else. */
const PRIORITY_SHARE = 1 / 4;

/** Where a link button leads. Both are within their limits. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A text to be shown, with what is needed to decide whether it is. */
export interface Part {
  /** Markdown, not empty. */
  readonly text: string;
  readonly link: Link | null;
  /** Goes on in the text display of the part before it. Such a part has no link. */
  readonly continues: boolean;
  /** How many the reader is told of when it is left out. */
  readonly count: number;
  /** Warnings come before quotes when there is not room for both. */
  readonly priority: boolean;
  /** The longest shorter text that fits, or null. Left out: the part is shown whole or not at all. */
  readonly shorten?: (fits: (text: string) => boolean) => string | null;
}

/** What is shown, in reading order, and how many are not. */
export interface Fitted {
  readonly parts: readonly Part[];
  readonly hidden: number;
  /** Nothing is hidden or cut. */
  readonly isWhole: boolean;
}

/** What is shown in any case: it must fit by itself. */
export interface FixedContent {
  readonly parts: readonly Part[];
  /** Components besides those of the parts: buttons and their rows. */
  readonly components: number;
  /** What the picture shows, for whoever cannot see it; null where there is none. */
  readonly picture: string | null;
}

interface Cost {
  readonly units: number;
  readonly bytes: number;
  readonly components: number;
}

/** What a message has before its parts: the container around them. */
const CONTAINER: Cost = { units: 0, bytes: 0, components: 1 };

/**
 * Chooses what a message shows. Parts are taken in order while they fit; after the first that does
 * not, no other is, so that nobody misses a better quote for a worse one. The first part is cut
 * rather than left out.
 *
 * @param fixed what is always shown: heading, picture, footer, buttons.
 * @param hiddenNote the part that tells how many are hidden; room for it is kept.
 */
export function fitParts(
  parts: readonly Part[],
  fixed: FixedContent,
  hiddenNote: (hidden: number) => Part,
): Fitted {
  const buttons = { units: 0, bytes: 0, components: fixed.components };
  const around = [
    CONTAINER,
    buttons,
    ...(fixed.picture === null ? [] : [galleryCost(fixed.picture)]),
  ];
  const used = [...around, ...fixed.parts.map((part) => costOf(part, part.text))].reduce(add);
  const all = parts.reduce((sum, part) => add(sum, costOf(part, part.text)), used);
  if (isWithin(all)) return { parts, hidden: 0, isWhole: true };

  const note = hiddenNote(parts.reduce((sum, part) => sum + part.count, 0));
  return choose(parts, add(used, costOf(note, note.text)));
}

function choose(parts: readonly Part[], reserved: Cost): Fitted {
  const warnings = takeWarnings(parts, reserved);
  let used = warnings.used;
  let isFull = false;
  let hidden = 0;
  const shown: Part[] = [];
  for (const part of parts) {
    if (warnings.taken.has(part)) {
      shown.push(part);
      continue;
    }
    const chosen: Part | null = isFull ? null : takeOrCut(part, used, shown.some(isContent));
    if (chosen) {
      shown.push(chosen);
      used = add(used, costOf(chosen, chosen.text));
    } else {
      hidden += part.count;
    }
    isFull ||= chosen !== part;
  }
  return { parts: shown, hidden, isWhole: false };
}

function takeWarnings(parts: readonly Part[], reserved: Cost) {
  const taken = new Set<Part>();
  let used = reserved;
  for (const part of parts) {
    const next = add(used, costOf(part, part.text));
    const claimed = next.bytes - reserved.bytes;
    if (!part.priority || !isWithin(next) || claimed > TEXT_BYTES * PRIORITY_SHARE) continue;
    if (next.units - reserved.units > TEXT_UNITS * PRIORITY_SHARE) continue;
    if (next.components - reserved.components > COMPONENTS * PRIORITY_SHARE) continue;
    taken.add(part);
    used = next;
  }
  return { taken, used };
}

function takeOrCut(part: Part, used: Cost, hasContent: boolean): Part | null {
  const fits = (text: string) => isWithin(add(used, costOf(part, text)));
  if (fits(part.text)) return part;
  const text = hasContent ? null : (part.shorten?.(fits) ?? null);
  return text === null ? null : { ...part, text };
}

function isContent(part: Part): boolean {
  return part.count > 0 && !part.priority;
}

function costOf(part: Part, text: string): Cost {
  const bytes = Buffer.byteLength(text, 'utf8');
  // The line break before it.
  if (part.continues) return { units: text.length + 1, bytes: bytes + 1, components: 0 };
  // With a link: a section, its text and its button.
  return { units: text.length, bytes: bytes + DISPLAY_BYTES, components: part.link ? 3 : 1 };
}

/** Nobody reported how its description counts, so it counts as a text does, but is no text display. */
function galleryCost(description: string): Cost {
  return { units: 0, bytes: Buffer.byteLength(description) + DISPLAY_BYTES, components: 1 };
}

function add(one: Cost, other: Cost): Cost {
  return {
    units: one.units + other.units,
    bytes: one.bytes + other.bytes,
    components: one.components + other.components,
  };
}

function isWithin(cost: Cost): boolean {
  return cost.units <= TEXT_UNITS && cost.bytes <= TEXT_BYTES && cost.components <= COMPONENTS;
}
