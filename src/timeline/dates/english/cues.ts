import type { DateCue } from '../date-reading.ts';

const DEADLINE_BEFORE =
  /\b(?:by|until|till|no later than|due|scheduled for|deadline of|coming|ahead of)\s+(?:(?:on|the|early|late|end of)\s+)*(?:mid[-\s])?$/iu;
const DEADLINE_AFTER = /^\s*(?:deadline|cut-?off)\b/iu;
/** "By Friday the shares had fallen", and "Until Friday nothing moved" as a sentence begins. */
const PAST_PERFECT_AFTER = /^[^.;:]{0,60}\bhad\b/iu;
const FIRST_UNTIL = /(?:^|[.!?]["'”’]?\s+)["'“‘]?(?:Until|Till)\s+(?:\p{L}+\s+)?$/u;
const PAST_VERB_AFTER = /^[^.;:]{0,60}\b(?:was|were|had|did|\p{L}{2,}ed)\b/iu;

const SAYING =
  '(?:said|says|reported|announced|confirmed|told|wrote|added|stated|revealed|suggested|claimed|warned)';
const FUTURE_BEFORE = new RegExp(
  `\\b(?:will|must|should(?!\\s+have)|has to|have to|due|scheduled|expected|plans? to|set to)\\b(?:(?!\\b${SAYING}\\b)[^.,;:]){0,40}$`,
  'iu',
);
const SINCE = /\b(?:since|past)\s+(?:on\s+)?$/iu;
const NEIGHBOUR = /\b(?<cue>last|next|this)\s+(?:on\s+)?$/iu;
const PAST_VERB = new RegExp(
  `\\b(?!${SAYING}\\b)(?:was|were|had|did|began|fell|rose|won|lost|became|made|took|went|came|left|\\p{L}{2,}ed)\\b`,
  'iu',
);
const TO_COME = /\b(?:will|would|to be|(?:is|are|was|were) to|to \p{L}+)\b/iu;

/** Where the words right before and after an English date place it, or null where they do not. */
export function englishCue(before: string, after: string): DateCue | null {
  const near = NEIGHBOUR.exec(before)?.groups?.['cue']?.toLowerCase();
  if (near === 'last' || near === 'next' || near === 'this') return near;
  if (SINCE.test(before)) return 'past';
  if (DEADLINE_AFTER.test(after)) return 'future';
  if (DEADLINE_BEFORE.test(before)) {
    const isPast =
      PAST_PERFECT_AFTER.test(after) || (FIRST_UNTIL.test(before) && PAST_VERB_AFTER.test(after));
    return isPast ? 'past' : 'future';
  }
  return FUTURE_BEFORE.test(before) ? 'future' : null;
}

/**
 * Whether the clause around a date tells what was. Verbs of saying do not count: what was said may
 * be of what is to come.
 */
export function isPastClause(before: string, after: string): boolean {
  const clause = `${before.replace(/^.*[.;:]/su, '')} ${after.replace(/[.;:].*$/su, '')}`;
  return PAST_VERB.test(clause) && !TO_COME.test(clause);
}
