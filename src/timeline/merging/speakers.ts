import type { Range } from '../../language/index.ts';

/** Who said it stands right before or behind these; the group is where the name is looked for. */
const SPEAKERS: readonly RegExp[] = [
  /(?<=(?:^|[,.;:"”] ?)|\b(?:and|but|as|while|when|after|later|also|that) )(?<who>[^,.;:"“”]{1,80}?)\s+(?:said|says|reported|reports|wrote|writes|told|stated|learned|learnt)\b/giu,
  // What somebody announces is done, and "that" somebody announces is said.
  /(?<=(?:^|[,.;:"”] ?)|\b(?:and|but|as|while|when|after|later|also|that) )(?<who>[^,.;:"“”]{1,80}?)\s+(?:announced|disclosed|revealed|confirmed|explained|declared|insisted|warned|recalled|noted|made (?:public|clear|known))(?= (?:[\w-]+ ){0,3}?that\b)/giu,
  /\baccording to (?<who>[^,.;:"“”]{1,60})/giu,
  /[,"”] (?:said|reported|wrote) (?<who>[^,.;:"“”]{1,60})/giu,
  /(?:据|根据)(?<who>[^，。；：]{2,20}?)(?:报道|消息|透露|说|称)/gu,
  /(?:^|[，。；])(?<who>[^，。；：]{2,20}?)(?:称|说|表示|报道|透露|指出)[，：]/gu,
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
