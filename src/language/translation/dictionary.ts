/** One entry of CC-CEDICT. */
export interface DictionaryEntry {
  /** The word in simplified characters. */
  readonly chinese: string;
  /** Syllables with numbers for tones, capitalised where it is a name: "Zhang1". */
  readonly pinyin: string;
  /** English definitions as the dictionary writes them. */
  readonly definitions: readonly string[];
}

/** A Chinese-English dictionary, for looking up both ways. */
export interface Dictionary {
  /** The entries of a word in simplified characters. */
  entriesFor(chinese: string): readonly DictionaryEntry[];
  /**
   * The entries in whose definitions a phrase may stand by itself, and a few others: whoever asks has
   * to compare. For each word of the phrase its possible forms in lower case, without stop words.
   */
  entriesLike(phrase: readonly (readonly string[])[]): readonly DictionaryEntry[];
  /** The single characters that are read as a syllable in lower case, without its tone. */
  charactersRead(syllable: string): readonly string[];
}

/** Loads the dictionary when it is first needed, and only once. */
export type DictionaryLoader = () => Promise<Dictionary>;
