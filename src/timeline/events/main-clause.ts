import type { PassageLanguage } from '../../language/index.ts';
import type { Range } from '../../shared/range.ts';

/** Where what is told ends and what only stands beside it begins, by words that say so. */
const BOUNDARIES: Readonly<Record<PassageLanguage, RegExp>> = {
  en: new RegExp(
    [
      '[;:–—]\\s+',
      ',\\s+(?=(?:and|but|yet|so|or|as|with|which|who|whose|where|while|whereas|then|since|giving|bringing)\\b)',
      ',\\s+(?=\\p{L}+ing\\b)',
      '\\s(?=(?:when|after|before|since|because|although|though|despite|amid|unless|if|following|in response to|in protest (?:at|over|against)|as part of|in connection with|(?:days|weeks|months|hours|years) (?:after|before))\\b)',
    ].join('|'),
    'giu',
  ),
  zh: /[；;]|[，,](?=(?:导致|導致|造成|致使|因为|因為|由于|由於|因此|此前|其中|但|而|不过|不過|然而|并称|並稱|以便|同时|同時))/gu,
};

/** Fewer units hold no event, only an adverb such as "Earlier in". */
const SHORTEST: Readonly<Record<PassageLanguage, number>> = { en: 18, zh: 6 };

/**
 * The clause of a sentence that tells the event of a date, or its main one where there is no date:
 * what is told "after", "because" or "as part of" something else stands beside it and is another
 * event. Offsets into `text`.
 *
 * @param within the part of the sentence that belongs to the date.
 */
export function mainClause(
  text: string,
  within: Range,
  date: Range | null,
  language: PassageLanguage,
): Range {
  const own = text.slice(within.start, within.end);
  const cuts = [...own.matchAll(BOUNDARIES[language])].map(({ 0: mark, index }) => {
    return { end: within.start + index, next: within.start + index + mark.length };
  });
  let start = within.start;
  for (const { end, next } of cuts) {
    const isBehind = date === null || date.end <= end;
    const isLong = end - start - (date ? date.end - date.start : 0) >= SHORTEST[language];
    if (isBehind && isLong) return { start, end };
    if (!isBehind && date.start >= next) start = next;
  }
  return { start, end: within.end };
}

/** Who says so: what stands before or behind it is said. The group is where the name is looked for. */
const SPEAKERS: readonly RegExp[] = [
  /(?<=(?:^|[,.;:"”] ?)|\b(?:and|but|as|while|when|after|later|also|that) )(?<who>[^,.;:"“”]{1,80}?)\s+(?:said|says|reported|reports|wrote|writes|told|stated|learned|learnt|warned|added)\b(?:\s+(?:that\b|(?:on|in) \p{Lu}\p{L}+))*/giu,
  // What somebody announces is done, and "that" somebody announces is said.
  /(?<=(?:^|[,.;:"”] ?)|\b(?:and|but|as|while|when|after|later|also|that) )(?<who>[^,.;:"“”]{1,80}?)\s+(?:announced|disclosed|revealed|confirmed|explained|declared|insisted|recalled|noted|made (?:public|clear|known))(?= (?:[\w-]+ ){0,3}?that\b)/giu,
  /\baccording to (?<who>[^,.;:"“]{1,60})/giu,
  /[,"”] (?:said|reported|wrote) (?<who>[^,.;:"“]{1,60})/giu,
  /(?:据|據|根据|根據)(?<who>[^，。；：]{2,20}?)(?:报道|報道|報導|消息|透露|说|說|称|稱)/gu,
  /(?:^|[，。；])(?<who>[^，。；：]{2,20}?)(?:称|稱|说|說|表示|报道|報道|報導|透露|指出)[，：]/gu,
];

/** The stretches of a text that name who says what the rest says. UTF-16 offsets. */
export function findSpeakers(text: string): Range[] {
  return SPEAKERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: written, index, groups }) => {
      const who = groups?.['who'] ?? '';
      const start = index + written.indexOf(who);
      return who === '' ? [] : [{ start, end: start + who.length }];
    }),
  );
}
