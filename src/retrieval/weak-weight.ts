/**
 * What a synonym is worth beside the word that was asked, and a word that was asked as a part of a
 * date or an amount where it stands without the rest. One figure for both: the window of the
 * evidence keeps one weak weight for each term.
 */
export const WEAK_WEIGHT = 0.6;
