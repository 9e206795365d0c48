/**
 * Past tenses and participles of verbs that have forms of their own, for use in a pattern, without
 * {@link UNCHANGED_PAST}.
 */
export const STRONG_PAST =
  '(?:beat|beaten|became|began|begun|bent|bit|blew|blown|bore|born|bought|bound|bred|broke|broken|brought|built|burnt|came|caught|chose|chosen|clung|crept|dealt|did|done|drank|drew|drawn|driven|drove|drunk|dug|ate|eaten|fed|fell|fallen|felt|fled|flew|flown|flung|forbade|forbidden|forgot|forgotten|fought|found|froze|frozen|gave|given|gone|got|grew|grown|had|heard|held|hid|hidden|hung|kept|knew|known|laid|led|left|lent|lost|made|meant|met|overtook|overthrew|overturned|paid|ran|rang|risen|rode|rose|said|sang|sank|sat|saw|seen|sent|shaken|shook|shot|shown|shrank|slept|slid|sold|sought|spent|spoke|spoken|sprang|stole|stolen|stood|strode|struck|stuck|sued|sung|sunk|swam|swept|swore|sworn|swung|taken|taught|thought|threw|thrown|told|took|tore|torn|undertook|underwent|upheld|was|went|were|withdrawn|withdrew|withheld|withstood|woke|won|wore|worn|wound|written|wrote)';

/** Past tenses that are the same as the present: "cut", "hit". */
export const UNCHANGED_PAST =
  '(?:bet|burst|cast|cost|cut|hit|hurt|put|quit|read|set|shut|split|spread|thrust|upset)';
