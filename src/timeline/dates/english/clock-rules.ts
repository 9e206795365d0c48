import { NAME, type Reading, type Rule } from '../rule.ts';

const ZONE = '(?:\\s?\\(?(?<zone>UTC|GMT|[ECMP][SD]T|BST|CET|CEST|local\\s+time)\\b\\)?)?';
const HALF_DAY = '(?<half>[ap])\\.?\\s?m\\b\\.?';

/** 18:00 UTC, 6:40 p.m. */
const CLOCK: Rule = {
  pattern: new RegExp(
    `(?<![\\d:.,])(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?:\\s?${HALF_DAY})?(?![\\d:])${ZONE}`,
    'giu',
  ),
  read: ({ groups }) => clockTime(groups['hour'], groups['minute'], groups['half'], groups['zone']),
};

/** 0800 UTC: four figures need a zone to be a time. */
const MILITARY: Rule = {
  pattern:
    /(?<![\d:.,$£€¥])(?<hour>[01]\d|2[0-3]):?(?<minute>[0-5]\d)\s?\(?(?<zone>UTC|GMT|[ECMP][SD]T|BST|CES?T|local\s+time)\b\)?/giu,
  read: ({ groups }) => clockTime(groups['hour'], groups['minute'], undefined, groups['zone']),
};

/** 6 p.m., 11am. */
const FULL_HOUR: Rule = {
  pattern: new RegExp(`(?<![\\d:.,])(?<hour>1[0-2]|[1-9])\\s?${HALF_DAY}${ZONE}`, 'giu'),
  read: ({ groups }) => clockTime(groups['hour'], '00', groups['half'], groups['zone']),
};

/** "Monday morning", "on the evening of 14 September": the part of a day that is named beside it. */
const PART_OF_DAY: Rule = {
  pattern:
    /(?<=(?:day|\d|\d(?:st|nd|rd|th))\s+)(?<part>morning|afternoon|evening|night)\b(?!-)|\b(?:the\s+)?(?<partOf>morning|afternoon|evening|night)(?=\s+of\s+(?:\d|\p{Lu}))/giu,
  read: ({ groups }) => {
    const part = groups['part'] ?? groups['partOf'] ?? '';
    return onDay((day) => `${day}${PART_CODES[part.toLowerCase()] ?? ''}`);
  },
};

/** How TIMEX3 writes the part of a day. */
export const PART_CODES: Readonly<Record<string, string>> = {
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
};

function clockTime(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  zone: string | undefined,
): Reading {
  const twelve = Number(hour) % 12;
  const hours = half === undefined ? Number(hour) : twelve + (/p/iu.test(half) ? 12 : 0);
  const universal = /^(?:UTC|GMT)$/iu.test(zone ?? '') ? 'Z' : '';
  return onDay((day) => `${day}T${String(hours).padStart(2, '0')}:${minute}${universal}`);
}

function onDay(valueFrom: Reading['valueFrom']): Reading {
  return { ...NAME, kind: 'date', anchor: 'clock', valueFrom, isOfDay: true };
}

/** Times of day, which count where a sentence names their day. */
export const ENGLISH_CLOCK_RULES: readonly Rule[] = [CLOCK, MILITARY, FULL_HOUR, PART_OF_DAY];
