import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Traditional writes these too, in words of their own ("皇后", "公里", "台北"), which OpenCC does not say. */
const SHARED: ReadonlySet<string> = new Set('后里台干谷丑范几系只云余松升面制准');

/** Characters that the other script never writes: those that OpenCC maps to others only. */
function ownCharacters(pairs: string): ReadonlySet<string> {
  return new Set(
    pairs.split('|').flatMap((pair) => {
      const [character = '', ...others] = pair.split(' ');
      return others.includes(character) || SHARED.has(character) ? [] : [character];
    }),
  );
}

const SIMPLIFIED_ONLY = ownCharacters(simplifiedToTraditional);
const TRADITIONAL_ONLY = ownCharacters(traditionalToSimplified);

/** The characters of a text that do not belong to its script, each once. */
export function foreignCharacters(text: string, locale: 'zh-CN' | 'zh-TW'): readonly string[] {
  const foreign = locale === 'zh-CN' ? TRADITIONAL_ONLY : SIMPLIFIED_ONLY;
  return [...new Set(text)].filter((character) => foreign.has(character));
}
