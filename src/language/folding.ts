import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import taiwanVariants from 'opencc-js/dict/TWVariants';

/** Maps one character to the form under which it is indexed. */
export type FoldCharacter = (character: string) => string;

/**
 * A word as it is indexed: compatibility forms unified (full width, ligatures), lower case, without
 * accents, typographic apostrophes made plain. The result may be longer or shorter than the word;
 * a token's offsets stay those of the original.
 */
export function foldWord(word: string): string {
  // Nothing else can happen to ASCII.
  if (/^[ -~]*$/u.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[’‘ʼ]/gu, "'")
    .normalize('NFC');
}

/**
 * Folds one Chinese character: compatibility ideographs unified, traditional made simplified. One
 * character always gives one character. The table is OpenCC's, by way of opencc-js.
 */
export function createHanFolding(): FoldCharacter {
  const simplified = simplifiedForms();
  const folded = new Map<string, string>();
  return (character) => {
    const known = folded.get(character);
    if (known !== undefined) return known;
    const unified = character.normalize('NFKC');
    // A few compatibility characters stand for several.
    const single = /^.$/u.test(unified) ? unified : character;
    const result = simplified.get(single) ?? single;
    folded.set(character, result);
    return result;
  };
}

/**
 * Folds one Chinese character as {@link createHanFolding} does, and the forms that Taiwan prefers as
 * well (著 and 着): two texts that fold to the same differ in script alone.
 */
export function createScriptFolding(): FoldCharacter {
  const fold = createHanFolding();
  const common = new Map(pairsIn(taiwanVariants).map(([from, to]) => [to, from]));
  return (character) => {
    const folded = fold(character);
    return common.get(folded) ?? folded;
  };
}

/** All characters that fold to the same as a Chinese character, the character itself first. */
export function createHanVariants(): (character: string) => readonly string[] {
  const fold = createHanFolding();
  const traditional = new Map<string, string[]>();
  for (const [from, to] of simplifiedPairs()) {
    const variants = traditional.get(to);
    if (variants) variants.push(from);
    else traditional.set(to, [from]);
  }
  return (character) => {
    const folded = fold(character);
    return [...new Set([character, folded, ...(traditional.get(folded) ?? [])])];
  };
}

/** The simplified form of every traditional character that has another one. */
export function simplifiedForms(): ReadonlyMap<string, string> {
  return new Map(simplifiedPairs());
}

function simplifiedPairs(): [string, string][] {
  return pairsIn(traditionalToSimplified);
}

function pairsIn(dictionary: string): [string, string][] {
  return dictionary.split('|').flatMap((pair): [string, string][] => {
    const [from, to] = pair.split(' ');
    return from && to ? [[from, to]] : [];
  });
}
