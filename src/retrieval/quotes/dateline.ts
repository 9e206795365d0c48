const ENGLISH =
  /^\s*["“]?(?<place>\p{Lu}[\p{L}\p{M}.'’ -]{1,40}?)(?:,\s?[^\n()—–/]{1,30}?)?\s*(?<agency>\([^()\n]{1,40}\)|\/[^/\n]{1,30}\/)?\s*(?:—|–|--|-(?=\s))\s*/u;

const CHINESE =
  /^\s*(?:[【（(]?(?:本[报報台网網](?:讯|訊|消息|电|電)|(?:\p{sc=Han}{1,6}[社网網报報])?(?<place>\p{sc=Han}{2,8}?)(?:\d{1,2}月)?\d{1,2}日(?:讯|訊|消息(?=[，：\s（(])|[电電](?![话話视視影力子动動]))))?[】）)：:]?\s*(?:[（(【][^）)】\n]{0,12}(?:记者|記者|通讯员|通訊員)[^）)】\n]{0,40}[）)】])?\s*/u;

/** From where a report was sent. */
export interface Dateline {
  /** Null where it names none. */
  readonly place: string | null;
  /** Where it ends and the report begins, in UTF-16 units. */
  readonly end: number;
}

/**
 * The dateline at the beginning of a text: "HARBOUR (Wire Agency) — ", "本报讯（记者 …）". A place in
 * small letters begins one only with an agency behind it. Null without one.
 */
export function readDateline(text: string): Dateline | null {
  const english = ENGLISH.exec(text);
  const { place, agency } = english?.groups ?? {};
  if (english && place !== undefined && (agency !== undefined || !/\p{Ll}/u.test(place))) {
    return { place: place.trim().toLowerCase(), end: english[0].length };
  }
  const chinese = CHINESE.exec(text);
  const isOne = chinese !== null && /[\p{L}\p{P}]/u.test(chinese[0]);
  return isOne ? { place: chinese.groups?.['place'] ?? null, end: chinese[0].length } : null;
}
